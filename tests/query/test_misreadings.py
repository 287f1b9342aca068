"""What is said of a question that cannot be read."""

import pytest

from kg.errors import KgError, QuestionError, UnknownNameError
from kg.model import Entity
from kg.query import ask
from tests.graphs import relations
from tests.graphs.maker import Maker, paper


@pytest.mark.parametrize(
    ("question", "word", "thing"),
    [
        ("license of BetaTune", "license", "BetaTune"),
        ("what is the size of GSM8K?", "size", "GSM8K"),
        ("fastest on GSM8K", "fastest", "GSM8K"),
        ("lowest number on WikiText2", "number", "WikiText2"),
    ],
)
def test_words_that_are_like_no_metric_are_none(related, question, word, thing):
    with pytest.raises(QuestionError) as error:
        ask(related, question)
    expected = f"{word!r} is no metric that is known, nor anything else to ask of {thing}"
    assert error.value.reason == expected
    assert error.value.nearest
    assert all(thing in offered for offered in error.value.nearest)


@pytest.mark.parametrize("question", ["acuracy of BetaTune", "best acuracy on GSM8K"])
def test_a_metric_that_is_misspelt_has_near_ones(related, question):
    with pytest.raises(UnknownNameError, match="no Metric is known by the name 'acuracy'") as error:
        ask(related, question)
    assert error.value.nearest[0] == "accuracy"


def test_where_nothing_is_known_the_name_is_told(related):
    with pytest.raises(UnknownNameError, match="Zeta-99"):
        ask(related, "license of Zeta-99")


@pytest.mark.parametrize("question", ["BetaTune on GSM8K", "best BetaTune on GSM8K"])
def test_a_thing_in_the_place_of_a_metric_is_told_with_its_type(related, question):
    with pytest.raises(QuestionError) as error:
        ask(related, question)
    assert error.value.reason == "BetaTune is a Method, and no metric to measure by"
    assert error.value.nearest[0] == "results of BetaTune on GSM8K"
    assert ask(related, error.value.nearest[0])


def test_what_has_no_results_on_data_is_not_offered_them(related):
    with pytest.raises(QuestionError) as error:
        ask(related, "dialogue on GSM8K")
    assert error.value.reason == "dialogue is a Task, and no metric to measure by"
    assert not any("results of dialogue" in offered for offered in error.value.nearest)


def test_nothing_is_offered_of_a_thing_and_itself(related):
    with pytest.raises(QuestionError) as error:
        ask(related, "what is the size of GSM8K?")
    assert not any(offered.count("GSM8K") > 1 for offered in error.value.nearest)


def test_no_name_is_offered_that_the_question_has_not(related):
    with pytest.raises(QuestionError) as error:
        ask(related, "QLoRA of LoRA")
    assert len(error.value.nearest) == 3
    assert not any("QLoRA" in offered or "GSM8K" in offered for offered in error.value.nearest)


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("is AlphaTune any good", "AlphaTune"),
        ("why do people tune with AlphaTune", "AlphaTune"),
        ("AlphaTune, LoRA and their troubles", "AlphaTune and LoRA"),
        ("do AlphaTune and GSM8K go well", "AlphaTune"),
    ],
)
def test_near_questions_have_the_names_of_the_question_and_can_be_asked(related, question, near):
    with pytest.raises(QuestionError) as error:
        ask(related, question)
    offered = error.value.nearest
    assert 0 < len(offered) <= 3
    assert near in offered[0]
    for one in offered:
        assert ask(related, one).question == one


def test_a_name_with_words_of_questions_is_not_told_before_one_without(related):
    with pytest.raises(UnknownNameError, match="'large language models'"):
        ask(related, "papers on large language models")


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("is LoRA better than GSM8K", "results of LoRA on GSM8K"),
        ("is GSM8K worse than LoRA", "results of LoRA on GSM8K"),
        ("is GSM8K better than WikiText2", "compare GSM8K and WikiText2"),
        ("does dialogue outperform arithmetic", "compare dialogue and arithmetic"),
        ("results of GSM8K on LoRA", "results of LoRA on GSM8K"),
        ("is GSM8K better than WikiText2 on GSM8K", "compare GSM8K and WikiText2"),
        ("compare GSM8K and WikiText2 on GSM8K", "compare GSM8K and WikiText2"),
        ("does LoRA beat BetaTune on LoRA", "compare LoRA and BetaTune"),
    ],
)
def test_what_is_no_rival_is_told_with_what_can_be_asked_of_both(related, question, offered):
    with pytest.raises(QuestionError, match="this is asked of a") as error:
        ask(related, question)
    assert error.value.nearest[0] == offered
    assert ask(related, offered)


def test_a_device_is_no_rival(related):
    with pytest.raises(QuestionError, match="A100 is a Hardware") as error:
        ask(related, "is A100 better than LoRA")
    assert "papers using NVIDIA A100" in error.value.nearest


@pytest.mark.parametrize(
    "question", ["which organisation released AlphaTune?", "what company made AlphaTune"]
)
def test_that_organisations_are_not_read_is_said(related, question):
    with pytest.raises(QuestionError, match="organisations are not read, only authors") as error:
        ask(related, question)
    assert error.value.nearest == ("authors of AlphaTune", "papers that introduce AlphaTune")


@pytest.mark.parametrize(
    "question", ["models released by Zeta Minds", "methods of Zeta Corp", "papers by Zeta"]
)
def test_a_name_that_may_be_an_organisation_is_told_that_none_is_read(related, question):
    with pytest.raises(UnknownNameError, match="organisations are not read, only authors"):
        ask(related, question)


