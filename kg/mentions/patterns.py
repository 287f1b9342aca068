"""Names that no list knows, read from how a text speaks of them.

A candidate is a word with the shape of a coined name, or capitalised words where a text names its
own work ("we propose Verbalized Sampling, a ..."). What stands before and behind a candidate
votes for its type; the votes of all its occurrences in a text decide.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.mentions.abbreviations import Abbreviation, find_abbreviations
from kg.mentions.families import finder
from kg.mentions.found import Found
from kg.mentions.heads import phrase_from, type_of_phrase
from kg.mentions.shapes import NOT_NAMES, WORD, established, is_marked, marked_words
from kg.model import Name

RECOGNISER = "pattern"

#: What papers do with their own work; each stem takes its endings.
INTRODUCES = (
    r"(?:introduc|propos|present|develop|releas|unveil|contribut|construct|creat|design|curat|devis"
    r"|establish|describ|compil|produc|open-sourc|formulat|synthesi[sz]|collect"
    r"|assembl)(?:e|es|s|ing|ed)?"
    r"|buil[dt](?:s|ing)?|offer(?:s|ing)?|annotat(?:e|ed|ing)|term(?:ed)?|dub(?:bed)?"
    r"|deriv(?:e|ed|ing)"
)
_CALLED = (
    r"(?:called|named|termed|dubbed|titled|entitled|coined|namely|denoted(?:\s+as)?"
    r"|i\.e\.,|that we (?:call|name|term)|which we (?:call|name|term|dub|refer to as)"
    r"|referred to as|known as)"
)
_SMALL_WORD = (
    r"(?!that\b|which\b|to\b|of\b|for\b|with\b|using\b|by\b|on\b|in\b|from\b|how\b|and\b"
    r"|as\b|based\b|where\b|a series\b)[a-z0-9][\w'-]*"
)
_CAPITALISED = r"[A-Z\u0370-\u03ff][\w\u0370-\u03ff^+*.-]*[\w+*]|[A-Z]"
_COINED = rf"(?=\S*[A-Z\u0370-\u03ff])(?![Tt]he\b|An?\b|[Oo]ur\b){WORD}"
_OWN_NAME = (
    rf"({_COINED}(?:(?:\s+(?:of|for|in|via|to|the))?\s+(?:{_CAPITALISED}|\d+(?:\.\d+)?"
    rf"(?![\w,]))){{0,5}})"
)
#: "we propose (a new benchmark called) NAME": group 1 the words between, group 2 the name.
_OWN = re.compile(
    rf"\b(?:we|paper|work|study|report|article|authors|and|to|by|then|further|also"
    rf"|[Ww]e|Finally|Furthermore|Additionally|,)\s+(?:\w+ly\s+|then\s+|further\s+|also"
    rf"\s+|first\s+|therefore\s+|thus\s+|next\s+){{0,2}}(?:{INTRODUCES}|train(?:ed)?)"
    rf"((?:,?\s+{_SMALL_WORD}){{0,10}}?)(?:\s*[,:-]?\s+{_CALLED})?\s*[,:]?\s+[\"'(]?{_OWN_NAME}"
)
_NAMED_SO = re.compile(rf"(?:^|[\s(,])((?:[a-z][\w-]*\s+){{1,6}}?){_CALLED}\s+[\"']?{_OWN_NAME}")
_PASSIVE = re.compile(
    rf"{_OWN_NAME}(?:\s*\([^()]*\))?,?\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?"
    rf"(?:introduced|proposed|presented|developed|constructed|designed)\b"
)
_TITLE_NAME = re.compile(r"^[\"']?([^\s:?!,][^:?!,]{1,40}?)[\"']?\s*:\s+\S")
_FUNCTION_WORDS = frozenset(
    "a an the of for in on and or to with via from by is are do does can how why what"
    " when where beyond towards toward"
    " not no as at it its your all you we".split()
)

_HEAD_BEFORE = re.compile(
    r"((?:[\w-]+\s+){0,3}[a-z][\w-]*)(?:\s*[,:(]|\s*,?\s+(?:such as|like|including"
    r"|e\.g\.,|namely|i\.e\.,|called|named|on|the))?\s*[\"'(]?$"
)
_LISTED_BEFORE = re.compile(r"(?:,|/|\band|\bor|&)\s*$")
_ARTICLE_BEHIND = re.compile(
    r"(?:\s*\([^()]{1,120}\))?\s*[\"']?(?:,|\s-|:)?\s*(?:which\s+)?(?:(?:is|are|as"
    r"|serves as|was)\s+)?(?=(?:an?|the first|our|the largest|the only)\s)"
)
_DIRECTLY_BEHIND = re.compile(r"[\"')]?\s+((?:[a-z][\w-]*\s*){1,3})")

#: What stands right before a name, and the type that speaks for, with its weight.
_BEFORE = tuple(
    (re.compile(pattern + r"\s*[\"']?$", re.IGNORECASE), type_name, weight)
    for pattern, type_name, weight in (
        (
            r"\b(?:evaluat\w+|experiments?|results?|tested|benchmarked|accuracy"
            r"|scores?|gains?|improvements?|performance|state-of-the-art|sota|f1|%"
            r"|points?)\s+(?:\w+\s+){0,3}?(?:on|across)\s+(?:the\s+)?",
            "Benchmark",
            1.5,
        ),
        (
            r"\b(?:fine-?tun\w+|pre-?train\w+|trained|training)\s+(?:\w+\s+){0,2}?on\s+(?:the\s+)?",
            "Dataset",
            1.0,
        ),
        (r"\b(?:on|across)\s+(?:the\s+)?", "Benchmark", 0.8),
        (
            r"\b(?:fine-?tun\w+|prompt\w*|quantiz\w+|compress\w+|prun\w+|applied to"
            r"|backbones?|initialized (?:from|with))\s+(?:the\s+)?",
            "Model",
            1.0,
        ),
        (
            r"\b(?:outperform\w*|surpass\w*|exceed\w*|beat\w*|than|versus|vs\.?"
            r"|compared (?:to|with)|over)\s+(?:the\s+)?",
            "Method",
            0.6,
        ),
        (
            r"\b(?:with|using|via|through|by|apply\w*|adopt\w*|leverag\w*|employ\w*"
            r"|based on|combin\w+|integrat\w+)\s+(?:the\s+)?",
            "Method",
            0.8,
        ),
    )
)
#: What a name itself tells.
_WITHIN = tuple(
    (re.compile(pattern), type_name, weight)
    for pattern, type_name, weight in (
        (r"(?i:bench(?:mark)?|gym|arena)(?:[-.]?[A-Z0-9][\w.]*)?$", "Benchmark", 3.0),
        (r"(?:QA|Eval|Test|Exam)$", "Benchmark", 2.0),
        (r"-\d+(?:\.\d+)?[KM]$", "Dataset", 2.5),
        (r"(?:Corpus|Data|Dataset|Bank)$|^Wiki[A-Z]", "Dataset", 2.0),
        (r"(?:VLM|MLLM|VLA|LLaVA|LLaMA|Llama|Qwen|VL)(?:[-.]?\d[\w.]*)?$", "Model", 1.2),
        (r"(?:GPT|LM)(?:[-.]?\d[\w.]*)?$", "Model", 0.4),
        (
            r"(?:PO|RL|Net|Former|GAN|NeRF|Attention|Prune|Quant|Cache|Decoding|MoE"
            r"|Agent|Tuning|Flow|Diff|Adapter)$",
            "Method",
            1.0,
        ),
    )
)


@dataclass(slots=True)
class _Candidate:
    """All that a text says of one unlisted name."""

    label: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)
    aliases: list[str] = field(default_factory=list)
    own: bool = False


def find_patterns(text: str, title_end: int, taken: list[Found]) -> Iterator[Found]:
    """Yield the names that patterns find beside the `taken` ones of the lists and the grammar."""
    candidates: dict[str, _Candidate] = {}
    covered = _Cover(taken)
    _read_shapes(text, candidates, covered)
    _read_own_names(text, title_end, candidates, covered)
    yield from _read_abbreviations(text, candidates, taken)
    for candidate in candidates.values():
        yield from _settle(text, candidate, taken, covered)


class _Cover:
    """Which stretches the lists and the grammar have taken."""

    def __init__(self, taken: list[Found]) -> None:
        self._spans = [(item.start, item.end) for item in taken]

    def holds(self, start: int, end: int) -> bool:
        """Say whether a stretch lies inside a taken one."""
        return any(first <= start and end <= last for first, last in self._spans)


def _read_shapes(text: str, candidates: dict[str, _Candidate], covered: _Cover) -> None:
    for start, end in marked_words(text):
        end = _with_version(text, end)
        if not covered.holds(start, end):
            _add(candidates, text, start, end)


def _with_version(text: str, end: int) -> int:
    """Take a version that stands apart into the name: OmniGen 2, SAM 2.1."""
    version = re.compile(
        r" (?:v?\d(?:\.\d)?)(?=[\s,.;:)]*(?:$|[,;:)]|\.\s|\s(?:is|was|and|on|with|as|for|to)\b))"
    ).match(text, end)
    return version.end() if version else end


def _add(candidates: dict[str, _Candidate], text: str, start: int, end: int) -> _Candidate:
    label = text[start:end]
    candidate = candidates.setdefault(label, _Candidate(label))
    if (start, end) not in candidate.spans:
        candidate.spans.append((start, end))
    return candidate


def _read_own_names(
    text: str, title_end: int, candidates: dict[str, _Candidate], covered: _Cover
) -> None:
    """Read the names that the text gives to its own work."""
    for match in _OWN.finditer(text, title_end):
        _own(text, match, candidates, covered)
    for match in _NAMED_SO.finditer(text, title_end):
        _own(text, match, candidates, covered)
    for match in _PASSIVE.finditer(text, title_end):
        start, end = _trim(text, *match.span(1))
        if _can_be_own(text, start, end) and not covered.holds(start, end):
            _add(candidates, text, start, end).own = True
    title = _TITLE_NAME.match(text[:title_end])
    if title is not None and _title_name(title[1], text, title_end):
        start, end = title.span(1)
        if not covered.holds(start, end):
            candidate = _add(candidates, text, start, end)
            candidate.own = True
            candidate.votes[_type_of_subtitle(text, end, title_end)] += 1.5


_SUBTITLE = re.compile(r"[\"']?\s*:\s+(?=An?\s|The\s|Towards\s+an?\s|(?!\w+ing\b)[A-Z])")


def _type_of_subtitle(text: str, end: int, title_end: int) -> str:
    """Return the type that a subtitle gives: "X: A Benchmark for ..."."""
    subtitle = _SUBTITLE.match(text, end)
    if subtitle is None:
        return ""
    phrase = phrase_from(text[:title_end], subtitle.end())
    type_name = type_of_phrase(phrase)
    is_sure = type_name not in {"Model", "ModelFamily"} or text[subtitle.end()] == "A"
    return type_name if is_sure else ""


def _own(
    text: str, match: re.Match[str], candidates: dict[str, _Candidate], covered: _Cover
) -> None:
    start, end = _trim(text, *match.span(2))
    if not _can_be_own(text, start, end) or covered.holds(start, end):
        return
    if not _stands_alone(text, start, end):
        return
    candidate = _add(candidates, text, start, end)
    candidate.own = True
    between = type_of_phrase(match[1] or "", text[end : end + 60])
    if between:
        candidate.votes[between] += 2.5


_ALONE = re.compile(
    r"[\"')]?\s*(?:[,:;.()—]|$|-\s|\d|(?:to|that|which|is|as|by|for|in|and|with|on"
    r"|from|using|of|where|based)\b"
    r"|(?:\w+\s){0,2}(?:framework|method|algorithm|model|approach|system|benchmark"
    r"|data|corpus|strategy"
    r"|pipeline|module|mechanism|network|architecture|loss|operator|dashboard|agent"
    r"|toolkit|suite|technique|paradigm|project))"
)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a plain capitalised word is a name and not an adjective: "a Verified subset"."""
    name = text[start:end]
    return " " in name or any(True for _ in marked_words(name)) or bool(_ALONE.match(text, end))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut a name at what does not belong to it: a sentence's end, a trailing small word."""
    name = text[start:end]
    cut = re.search(r"\.\s|\.$", name)
    name = name[: cut.start()] if cut else name
    name = re.sub(r"(?:\s+(?:of|for|in|via|with|from|to|the|and|-))+$", "", name.rstrip(" .,-"))
    words = name.split()
    while len(words) > 1 and words[-1] in {
        "We",
        "In",
        "It",
        "This",
        "Our",
        "The",
        "A",
        "An",
        "To",
        "For",
    }:
        words.pop()
    length = (
        len(name) if len(words) == len(name.split()) else name.index(words[-1]) + len(words[-1])
    )
    return start, start + length


