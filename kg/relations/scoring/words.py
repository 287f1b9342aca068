"""Features in plain words."""

from types import MappingProxyType

#: What each family of features says; ``{}`` stands for the value.
SAYINGS = MappingProxyType(
    {
        "bias": "what holds of any name",
        "after-own-name": "the sentence names own work before it",
        "after-self": "the authors speak of themselves before it",
        "again": "rules say {} of it more than once",
        "by": "found by {}",
        "denied": "the rule {} speaks against it",
        "from": "it is the subject of {}",
        "holds": "rules say {} of it",
        "in-title": "named in the title and after",
        "is-name": "a proper name of the type {}",
        "is-term": "a common noun of the type {}",
        "known": "in the lexicon",
        "last-word": "its last word is '{}'",
        "left": "'{}' stands before it",
        "left1": "'{}' stands just before it",
        "listed": "in a list of {}",
        "names": "how many names of the type the text has: {}",
        "near-own-name": "own work is named shortly before it",
        "near-self": "the authors speak of themselves shortly before it",
        "own": "the paper has an own {}",
        "own-name-then": "'{}' follows the name of own work before it",
        "paper": "the title is that of a paper of the kind {}",
        "place": "in a sentence of the kind {}",
        "quarter": "first named in quarter {} of the abstract",
        "rank": "number {} among the names of its type",
        "result": "a result says {} of it",
        "right": "'{}' stands after it",
        "right1": "'{}' stands just after it",
        "rule": "the rule {} reads it",
        "self-then": "'{}' follows what the authors call themselves",
        "settled": "what the rule {} reads stands",
        "spelled-out": "spelled out in the text",
        "times": "named so many times: {}",
        "title-only": "named in the title alone",
        "to": "it is the object of {}",
        "type": "of the type {}",
        "words": "so many words: {}",
    }
)

_EDGES = MappingProxyType(
    {"^": "the sentence's beginning", "$": "the sentence's end", "0": "a number"}
)


def say(feature: str) -> str:
    """Say a feature in words.

    >>> say("left1:with"), say("listed:2"), say("right1:$")
    ("'with' stands just before it", 'in a list of 2', "the sentence's end stands just after it")
    """
    family, _, value = feature.partition(":")
    saying = SAYINGS[family]
    if value in _EDGES and family.startswith(("left", "right")):
        return saying.replace("'{}'", _EDGES[value])
    if value.startswith("<"):
        return saying.replace("'{}'", "another name")
    return saying.format(value)
