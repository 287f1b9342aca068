from itertools import permutations

import pytest

from kg.curation import Act
from kg.model import Link, Listing, PartialDate, Source
from kg.resolve import merge_papers


def test_records_that_share_an_identifier_are_one_paper(record, merge):
    one = record("Nets of Foo", arxiv="2401.00001")
    other = record("Nets of Foo, revised", arxiv="2401.00001", doi="10.5555/FOO")
    again = record("Foo nets", doi="10.5555/foo")
    assert [paper.id for paper in merge(one, other, again)] == ["paper/2401.00001"]


def test_records_that_share_a_title_are_one_paper(record, merge):
    (paper,) = merge(record("Nets: of Foo"), record("NETS OF FOO", arxiv="2401.00001"))
    assert paper.id == "paper/2401.00001"


def test_one_title_with_two_arxiv_ids_is_two_papers(record, merge):
    papers = merge(record("Errata", arxiv="2401.00001"), record("Errata", arxiv="2401.00002"))
    assert len(papers) == 2


def test_a_title_alone_stands_alone_between_two_candidates(record, merge):
    alone = record("Errata")
    papers = merge(
        record("Errata", arxiv="2401.00001"), record("Errata", arxiv="2401.00002"), alone
    )
    assert [paper.id for paper in papers] == ["paper/2401.00001", "paper/2401.00002", alone.id]


def test_a_record_with_two_candidates_by_two_titles_stands_alone(record, merge):
    papers = merge(
        record("A", arxiv="2401.00001"),
        record("B", arxiv="2401.00002"),
        record("A", doi="10.5555/x"),
        record("B", doi="10.5555/x"),
    )
    assert len(papers) == 3


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_text_is_of_one_record_english_before_long(record, merge, order):
    records = [
        record("T", arxiv="2401.00001", abstract="短い要約" * 50, language="ja"),
        record("T.", arxiv="2401.00001", abstract="The whole abstract."),
        record("T!", arxiv="2401.00001", abstract="The abs"),
    ]
    (paper,) = merge(*(records[number] for number in order))
    assert (paper.title, paper.abstract, paper.language) == ("T.", "The whole abstract.", "en")


def test_an_abstract_goes_before_the_summary_of_somebody_else(record, merge):
    summary = record("T", abstract="A long summary by somebody.", summary_by="kg")
    (paper,) = merge(summary, record("T", abstract="Ours."))
    assert (paper.abstract, paper.summary_by) == ("Ours.", "")


def test_the_best_of_each_single_field_is_taken(record, merge):
    (paper,) = merge(
        record("T", authors=("A. Ada", "B. Babbage"), date=PartialDate(2024)),
        record("T", authors=("A. Ada",), n_authors=7, date=PartialDate(2024, 3, 9)),
    )
    assert paper.authors == ("A. Ada", "B. Babbage")
    assert (paper.n_authors, paper.date) == (7, PartialDate(2024, 3, 9))


def test_a_printed_year_goes_before_an_inferred_one(record, merge):
    inferred = PartialDate(2023, 3, 9, year_inferred=True)
    (paper,) = merge(record("T", date=inferred), record("T", date=PartialDate(2024, 3, 9)))
    assert paper.date == PartialDate(2024, 3, 9)


def test_lists_are_united_and_sorted(record, merge):
    (paper,) = merge(
        record("T", categories=("cs.LG",), links=(Link("code", "https://b.example"),)),
        record("T", categories=("cs.CL", "cs.LG"), sources=(Source("a.txt", 1),)),
    )
    assert paper.categories == ("cs.CL", "cs.LG")
    assert (paper.links, paper.sources) == (
        (Link("code", "https://b.example"),),
        (Source("a.txt", 1),),
    )


def test_one_page_and_date_is_one_listing_with_the_highest_counts(record, merge):
    day, other_day = PartialDate(2024, 3, 9), PartialDate(2024, 3, 10)
    (paper,) = merge(
        record("T", listings=(Listing("Daily", day, comments=1, votes=9),)),
        record("T", listings=(Listing("Daily", day, comments=4), Listing("Daily", other_day))),
    )
    assert paper.listings == (Listing("Daily", day, 4, 9), Listing("Daily", other_day))


