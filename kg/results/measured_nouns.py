"""What numbers measure where no metric of the lexicon stands: "a follow-up rate of 22%".

Only the words right beside a number are read; they become common-noun Metrics of the text.
"""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from kg.mentions import Found
from kg.mentions.found import Spans
from kg.mentions.measure_phrases import phrase_start
from kg.results.measured_tasks import find_measured_tasks
from kg.results.sized import sized_models
from kg.results.whole_metrics import metric_called, whole_metrics
from kg.text import Reading

RECOGNISER = "pattern"
_SCORE = 0.6

_HEAD = (
    r"(?:rates?|scores?|agreement|correctness|sparsity|coverage|utili[sz]ation|retention|overhead"
    r"|similarity|consistency|satisfaction|compliance|adherence|errors?|percentile|success"
    r"|attainment|accuracy|precision|recall|returns?|reward|fidelity|realism|robustness"
    r"|diversity|throughput|latency|parameters|tokens|usage|consumption|footprint|speed|drift"
    r"|quality|resolution|efficiency|utility|complexity|toxicity|bias|index|ratio|correlation|hallucinations?|leakage"
    r"|alignment|forgetting|compression|completion|preference|preservation|stability|confidence"
    r"|feasibility|solvability|acceptance|faithfulness|relevance|helpfulness|readability|validity"
    r"|novelty|acceleration)"
)
_COST = (
    r"(?:costs?|parameters|resources|computations?|compute|tokens?|steps|budget|energy|overhead"
    r"|memory|storage|bandwidth|time|throughput|latency|size|length|calls|footprint|usage"
    r"|consumption|FLOPs|answers|errors?|hallucinations|rates?|data|speed|samples|params|turns)"
)
_NO_WORD = (
    r"(?!(?:on|in|of|for|with|and|or|over|at|to|by|from|than|compared|while|which|when|using|is|are"
    r"|as|across|the|a|an|its|our|their|that|this|points?|absolute|relative|average|overall|mean"
    r"|faster|slower"
    r"|only|up|about|around|nearly|approximately|over|higher|lower|better|new|more|less|fewer"
    r"|improved|maximum|impressive|remarkable|significant|substantial|reported|final|best|lowest"
    r"|highest|reaching|achieving|achieves|has|have|we|it|per|respective|total|original|same"
    r"|both|state-of-the-art|percentage|leading|secured|outstanding|superior|promising|comparable|similar|better|record|record-breaking|high|strong|strongest|top|good|competitive|perfect|cutting|(?:achiev|attain|reach|obtain|yield|scor|get|record|report"
    r"|deliver|show|us|hav|maintain|demonstrat|exhibit|perform|improv|increas|reduc|cut|lower"
    r"|sav|boost|rais|enhanc|decreas|accelerat|shrink|trim|slash|lift|gain|los)(?:e|es|s|ed|ing"
    r"|ting)?)\b(?!-))"
)
_WORD = rf"{_NO_WORD}(?:[a-z][a-z-]{{2,25}}|[A-Z]{{2,5}})"
#: A number, a range or a fraction, as far as its last digit. First one of the signs that it may
#: begin with, so that the engine passes over all else.
_A_NUMBER = re.compile(
    r"[~<>+\-\d](?<![\w.,/].)(?<![A-Za-z]-.)(?:(?<=\d)|(?<=[+-])\d|(?<=[~<>])[+-]?\d)[\d.,]{0,8}"
    r"(?:\s?(?:[%x]\s?)?(?:--?|~|/|\sto\s)\s?[+-]?\d[\d.,]{0,8})?(?!(?!(?:x|times|-fold)\b)[\w-])"
)
_AVERAGE = r"(?:average |overall |mean |absolute |relative |total |maximum )?"
#: What tells that what stands behind it became more or less.
_LESS = r"(?:less|fewer|lower|smaller|higher|greater|more|faster|reduced|increased|improved)"
_CHANGE = r"(?:reduction|decrease|savings?|cut|drop|increase|improvement|gain|boost)s?"
_DEGREE = r"(?:absolute|relative|average|overall|mean|further|additional|significant|consistent)"
_UNIT = r"(?:-fold\b|\s?(?:%|percent|x\b|times\b|pp\b|points?\b|percentage points?\b)\+?)"
#: Parameters and the like that come on top, or are a part of all.
_KIND = r"(?:additional|extra|trainable|active|activated|learnable|tunable)"
#: What reached a value; a value in brackets or behind an equals sign has it too.
_REACHES = r"(?:of|to|by|from|is|at|reach\w+|was|rang(?:e|es|ed|ing) (?:from|between))"
#: A name that no list has, by its form alone: AnsF1@1, CapScore.
_NAME = r"(?:[A-Z][\w-]{0,12}@\d{1,3}|[A-Z][A-Za-z-]{1,12}(?:Score|Acc|F1|IoU|Rate))"

