import pytest

from kg.errors import FieldError
from kg.model import Identifier, Link, PartialDate

ENTRY = """{title}

要約(オリジナル)

Clocks are read.

arxiv情報

著者 Ana Lima,Bo Ek
発行日 2025-01-03 16:59:11+00:00
arxivサイト {site}

カテゴリー: cs.CL | {title} はコメントを受け付けていません

"""


def _page(*titles, site="arxiv_id(pdf)"):
    return "".join(ENTRY.format(title=title, site=site) for title in titles)


def test_sample_gives_what_it_says(samples, read):
    [lantern, clocks, salt], _ = read(samples / "arxiv-blog.txt")
    assert lantern.abstract == "Lantern-7B reads printed maps and answers questions about them."
    assert lantern.authors == ("Ana Lima", "Bo Ek, Jr.", "張三")
    assert lantern.date == PartialDate(2025, 1, 3)
    assert lantern.categories == ("cs.CL", "cs.CV")
    assert (clocks.title, clocks.date) == ("時計について", PartialDate(2024, 11, 30))
    assert (salt.authors, salt.n_authors, salt.date) == ((), None, None)


def test_japanese_summary_stands_in_where_it_is_all_there_is(samples, read):
    documents, _ = read(samples / "arxiv-blog.txt")
    assert [paper.language for paper in documents] == ["en", "ja", "en"]
    assert documents[1].abstract == "写真から時計を読みます。"


def test_summary_by_holds_for_the_originals(samples, read):
    documents, _ = read(samples / "arxiv-blog.txt")
    assert [paper.summary_by for paper in documents] == ["kg", "", "kg"]


def test_addresses_of_the_metadata_become_links(samples, read):
    lantern = read(samples / "arxiv-blog.txt")[0][0]
    assert lantern.identifiers == (Identifier("arxiv", "2501.01234"),)
    assert lantern.links == (
        Link("paper", "https://arxiv.org/abs/2501.01234v2"),
        Link("code", "https://github.com/example/lantern"),
    )


def test_id_in_an_abstract_is_not_the_papers(samples, read):
    assert read(samples / "arxiv-blog.txt")[0][2].identifiers == ()


@pytest.mark.parametrize("site", ["2501.01234(pdf)", "arXiv:2501.01234v3", "cs/0501001"])
def test_bare_id_on_the_line_of_the_site_is_read(read_text, site):
    [paper], _ = read_text(_page("On Clocks", site=site))
    assert paper.id in {"paper/2501.01234", "paper/cs.0501001"}
    assert paper.links == ()


@pytest.mark.parametrize(("end", "kept"), [("arxiv情報", 2), ("Clocks are", 1), ("要約(", 1)])
def test_last_entry_is_kept_where_its_text_is_whole(read_text, end, kept):
    text = _page("On Clocks", "On Maps")
    documents, skipped = read_text(text[: text.rindex(end) + len(end)])
    assert len(documents) == kept
    assert [error.line for error in skipped] == [15] * (2 - kept)


def test_title_alone_at_the_end_is_listed(read_text):
    documents, [error] = read_text(_page("On Clocks") + "On Ma")
    assert len(documents) == 1
    assert (error.line, "cut off" in error.reason) == (15, True)


def test_unfinished_line_of_metadata_is_not_trusted(read_text):
    text = _page("On Clocks")
    [paper], skipped = read_text(text[: text.index("Bo Ek") + 2])
    assert (paper.authors, paper.abstract, skipped) == ((), "Clocks are read.", [])


def test_entry_that_lost_its_metadata_within_the_page_is_kept(read_text):
    cut = "On Maps\n\n要約\n\n地図。\n\n要約(オリジナル)\n\nMaps are read.\n\n"
    documents, skipped = read_text(cut + _page("On Clocks"))
    assert [paper.abstract for paper in documents] == ["Maps are read.", "Clocks are read."]
    assert skipped == []


def test_an_odd_line_of_metadata_is_left_out(read_text):
    page = _page("On Clocks", "On Maps")
    odd = page.replace("発行日 2025-01-03", "発行日 2025-02-30", 1)
    [clocks, maps], [error] = read_text(odd)
    [whole, _], _ = read_text(page)
    assert (error.line, isinstance(error, FieldError)) == (1, True)
    assert error.reason.startswith("発行日:")
    assert (clocks.date, maps.date) == (None, whole.date)
    assert (clocks.abstract, clocks.id) == (whole.abstract, whole.id)


def test_text_without_a_title_is_listed(read_text):
    documents, [error] = read_text(
        "要約(オリジナル)\n\nLost.\n\narxiv情報\n\n" + _page("On Clocks")
    )
    assert [paper.title for paper in documents] == ["On Clocks"]
    assert (error.line, "without a title" in error.reason) == (1, True)


def test_navigation_below_the_entries_is_no_entry(read_text):
    documents, skipped = read_text(_page("On Clocks") + "投稿ナビゲーション\n\n1 2 3\n")
    assert (len(documents), skipped) == (1, [])
