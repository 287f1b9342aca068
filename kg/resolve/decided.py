"""How a name of one paper was linked, where more than the text of that paper decided it."""

from types import MappingProxyType

#: What each key of `Decision.how` says. Keys that begin with ``open`` leave the name open: it has a
#: thing by its name alone.
HOW = MappingProxyType(
    {
        "own": "the paper introduces it",
        "only": "one paper introduces a thing of that name",
        "date": "of the papers that introduce a thing of that name, one is not later",
        "expansion": "the paper that introduces it spells it out alike",
        "other-words": "the others of that name are spelled out in other words",
        "context": "of several things of that name, the nearest by context and type",
        "alias": "another paper gives that name to it, as its abbreviation or expansion",
        "curated": "a curator says so",
        "open": "no paper introduces it",
        "open-before": "what has that name was introduced later",
        "open-other-words": "what has that name is spelled out in other words",
        "open-far": "the paper that introduces a thing of that short name is about something else",
        "open-unclear": "several papers introduce a thing of that name, and none is clearly nearer",
    }
)