_NEVER_OWN = frozenset(
    "We In It This Our The A An To For By On Our Large Language Models Model First"
    " Second Third Finally I"
    " English Chinese Japanese German French Arabic Hindi European Asian American"
    " African LLM AI ML Vision"
    " Bayesian Gaussian Markov Python PyTorch Transformer Transformers Wikipedia"
    " GitHub Unlike Given Based"
    " Specifically Experiments Extensive Existing Recent Two Three Four Both Each All"
    " Reinforcement Learning".split()
)


def _can_be_own(text: str, start: int, end: int) -> bool:
    """Say whether a stretch can be the name of a paper's own work."""
    name = text[start:end]
    words = name.split()
    if not words or len(name) < 2 or name in NOT_NAMES or words[0] in _NEVER_OWN:
        return False
    if not re.search(r"[A-Z\u0370-\u03ff]", name) or re.match(
        r"[\d.,]+(?:[A-Z]|-D)?(?:\s|$)", name
    ):
        return False
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
        return False
    return not re.search(r"-(?:[a-z]{3,})$", name) or len(words) > 1


def _title_name(name: str, text: str, title_end: int) -> bool:
    """Say whether what stands before a title's colon is a name."""
    words = name.split()
    if not words or len(words) > 4 or name in NOT_NAMES:
        return False
    # What the title writes with capitals the abstract may write without.
    again = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text[title_end:], re.IGNORECASE)
    if len(words) == 1:
        return bool(again) or any(True for _ in marked_words(name))
    return bool(again) and not any(word.lower() in _FUNCTION_WORDS for word in words)


