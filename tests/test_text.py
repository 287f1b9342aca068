import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import Reading, read


def stands_for(reading: Reading, read_as: str) -> str:
    match = re.search(re.escape(read_as), reading.text)
    assert match is not None, reading.text
    field, start, end = reading.original(*match.span())
    text: str = getattr(reading, field)
    return text[start:end]


@pytest.mark.parametrize(
    ("written", "read_as", "stretch"),
    [
        ("We prune Llama3- 8B.", "Llama3-8B", "Llama3- 8B"),
        ("It is 3.9times faster.", "3.9x", "3.9times"),
        ("Perplexity falls by 2.17downarrow here.", "2.17", "2.17"),
        ("Some tasks, \\eg parsing.", "e.g.,", "\\eg"),
        ("About sim5% is lost.", "~5%", "sim5%"),
        (r"by $2\%\sim5\%$ more", "2%~5%", r"2\%\sim5\%"),
        ("We call it “one pass”.", '"one pass"', "“one pass”"),
        ("We propose \\textsc{Foo}.", "Foo", "Foo"),
        ("We propose \\method{} here.", "our method", "\\method"),
        ("It costs $5 a day.", "$5", "$5"),
        (r"by $9.42\%$ more", "9.42%", r"9.42\%"),
        (r"by ~$3\% more", "~3%", r"~$3\%"),
        ("over $7x faster", "over 7x", "over $7x"),
        ("an F1 of $0.85$.", "0.85", "0.85"),
        ("In $O(n)$ steps.", "O(n)", "O(n)"),
        ("From 10\\% to 20\\%.", "10%", "10\\%"),
        ("We fine-tune $\\pi_{0.5}$ here.", "π0.5", "\\pi_{0.5}"),
        ("It is tested on $\\tau$-bench.", "τ-bench", "\\tau$-bench"),
        ("It has $62.1 \\pm 0.3$ points.", "62.1±0.3", "62.1 \\pm 0.3"),
        ("It goes $4\\% \\to 26\\%$ now.", "4% → 26%", "4\\% \\to 26\\%"),
        ("It needs $\\geq 5$ runs.", "≥5", "\\geq 5"),
        ('A na\\"ive scheme.', "naive", 'na\\"ive'),
        ("Of the Universit\\'{e}.", "Universite", "Universit\\'{e}"),
        (
            "See \\href{https://zorb.io/a}{our code}.",
            "https://zorb.io/a our",
            "https://zorb.io/a}{our",
        ),
        ("Images of 256$\\times$256.", "256x256", "256$\\times$256"),
        ("By $\\uparrow$2.1 points.", "2.1 points", "2.1 points"),
        ("It is $4\\!\\times$ faster.", "4x", "4\\!\\times"),
        ("We beat GPT$^*$ here.", "GPT^* here", "GPT$^*$ here"),
        ("It has 62.1$\\pm$0.3 points.", "62.1±0.3", "62.1$\\pm$0.3"),
        ("It has $91.3_{\\pm 0.2}\\%$ now.", "91.3±0.2%", "91.3_{\\pm 0.2}\\%"),
        ("On $\\sim$10 runs.", "~10", "\\sim$10"),
        ("It goes 4$\\to$26 here.", "4 → 26", "4$\\to$26"),
        ("See \\href{https://zorb.io/x}{GitHub}.", "x GitHub", "x}{GitHub"),
        ("In $O(n\\log n)$ steps.", "n log n", "n\\log n"),
        ("By 90$^{\\circ}$ here.", "90°", "90$^{\\circ}"),
        ('Na{\\"i}ve schemes.', "Naive", 'Na{\\"i}ve'),
        ("One.\\\\ Two.", "One.  Two", "One.\\\\ Two"),
        ("$1\\;2$ or $\\{2,4\\}$", "1 2", "1\\;2"),
        ("Of $\\{2,4\\}$-bit.", "2,4-bit", "2,4\\}$-bit"),
        ("It is $\\leq 5$ here.", "≤5", "\\leq 5"),
        ("\\v{C}ech", "Cech", "C}ech"),
        ("LLaMA‑2 7B", "LLaMA-2 7B", "LLaMA‑2 7B"),
        ("Low-rank adapters~(LoRA)", "adapters (LoRA)", "adapters~(LoRA)"),
        ("On four benchmarks-GAIA, HLE", "benchmarks - GAIA", "benchmarks-GAIA"),
        ("with ShapeLM-Omni-a native model", "Omni - a native", "Omni-a native"),
        ("off-the shelf, on-the-fly", "off-the shelf", "off-the shelf"),
        ("smaller variants-Llama-3, and", "variants - Llama-3", "variants-Llama-3"),
        ("perceptionRightarrowreasoning", "perception->reasoning", "perceptionRightarrowreasoning"),
        ("We propose TRC^{2} here.", "TRC^2", "TRC^{2}"),
        ("Claude~4.5~Sonnet", "Claude 4.5 Sonnet", "Claude~4.5~Sonnet"),
    ],
)
def test_a_mark_is_read_and_leads_back(written: str, read_as: str, stretch: str) -> None:
    assert stands_for(read("A title", written), read_as) == stretch