@pytest.mark.parametrize("name", ["robots", "humanoid robots", "a robot"])
def test_of_a_common_noun_the_topics_with_it_are_near(open_graph, name):
    entities = [
        Entity("task/robotic-grasping", "Task", "robotic grasping"),
        Entity("task/robot-learning", "Task", "robot learning"),
        Entity("method/robotune", "Method", "RoboTune"),
    ]
    mentioned = ("task/robotic-grasping", "task/robot-learning")
    documents = [paper(f"2401.0000{n}", "A Study", "Words.", None) for n in (1, 2)]
    said = [("2401.00001", "mentions", thing, "Words.", 0.9) for thing in mentioned]
    said += [("2401.00002", "mentions", mentioned[1], "Words.", 0.9)]
    store = open_graph(Maker(documents, entities, said).graph())
    with pytest.raises(UnknownNameError) as error:
        ask(store, f"papers on {name}")
    assert error.value.nearest[:2] == ("robot learning", "robotic grasping")


@pytest.mark.parametrize("name", ["chess", "lens", "business"])
def test_no_topic_is_near_by_the_little_that_is_left_of_a_noun(open_graph, name):
    entities = [
        Entity("task/length-control", "Task", "length control"),
        Entity("task/chest-scans", "Task", "reading chest scans"),
    ]
    documents = [paper("2401.00001", "A Study", "Words.", None)]
    said = [("2401.00001", "mentions", entity.id, "Words.", 0.9) for entity in entities]
    store = open_graph(Maker(documents, entities, said).graph())
    with pytest.raises(UnknownNameError) as error:
        ask(store, f"papers on {name}")
    assert error.value.nearest == ()


def test_of_a_misspelt_name_the_question_with_the_nearest_is_told(related):
    with pytest.raises(UnknownNameError, match="ask: papers that use AlphaTune since 2024"):
        ask(related, "papers that use AlphaTuen since 2024")


def test_a_word_that_is_the_name_of_a_person_too_is_not_taken_for_one(open_graph):
    entities = [*relations.ENTITIES, Entity("author/long", "Author", "Long")]
    documents = [paper("2401.00001", "A Report", "Numbers.", None, authors=("Long",))]
    store = open_graph(Maker(documents, entities, ()).graph())
    with pytest.raises(QuestionError) as error:
        ask(store, "long live LoRA")
    assert all("LoRA" in offered for offered in error.value.nearest)


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        (
            "papers that use LoRA or BetaTune",
            ("papers that use LoRA", "papers that use BetaTune"),
        ),
        (
            "which papers use either LoRA or Low-Rank Adaptation since 2024?",
            ("which papers use LoRA since 2024", "which papers use Low-Rank Adaptation since 2024"),
        ),
        (
            "papers that use LoRA, BetaTune or FourBit",
            ("papers that use LoRA", "papers that use BetaTune", "papers that use FourBit"),
        ),
        (
            "papers published in 2023 or 2024",
            ("papers published in 2023", "papers published in 2024"),
        ),
        ("LoRA or BetaTune methods", ("LoRA methods", "BetaTune methods")),
        ("papers by Ada Author or Ben Writer", ("papers by Ada Author", "papers by Ben Writer")),
        (
            "papers evaluated on Llama-2-7B, or GSM8K",
            ("papers evaluated on Llama-2-7B", "papers evaluated on GSM8K"),
        ),
    ],
)
def test_or_is_not_read_as_and(related, question, offered):
    with pytest.raises(QuestionError, match="'or' asks for what has the one or the other") as error:
        ask(related, question)
    assert error.value.nearest == offered
    for one in offered:
        assert ask(related, one).question == one


def test_of_names_with_or_between_the_unknown_one_is_told(related):
    with pytest.raises(UnknownNameError, match="by the name 'Zeta'"):
        ask(related, "papers that use LoRA or Zeta")


def test_no_question_on_a_thing_and_itself_is_offered(related):
    with pytest.raises(UnknownNameError, match="did you mean AlphaTune") as error:
        ask(related, "is AlphaTuen better than AlphaTune")
    assert "ask:" not in str(error.value)


def test_no_question_that_cannot_be_read_is_offered(related):
    with pytest.raises(UnknownNameError, match="did you mean AlphaTune") as error:
        ask(related, "is AlphaTuen better than GSM8K")
    assert "ask:" not in str(error.value)


def test_of_near_names_one_that_is_alike_is_offered(open_graph):
    names = ("Low-Rank Adaptation of Big Nets", "LoRAN")
    entities = [
        Entity("method/lo-ran", "Method", names[1]),
        Entity("method/low", "Method", names[0], ("LoRAM-NX",)),
    ]
    documents = [paper("2401.00001", "A Study", "Words.", None)]
    said = [("2401.00001", "usesMethod", entity.id, "Words.", 0.9) for entity in entities]
    store = open_graph(Maker(documents, entities, said).graph())
    with pytest.raises(UnknownNameError) as error:
        ask(store, "papers that use LoRAM-N")
    assert error.value.nearest[0] == names[0]
    assert error.value.further.startswith("ask: papers that use LoRAN")


@pytest.mark.parametrize("question", ["papers with released weights", "who shares model weights"])
def test_that_weights_are_not_read_is_said(related, question):
    with pytest.raises(QuestionError, match="whether weights are released is not read") as error:
        ask(related, question)
    for one in error.value.nearest:
        assert ask(related, one).question == one


@pytest.mark.parametrize("question", ["what can I run on a 4099", "methods evaluated on"])
def test_words_of_questions_are_told_as_no_names(related, question):
    with pytest.raises(KgError) as error:
        ask(related, question)
    assert "'I'" not in str(error.value)
    assert "'on'" not in str(error.value)
    assert "listing" not in str(error.value)
