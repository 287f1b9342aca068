from time import process_time

import pytest

from kg.identifiers import find_arxiv, identifier_of_address, parse_identifier
from kg.model import Identifier


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("2106.09685", "arxiv", "2106.09685"),
        ("arXiv:0704.0001v12", "arxiv", "0704.0001"),
        ("hep-th/9901001", "arxiv", "hep-th/9901001"),
        ("math.GT/0309136v1", "arxiv", "math/0309136"),
        ("10.48550/arXiv.2106.09685", "arxiv", "2106.09685"),
        ("doi:10.1000/ABC.1", "doi", "10.1000/abc.1"),
        ("2022.acl-long.1", "acl", "2022.acl-long.1"),
        ("P19-1001", "acl", "P19-1001"),
        ("W18-50123", "acl", "W18-50123"),
    ],
)
def test_identifier_has_one_spelling(text, scheme, value):
    assert parse_identifier(text) == Identifier(scheme, value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2113.09685",
        "2106.096",
        "2106.096855",
        "10.1000",
        "10.1/x",
        "acl2021:2021.acl-long.2",
        "J79-J79-1021",
    ],
)
def test_foreign_identifier_is_none(text):
    assert parse_identifier(text) is None


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://arxiv.org/abs/2106.09685v2", "2106.09685"),
        ("http://www.arxiv.org/pdf/cs/0501001.pdf", "cs/0501001"),
        ("https://huggingface.co/papers/2106.09685?x=1", "2106.09685"),
        ("https://doi.org/10.1000/ABC", "10.1000/abc"),
        ("https://aclanthology.org/P19-1001.pdf", "P19-1001"),
    ],
)
def test_address_of_a_paper_holds_its_identifier(url, value):
    found = identifier_of_address(url)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "url", ["https://arxiv.org/list/cs.CL", "https://example.com/abs/2106.09685", ""]
)
def test_other_address_holds_none(url):
    assert identifier_of_address(url) is None


@pytest.mark.parametrize(
    "text", ["arxivサイト arxiv_id(pdf)", "12106.09685", "2106.09685.7", "v2106.09685"]
)
def test_number_within_a_line_is_no_identifier(text):
    assert find_arxiv(text) is None


def test_long_line_is_looked_through_in_time():
    began = process_time()
    assert find_arxiv("a-" * 50_000) is None
    assert process_time() - began < 1
