"""The formats of answers, and which of them a client wants.

Negotiation is that of RFC 9110: the most specific range of ``Accept`` that fits a type gives its
weight; of types of the same weight, the first in our order is sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

#: The media type of each format of rows; a yes or no goes by the first two.
ROWS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
BOOLEANS = {name: ROWS[name] for name in ("json", "xml")}
#: The media type of each format of triples.
TRIPLES = {
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
}
#: Other names by which clients ask for these.
ALSO = {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/x-turtle": "turtle",
    "text/plain": "ntriples",
}


@dataclass(frozen=True, slots=True)
class _Range:
    """A range of media types of an Accept header, and its weight."""

    name: str
    weight: float

    def fits(self, media: str) -> int:
        """Tell how closely the range fits a type: 0 for not at all."""
        if self.name == media:
            return 3
        if self.name == f"{media.partition('/')[0]}/*":
            return 2
        return int(self.name == "*/*")


def choose(accept: str, formats: dict[str, str]) -> str:
    """Return the best of some formats for an Accept header; empty where none will do.

    >>> choose("text/csv;q=0.5, application/sparql-results+xml", ROWS), choose("image/png", ROWS)
    ('xml', '')
    """
    ranges = _ranges(accept)
    if not ranges:
        return next(iter(formats))
    weights = {name: _weight(_names(name, media), ranges) for name, media in formats.items()}
    best = max(weights, key=lambda name: weights[name])
    return best if weights[best] > 0 else ""


def _names(name: str, media: str) -> list[str]:
    return [media, *(other for other, meant in ALSO.items() if meant == name)]


def _weight(names: Sequence[str], ranges: Sequence[_Range]) -> float:
    """Return the weight of a format: by its own name, else by another, at a little less."""
    own, *others = (_weight_of(name, ranges) for name in names)
    return max(own, *(weight * 0.999 for weight in others)) if others else own


def _weight_of(media: str, ranges: Sequence[_Range]) -> float:
    closest = max(ranges, key=lambda item: (item.fits(media), item.weight))
    return closest.weight if closest.fits(media) else 0.0


def _ranges(accept: str) -> list[_Range]:
    """Read an Accept header; what is no range is passed over."""
    found = []
    for part in accept.split(",")[:100]:
        name, *parameters = (word.strip().lower() for word in part.split(";"))
        if "/" in name:
            found.append(_Range(name, _quality(parameters)))
    return found


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            return _number(value.strip())
    return 1.0


def _number(text: str) -> float:
    """Return a weight from 0 to 1; one that cannot be read counts as 0."""
    whole, _, rest = text.partition(".")
    if whole not in ("0", "1") or not (rest == "" or rest.isdecimal()):
        return 0.0
    return min(float(text), 1.0)