#: Short names in capitals: AP, mAP, PQ, FIDs, AP50; not those of units, devices and fields.
_SHORT_NAME = (
    r"(?!(?:FPS|GB|MB|KB|TB|GPU|CPU|TPU|LLM|VLM|MLLM|MAC|USD|AM|PM|EUR|RTX|RAM|VRAM|QPS|QA|AI|ML"
    r"|NLP|RL|SFT|OOD|ID|API|CNN|MLP|HZ|MP|FP|BF|INT|UTC|HD|UHD|RGB|II|III|IV|VI|US|UK|EU)s?\d*\b)"
    r"[a-z]?[A-Z]{2,5}(?:\d{2}|[rfc])?s?"
)
_BITS = r"(?:bits?(?:/|\sper\s)(?:char(?:acter)?|dim(?:ension)?|byte)|bp[bcd]|BP[BCD])"
#: What may stand behind a noun that ends there.
_NOUN_ENDS = (
    r"(?=[,.;:)]|$|\s(?:on|in|for|and|than|compared|while|with|over|at|to|across|when|without|via"
    r"|by|from|using|during|per|vs|relative)\b|\s\()"
)
#: Costs that are parts of a whole without another word: not "61% of the time".
_WHOLE_COST = r"(?:parameters|compute|computation|costs?|memory|FLOPs|params)"
#: So many patterns do not hold of settings: "with 10% of the training data".
_OF_SETTINGS = 2
#: What is told of how well something agrees with people.
_WITH_HUMANS = (
    rf"(?:{_WORD}\s){{0,2}}(?:agreement|correlation|consistency|alignment|similarity|concordance)"
    r"\swith\s(?:human(?:s|\s[a-z]+)?|(?:expert|annotator|clinician|reader)s?'?"
    r"(?:\s(?:judge?ments?|ratings?|labels?|scores?))?)(?![\w-])"
)
#: Where the words stand that name what a number measures: behind it, or before it.
_BEHIND = (
    re.compile(
        rf"{_UNIT}\s+(?:in\s)?{_AVERAGE}(?P<noun>{_WITH_HUMANS}|(?:{_WORD}\s){{0,2}}{_HEAD}\b"
        r"(?!\s(?:interval|level|bound|band)))"
    ),
    re.compile(rf"{_UNIT}\s+(?:of|as)\s(?:the|its)\s(?P<cost>(?:{_WORD}\s){{1,2}}{_COST})\b"),
    re.compile(rf"{_UNIT}\s+of\s(?:the|its)\s(?P<noun>(?:{_WORD}\s){{0,2}}{_WHOLE_COST})\b"),
    re.compile(rf"{_UNIT}\s(?:faster|slower)\s(?P<sped>(?:{_WORD}\s){{0,2}}{_WORD}){_NOUN_ENDS}"),
    re.compile(
        rf"{_UNIT}\s(?:higher|lower|greater|better|stronger|improved|reduced|increased)"
        rf"\s(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD}){_NOUN_ENDS}"
    ),
    re.compile(
        rf"{_UNIT}\s(?:{_LESS}\s(?P<noun>(?:{_WORD}\s){{0,2}}{_COST})"
        rf"|(?:{_DEGREE}\s)?{_CHANGE}\sin\s(?:the\s)?(?P<cost>(?:{_WORD}\s){{0,2}}{_WORD}))"
        rf"{_NOUN_ENDS}"
    ),
    re.compile(rf"{_UNIT}\s(?P<noun>(?:{_WORD}\s){{0,2}}(?:{_COST}|{_HEAD}))\s{_CHANGE}\b"),
    re.compile(
        rf"{_UNIT}\s(?:{_WORD}\s)?{_CHANGE}\s(?:in|of)\s(?:the\s)?"
        rf"(?P<noun>(?:number|amount|size|likelihood|probability|volume)\sof\s(?:{_WORD}\s)?{_WORD})\b"
    ),
    re.compile(
        rf"{_UNIT}\sin\sterms\sof\s(?:the\s)?(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD})"
        r"(?=[,.;:)]|\s(?:on|in|for|and|than|compared|while|with|over|at|to|across)\b)"
    ),
    re.compile(rf"{_UNIT}\s(?P<noun>[A-Z]{{3,5}})(?=[,;.)]|\s(?:and|on)\b)"),
    re.compile(rf"(?:\s?%)?\s(?:average\s)?(?P<noun>{_NAME})(?![\w-])"),
    re.compile(
        rf"(?:(?<=\d\.\d)|(?<=\d\.\d\d)|(?<=\d\.\d\d\d)|\s?%)"
        rf"\s(?:(?:box|mask|val|test|mean|average)\s)?(?P<noun>{_SHORT_NAME})"
        r"(?=[,;.)]|\s(?:and|on|with|for|in|at|over|to|across|vs|versus|compared|while)\b|$)"
    ),
    re.compile(rf"\s(?P<noun>{_BITS})(?![\w-])"),
    re.compile(
        rf"(?:{_UNIT})?\s(?:of\s(?:the|its|all)\s)?"
        rf"(?P<noun>{_KIND}\s(?:parameters|memory|compute|tokens|weights))\b"
    ),
    re.compile(rf"{_UNIT}\sof\s(?:the|its)\stotal\s(?P<noun>memory|compute|cost)\b"),
    re.compile(rf"{_UNIT}\sin\s(?:the\s)?(?P<noun>average\sscores?)\b"),
    re.compile(rf"{_UNIT}\sof\s(?P<noun>(?:GPU\shours|{_WORD}\scompute))\b"),
)
#: Verbs that say that a quantity changes.
_CHANGES = (
    r"(?:(?:reduc|decreas|improv|increas|rais|enhanc|sav|elevat|degrad|inflat|minimi[sz])"
    r"(?:e|es|ed|ing)|(?:lower|boost|strengthen|shorten|lift|suppress)(?:s|ed|ing)?"
    r"|(?:cut|slash|shrink|trim|drop)(?:s|es|ped|ting|ping|ing)?|amplif(?:y|ies|ied|ying))"
)
_BEFORE = tuple(
    re.compile(rf"{pattern}\s(?:[a-z]+\s){{0,3}}$")
    for pattern in (
        rf"(?<![\w-])(?P<noun>(?:{_WORD}\s){{1,3}}{_HEAD})\s{_REACHES}",
        rf"(?<![\w-])(?P<noun>(?:[A-Z][a-z]{{2,15}}\s)(?:[Rr]ates?|[Ss]cores?))\s{_REACHES}",
        rf"(?:\b(?:with|and|the)|,)\s(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD})\s(?:(?:is|are|was|were)\s)?"
        r"(?:reduced|decreased|lowered|increased|improved|elevated|boosted|raised|dropped|declined"
        r"|dropping|declining|rising|falling|increasing|decreasing)\s(?:by|from)",
        rf"(?<![\w-])(?P<noun>{_SHORT_NAME})\s(?:scores?\s|values?\s)?(?:of|=)",
        r"\b(?P<noun>(?:total|average) score)s?\s(?:of|is|by|from)",
        rf"\b{_CHANGES}\s(?:the\s|its\s|their\s|[\w-]+'s\s)?"
        rf"(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD}|(?:[A-Z][a-z-]{{2,15}}\s){{1,3}}[A-Z][a-z]{{2,15}})"
        r"\s(?:(?:of|in)\s(?:[^;,.\d]|\d{1,4}-?[a-z]){1,50}\s)?(?:by|from|to)",
        r"\b(?:accelerat(?:e|es|ed|ing)|speed(?:s|ing)?\sup)\s(?:the\s|its\s)?"
        rf"(?P<sped>(?:{_WORD}\s){{0,2}}{_WORD})"
        r"\s(?:(?:of|in)\s(?:[^;,.\d]|\d{1,4}-?[a-z]){1,50}\s)?(?:by|from|to)",
        rf"(?<![\w-])(?P<noun>{_WITH_HUMANS})\s{_REACHES}",
        r"\b(?P<noun>success)\s(?:increas|ris|improv|climb|jump|drop|fall)(?:e|es|s|ing)\s(?:by|from|to)",
        r"\b(?:reduc|decreas|cut|lower|improv|increas|shrink)(?:e|es|ed|ing|s|ting)?\s(?:the\s)?"
        rf"(?P<noun>(?:number|amount|size|likelihood|probability|volume)\sof\s(?:{_WORD}\s)?{_WORD})\s(?:by|from)",
        rf"(?:,|\band)\s(?:the\s|its\s)?{_AVERAGE}(?P<noun>(?:{_WORD}\s){{0,2}}(?:{_HEAD}|{_COST}))"
        r"\s(?:by|from)",
        rf"\b(?:an?|average|mean|the|and|in|with)\s(?P<noun>{_NAME}|[A-Z]{{3,5}})"
        r"(?:\s(?:score|rate|value))?\s(?:of|is)",
        r"\b(?:reduc|decreas|cut|lower)(?:es|ed|ing|s|ting)\s(?:the\s|its\s)?"
        r"(?P<noun>[A-Z]{3,5})\s(?:by|from)",
    )
)
#: A short name right before a share of one: "SFR 0.46".
_SHORT_BEFORE = re.compile(rf"(?<!\bon )(?<!\bin )(?<![\w-])(?P<noun>{_SHORT_NAME})\)? $")
#: What the number in brackets behind it measures: "on speaker recall (0.788".
_BEFORE_BRACKET = re.compile(
    rf"(?<![\w-])(?P<noun>(?:{_WORD}\s){{1,3}}"
    r"(?:recall|precision|accuracy|rate|agreement|correlation))\s\($"
)
#: Metrics at a cut-off, wherever they stand: "3.2% in R@3".
_AT = re.compile(
    r"(?<![\w@-])(?P<noun>(?:[RP]|[Rr]ecall|[Pp]recision|Hits?|HR|NDCG|nDCG|MRR|MAP|mAP|F1|Acc|pass)@\d{1,4})"
    r"(?![\w@-])"
)
_LONG = MappingProxyType(
    {"R": "Recall", "recall": "Recall", "P": "Precision", "precision": "Precision"}
)
_LINKS = re.compile(rf"(?:\b{_REACHES}|=)\s(?:[a-z]+\s){{0,3}}$")
#: Words too general to be the name of what is measured.
_GENERAL = frozenset(
    "performance results quality model models method methods baselines score scores it them data"
    " rate rates error errors state-of-the-art capabilities capability baseline system systems"
    " training inference gap abilities ability both up reasoning prior average these"
    " those usage number amount data size length quality speed time steps tasks samples".split()
)
#: How phrases end that name what is measured on, or whose value it is.
_NOT_MEASURED = frozenset(
    "model models agent agents method methods system systems baseline baselines policy policies"
    " LLM LLMs VLM VLMs MLLM MLLMs deployment setting settings scenario scenarios task tasks"
    " environment environments domain domains benchmark benchmarks prediction generation reasoning"
    " planning navigation manipulation performance results capability capabilities ability"
    " abilities".split()
)
#: What is told to be faster and is no measure of its own: "faster inference" is inference speed.
_SPEED = re.compile(
    r"(?P<is_measure>(?:.+ )?(?:speed|time|latency|throughput))s?"
    r"|(?!performance$|rate$|process$)(?P<what>.+?)(?: (?:process|rate))?"
)
_BY_FORM = re.compile(rf"{_NAME}|{_SHORT_NAME}")
_ONE = re.compile(r"s$")
_BITS_OF = re.compile(r"(?:bits?(?:/|\sper\s)|bp|BP)([bcdBCD])\w*")
_OF = MappingProxyType({"b": "byte", "c": "character", "d": "dimension"})
#: What texts shorten: "a 24% real-world success".
_SHORT = MappingProxyType(
    {
        "success": "success rate",
        "token": "tokens",
        "memory": "memory consumption",
        "acceleration": "speedup",
    }
)
_PLURAL = re.compile(r"(rate|score|error|cost)s$")


