"""Clauses of a marked sentence: stretches in which a number and its names belong together."""

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.frozen import fast

_VERB = (
    r"(?:achiev|attain|reach|obtain|scor|yield|gett|gets|deliver|produc|sustain|maintain|exhibit"
    r"|demonstrat|show|outperform|surpass|exceed|beat|improv|reduc|increas|decreas|rais|boost|cut"
    r"|sav|gain|lower|enhanc|accelerat|speed|match|provid|retain|preserv|requir|consum|us(?=es|ing)"
    r"|runn?|outscor|lead|drop|ris|set|establish|giv|earn|operat|enabl|generaliz|resolv|solv|secur|allow|help|narrow|rival)"
)
_BOUNDARY = re.compile(
    r";|\s-\s|: (?=\(?(?:i|1|a)\))"
    r"|,? \b(?:while|whereas|although|though|but|yet|where|despite)\b"
    rf"|,? and (?=(?:\w+ly |even |also |further )?{_VERB}\w*)"
    r"|,? and (?=(?:it|we|they|our|this)\b)"
    r"|,? and (?=on (?:the )?⟦o?D⟧[\w-]*,? (?:(?:it|we|they|our)\b|⟦o?[AMC]⟧))"
    r"|,? and (?=(?:the |its )?⟦o?C⟧(?: (?:on|in|for) (?:the )?⟦o?D⟧)? (?:\w+ly )?"
    rf"(?!(?:scores?|gains?)\b){_VERB}(?:e?[sd])?\b)"
    rf"|, (?=(?:\w+ly |even |also |further |thus |thereby )?{_VERB}\w*ing\b)"
    r"|, (?=(?:which|compared|despite|with only|at only)\b)"
    r"|(?<!\bvs)(?<!e\.g)(?<!i\.e)(?<! al)[.:] (?=[A-Z⟦])",
)
_GOES_ON = re.compile(
    r"[,\s]*(?:(?:while|and|also|even|thus|thereby|further|\w+ly)\s+)*\w+ing\b|[,\s]*(?:which|compared)"
)
_JOINED = re.compile(rf",? and (?:\w+ly |even |also |further )?{_VERB}")


@fast
@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch [start, end) of a sentence.

    One that `goes_on` depends on the last; one that is `joined` is another verb of its subject.
    """

    start: int
    end: int
    goes_on: bool = False
    joined: bool = False


def clauses(text: str) -> list[Clause]:
    """Cut a marked sentence into clauses.

    >>> text = "⟦A⟧ reaches 61%, surpassing ⟦A⟧ by 3%, while it is 2x faster."
    >>> [text[clause.start : clause.end] for clause in clauses(text)]
    ['⟦A⟧ reaches 61%', ', surpassing ⟦A⟧ by 3%', ', while it is 2x faster.']
    """
    cuts = [0, *(match.start() for match in _BOUNDARY.finditer(text) if match.start()), len(text)]
    return [
        Clause(
            start,
            end,
            start > 0 and _GOES_ON.match(text, start, end) is not None,
            _JOINED.match(text, start, end) is not None,
        )
        for start, end in pairwise(cuts)
    ]
