"""Web addresses in metadata, and what kind of thing each points at."""

import re
from collections.abc import Iterator

from kg.errors import quoted
from kg.model import Link

#: What may stand in an IRI of RDF, so that no link breaks an export.
_ADDRESS = re.compile(r"https?://(?:www\.)?([\w.-]+)(?::[0-9]+)?((?:[/?#][^\s<>\"{}|\\^`]*)?)")
_CODE = frozenset({"github.com", "gitlab.com", "bitbucket.org", "codeberg.org"})
_PAPERS = frozenset(
    {"aclanthology.org", "alphaxiv.org", "arxiv.org", "doi.org", "dx.doi.org", "openreview.net"}
)
_HUGGING_FACE = {"papers": "paper", "datasets": "data"}
_NO_MODEL = frozenset({"blog", "collections", "docs", "learn", "spaces"})


def is_address(text: str) -> bool:
    """Tell whether a text is one http or https address and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def make_link(url: str, otherwise: str) -> Link:
    """Return the link with the kind that the address tells, else with the kind `otherwise`.

    >>> make_link("https://github.com/microsoft/LoRA", "project").kind
    'code'
    >>> make_link("https://huggingface.co/datasets/openai/gsm8k", "project").kind
    'data'
    """
    match = _ADDRESS.fullmatch(url)
    if not match:
        raise ValueError(f"{quoted(url)} is no http or https address")
    host, parts = match[1].lower(), match[2].strip("/").split("/")
    if host in _CODE and len(parts) > 1:
        return Link("code", url)
    if host in _PAPERS:
        return Link("paper", url)
    if host == "huggingface.co":
        return Link(_hugging_face(parts) or otherwise, url)
    return Link(otherwise, url)


def join_address(text: str) -> str:
    r"""Take tabs and line ends out of an address, as browsers do (https://url.spec.whatwg.org).

    >>> join_address("https://github.com/\nowner/name")
    'https://github.com/owner/name'
    """
    return re.sub(r"[\t\r\n]", "", text)


def find_addresses(text: str) -> Iterator[str]:
    """Yield the addresses within a line of metadata, without brackets and stops that follow."""
    for match in _ADDRESS.finditer(text):
        bare = re.split(r"[()（）、。]", match[0])[0].rstrip(".,;:")
        if is_address(bare):
            yield bare


def _hugging_face(parts: list[str]) -> str:
    """Return the kind of a page of the hub, '' where it is none of ours."""
    if parts[0] in _HUGGING_FACE:
        return _HUGGING_FACE[parts[0]]
    return "model" if len(parts) > 1 and parts[0] not in _NO_MODEL else ""