class _Noun(NamedTuple):
    start: int
    end: int
    label: str
    named: bool


def with_measured(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Return the names of a reading, sorted by place.

    Metrics are whole, unlisted ones and tasks are added, and models named again by their size.
    """
    whole = whole_metrics(reading, found)
    more = (*sized_models(reading, whole), *find_measured(reading, whole))
    tasks = find_measured_tasks(reading, (*whole, *more))
    return sorted([*whole, *more, *tasks], key=attrgetter("start"))


def find_measured(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Return the unlisted metrics beside the numbers of a reading, sorted by place."""
    nouns = [noun for noun in _nouns(reading) if _is_measure(noun.label)]
    if not nouns:
        return []
    taken = Spans()
    for item in found:
        taken.add(item.start, item.end)
    measured: dict[int, Found] = {}
    for noun in nouns:
        if not taken.overlaps(noun.start, noun.end):
            taken.add(noun.start, noun.end)
            name = metric_called(noun.label, named=noun.named)
            measured[noun.start] = Found(noun.start, noun.end, name, RECOGNISER, _SCORE)
    return [measured[start] for start in sorted(measured)]


def _is_measure(label: str) -> bool:
    words = label.split()
    return label not in _GENERAL and words[-1] not in _NOT_MEASURED and words[0] != "human"


def _nouns(reading: Reading) -> Iterator[_Noun]:
    text = reading.text
    for match in _AT.finditer(text) if "@" in text else ():
        head, _, depth = match["noun"].partition("@")
        yield _Noun(*match.span("noun"), f"{_LONG.get(head, head)}@{depth}", named=True)
    for number in _A_NUMBER.finditer(text, reading.title_end):
        patterns = _BEHIND[_OF_SETTINGS:] if _is_setting(text, number.start()) else _BEHIND
        matches = (pattern.match(text, number.end()) for pattern in patterns)
        yield from (_noun(one) for one in matches if one)
        start = number.start()
        if text[start - 1].isspace():
            yield from _nouns_before(text, start)
        elif text[start - 1] == "(" and (
            named := _BEFORE_BRACKET.search(text, max(0, start - 70), start)
        ):
            yield _noun(named)


def _nouns_before(text: str, start: int) -> Iterator[_Noun]:
    if text[start] == "0" and (name := _SHORT_BEFORE.search(text, max(0, start - 20), start)):
        yield _noun(name)
    if _LINKS.search(text, max(0, start - 40), start):
        matches = (pattern.search(text, max(0, start - 90), start) for pattern in _BEFORE)
        yield from (_noun(one) for one in matches if one)


def _is_setting(text: str, start: int) -> bool:
    """Say whether a number tells under what something was measured: "at 50% sparsity"."""
    return _SETTING.search(text, max(0, start - 12), start) is not None


_SETTING = re.compile(r"\b(?:at|under|with|given) (?:only |an? )?$")


def _noun(match: re.Match[str]) -> _Noun:
    """Return the noun of a match, which has one group alone."""
    group = match.lastgroup or ""
    written = match[group]
    if group == "sped":
        sped = _SPEED.fullmatch(written)
        label = (sped["is_measure"] or f"{sped['what']} speed") if sped else "speed"
        return _Noun(*match.span(group), label, named=False)
    if bits := _BITS_OF.fullmatch(written):
        return _Noun(*match.span(group), f"bits per {_OF[bits[1].lower()]}", named=False)
    if _BY_FORM.fullmatch(written):
        return _Noun(*match.span(group), _ONE.sub("", written), named=True)
    label = _PLURAL.sub(r"\1", written)
    if _IN_CAPITALS.match(written):
        return _Noun(*match.span(group), label, named=True)
    if label.endswith(" success"):
        start = phrase_start(f" {label}", len(label) - len("success") + 1, 2) - 1
        label = f"{label[start:]} rate"
    return _Noun(*match.span(group), _SHORT.get(label.split()[-1], label), named=False)


#: A name of several words: "Generalized Energy Distance".
_IN_CAPITALS = re.compile(r"[A-Z][a-z-]+ ")