def test_the_title_is_the_first_sentence() -> None:
    reading = read("A title: with a colon", "One. Two, e.g. three. Four et al. five.")
    pieces = [reading.text[start:end] for start, end in reading.sentences]
    assert pieces == ["A title: with a colon", "One.", "Two, e.g. three.", "Four et al. five."]


def test_a_unit_is_no_initial() -> None:
    reading = read("A title", "It takes 9.8 s. We thank J. Doe. It is 4 m. It ends.")
    pieces = [reading.text[start:end] for start, end in reading.sentences[1:]]
    assert pieces == ["It takes 9.8 s.", "We thank J. Doe.", "It is 4 m.", "It ends."]


@pytest.mark.parametrize("title", ["Decoding Faster by 3\\times", "On Llama-", "A \\approx"])
def test_a_mark_does_not_swallow_the_gap_behind_a_title(title: str) -> None:
    reading = read(title, "8B is faster.")
    (start, end), _ = reading.sentences
    assert reading.original(start, end) == ("title", 0, len(title))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (r"on $\text{Llama-2-7B}$ and \mbox{LoRA}", "on Llama-2-7B and LoRA"),
        (r"with $\boldsymbol{k}$ of \bm{n}", "with k of n"),
        (r"of BERT \citep[see][]{one, two} it", "of BERT  it"),
        (r"\textcolor[rgb]{1,0,0}{FooNet} and {\color{blue}BarNet}", "FooNet and BarNet"),
    ],
)
def test_commands_of_latex_leave_what_they_show(written: str, read_as: str) -> None:
    assert read("", written).text.strip() == read_as


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("\\textbf{Zorb}{\\sc Net}", "ZorbNet"),
        ("{G}{P}{T}-4 and {Zorb}{Net}", "GPT-4 and ZorbNet"),
        ("$F_{1}{=}0.915$", "F_1=0.915"),
        ("It costs $5 and $7.", "It costs $5 and $7."),
    ],
)
def test_braces_and_dollars_leave_names_and_prices_whole(written: str, read_as: str) -> None:
    assert read("", written).text.strip() == read_as


def test_an_escaped_quotation_mark_is_no_accent() -> None:
    words = r"""it\'s what they call \"open\" weights"""
    assert read("", words).text.endswith(words)


@pytest.mark.parametrize("text", ["", " ", "\n", "No full stop", "...", "\\{}$"])
def test_odd_texts_are_read(text: str) -> None:
    assert read(text, text).title == text


pieces = st.sampled_from(
    [
        "\\eg ",
        "3.9times",
        "Llama3- 8B",
        "“a”",
        "$x$",
        "—",
        "\\textbf{b}",
        "\\cite[a]{b}",
        "\\textcolor{red}{b}",
        "''",
        " ",
        "sim5%",
        "\u200b",
        "a.",
        " B",
        "1",
    ]
)


@given(st.lists(st.one_of(pieces, st.text(max_size=5))).map("".join), st.text(max_size=20))
def test_every_offset_leads_into_the_original(abstract: str, title: str) -> None:
    reading = read(title, abstract)
    for offset in range(len(reading.text)):
        field, start, end = reading.original(offset, offset + 1)
        assert 0 <= start <= end <= len(getattr(reading, field))


@given(st.lists(st.one_of(pieces, st.text(max_size=5))).map("".join))
def test_sentences_do_not_overlap(abstract: str) -> None:
    reading = read("Title", abstract)
    flat = [offset for span in reading.sentences for offset in span]
    assert flat == sorted(flat)
