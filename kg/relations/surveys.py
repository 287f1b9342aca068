"""Papers that are of other papers: what a survey tells of, it mostly does not use."""

import re

from kg.sieve import small
from kg.text import Reading


def is_survey(reading: Reading) -> bool:
    """Say whether a paper calls itself a survey or a review, in its title or its abstract.

    >>> from kg.text import read
    >>> is_survey(read("Folding: A Survey", "")), is_survey(read("", "In this survey, we fold."))
    (True, True)
    >>> is_survey(read("Automating Code Review", "We review 200 answers by hand."))
    False
    """
    text = small(reading.text)
    if "survey" not in text and "review" not in text:
        return False
    if _TITLE.search(text, 0, reading.title_end):
        return True
    return bool(_SAYS_SO.search(text)) and not _MAKES.search(text, reading.title_end)


#: What may stand before "survey" or "review": anything else tells of data, or of peers.
_KIND = (
    r"(?:(?:comprehensive|systematic|structured|literature|scoping|critical|brief|short|concise"
    r"|unified|holistic|extensive|thorough|in-depth|technical|recent|first|new|timely"
    r"|[a-z]+-(?:centric|oriented|centered|driven)),?(?: and)? )"
)
#: "Agents: A Survey", "A Review of Agents", "Literature Review: ...".
_TITLE = re.compile(
    r"(?:^|[:?.–-] ?)"
    rf"(?:(?:an? |the )?{_KIND}{{0,3}}survey|(?:an? {_KIND}{{0,3}}|{_KIND}{{1,3}})review)"
    r"(?: (?:of|on|for|in|from|and perspective)\b|[,.:]|\s*$)"
)
_ITSELF = r"(?: paper| article)?(?:,| (?:is|aims|has|[a-z]{3,}(?:s|es))\b)"
_SAYS_SO = re.compile(
    r"\bthis (?:paper|article|work) (?:\w+ly )?(?:surveys|reviews)\b"
    rf"|\bthis {_KIND}{{0,3}}survey{_ITSELF}|\bthis {_KIND}{{0,3}}review{_ITSELF}"
    rf"|\b(?:present|provid|offer|giv)(?:s|es|e|ing)? (?:an?|the first) {_KIND}{{0,3}}survey"
    r" (?:of|on)\b(?! (?:our|users?|experts?|people))"
    rf"|\bpresent(?:s|ing)? an? {_KIND}{{1,3}}review (?:of|on)\b(?! our)"
)
#: Who makes something new of his own does more than tell of others' works.
_MAKES = re.compile(
    r"\b(?:we|and|also|then) (?:also |further |then )?"
    r"(?:propose|introduce|fine-tune|train|release|develop) "
    r"(?!an? (?:[\w-]+ ){0,3}(?:taxonom|framework|categori|classif|perspective|roadmap|view))"
)
