"""What the questions answer."""

import json
from dataclasses import replace

import pytest

from kg.errors import KgError, QuestionError, UnknownNameError
from kg.query import Answer, Row, ask, explain, show


def cells(answer: Answer, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in answer]


def test_methods_evaluated_on_a_model(store):
    answer = ask(store, "methods evaluated on Llama2-7B")
    assert cells(answer, "id", "type", "paper", "date") == [
        ("paper/2408.00001", "Paper", "paper/2408.00001", "2024-08"),
        ("method/q-galore", "Method", "paper/2407.08296", "2024-07-11"),
        ("method/galore", "Method", "paper/2403.03507", "2024-03-06"),
    ]


def test_variants_are_offered_apart(store):
    answer = ask(store, "methods evaluated on Llama2-7B")
    assert [(v.label, v.total) for v in answer.variants] == [
        ("Llama 2, no size given", 1),
        ("Llama-2-7B-Chat", 1),
    ]
    assert "Not counted here: Llama 2, no size given (1); Llama-2-7B-Chat (1)" in str(answer)


def test_every_spelling_has_the_same_rows(store):
    spellings = ("LLaMA-2 7B", "llama2-7b", "LLAMA 2.0 7B", "meta-llama/Llama-2-7b-hf")
    rows = {ask(store, f"methods evaluated on {name}").rows for name in spellings}
    assert len(rows) == 1


def test_evidence_is_verbatim(store):
    answer = ask(store, "methods evaluated on Llama-2-7B")
    quotes = [quote for row in answer for quote in row.evidence]
    assert len(quotes) >= len(answer) == 3
    for quote in quotes:
        text = getattr(store.document(quote.paper), quote.field)
        assert quote.quote == text[quote.start : quote.end] != ""


def test_confidence_is_that_of_the_evaluation(store):
    answer = ask(store, "methods evaluated on Llama-2-7B")
    assert cells(answer, "confidence") == [(0.85,), (0.95,), (0.9,)]


def test_candidates_are_left_out_unless_asked_for(store):
    answer = ask(store, "methods evaluated on Llama-2-7B", below_threshold=True)
    assert "paper/2409.00004" in {row["paper"] for row in answer}
    assert answer.total == 4


def test_family_covers_its_models_and_says_so(store):
    answer = ask(store, "methods evaluated on Llama")
    assert ("Q-GaLore", "Llama-2-13B, Llama-2-7B") in cells(answer, "method", "on")
    assert ("Prism", "Llama 2") in cells(answer, "method", "on")
    assert ("QLoRA", "Llama-7B") in cells(answer, "method", "on")
    assert answer.notes[0].startswith("Llama is a model family; its members count too: Llama 2,")


def test_methods_evaluated_on_a_benchmark(store):
    answer = ask(store, "methods evaluated on GSM8K")
    assert cells(answer, "id") == [
        ("method/chattune-1a2b3c",), ("method/galore",), ("paper/2110.14168",),
    ]  # fmt: skip


def test_models_evaluated_on_a_benchmark(store):
    answer = ask(store, "models evaluated on GSM8K")
    assert cells(answer, "model", "how") == [
        ("Llama-2-7B-Chat", "experiments"),
        ("Llama-2-7B", "experiments"),
        ("GPT-3", "experiments"),
    ]


def test_papers_evaluated_on(store):
    answer = ask(store, "papers evaluated on GSM8K")
    papers = [("paper/2408.00002",), ("paper/2403.03507",), ("paper/2110.14168",)]
    assert cells(answer, "paper") == papers


def test_papers_that_use_a_method(store):
    papers = {row["paper"] for row in ask(store, "papers that use LoRA")}
    assert papers == {"paper/2305.14314", "paper/2407.08296", "paper/2408.00001"}


def test_methods_used_together(store):
    answer = ask(store, "methods used together with LoRA")
    assert cells(answer, "method", "papers") == [("quantization", 3)]


def test_code_of_a_method_is_that_of_its_paper(store):
    answer = ask(store, "code of LoRA")
    assert cells(answer, "code", "paper") == [
        ("https://github.com/microsoft/LoRA", "paper/2106.09685")
    ]


