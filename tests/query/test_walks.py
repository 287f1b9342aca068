"""Walks, paths, cards, search and counts."""

from itertools import pairwise

import pytest

from kg.errors import QuestionError, SettingError, UnknownNameError
from kg.model import Entity, Graph
from kg.query import Answer, compare, path, search, show, stats, surroundings, walk
from tests.graphs.maker import Maker, paper


def names(answer: Answer) -> list[object]:
    return [row["name"] for row in answer]


def test_walk_takes_typed_steps(store):
    answer = walk(store, "Llama-2-7B", ["^evaluatedOnModel", "usesMethod"])
    assert names(answer) == ["LoRA", "quantization"]
    assert {row["hops"] for row in answer} == {2}


@pytest.mark.parametrize(
    ("step", "reached"),
    [
        ("inFamily", ["Llama 2"]),
        ("inFamily+", ["Llama 2", "Llama"]),
        ("inFamily*", ["Llama-2-7B", "Llama 2", "Llama"]),
    ],
)
def test_walk_repeats_a_step(store, step, reached):
    assert names(walk(store, "Llama-2-7B", [step])) == reached


@pytest.mark.parametrize(
    "found",
    [
        lambda store: walk(store, "Prism", ["usesMethod"]),
        lambda store: surroundings(store, "Prism"),
        lambda store: path(store, "Prism", "LoRA"),
        lambda store: compare(store, ["Prism", "LoRA"]),
    ],
    ids=["walk", "surroundings", "path", "compare"],
)
def test_other_things_of_a_name_are_told(store, found):
    assert "of the same name: method/prism-222222 (Method)" in found(store).notes[0]


@pytest.mark.parametrize("name", ["2405.99999", "paper/2405.99999", "10.1000/182"])
def test_paper_that_no_listing_has_is_told_as_one(store, name):
    with pytest.raises(UnknownNameError, match="no listing in this store has it: `kg build`"):
        walk(store, name, ["usesMethod"])


def test_name_that_is_like_none_tells_how_to_see_what_there_is(store):
    with pytest.raises(UnknownNameError, match="`kg stats` tells what there is"):
        walk(store, "qqqqxxzz", ["usesMethod"])


def test_two_names_where_one_is_wanted_are_told(store):
    with pytest.raises(UnknownNameError, match="these are 2 names: give one, or `kg compare LoRA"):
        show(store, "LoRA GaLore")


def test_step_that_is_like_no_relation_is_told_the_relations(store):
    with pytest.raises(UnknownNameError, match=r"the relations are introduces, .*writtenBy"):
        walk(store, "LoRA", ["zzz"])


def test_walk_turns_a_step_round(store):
    assert names(walk(store, "Llama 2", ["^inFamily"])) == [
        "Llama-2-13B", "Llama-2-7B", "Llama-2-7B-Chat",
    ]  # fmt: skip


@pytest.mark.parametrize("date", ["2024-08", "Aug 2024", "August 2024"])
def test_walk_since_a_date(store, date):
    answer = walk(store, "Llama-2-7B", ["^evaluatedOnModel"], earliest=date)
    assert names(answer) == ["A Study of Small Batches"]


def test_walk_refuses_an_unknown_relation(store):
    with pytest.raises(UnknownNameError) as error:
        walk(store, "LoRA", ["useMethod"])
    assert error.value.nearest[0] == "usesMethod"


def test_walk_without_steps_is_refused(store):
    with pytest.raises(QuestionError):
        walk(store, "LoRA", [])


def test_surroundings_within_hops(store):
    near = set(names(surroundings(store, "Mistral-7B")))
    far = set(names(surroundings(store, "Mistral-7B", hops=2)))
    assert near == {"Mistral", "Prism", show(store, "paper/2408.00003").entity.label}
    assert far > near
    assert "Llama 2" in far


def test_surroundings_along_some_relations(store):
    answer = surroundings(store, "QLoRA", relations=["usesMethod"])
    assert names(answer) == ["LoRA", "quantization"]


def test_path_is_a_chain(store):
    answer = path(store, "LoRA", "GSM8K")
    ends = [{row["subject_id"], row["object_id"]} for row in answer]
    assert "method/lora" in ends[0]
    assert all(one & two for one, two in pairwise(ends))
    assert "benchmark/gsm8k" in ends[-1]


def test_path_is_the_same_both_ways_in_length(store):
    assert path(store, "LoRA", "GSM8K").total == path(store, "GSM8K", "LoRA").total


