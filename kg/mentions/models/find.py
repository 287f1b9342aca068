"""The grammar of model names: family, version, size, variant, suffix, in any spelling.

A name is read from the family on; what follows is taken part by part as long as it can belong to
the name. Lists written short are written out. Names of unknown families are read from their size
back (``Cabuxa-7B``, ``Dream 7B``). One entity for ``LLaMA2-7B``, ``LLaMA-2 7B``, ``Llama 2 (7B)``
and ``meta-llama/Llama-2-7b-hf``; never one for two sizes, two versions, or base and chat.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg import ids, lexicon
from kg.lexicon import Family, Match, supported
from kg.mentions.coined_anew import is_coined_anew
from kg.mentions.found import Found, Spans
from kg.mentions.models.families import FamilyAt, finder, may_be_version
from kg.mentions.models.parts import Parts, is_coined, spelled_out
from kg.mentions.models.sizes import SIZES, match_bridged_sizes, match_sizes
from kg.mentions.models.suffixes import take_suffix
from kg.mentions.models.unlisted import RECOGNISER, find_unlisted_models, is_called_data

_SIZE_SEPARATOR = re.compile(r"[-_ ]?(?=[\d\[])")
# A size before the family: "7B LLaMA-2", "a 13B-parameter Vicuna", "7B and 13B versions of Llama".
_SIZE_BEFORE = re.compile(
    rf"(?<![\w.-])({SIZES})[- ](?:(?:parameters?|params?|scale|sized?|models?(?: of)?|versions?"
    rf" of|variants? of)[- ])?$"
)

_VERSION = re.compile(r"(?:[-_]?[vV]?|[- _][vV])(\d{1,2}(?:\.\d{1,2})*)(?![\d%×]|\.\d)")
_SPACED_VERSION = re.compile(r" [vV]?(\d{1,2}(?:\.\d{1,2})*)(?![\d%×]|\.\d)")
_NOT_A_VERSION = re.compile(
    r" ?(?:[BMTKxD]\b|[bm](?![a-z])|times\b|billion|million|percent|points?\b|%)"
)
_MORE_VERSIONS = re.compile(
    r"(?:/|, | and |, and | & )[vV]?(\d{1,2}(?:\.\d{1,2})*)(?![\w%×]|\.\d|-\d)"
)
_VERSION_LIST_END = re.compile(
    r"(?:/\d|[-,;:)\]/]|\.(?:\s|$)| (?:models?|famil|series|and\b|as\b|on\b|for\b)|$)"
)

# Vicuna-Bench is no Vicuna.
_NOT_A_MODEL = re.compile(
    r"(?i:bench|benchmark|eval|dataset|corpus|score|judge|arena|ai|f1|iou|acc|sim)|.*QA|\d+[KM]"
)
_PLAIN_VERSION = re.compile(r"\d{1,2}(\.\d)?")
_A_NUMBER = re.compile(r"\d+(\.\d+)?")
_NAMED_SIZE = re.compile(r"[-_ ]?(?:\(([A-Za-z]+)\)|([A-Za-z]+)\b)")
_MODEL_BEHIND = re.compile(r"\s+(?:language\s+)?model")
_GOES_ON = re.compile(r"[A-Za-z0-9_]")


def find_models(text: str) -> Iterator[Found]:
    """Yield the models and families that a text names; one stretch may name several."""
    taken = Spans()
    listed = list(_of_families(text, taken))
    series = {item.name.label for item in listed if _is_series(text, item)}
    single = {item.name.label for item in listed if _is_single(text, item)}
    for item in _with_makers(text, listed):
        if item.name.label in single:
            yield replace(item, name=replace(item.name, type="Model", known=""))
        else:
            yield _as_series(item) if item.name.label in series else item
    yield from find_unlisted_models(text, taken)


def _of_families(text: str, taken: Spans) -> Iterator[Found]:
    """Yield the names that begin with a listed family, and note their stretches as taken."""
    done = 0
    for at in finder().find(text):
        if at.start < done:
            continue
        parts, start = _read(text, at)
        if parts is None or not _plainly_meant(text, at, parts):
            continue
        if text.startswith("-style", parts.end) and parts.family.bare != "model":
            continue  # a GPT-style model is another one
        if is_coined(parts) and not (parts.sizes or parts.version):
            continue  # LLaMA-NAS may be a method: what the text says of it decides
        has_words = is_coined(parts) if parts.sizes else bool(parts.early or parts.late)
        if has_words and is_called_data(text, parts.end):
            continue
        done = parts.end
        taken.add(start, parts.end)
        for name in spelled_out(parts):
            yield Found(start, parts.end, name, RECOGNISER)


def _is_series(text: str, item: Found) -> bool:
    """Say whether the words behind an unlisted model make a series of it: "the Zorb-VL series"."""
    name = item.name
    is_open = name.type == "Model" and not name.size and bool(name.variant or name.version)
    if not is_open or lexicon.load().lookup(name.label, "Model"):
        return False
    return _SERIES_BEHIND.match(text, item.end) is not None


_SERIES_BEHIND = re.compile(
    r"[- ](?:series|famil(?:y|ies)|suite|models|variants|checkpoints)\b"
    r"|(?: \([^()]{1,40}\))?, (?:an?|our|the) (?:[\w-]+ ){0,4}?"
    r"(?:series|family|suite|collection) of\b"
)


def _is_single(text: str, item: Found) -> bool:
    """Say whether the words behind an unlisted family make one model of it: "a 7B model"."""
    is_open = item.name.type == "ModelFamily" and item.name.known not in lexicon.load().entries
    return is_open and _ONE_BEHIND.match(text, item.end) is not None


_ONE_BEHIND = re.compile(
    r"(?: \([^()]{1,40}\))?,? (?:which is |is )?an? (?:[\w-]+ )?\d+(?:\.\d+)?B\b"
    r"(?: \(A\d+(?:\.\d+)?B\))?[- ]?(?:parameters? )?(?:[\w-]+,? ){0,8}?(?:model|MLLM|LLM|VLM)\b"
)


#: Families that are called as who makes them, and others.
_MAKERS = frozenset({"Mistral", "DeepSeek", "Qwen"})


def _with_makers(text: str, listed: Iterable[Found]) -> Iterator[Found]:
    """Yield names with that of their makers before them: "Mistral Ministral" is one."""
    maker: Found | None = None
    for item in listed:
        if maker and text[maker.end : item.start] == " ":
            yield replace(item, start=maker.start)
            maker = None
            continue
        if maker:
            yield maker
        maker = item if item.name.label in _MAKERS else None
        if maker is None:
            yield item
    if maker:
        yield maker


def _as_series(item: Found) -> Found:
    """Take a model for a family."""
    name = item.name
    known = ids.entity_id("ModelFamily", name.label) if name.known else ""
    return replace(item, name=replace(name, type="ModelFamily", known=known, family=""))


def canonical(text: str) -> str:
    """Return the canonical name of the one model or family that a text is, or ''.

    Works on a Hugging Face id too: the part before the slash is dropped.
    """
    bare = text.strip().rpartition("/")[2] if re.fullmatch(r"\s*[\w.-]+/[\w.-]+\s*", text) else text
    bare = bare.strip()
    found = [item for item in find_models(bare) if item.start == 0 and item.end == len(bare)]
    return found[0].name.label if len(found) == 1 else ""


def _read(text: str, at: FamilyAt) -> tuple[Parts | None, int]:
    """Read the parts that follow a family; (None, start) where the word goes on as another."""
    short = _SHORT_FORM.match(text, at.end)
    parts = Parts(at.family, end=short.end() if short else at.end)
    start = at.start
    for _ in range(8):
        if not (_take_version(text, parts) or _take_size(text, parts) or take_suffix(text, parts)):
            break
    if _GOES_ON.match(text, parts.end) and not _plural(text, parts):
        return None, start
    if any(_NOT_A_MODEL.fullmatch(word) for word in (*parts.early, *parts.late)):
        return None, start
    _take_late_version(text, parts)
    if not parts.sizes:
        _take_version_list(text, parts)
        _take_bridged_sizes(text, parts)
    if not parts.sizes and (before := _SIZE_BEFORE.search(text, max(0, start - 60), start)):
        sizes = match_sizes(before[1], 0)
        if sizes is not None:
            parts.sizes, start = sizes.values, before.start(1)
    return parts, start


#: Between a name and its version: "Stable Diffusion (SD) v1.5".
_SHORT_FORM = re.compile(r" \([A-Z]{2,6}\)(?=[- ]?[vV]\d)")


def _plainly_meant(text: str, at: FamilyAt, parts: Parts) -> bool:
    """Say whether the words mean the family and not an ordinary word of the same letters."""
    if parts.version or parts.sizes or parts.early or parts.late:
        return True
    if is_coined_anew(text, at.start, at.end, at.family.entry):
        return False
    if text[at.start : at.end].islower() and not at.family.entry.label.islower():
        return False
    return supported(Match(at.start, at.end, at.family.entry, at.condition), text, ())


def _plural(text: str, parts: Parts) -> bool:
    """Pass over the plural of a name: ``LLaMAs``."""
    return text[parts.end] == "s" and not _GOES_ON.match(text, parts.end + 1)


def _take_version(text: str, parts: Parts) -> bool:
    if parts.version or parts.sizes or parts.early:
        return False
    match = _VERSION.match(text, parts.end)
    if match is None:
        match = _SPACED_VERSION.match(text, parts.end)
        if match is not None and not _is_version_of(parts.family, match[1]):
            return False
    if match is None or _NOT_A_VERSION.match(text, match.end()):
        return False
    if match_sizes(text, match.start(1)) or not _plausible(parts.family, match[1]):
        return False
    is_marked = match.start(1) > parts.end and text[match.start(1) - 1] in "vV"
    parts.version, parts.end = _version(parts.family, match[1]), match.end()
    if is_marked and not _is_version_of(parts.family, match[1]):
        parts.version = f"V{parts.version}"  # MiMo-V2 is no MiMo-2, but LLaMA v2 is Llama 2
    return True


def _version(family: Family, written: str) -> str:
    """Drop a zero that says nothing: Llama 2.0 is Llama 2, but wav2vec 2.0 has no other name."""
    return written if written in family.versions else written.removesuffix(".0")


def _plausible(family: Family, written: str) -> bool:
    """Say whether digits right behind a family can be its version."""
    return not family.versions or _is_version_of(family, written)


def _is_version_of(family: Family, written: str) -> bool:
    """Say whether a number is a version of the family, or one that may come after the known."""
    version = _version(family, written)
    if version in family.versions or version == family.first:
        return True
    if not family.versions or not _PLAIN_VERSION.fullmatch(version):
        return False
    known = [float(v) for v in family.versions if _A_NUMBER.fullmatch(v)]
    return may_be_version(float(version), known)


def _take_size(text: str, parts: Parts) -> bool:
    if parts.sizes:
        return False
    gap = _SIZE_SEPARATOR.match(text, parts.end)
    sizes = match_sizes(text, gap.end()) if gap else None
    if sizes is None:
        return _take_named_size(text, parts)
    parts.sizes, parts.end = sizes.values, sizes.end
    return True


def _take_named_size(text: str, parts: Parts) -> bool:
    """Read ``-base``, ``Large`` and the like where the family has such sizes."""
    match = _NAMED_SIZE.match(text, parts.end) if parts.family.sizes else None
    if match is None:
        return False
    known = {size.lower(): size for size in parts.family.sizes}
    written = match[1] or match[2]
    size = known.get(written.lower()) or _new_tier(text, parts, match)
    spaced = text[parts.end : parts.end + 1] == " "
    if size is None or (spaced and written.islower() and _reads_on(text, match.end())):
        return False
    parts.sizes, parts.end = (size,), match.end()
    return True


def _new_tier(text: str, parts: Parts, match: re.Match[str]) -> str | None:
    """Return a word that stands for a size as known ones do: ``Claude Foo 5``."""
    is_in_capitals = all(size[0].isupper() for size in parts.family.sizes)
    if match[1] or not is_in_capitals or parts.family.bare != "family":
        return None
    is_tier = _NEW_TIER.fullmatch(match[2]) and _LATE_VERSION.match(text, match.end())
    return match[2] if is_tier and match[2] not in _NO_TIERS else None


_NEW_TIER = re.compile(r"[A-Z][a-z]{2,11}")
#: What is counted or is a product beside the models.
_NO_TIERS = frozenset(
    "Table Figure Section Phase Stage Level Task Track Version Release Part Code Top Class Agent"
    " Desktop Chapter Step Round Test Set Group Type".split()
)


def _reads_on(text: str, offset: int) -> bool:
    """Say whether a noun follows: "BERT base models" names no checkpoint, "BERT base," does."""
    return _MODEL_BEHIND.match(text[offset : offset + 20]) is not None


def _take_late_version(text: str, parts: Parts) -> None:
    """Read a version behind a size that is a word: ``Claude Opus 4.5``, ``Mistral Large 2``."""
    if parts.version or parts.late or not parts.sizes or not parts.sizes[0].isalpha():
        return
    match = _LATE_VERSION.match(text, parts.end)
    if match is None or _NOT_A_VERSION.match(text, match.end()):
        return
    if parts.family.versions and not _is_version_of(parts.family, match[1]):
        return
    parts.late.append(_version(parts.family, match[1]))
    parts.end = match.end()


#: Not the number of something: "BERT large 3 times".
_LATE_VERSION = re.compile(
    r"[ -](\d(?:\.\d)?)(?=[,;:)\]/]|\.(?:\s|$)|\s(?:and|or|by|as|on|with|for|to|in|is|at|from"
    r"|models?)\b|$)"
)


def _take_version_list(text: str, parts: Parts) -> None:
    """Read further versions: ``Llama-2/3``, ``LLaMA 1 and 2``, ``GPT-3.5/4``."""
    if not parts.version or parts.early or parts.late:
        return
    others: list[str] = []
    while match := _MORE_VERSIONS.match(text, parts.end):
        if not _is_version_of(parts.family, match[1]) or not _VERSION_LIST_END.match(
            text, match.end()
        ):
            break
        others.append(_version(parts.family, match[1]))
        parts.end = match.end()
    parts.other_versions = tuple(others)
    if others:
        _take_size(text, parts)


def _take_bridged_sizes(text: str, parts: Parts) -> None:
    """Read sizes further on: ``(7B and 70B)``, ``models from 0.5B to 32B``."""
    if parts.sizes:
        return
    if sizes := match_bridged_sizes(text, parts.end):
        parts.sizes, parts.end = sizes.values, sizes.end