def test_models_of_a_family(store):
    answer = ask(store, "models of Llama")
    assert cells(answer, "model", "family", "papers") == [
        ("Llama-7B", "Llama", 1),
        ("Llama-2-13B", "Llama 2", 1),
        ("Llama-2-7B", "Llama 2", 3),
        ("Llama-2-7B-Chat", "Llama 2", 1),
    ]


def test_connection_is_a_shortest_chain(store):
    answer = ask(store, "how is LoRA connected to GSM8K")
    assert answer.total == 4
    assert cells(answer, "step")[-1] == (4,)
    assert answer.rows[-1]["object_id"] == "benchmark/gsm8k"


def test_namesakes_are_told(store):
    answer = ask(store, "papers that introduce Prism")
    assert "of the same name: method/prism-222222 (Method)" in answer.notes[0]


def test_a_wording_that_chooses_a_namesake_is_told(store):
    (note, *_) = ask(store, "who introduced Prism?").notes
    question = note.partition("; ask: ")[2]
    assert question == "who introduced method/prism-222222?"
    assert ask(store, question).parameters["id"] == "method/prism-222222"


def test_the_question_for_a_namesake_keeps_the_other_words(store):
    (note, *_) = ask(store, "what does Prism introduce").notes
    assert note.endswith("; ask: what does method/prism-222222 introduce")


@pytest.mark.parametrize("question", ["papers that release models", "who released models"])
def test_papers_that_release_models_are_read(demo, question):
    assert ask(demo, question).rows == ask(demo, "newest models").rows


def test_no_question_is_told_that_a_namesake_is_not_asked(demo):
    (note, *_) = ask(demo, "methods evaluated on Mistral-7B").notes
    assert note.endswith("of the same name: paper/2310.06825 (Paper)")


def test_unknown_name_has_near_names(store):
    with pytest.raises(UnknownNameError) as error:
        ask(store, "methods evaluated on Lama-2-7B")
    assert error.value.nearest[0] == "Llama-2-7B"


def test_thing_of_another_type_has_forms_that_fit(store):
    with pytest.raises(QuestionError) as error:
        ask(store, "who introduced the task mathematical reasoning")
    assert "papers on mathematical reasoning" in error.value.nearest


@pytest.mark.parametrize("question", ["", "?", "why", "LoRA", "the the the", "a " * 500])
def test_no_form_fits(store, question):
    with pytest.raises(KgError):
        ask(store, question)


def test_bare_name_has_forms_that_fit(store):
    with pytest.raises(QuestionError) as error:
        ask(store, "LoRA")
    assert "papers that use LoRA" in error.value.nearest


def test_date_without_listing_has_near_ones(store):
    with pytest.raises(UnknownNameError) as error:
        ask(store, "papers listed on 2024-08-05")
    assert error.value.nearest[0] == "Hugging Face Daily Papers, 2024-08-02"


def test_empty_answer_points_to_mentions(store):
    answer = ask(store, "code of Llama-2-7B")
    assert answer.notes == (
        "Llama-2-7B is mentioned in 1 paper; ask: papers that mention Llama-2-7B",
    )


@pytest.mark.parametrize("verb", ["merge", "grow"])
def test_verb_that_says_more_is_not_read_as_less(store, verb):
    with pytest.raises(KgError):
        ask(store, f"papers that {verb} Llama-2-7B")


def test_limit_cuts_rows_not_the_total(store):
    answer = ask(store, "methods evaluated on Llama-2-7B", limit=1)
    assert (len(answer), answer.total) == (1, 3)


def test_dictionary_has_what_the_design_says(store):
    plain = json.loads(json.dumps(ask(store, "methods evaluated on Llama-2-7B").to_dict()))
    assert {"question", "intent", "parameters", "sparql", "rows", "total"} <= plain.keys()
    assert list(plain["rows"][0]["evidence"][0]) == [
        "paper", "title", "field", "start", "end", "quote", "rule", "confidence",
    ]  # fmt: skip