def test_a_title_id_redirects_to_the_arxiv_id(record, graph_of):
    alone = record("Nets of Foo")
    graph = graph_of([alone], [record("Nets of Foo", arxiv="2401.00001")])
    assert graph.redirects == ((alone.id, "paper/2401.00001"),)


def test_no_redirect_where_nothing_moved(record, graph_of):
    assert graph_of([record("A")], [record("B", arxiv="2401.00001")]).redirects == ()


def test_a_paper_keeps_its_records(record):
    records = (record("T"), record("T", arxiv="2401.00001"))
    (paper,) = merge_papers(records)
    assert set(paper.records) == set(records)


LOVELACE = ("Ada Lovelace", "Charles Babbage")


@pytest.mark.parametrize(
    "title",
    [
        "Nets of Foo (extended version)",
        "Nets of Foo v2",
        "Nets of {Foo}",
        "Néts of Foo",
        "Nets &amp; Foo",
    ],
)
def test_a_title_written_otherwise_is_the_same_paper(record, merge, title):
    other = "Nets & Foo" if "&" in title else "Nets of Foo"
    papers = merge(record(title), record(other, arxiv="2401.00001"))
    assert [paper.id for paper in papers] == ["paper/2401.00001"]


def test_a_title_without_its_subtitle_wants_all_authors_and_the_year(record, merge):
    given = {"authors": LOVELACE, "date": PartialDate(2024)}
    whole = record("FooNet: Nets of Foo", arxiv="2401.00001", **given)
    alike = {**given, "authors": ("Lovelace, A.", "Babbage, C.")}
    assert len(merge(whole, record("FooNet", **alike))) == 1
    for other in ({"authors": ()}, {"authors": LOVELACE[:1]}, {"date": PartialDate(2025)}):
        assert len(merge(whole, record("FooNet", **{**given, **other}))) == 2


def test_two_ids_of_one_registry_are_two_papers_of_one_head(record, merge):
    one = record("FooNet: Nets of Foo", doi="10.5555/a", authors=LOVELACE)
    assert len(merge(one, record("FooNet", doi="10.5555/b", authors=LOVELACE))) == 2


def test_two_subtitles_of_one_head_are_two_papers(record, merge):
    titles = ("FooNet: one", "FooNet: another", "FooNet")
    assert len(merge(*(record(title, authors=LOVELACE) for title in titles))) == 3


@pytest.mark.parametrize("written", ["Bo Ek, Jr.", "Bo Ek Jr", "Ek, Bo, III", "Ek Jr., B."])
def test_a_suffix_makes_no_other_author(record, merge, written):
    one = record("FooNet: Nets of Foo", "2401.00001", authors=("Bo Ek",))
    assert len(merge(one, record("FooNet", authors=(written,)))) == 1


def test_authors_or_years_that_differ_keep_near_titles_apart(record, merge):
    alone = record("Nets of Foo (full version)", authors=LOVELACE, date=PartialDate(2020))
    other = record("Nets of Foo", doi="10.5555/x", authors=("Grace Hopper",))
    later = record("Nets of Foo", doi="10.5555/x", authors=LOVELACE, date=PartialDate(2024))
    assert len(merge(alone, other)) == len(merge(alone, later)) == 2


def test_a_curator_merges_papers(record):
    acts = [Act("merge", ("paper/2401.00001", "paper/2402.00002"))]
    records = [record("A", arxiv="2401.00001"), record("B", arxiv="2402.00002")]
    assert [paper.document.id for paper in merge_papers(records, acts)] == ["paper/2402.00002"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_curator_keeps_papers_apart(record, order):
    records = [record("A"), record("A", arxiv="2401.00001"), record("B", arxiv="2401.00001")]
    acts = [Act("do-not-merge", (records[0].id, "paper/2401.00001"))]
    papers = merge_papers([records[number] for number in order], acts)
    assert [paper.document.id for paper in papers] == ["paper/2401.00001", records[0].id]


def test_paper_without_a_date_has_the_month_of_its_arxiv_id(record, merge):
    (paper,) = merge(record("T", arxiv="2401.00001"))
    assert paper.date == PartialDate(2024, 1, year_inferred=True)


def test_date_of_any_record_goes_before_the_month_of_the_arxiv_id(record, merge):
    (paper,) = merge(
        record("T", arxiv="2401.00001"), record("T", arxiv="2401.00001", date=PartialDate(2023))
    )
    assert paper.date == PartialDate(2023)
