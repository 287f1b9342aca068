import pytest

from kg.sources.addresses import find_addresses, is_address, make_link


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://github.com/owner/name", "code"),
        ("https://www.gitlab.com/owner/name", "code"),
        ("https://github.com/", "other"),
        ("https://owner.github.io/name", "other"),
        ("https://arxiv.org/abs/2106.09685", "paper"),
        ("https://huggingface.co/papers/2106.09685", "paper"),
        ("https://huggingface.co/datasets/openai/gsm8k", "data"),
        ("https://huggingface.co/meta-llama/Llama-2-7b-hf", "model"),
        ("https://huggingface.co/spaces/owner/name", "other"),
        ("https://huggingface.co/meta-llama", "other"),
        ("https://huggingface.co", "other"),
        ("https://example.com?x=1", "other"),
    ],
)
def test_address_tells_the_kind(url, kind):
    assert make_link(url, "other").kind == kind


@pytest.mark.parametrize(
    "text",
    ["", "github.com/a/b", "ftp://a/b", "https://", "https://a/<b>", "https://a b", "https://a/\n"],
)
def test_other_text_is_no_address(text):
    assert not is_address(text)
    with pytest.raises(ValueError, match="no http or https address"):
        make_link(text, "other")


def test_addresses_within_a_line_are_found_without_what_follows():
    line = (
        "コード https://github.com/a/b。 site: https://arxiv.org/abs/2501.01234(pdf), https://a.b/."
    )
    assert list(find_addresses(line)) == [
        "https://github.com/a/b",
        "https://arxiv.org/abs/2501.01234",
        "https://a.b/",
    ]