def test_notebook_table_is_escaped(store):
    html = ask(store, "methods evaluated on Mistral-7B")._repr_html_()
    assert "<img" not in html
    assert "&lt;img" in html


@pytest.mark.parametrize("look", [show, explain])
def test_cards_and_explanations_are_tables_in_a_notebook(store, look):
    html = look(store, "Mistral-7B")._repr_html_()
    assert "Mistral-7B (Model, model/mistral-7b)" in html
    assert "<table>" in html
    assert "<img" not in html


def test_a_card_tells_how_many_rows_it_shows(store):
    card = show(store, "Mistral-7B", limit=1)
    total = sum(number for _, number in card.counts())
    assert f"{total} rows, showing {len(list(card.rows()))}</p>" in card._repr_html_()


def test_a_table_tells_how_many_rows_it_shows():
    rows = tuple(Row((("name", f"Net-{number}"),)) for number in range(73))
    answer = Answer("all nets", "listing", ("name",), rows, total=73)
    assert str(answer).startswith("all nets: 73 rows, showing 50\n")
    html = answer._repr_html_()
    assert html.count("<td>") == 50
    assert "<p>all nets: 73 rows, showing 50</p>" in html
    assert str(replace(answer, rows=rows[:50], total=50)).startswith("all nets: 50 rows\n")


def test_unknown_name_is_told_as_typed_with_what_a_search_finds(store):
    with pytest.raises(UnknownNameError) as error:
        ask(store, "papers about the small batches method")
    assert error.value.name == "the small batches method"
    with pytest.raises(UnknownNameError) as error:
        ask(store, "papers that use small batches")
    assert str(error.value).endswith('`kg search "small batches"` finds 1 paper with these words')


def test_few_rows_on_a_topic_point_to_a_search(store):
    answer = ask(store, "papers about Q-GaLore")
    assert '`kg search "Q-GaLore"` finds 1 paper with these words' in answer.notes
    assert not any("kg search" in note for note in ask(store, "papers that use LoRA").notes)


@pytest.mark.parametrize("name", ["LoRAs", "quantizations", "LoRA methods"])
def test_a_name_is_known_with_or_without_its_plural(store, name):
    assert ask(store, f"papers that use {name}").total


def test_a_plural_that_is_known_is_no_singular(related):
    assert ask(related, "papers using A100s").parameters["id"] == "hardware/nvidia-a100"


@pytest.mark.parametrize("question", ["compare LoRA, LoRA", "LoRA vs Low-Rank Adaptation"])
def test_one_thing_is_not_compared_with_itself(store, question):
    with pytest.raises(QuestionError, match=r"the same thing, LoRA "):
        ask(store, question)


@pytest.mark.parametrize("name", ["LoRA", "what is LoRA"])
def test_bare_name_is_shown_by_another_command(store, name):
    with pytest.raises(QuestionError, match='`kg show "LoRA"` shows what is known of LoRA'):
        ask(store, name)


def test_thing_that_does_not_fit_is_told_with_its_type(store):
    with pytest.raises(QuestionError) as error:
        ask(store, "papers that introduce a benchmark for quantization")
    assert error.value.reason.startswith("quantization is a Method, and this is asked of a Task")
    assert "papers that introduce quantization" in error.value.nearest


@pytest.mark.parametrize("time", ["since july", "in the last 3 months", "since yesterday"])
def test_time_without_a_year_is_told(store, time):
    with pytest.raises(QuestionError, match=f"'{time}' is no date"):
        ask(store, f"papers using LoRA {time}")


def test_a_day_that_no_calendar_has_is_told(store):
    for question in ("papers since 2026-02-30", "what was published on 2026-02-30"):
        with pytest.raises(QuestionError, match="'2026-02-30' is no date of the calendar"):
            ask(store, question)


@pytest.mark.parametrize(
    "question", ["papers not using LoRA", "methods that don't use LoRA", "papers without LoRA"]
)
def test_what_is_not_so_is_not_asked_for(store, question):
    with pytest.raises(QuestionError, match="asks for what is not so"):
        ask(store, question)