def _read_abbreviations(
    text: str, candidates: dict[str, _Candidate], taken: list[Found]
) -> Iterator[Found]:
    """Let each expansion vote for its abbreviation and be its alias; yield those of taken names."""
    by_span = {(item.start, item.end): item for item in taken if item.name.named}
    for abbreviation in find_abbreviations(text):
        written = text[slice(*abbreviation.short)]
        candidate = candidates.get(written.rstrip("s")) or candidates.get(written)
        long = text[slice(*abbreviation.long)]
        known = by_span.get(abbreviation.short)
        if candidate is not None:
            candidate.aliases.append(long)
            if type_name := type_of_phrase(long):
                candidate.votes[type_name] += 2.0
            _merge_long(abbreviation, text, candidates, candidate)
        elif known is not None:
            _drop_inside(abbreviation.long, candidates)
            yield replace(known, start=abbreviation.long[0], end=abbreviation.long[1])


def _drop_inside(span: tuple[int, int], candidates: dict[str, _Candidate]) -> None:
    """Forget the candidates that are but the expansion of a known name."""
    for label, candidate in list(candidates.items()):
        if all(span[0] <= start and end <= span[1] for start, end in candidate.spans):
            del candidates[label]


def _merge_long(
    abbreviation: Abbreviation,
    text: str,
    candidates: dict[str, _Candidate],
    candidate: _Candidate,
) -> None:
    """Make one of a capitalised expansion that was found as a name of its own."""
    start, end = abbreviation.long
    for label in [label for label in candidates if label != candidate.label]:
        other = candidates[label]
        inside = [
            span
            for span in other.spans
            if (start <= span[0] and span[1] <= end) or (span[0] <= start and span[1] == end)
        ]
        if inside and (len(other.spans) == len(inside) or label == text[start:end]):
            candidate.own = candidate.own or other.own
            candidate.votes.update(other.votes)
            del candidates[label]
    candidate.spans.append((start, end))