def test_path_leads_over_no_common_noun_where_it_can(store):
    nodes = {row[end] for row in path(store, "QLoRA", "Q-GaLore") for end in ("subject", "object")}
    assert nodes == {"QLoRA", "LoRA", "Q-GaLore"}


def test_path_may_begin_at_a_common_noun(store):
    assert path(store, "quantization", "QLoRA").total == 1


def test_path_too_long_is_none(store):
    answer = path(store, "LoRA", "GSM8K", max_hops=2)
    assert (answer.total, answer.notes) == (0, ("no chain of at most 2 facts joins them",))


def test_path_over_hubs_only_where_asked(store):
    answer = path(store, "2408.00001", "2408.00002", relations=["listedIn"])
    assert [row["relation"] for row in answer] == ["listedIn", "listedIn"]


def test_path_to_itself_is_empty(store):
    assert path(store, "LoRA", "Low-Rank Adaptation").total == 0


@pytest.mark.parametrize("leaves", [0, 10])
def test_path_is_the_first_by_ids_from_whichever_end_it_grows(open_graph, leaves):
    """The way over A and Y is the first, though X, which B leads to, comes before Y."""
    ends = ["Start A", "A Y", "Y M", "M End", "Start B", "B X", "X M"]
    ends += [f"End Leaf{number}" for number in range(leaves)]
    nodes = [row["object"] for row in path(open_graph(_extending(ends)), "Start", "End")]
    assert nodes == ["A", "Y", "M", "End"]


def _extending(pairs: list[str]) -> Graph:
    """Return a graph in which the first method of each pair extends the second."""
    document = paper("2401.00001", "Start", "It extends all.", None)
    said = [
        (f"2401.00001 method/{one}", "extends", f"method/{other}", "extends", 0.9)
        for one, other in (pair.lower().split() for pair in pairs)
    ]
    labels = {label for pair in pairs for label in pair.split()}
    methods = [Entity(f"method/{label.lower()}", "Method", label) for label in labels]
    return Maker([document], methods, said).graph()


def test_card_has_family_and_facts(store):
    card = show(store, "llama2-7b")
    assert (card.entity.id, card.family) == ("model/llama-2-7b", ("Llama 2", "Llama"))
    totals = {group.title: group.total for group in card.groups}
    assert totals == {"inFamily": 1, "^evaluatedOnModel": 5, "^mentions": 1}


def test_card_of_a_family_has_its_members(store):
    assert show(store, "Llama").members == ("Llama 2", "Llama-7B")


def test_card_cuts_facts_not_counts(store):
    group = show(store, "Llama-2-7B", limit=1).groups[1]
    assert (group.total, len(group.rows)) == (5, 1)


def test_card_tells_namesakes(store):
    assert show(store, "Prism").others == ("method/prism-222222",)


def test_card_of_nothing(store):
    with pytest.raises(UnknownNameError) as error:
        show(store, "GMS8K")
    assert "GSM8K" in error.value.nearest


def test_search_finds_words(store):
    assert "paper/2403.03507" in {row["id"] for row in search(store, "projects gradients")}


def test_stats_has_shares(store):
    row = next(row for row in stats(store) if row["name"] == "evaluatedOnModel")
    assert (row["papers"], round(float(row["share"]), 2)) == (7, 0.78)


@pytest.mark.parametrize("relation", ["bogus", "^usesMethod", "basedOn+"])
def test_what_is_no_relation_is_refused_by_paths_and_surroundings(store, relation):
    with pytest.raises(UnknownNameError):
        path(store, "LoRA", "Llama-2-7B", relations=[relation])
    with pytest.raises(UnknownNameError):
        surroundings(store, "LoRA", relations=[relation])


def test_surroundings_end_where_nothing_is_further_off(store):
    everything = surroundings(store, "Mistral-7B", hops=10**12)
    assert names(everything) == names(surroundings(store, "Mistral-7B", hops=50))


def test_a_single_step_may_be_given_alone(store):
    answer = walk(store, "Llama-2-7B", "^evaluatedOnModel")
    assert answer == walk(store, "Llama-2-7B", ["^evaluatedOnModel"])
    assert answer.question == "walk from Llama-2-7B: ^evaluatedOnModel"


@pytest.mark.parametrize("earliest", ["last year", "2024-13", "soon"])
def test_what_is_no_date_is_refused(store, earliest):
    with pytest.raises(SettingError, match="is no date"):
        walk(store, "Llama-2-7B", "^evaluatedOnModel", earliest=earliest)
