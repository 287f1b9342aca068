"""The grammar of model names: family, version, size, variant, suffix, in any spelling.

A name is read from the family on; what follows is taken part by part as long as it can belong to
the name. Lists written short are written out. Names of unknown families are read from their size
back (``Cabuxa-7B``, ``Dream 7B``). One entity for ``LLaMA2-7B``, ``LLaMA-2 7B``, ``Llama 2 (7B)``
and ``meta-llama/Llama-2-7b-hf``; never one for two sizes, two versions, or base and chat.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg import ids
from kg.lexicon import Entry, Family, Match, supported
from kg.mentions.families import FamilyAt, begins_name, finder
from kg.mentions.found import Found
from kg.mentions.sizes import SIZE, SIZES, match_sizes
from kg.model import Name

RECOGNISER = "model-name"

# Words that stand between a family and its sizes: "models ranging from 0.5B to 32B".
_BRIDGE = re.compile(
    r"(?:\s+(?:(?:base |instruct |chat |language |foundation )?models?|LLMs?|family"
    r"|series|variants?|checkpoints?"
    r"|suite|with|of|in|at|from|ranging|spanning|scaling|sizes?|scales?|two|three|four|five|six"
    r"|different|various|multiple|the|both|parameters?|between|across)\b){0,6}\s*(\(?)\s*(?=\d)"
)
_SIZE_SEPARATOR = re.compile(r"[-_ ]?(?=\d)")
_PAREN_END = re.compile(r"\s*(?:parameters?|params?|models?|variants?|versions?)?\s*\)")
# A size before the family: "7B LLaMA-2", "a 13B-parameter Vicuna", "7B and 13B versions of Llama".
_SIZE_BEFORE = re.compile(
    rf"(?<![\w.-])({SIZES})[- ](?:(?:parameters?|params?|scale|sized?|models?|versions?"
    rf" of|variants? of)[- ])?$"
)

_VERSION = re.compile(r"(?:[-_]?[vV]?|[- _][vV])(\d{1,2}(?:\.\d{1,2})*)(?![\d%×]|\.\d)")
_SPACED_VERSION = re.compile(r" [vV]?(\d{1,2}(?:\.\d{1,2})*)(?![\d%×]|\.\d)")
_NOT_A_VERSION = re.compile(
    r" ?(?:[BMTKx]\b|[bm](?![a-z])|times\b|billion|million|percent|points?\b|%)"
)
_MORE_VERSIONS = re.compile(
    r"(?:/|, | and |, and | & )[vV]?(\d{1,2}(?:\.\d{1,2})*)(?![\w%×]|\.\d|-\d)"
)
_VERSION_LIST_END = re.compile(
    r"(?:/\d|[-,;:)\]/]|\.(?:\s|$)| (?:models?|famil|series|and\b|as\b|on\b|for\b)|$)"
)

#: Variants of any family that may follow after a hyphen or, written with a capital, a space.
_VARIANTS = frozenset(
    "chat instruct base it thinking reasoning preview turbo mini nano pro flash ultra lite plus max"
    " coder code math vl vision omni audio distill distilled embedding reranker long hf moe"
    " xhigh high".split()
)
#: Variants that stand behind the size in the canonical name, wherever they were written.
_WRITTEN = ("Chat", "Instruct", "Base", "Thinking")
_LATE = frozenset("chat instruct base it thinking hf".split())
_SUFFIX = re.compile(r"[-_]([A-Za-z0-9][A-Za-z0-9.+]*)")
_SPACED_SUFFIX = re.compile(r"[ ]([A-Za-z][A-Za-z0-9.+]*)")
_NO_SUFFIX = frozenset(
    "based like style styled generated only level powered driven guided family tuned"
    " finetuned fine scale"
    " scaled size sized class derived compatible specific assisted inspired aligned"
    " trained annotated"
    " labeled labelled as series model models enabled written produced augmented enhanced curated"
    " evaluated judged backed centric initialized pretrained agnostic in on to of for the and free"
    " synthesized rewritten distillation type era".split()
)
# Vicuna-Bench is no Vicuna.
_NOT_A_MODEL = re.compile(
    r"(?i:bench|benchmark|eval|dataset|corpus|score|judge|arena)|.*QA|\d+[KM]"
)
_GOES_ON = re.compile(r"[A-Za-z0-9_]")


@dataclass(slots=True)
class _Parts:
    """A model name as far as it is read."""

    family: Family
    version: str = ""
    sizes: tuple[str, ...] = ()
    early: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    end: int = 0
    other_versions: tuple[str, ...] = ()


def find_models(text: str) -> Iterator[Found]:
    """Yield the models and families that a text names; one stretch may name several."""
    done = 0
    taken: list[tuple[int, int]] = []
    for at in finder().find(text):
        if at.start < done:
            continue
        parts, start = _read(text, at)
        if parts is None or not _plainly_meant(text, at, parts):
            continue
        if _is_coined(parts) and not (parts.sizes or parts.version):
            continue  # LLaMA-NAS may be a method: what the text says of it decides
        done = parts.end
        taken.append((start, parts.end))
        for name in _names(parts):
            yield Found(start, parts.end, name, RECOGNISER)
    yield from _unknown_families(text, taken)


def canonical(text: str) -> str:
    """Return the canonical name of the one model or family that a text is, or ''.

    Works on a Hugging Face id too: the part before the slash is dropped.
    """
    bare = text.strip().rpartition("/")[2] if re.fullmatch(r"\s*[\w.-]+/[\w.-]+\s*", text) else text
    bare = bare.strip()
    found = [item for item in find_models(bare) if item.start == 0 and item.end == len(bare)]
    return found[0].name.label if len(found) == 1 else ""


def _read(text: str, at: FamilyAt) -> tuple[_Parts | None, int]:
    """Read the parts that follow a family; (None, start) where the word goes on as another."""
    parts = _Parts(at.family, end=at.end)
    start = at.start
    for _ in range(8):
        if not (_take_version(text, parts) or _take_size(text, parts) or _take_suffix(text, parts)):
            break
    if _GOES_ON.match(text, parts.end) and not _plural(text, parts):
        return None, start
    if any(_NOT_A_MODEL.fullmatch(word) for word in (*parts.early, *parts.late)):
        return None, start
    if not parts.sizes:
        _take_version_list(text, parts)
        _take_bridged_sizes(text, parts)
    if not parts.sizes and (before := _SIZE_BEFORE.search(text, max(0, start - 60), start)):
        sizes = match_sizes(before[1], 0)
        if sizes is not None:
            parts.sizes, start = sizes.values, before.start(1)
    return parts, start


def _plainly_meant(text: str, at: FamilyAt, parts: _Parts) -> bool:
    """Say whether the words mean the family and not an ordinary word of the same letters."""
    if parts.version or parts.sizes or parts.early or parts.late:
        return True
    if text[at.start : at.end].islower() and not at.family.entry.label.islower():
        return False
    return supported(Match(at.start, at.end, at.family.entry, at.condition), text, ())


def _plural(text: str, parts: _Parts) -> bool:
    """Pass over the plural of a name: ``LLaMAs``."""
    return text[parts.end] == "s" and not _GOES_ON.match(text, parts.end + 1)


def _take_version(text: str, parts: _Parts) -> bool:
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
    parts.version, parts.end = _version(parts.family, match[1]), match.end()
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
    if not family.versions or not re.fullmatch(r"\d{1,2}(\.\d)?", version):
        return False
    known = [float(v) for v in family.versions if re.fullmatch(r"\d+(\.\d+)?", v)]
    return bool(known) and min(known) <= float(version) <= max(known) + 2


def _take_size(text: str, parts: _Parts) -> bool:
    if parts.sizes:
        return False
    gap = _SIZE_SEPARATOR.match(text, parts.end)
    sizes = match_sizes(text, gap.end()) if gap else None
    if sizes is None:
        return _take_named_size(text, parts)
    parts.sizes, parts.end = sizes.values, sizes.end
    return True


def _take_named_size(text: str, parts: _Parts) -> bool:
    """Read ``-base``, ``Large`` and the like where the family has such sizes."""
    match = re.compile(r"[-_ ]?\(?([A-Za-z]+)\b\)?").match(text, parts.end)
    if match is None or not parts.family.sizes:
        return False
    known = {size.lower(): size for size in parts.family.sizes}
    size = known.get(match[1].lower())
    spaced = text[parts.end : parts.end + 1] == " "
    if size is None or (spaced and match[1].islower() and _reads_on(text, match.end())):
        return False
    parts.sizes, parts.end = (size,), match.end()
    return True


def _reads_on(text: str, offset: int) -> bool:
    """Say whether a noun follows: "BERT base models" names no checkpoint, "BERT base," does."""
    return re.match(r"\s+(?:language\s+)?model", text[offset : offset + 20]) is not None


def _take_suffix(text: str, parts: _Parts) -> bool:
    match = _SUFFIX.match(text, parts.end)
    spaced = False
    if match is None:
        match = _SPACED_SUFFIX.match(text, parts.end)
        spaced = True
    if match is None:
        match = _glued(text, parts)
        spaced = False
    if match is None:
        return False
    word = match[1].rstrip(".")
    if not _belongs(parts.family, word, spaced=spaced):
        return False
    end = match.start(1) + len(word)
    late = word.lower() in _LATE or bool(parts.sizes)
    (parts.late if late else parts.early).append(word)
    parts.end = end
    return True


def _glued(text: str, parts: _Parts) -> re.Match[str] | None:
    """Read a letter variant glued to the version: GPT-4o, GPT-4V."""
    glued = "|".join(re.escape(v) for v in sorted(parts.family.variants, key=len, reverse=True))
    if not glued or not parts.version or parts.sizes or parts.early:
        return None
    return re.compile(rf"({glued})(?![A-Za-z0-9])").match(text, parts.end)


def _belongs(family: Family, word: str, *, spaced: bool) -> bool:
    """Say whether a word behind a hyphen, or a space, belongs to the name."""
    low = word.lower()
    if low in _NO_SUFFIX:
        return False
    known = low in {variant.lower() for variant in family.variants}
    if spaced:
        return word[0].isupper() and (known or low in {"instruct", "chat", "thinking", "turbo"})
    if known or low in _VARIANTS:
        return True
    return not (word.isalpha() and word.islower() and len(word) > 2) and not word.endswith("ed")


def _take_version_list(text: str, parts: _Parts) -> None:
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


def _take_bridged_sizes(text: str, parts: _Parts) -> None:
    """Read sizes further on: ``(7B and 70B)``, ``models from 0.5B to 32B``."""
    if parts.sizes:
        return
    bridge = _BRIDGE.match(text, parts.end)
    sizes = match_sizes(text, bridge.end()) if bridge else None
    if bridge is None or sizes is None:
        return
    end = sizes.end
    if bridge[1]:
        close = _PAREN_END.match(text, end)
        if close is None:
            return
        end = close.end()
    parts.sizes, parts.end = sizes.values, end


def _names(parts: _Parts) -> Iterator[Name]:
    """Write out every model that the parts name."""
    for version in (parts.version, *parts.other_versions):
        one = replace(parts, version=version)
        for size in parts.sizes or ("",):
            yield _name(one, size)


def _name(parts: _Parts, size: str) -> Name:
    family = parts.family
    base = family.entry.label
    if parts.version:
        base = f"{base}{family.join}{parts.version}"
    early, glued = _split_glued(parts)
    late = [word for word in parts.late if word.lower() != "hf"]
    variants = [_cased(family, word) for word in early]
    behind = [_cased(family, word) for word in late]
    label = "-".join([base + glued, *variants, *([size] if size else []), *behind])
    type_name = _type(parts, size, [glued, *early, *late])
    if label == base and (type_name == "ModelFamily" or not parts.version):
        label = family.version_label(parts.version) if parts.version else base
    else:
        label = label.replace(" ", "-")
    return Name(
        type_name,
        label,
        known="" if _is_coined(parts) else ids.entity_id(type_name, label),
        family=_family_label(parts, variants) if type_name == "Model" else "",
        version=parts.version,
        size=size,
        variant="-".join([*variants, *behind]),
    )


def _is_coined(parts: _Parts) -> bool:
    """Say whether a suffix is no variant of the family's: Qwen2.5-32B-Zorb is somebody's own."""
    known = {variant.lower() for variant in parts.family.variants} | _VARIANTS
    words = [word.lower() for word in (*parts.early, *parts.late)]
    return any(word not in known and word.isalpha() and len(word) > 2 for word in words)


def _split_glued(parts: _Parts) -> tuple[list[str], str]:
    """Keep GPT-4o in one: a single letter behind the version is part of it."""
    if parts.early and parts.version and len(parts.early[0]) == 1 and parts.early[0].isalpha():
        return parts.early[1:], parts.early[0]
    return parts.early, ""


def _cased(family: Family, word: str) -> str:
    known = {variant.lower(): variant for variant in (*family.variants, *_WRITTEN)}
    return known.get(word.lower(), word)


def _type(parts: _Parts, size: str, variants: list[str]) -> str:
    """Return Model for one checkpoint or closed system, ModelFamily for a series."""
    family = parts.family
    if size:
        return "Model"
    release = family.release if parts.version else family.bare
    made = [word for word in variants if word]
    closed = family.release == "model" or family.bare == "model"
    named = {variant.lower() for variant in family.variants}
    if made and (closed or any(word.lower() in named for word in made)):
        release = "model"
    return "Model" if release == "model" else "ModelFamily"


def _family_label(parts: _Parts, variants: list[str]) -> str:
    """Return the label of the family that a model is in: Llama 2, Qwen2.5-Math, GPT-4."""
    family = parts.family
    version = parts.version or ("" if variants else family.first)
    label = family.version_label(version) if version else family.entry.label
    forming = [word for word in variants if word.isalpha()] if parts.sizes else []
    return "-".join([label, *forming])


# --- names of unknown families, from their size back ---------------------------------------

_SIZED = re.compile(rf"(?<![\w.]){SIZE}|(?<=[-_]){SIZE}")
_STEM = re.compile(
    r"((?:[A-Z][A-Za-z]+ (?=[A-Z]))?[A-Za-z][A-Za-z0-9.^+]*(?:[-_][A-Za-z0-9.^+]+)*)[-_ ]$"
)
_ORDINARY = frozenset(
    "a an the our this that these those its their with using on of in for and or to"
    " from by at as only"
    " both up about around over under than like such small large base open single"
    " dense sparse train"
    " training trained using while when where we it model models llm llms vlm slm"
    " mllm parameter our"
    " even each all top best most strong compact efficient our new existing larger"
    " smaller just merely"
    " roughly approximately nearly total active activated pretrained pre-trained"
    " fine-tuned instruct mid"
    " sub post multi moe transformer decoder encoder gpu".split()
)


_UNLISTED = Family(Entry("", "ModelFamily", ""))


def _unknown_families(text: str, taken: list[tuple[int, int]]) -> Iterator[Found]:
    done = 0
    for match in _SIZED.finditer(text):
        at = match.start()
        if at < done or any(start <= at < end for start, end in taken):
            continue
        stem = _STEM.search(text, max(0, at - 60), at)
        if stem is None or not _name_like(text, stem) or _overlaps(stem.start(1), at, taken):
            continue
        sizes = match_sizes(text, at)
        if sizes is None or (len(sizes.values) == 1 and _counts_data(sizes.values[0])):
            continue
        parts = _Parts(_UNLISTED, sizes=sizes.values, end=sizes.end)
        while _take_suffix(text, parts):
            pass
        done = parts.end
        for size in parts.sizes:
            yield Found(
                stem.start(1), parts.end, _unlisted(stem[1], size, parts.late), RECOGNISER, 0.9
            )


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in taken)


def _counts_data(size: str) -> bool:
    """Say whether a small number of millions is rather the size of a data set (CADCap-1M)."""
    return size.endswith("M") and float(size[:-1].rpartition("x")[2]) < 60


def _name_like(text: str, stem: re.Match[str]) -> bool:
    word = stem[1]
    if not begins_name(text, stem.start(1)) or word.lower() in _ORDINARY:
        return False
    last = re.split(r"[-_ ]", word)[-1]
    if last.lower() in _ORDINARY or last.lower() in _NO_SUFFIX:
        return False
    marked = bool(re.search(r"[A-Za-z][A-Z]|[A-Z]{2}|\d", word))
    if text[stem.end() - 1] == " ":
        sentence_start = re.search(
            r"(?:^|[.!?:]\s+)$", text[max(0, stem.start(1) - 3) : stem.start(1)]
        )
        return marked or (word[0].isupper() and not sentence_start)
    return marked or word[0].isupper()


def _unlisted(stem: str, size: str, late: list[str]) -> Name:
    label = "-".join([stem.replace(" ", "-"), size, *late])
    return Name("Model", label, family=stem, size=size, variant="-".join(late))