def test_a_name_that_begins_as_a_denial_is_a_name(store):
    with pytest.raises(UnknownNameError, match="Nothing-9B"):
        ask(store, "methods evaluated on Nothing-9B")


def test_all_things_of_a_kind_stand_by_how_many_papers_name_them(store):
    rows = ask(store, "list all methods").rows
    counts = [int(row["papers"]) for row in rows]
    assert counts == sorted(counts, reverse=True)
    assert {row["type"] for row in rows} == {"Method"}


def test_odd_word_is_told_and_left_out_of_what_is_offered(store):
    with pytest.raises(QuestionError) as error:
        ask(store, "which vla models were tested on GSM8K")
    assert error.value.reason == "'vla' is not understood there"
    assert error.value.nearest == ("models evaluated on GSM8K",)


def test_word_that_is_nearly_a_name_is_no_odd_word(store):
    with pytest.raises(UnknownNameError, match="did you mean quantization") as error:
        ask(store, "which quantizaton methods were tried on Llama-2-7B")
    assert error.value.name == "quantizaton"


def test_unknown_author_has_near_ones(related):
    with pytest.raises(UnknownNameError) as error:
        ask(related, "papers by Ada Autor")
    assert error.value.nearest == ("Ada Author",)


@pytest.mark.parametrize(
    "authors",
    [
        "Ada Author and Cleo Third",
        "Cleo Third, Ada Author",
        "Ada Author, Ben Writer and Cleo Third",
        "Ada Author, Ben Writer, and Cleo Third",
    ],
)
def test_papers_by_several_authors_are_by_all_of_them(related, authors):
    answer = ask(related, f"papers by {authors}")
    assert cells(answer, "paper") == [("paper/2408.00006",)]
    assert len(answer.rows[0].evidence) == len(answer.names)


def test_unknown_one_of_several_authors_has_near_ones(related):
    with pytest.raises(UnknownNameError, match="no Author is known by the name 'Clio Third'"):
        ask(related, "papers by Ada Author and Clio Third")


def test_authors_who_wrote_nothing_together_have_their_own_papers_told(related):
    answer = ask(related, "papers by Ada Author and Dan Fourth")
    assert answer.total == 0
    told = "no paper by all of them is known; of each: Ada Author (6), Dan Fourth (1)"
    assert told in answer.notes


def test_authors_stand_as_their_paper_names_them(related):
    answer = ask(related, "authors of BetaTune")
    assert cells(answer, "author", "paper") == [
        ("Ada Author", "paper/2402.00002"),
        ("Ben Writer", "paper/2402.00002"),
    ]


def test_no_results_of_both_say_what_there_is_of_each(related):
    answer = ask(related, "results of Camel-7B on WikiText2")
    assert not answer
    assert "no result of Camel-7B on WikiText2 is known" in answer.notes[-1]


def test_known_name_is_no_odd_word(store):
    with pytest.raises(QuestionError) as error:
        ask(store, "does GaLore work with LoRA")
    assert error.value.reason.startswith("LoRA is a Method, and this is asked of a Model")


@pytest.mark.parametrize(
    "question",
    [
        "authors of Efficient Finetuning of Quantized LLMs",
        "what does the paper efficient finetuning of quantized LLMs introduce?",
        "code of Efficient Finetuning of Quantized",
    ],
)
def test_a_part_of_a_title_means_its_paper(demo, question):
    answer = ask(demo, question)
    assert answer.parameters["id"] == "paper/2305.14314"
    assert "is taken for a part of the title QLoRA: Efficient" in answer.notes[0]


@pytest.mark.parametrize("words", ["Finetuning of Quantized", "of Large Language Models"])
def test_few_words_and_those_of_several_titles_mean_no_paper(demo, words):
    with pytest.raises(UnknownNameError):
        ask(demo, f"authors of {words}")


def test_one_of_a_thing_is_told_in_the_singular(related):
    answer = ask(related, "adapters of Camel-7B")
    assert "Camel-7B has 1 result; ask: results of Camel-7B" in answer.notes
