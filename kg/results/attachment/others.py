"""Values of people and of systems that a text does not name: "the best model reaches ..."."""

import re

_SYSTEM = (
    r"(?:models?|LLMs?|MLLMs?|VLMs?|LVLMs?|VLAs?|systems?|agents?|methods?|detectors?|performers?"
    r"|generators?|solutions?|approach(?:es)?|baselines?|tools?|assistants?|chatbots?|policies"
    r"|classifiers?|techniques?|pipelines?|contenders?)"
)
_PEOPLE = (
    r"(?:humans?|(?:human |domain |medical )?experts?|annotators|clinicians|physicians|doctors"
    r"|(?:radi|cardi|path|dermat|ophthalm|neur|onc)\w*ologists|surgeons)"
)
_OTHERS = re.compile(
    r"\b(?:existing|current|open-weight|open-source|proprietary|frontier|leading|most|all|other|prior"
    r"|previous|many|best|best-performing|top-performing|strongest|state-of-the-art|SOTA|SoTA|top"
    r"|today's|modern|recent|advanced|commercial|industry|popular|standard|general-purpose)"
    r" (?:(?!(?:among|across|of|on|in|for|with|over|to|than|by)\b)[\w-]+ ){0,3}?"
    rf"{_SYSTEM}\b(?! (?:like|such as|including)|,? ⟦| \()"
    rf"|\b{_PEOPLE}(?: (?:annotators|performance|raters|participants|accuracy))?\b(?![-'’])"
    r"|(?:^|, |\b(?:that|where|while|whereas|but) )(?:models|agents|LLMs|MLLMs|VLMs|baselines)"
    r"(?= [a-z])",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(r"[;:]|\b(?:while|whereas|but|our|we)\b|,")
#: Before systems of others, where they do not act: "outperforms all methods with 61%".
_SET_AGAINST = re.compile(
    r"\b(?:than|over|with|to|of|for|on|in|by|from|against|among|across|our|these|outperform\w*"
    r"|surpass\w*|exceed\w*|beat\w*|improv\w*|boost\w*|help\w*|enabl\w*|us(?:es|ing)|rival\w*"
    r"|match\w*|allow\w*|make\w*|train\w*|lead\w*)"
    r"(?: (?:the|all|both|other|its|a|an|those|its|current|several))*\s$",
    re.IGNORECASE,
)


#: "easy for humans (90%)", "the human baseline of 90%".
_PEOPLE_BEFORE = re.compile(
    rf"\b{_PEOPLE} \([^()]{{0,12}}$|\bhuman (?:baseline|ceiling|level|upper bound) (?:of|at) $",
    re.IGNORECASE,
)

#: "close to fp16's 54.2", "below its 31B sibling's 89.2%", "whereas baselines reach 61%".
_OF_UNREAD = re.compile(
    r"\b(?:close to|than|over|vs\.?|versus|above|below|beyond|behind|against|compared (?:to|with)"
    r"|(?:surpass|exceed|match|approach|beat|outperform|trail)(?:s|es|ing|ed)?)"
    r" (?:the |its |their )?(?:[\w.+-]+ ){0,2}[\w.+-]+['\u2019]s $"
    r"|\b(?:while|whereas|but|where) (?:the |all |other |strong |existing ){0,2}(?:[\w-]+ )?"
    r"baselines? (?:only |still )?(?:reach|achiev|scor|attain|obtain|drop|fall|yield|rang)\w*"
    r"(?: (?:up to|at|to|from|only|as (?:high|low) as))?\s$"
    r"|\b(?:[Ss]tart(?:ing|s|ed)?|[Ii]nitiali[sz]ed) from [^;,.\d⟦]{1,50} (?:with|at|of) $"
    r"|\b(?:random(?:ly)? (?:guess\w*|chance|baselines?|selection)"
    r"|majority (?:class|vote|baseline))"
    r" (?:[a-z]+ly )?(?:gets?|is|at|of|reach\w*|achiev\w*|scor\w*|obtain\w*|yield\w*) $"
    r"|\bcompared (?:to|with) [^;,.\d⟦]{1,40},"
    r" which (?:perform|scor|achiev|reach|obtain|attain)\w*(?: (?:at|only))? $"
)
#: Behind a value of one of several that it is told of: "72% for LoRA and 70% for decision trees".
_FOR_UNREAD = re.compile(
    r" ?%?(?: ⟦o?C⟧)? for (?:the )?[A-Za-z][\w+-]+(?: [a-z-]+){0,2}(?=[,.;)]| \()"
)
#: Before the next of a list whose items have their values behind them: "LoRA 57% and tuning 61%".
_NEXT_UNREAD = re.compile(
    r"⟦o?[MA]⟧ [~<>]?\d[\d.]* ?(?:%|[A-Z]{2})?(?:,|,? and) (?:the )?"
    r"(?!(?:up|on|of|at|by|to|with|than|for|in|is|are|a|an|only|even|about|over|nearly)\b)"
    r"[a-z][a-z-]+(?: [a-z-]+){0,2} $"
)
#: The same where the items are names: "LoRA does so in 69%, and Foo-Net2 in 88%".
_NEXT_NAME = re.compile(
    r"⟦[MA]⟧ (?:[a-z]+ ){0,4}[~<>]?\d[\d.]* ?%?(?:,|;|,? and|, while) (?:the )?"
    r"[A-Z][\w.+-]*[A-Z\d][\w.+-]* (?:in |at |with |by |gets |reaches |scores )?$"
)
_FOR_READ = re.compile(r"\d ?%?(?: ⟦o?C⟧)? for (?:the )?⟦[MA]⟧(?:,|,? and|,? &) $")


def is_of_unread_rival(text: str, start: int, end: int) -> bool:
    """Say whether a number is plainly the value of a rival that no recogniser knows."""
    if _FOR_READ.search(text, max(0, start - 40), start) and _FOR_UNREAD.match(text, end):
        return True
    near = max(0, start - 70)
    if _NEXT_UNREAD.search(text, near, start) or _NEXT_NAME.search(text, near, start):
        return True
    return _OF_UNREAD.search(text, max(0, start - 70), start) is not None


#: "where three cardiologists averaged 84%".
_PEOPLE_REACH = re.compile(
    rf"\b{_PEOPLE} (?:only |still )?(?:averag|reach|achiev|scor|attain|obtain)(?:e[sd]?|s|ed)?"
    r"(?: (?:an? )?(?:average |mean )?⟦o?C⟧ of)? $",
    re.IGNORECASE,
)
#: "61% versus 87% for humans".
_FOR_PEOPLE = re.compile(rf" (?:for|of) (?:the )?{_PEOPLE}\b(?!-)(?! (?:eval|judg))")


def is_of_people(text: str, start: int, end: int) -> bool:
    """Say whether a number at [start, end) is plainly the value of people."""
    if _PEOPLE_BEFORE.search(text, max(0, start - 30), start):
        return True
    if _PEOPLE_REACH.search(text, max(0, start - 60), start):
        return True
    return _FOR_PEOPLE.match(text, end) is not None


def tells_of_others(text: str, start: int, end: int) -> bool:
    """Say whether the words before a number give it to systems without a name."""
    if _PEOPLE_BEFORE.search(text, max(0, end - 30), end):
        return True
    return any(
        not _NEW_CLAUSE.search(text, found.end(), end)
        and not _SET_AGAINST.search(text, max(0, found.start() - 40), found.start())
        for found in _OTHERS.finditer(text, start, end)
    )