def _settle(
    text: str, candidate: _Candidate, taken: list[Found], covered: _Cover
) -> Iterator[Found]:
    """Decide the type of a candidate and yield all its occurrences."""
    if candidate.label in NOT_NAMES or (
        _is_compound_of_classes(candidate.label) and not candidate.own
    ):
        return
    _find_again(text, candidate, covered)
    for start, end in candidate.spans:
        _vote_around(text, start, end, candidate.votes, taken)
    for pattern, type_name, weight in _WITHIN:
        if pattern.search(candidate.label):
            candidate.votes[type_name] += weight
    type_name, score = _winner(candidate)
    if not type_name or _is_class_term(text, candidate, type_name):
        return
    name = Name(type_name, candidate.label, aliases=tuple(dict.fromkeys(candidate.aliases)))
    for start, end in sorted(candidate.spans):
        yield Found(start, end, name, RECOGNISER, score)


def _find_again(text: str, candidate: _Candidate, covered: _Cover) -> None:
    """Add the occurrences that have no mark of their own (Guava, later in the text)."""
    if not candidate.own:
        return
    for match in re.finditer(rf"(?<![\w-]){re.escape(candidate.label)}(?![\w])", text):
        if match.span() not in candidate.spans and not covered.holds(*match.span()):
            candidate.spans.append(match.span())


