"""Papers that are of other papers: what a survey tells of, it does not use."""

import re

from kg.sieve import small
from kg.text import Reading


def is_survey(reading: Reading) -> bool:
    """Say whether a paper calls itself a survey or a review, in its title or its abstract.

    >>> from kg.text import read
    >>> is_survey(read("Folding: A Survey", "")), is_survey(read("", "In this survey, we fold."))
    (True, True)
    >>> is_survey(read("Folding Survey Data", "We ask readers of reviews."))
    False
    """
    text = small(reading.text)
    return bool(_TITLE.search(text, 0, reading.title_end) or _SAYS_SO.search(text))


_KIND = r"(?:survey|(?:literature |systematic )?review)"
_TITLE = re.compile(rf"(?:^|: ?)(?:an? )?(?:[\w-]+ ){{0,3}}{_KIND}(?: (?:of|on|and)\b|$)")
_SAYS_SO = re.compile(
    rf"\bthis (?:[\w-]+ ){{0,2}}{_KIND}\b(?! (?:data|process|response|question|system|generation))"
    r"|\bwe (?:[a-z]+ly )?(?:survey|review) (?!(?:data|[\w-]+ for)\b)"
    r"|\b(?:present|provid|offer|conduct|giv)(?:s|es|e|ing)? (?:an?|the first)"
    rf" (?:[\w-]+,? ){{0,3}}{_KIND} (?:of|on)\b"
)
