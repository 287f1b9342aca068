"""What is found in a text, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ids import name_key
from kg.lexicon import load
from kg.lexicon.matcher import Matcher
from kg.lexicon.spellings import plural, variants
from kg.lexicon.tables import Entry

LEXICON = load()
#: Names that count everywhere, for the properties.
PLAIN = sorted(
    name
    for entry in LEXICON.entries.values()
    for name, condition in entry.conditions.items()
    if not condition
)


def found(text):
    return [(text[m.start : m.end], m.entry.id) for m in LEXICON.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("scores on WikiText-2 rise", ("WikiText-2", "benchmark/wikitext-2")),
        ("scores on WikiText2 rise", ("WikiText2", "benchmark/wikitext-2")),
        ("scores on Wikitext 2 rise", ("Wikitext 2", "benchmark/wikitext-2")),
        ("judged by MTBench", ("MTBench", "benchmark/mt-bench")),
        ("judged by MT–Bench", ("MT–Bench", "benchmark/mt-bench")),
        ("with Chain-of-Thoughts", ("Chain-of-Thoughts", "method/cot")),
        ("with chain of thought", ("chain of thought", "method/cot")),
        ("solves gsm8k", ("gsm8k", "benchmark/gsm8k")),
        ("stacked GNNs", ("GNNs", "method/gnn")),
        ("a BERT-based tagger", ("BERT", "family/bert")),
        ("BERT's layers", ("BERT", "family/bert")),
        ("reaches 84 pass@1 here", ("pass@1", "metric/pass-at-1")),
        ("the HumanEval+ problems", ("HumanEval+", "benchmark/humaneval-plus")),
        ("on a Llama- 2 base", ("Llama- 2", "family/llama-2")),
        ("runs on 8 A100 GPUs", ("A100", "hardware/nvidia-a100")),
    ],
)
def test_spellings_are_found(text, expected):
    assert expected in found(text)


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("HumanEval+ is harder", "benchmark/humaneval"),
        ("mini-ImageNet is small", "benchmark/imagenet"),
        ("GPT-3.5 answers", "model/gpt-3"),
        ("Recall@1 grows", "metric/recall"),
        ("glue the parts together", "benchmark/glue"),
        ("a vision, language and action gap", "method/vla"),
        ("world views", "method/rl"),
        ("multiple runs", "benchmark/multipl-e"),
        ("a matrix game", "family/matrix-game"),
        ("mammoth bones", "family/mammoth"),
        ("fewer adapters", "method/adam"),
    ],
)
def test_other_names_and_words_are_not(text, entry):
    assert entry not in [identifier for _, identifier in found(text)]


def test_the_longest_of_overlapping_names_wins():
    text = "trained with group relative policy optimization alone"
    assert found(text) == [("group relative policy optimization", "method/grpo")]


def test_offsets_survive_repeated_separators():
    text = "tested  on\n\n Penn   Treebank and MMLU-Pro"
    assert [spelling for spelling, _ in found(text)] == ["Penn   Treebank", "MMLU-Pro"]


def test_an_alias_may_be_ambiguous_where_its_label_is_not():
    conditions = {m.entry.id: m.condition for m in LEXICON.find("DeepSeek-R1, and then R1.")}
    assert conditions["model/deepseek-r1"] == "context"
    first = next(LEXICON.find("DeepSeek-R1 thinks"))
    assert (first.entry.id, first.condition) == ("model/deepseek-r1", "")


@pytest.mark.parametrize(
    ("text", "stretch", "entries"),
    [
        ("on CIFAR-10/100.", "CIFAR-10/100", ["cifar-10", "cifar-100"]),
        ("on AIME24/25 too", "AIME24/25", ["aime-2024", "aime-2025"]),
        ("on AIME 2024 and 2025.", "AIME 2024 and 2025", ["aime-2024", "aime-2025"]),
        ("on AIME (2024-2025).", "AIME (2024-2025)", ["aime-2024", "aime-2025"]),
        ("on ImageNet-A/R too", "ImageNet-A/R", ["imagenet-a", "imagenet-r"]),
        ("on MMLU-Pro and Redux", "MMLU-Pro and Redux", ["mmlu-pro", "mmlu-redux"]),
        ("on WMT14 En-De and En-Fr", "WMT14 En-De and En-Fr", ["wmt14-en-de", "wmt14-en-fr"]),
        ("on MMLU-Pro and others", "MMLU-Pro", ["mmlu-pro"]),
        ("on CIFAR-10 and 7 more", "CIFAR-10", ["cifar-10"]),
        ("on CIFAR-10, 100% of it", "CIFAR-10", ["cifar-10"]),
    ],
)
def test_lists_written_short_are_written_out(text, stretch, entries):
    assert found(text) == [(stretch, f"benchmark/{name}") for name in entries]


@given(st.text(alphabet="aAbBeE1 2-–@+.*/(İß\n", max_size=60))
def test_offsets_lie_in_any_text(text):
    matcher = Matcher([Entry("method/ab1", "Method", "Ab-1", ("ABBE",)), Entry("t/b", "Task", "b")])
    for match in matcher.find(text):
        assert 0 <= match.start < match.end <= len(text)
        assert not text[match.start].isspace()


@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=4))
def test_a_match_folds_to_one_of_its_names(names):
    text = "We use " + ", then ".join(names) + "."
    for match in LEXICON.find(text):
        keys = {name_key(form) for n in match.entry.conditions for form in (n, plural(n)) if form}
        assert name_key(text[match.start : match.end]) in keys


@given(st.sampled_from(PLAIN), st.sampled_from(["zqx", "wug blick", "(dax)"]))
def test_neighbours_change_nothing(name, neighbour):
    alone = [(m.start, m.end, m.entry.id) for m in LEXICON.find(name)]
    among = [(m.start, m.end, m.entry.id) for m in LEXICON.find(f"{name} {neighbour}")]
    assert among == alone


def test_every_unconditional_name_is_found_alone():
    lost = [
        name
        for name in PLAIN
        if all(match.end - match.start < len(name) for match in LEXICON.find(name))
    ]
    assert not lost, f"another name hides these, or their marks do: {lost}"


@given(st.sampled_from(PLAIN))
def test_variants_share_a_key_with_the_name(name):
    letters = "".join(name_key(name).split("|"))
    assert all("".join(name_key(v).split("|")) == letters for v in variants(name))