def _is_compound_of_classes(label: str) -> bool:
    """Say whether all that marks a name is an acronym of a class: Human-AI, post-OCR."""
    marked = [part for part in label.split("-") if is_marked(part)]
    return "-" in label and all(
        part in NOT_NAMES or part.rstrip("s") in NOT_NAMES for part in marked
    )


def _is_class_term(text: str, candidate: _Candidate, type_name: str) -> bool:
    """Say whether a candidate abbreviates common nouns: "line inspection robots (LIR)".

    Nothing but capitals is a name where the text gives it as its own or says what it is.
    """
    if candidate.own or re.search(r"[a-z]", candidate.label):
        return False
    expanded = any(alias.islower() for alias in candidate.aliases)
    if candidate.label in established() and type_name != "Method":
        return expanded or candidate.votes[type_name] < 3.0
    if type_name in {"Model", "ModelFamily"}:
        return expanded or candidate.votes[type_name] < 4.0
    return candidate.votes[type_name] < (3.0 if expanded else 1.5)


def _winner(candidate: _Candidate) -> tuple[str, float]:
    """Return the type with most votes and how sure it is; '' for what is no name after all."""
    votes = Counter({name: votes for name, votes in candidate.votes.items() if name})
    if any(at.start == 0 for at in finder().find(candidate.label)):
        votes["Model"] += 1.0
    if candidate.own:
        votes["Method"] += 0.5
    if not votes:
        return ("Method", 0.5)
    total = sum(votes.values())
    type_name, most = max(sorted(votes.items()), key=lambda item: item[1])
    return type_name, min(0.95, 0.5 + 0.1 * most * most / total)


def _vote_around(text: str, start: int, end: int, votes: Counter[str], taken: list[Found]) -> None:
    before, behind = text[max(0, start - 60) : start], text[end : end + 160]
    article = _ARTICLE_BEHIND.match(behind)
    if article is not None and article.end():
        phrase = phrase_from(behind, article.end())
        after = behind[article.end() + len(phrase) :][:50]
        votes[type_of_phrase(phrase, after)] += 3.0
    directly = _DIRECTLY_BEHIND.match(behind)
    if directly is not None:
        votes[type_of_phrase(_noun_phrase(directly[1]))] += 2.0
    head = _HEAD_BEFORE.search(before)
    if head is not None:
        votes[type_of_phrase(head[1])] += 1.5
    for pattern, type_name, weight in _BEFORE:
        if pattern.search(before):
            votes[type_name] += weight
            break
    _vote_of_neighbours(text, start, end, votes, taken)


_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|can|outperforms?|achieves?|uses?|enables?|and|or"
    r"|on|in|with|to|for|that|which|by|as|at|from|the|an?|its|our|their|this|these"
    r"|each|all)\b.*"
)


def _noun_phrase(words: str) -> str:
    """Cut the words behind a name at the first that is no part of its noun phrase."""
    return _VERB.sub("", words)


def _vote_of_neighbours(
    text: str, start: int, end: int, votes: Counter[str], taken: list[Found]
) -> None:
    """Let the known names of the same list vote: "on GSM8K, X and MATH"."""
    for item in taken:
        if item.end <= start and start - item.end <= 8:
            gap = text[item.end : start]
        elif item.start >= end and item.start - end <= 8:
            gap = text[end : item.start]
        else:
            continue
        if re.fullmatch(r"\)?\s*(?:,|/|&|,?\s*(?:and|or))\s*(?:the\s+)?", gap):
            votes[item.name.type] += 1.5


def count_by_label(found: list[Found]) -> dict[str, int]:
    """Return how often each label was found."""
    counts: dict[str, int] = defaultdict(int)
    for item in found:
        counts[item.name.label] += 1
    return counts
