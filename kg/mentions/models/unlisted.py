"""Models of families that no list knows, read from their size back: ``Cabuxa-7B``, ``Dream 7B``."""

import re
from collections.abc import Iterator

from kg.lexicon import Entry, Family
from kg.mentions.found import Found, Spans
from kg.mentions.models.families import begins_name
from kg.mentions.models.parts import Parts
from kg.mentions.models.sizes import SIZE, match_sizes, may_hold_size
from kg.mentions.models.suffixes import NO_SUFFIX, take_suffix
from kg.model import Name

RECOGNISER = "model-name"

# Where a size may begin; first the digit, so that the engine passes over all else.
_BEGINS = re.compile(r"\d(?<![^\W_]\d)(?<!\.\d)")
_SIZED = re.compile(SIZE)
_STEM = re.compile(
    r"((?:(?!(?:Our|The|Both|All|Each|Their|Its|On|In|With) )[A-Z][A-Za-z]+ (?=[A-Z]))?"
    r"[A-Za-z][A-Za-z0-9.^+]*(?:[-_][A-Za-z0-9.^+]+)*)[-_ ]$"
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
    " sub post multi moe transformer decoder encoder gpu sota".split()
)


_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:]\s+)$")
_JOINT = re.compile(r"[-_ ]")
_MARKED = re.compile(r"[A-Za-z][A-Z]|[A-Z]{2}|\d")
_UNLISTED = Family(Entry("", "ModelFamily", ""))


def find_unlisted_models(text: str, taken: Spans) -> Iterator[Found]:
    """Yield the models that a size gives away, outside the `taken` stretches."""
    yield from _with_patches(text, taken)
    if not may_hold_size(text):
        return
    done = 0
    for begins in _BEGINS.finditer(text):
        at = begins.start()
        match = _SIZED.match(text, at)
        if match is None or at < done or taken.overlaps(at, match.end()):
            continue
        stem = _STEM.search(text, max(0, at - 60), at)
        if stem is None or not _name_like(text, stem) or taken.overlaps(stem.start(1), at):
            continue
        if _IS_DATA.search(text, max(0, stem.start(1) - 30), stem.start(1)):
            continue  # "the data set Zorb-300B" has as many tokens
        parts = _parts(text, at)
        if parts is None:
            continue
        done = parts.end
        for name in _names(text, stem, parts):
            yield Found(stem.start(1), done, name, RECOGNISER, 0.9)


def _names(text: str, stem: re.Match[str], parts: Parts) -> Iterator[Name]:
    """Yield what a stem and its sizes name: a model each, or data."""
    if is_called_data(text, parts.end):
        yield Name("Dataset", text[stem.start(1) : parts.end])
        return
    for size in parts.sizes:
        yield _name(stem[1], size, parts.late)


#: A vision model by its letter of size and how wide its patches are: ``SiT-XL/2``.
_PATCHED = re.compile(
    r"(?<![\w/-])((?=[A-Z][a-z0-9]*[A-Z])[A-Za-z0-9]+)-(XXL|XL|Ti|[TSBMLHGg])/(\d{1,2})(?![\w/]|\.\d)"
)


_IS_DATA = re.compile(r"\b(?:data ?sets?|data|corpus|corpora)(?:,? (?:called|named|termed))?,? $")


#: "the Zorb-45k dataset", "Zorb-800M, a dataset of"; what a model is trained on is no model.
_DATA_BEHIND = re.compile(
    r"[\"')]?(?: (?:[a-z-]+ )?"
    r"|(?:, (?:an?|our|the)|: An?) (?:(?!(?:[Mm]odel|on|of|for|with|that|to)\b)[\w-]+,? ){0,6})"
    r"(?:[Dd]ata ?[Ss]ets?|[Cc]orpus|[Cc]orpora|[Aa]tlas)\b"
)


def is_called_data(text: str, end: int) -> bool:
    """Say whether the words behind a name make data of it."""
    return _DATA_BEHIND.match(text, end) is not None


def _with_patches(text: str, taken: Spans) -> Iterator[Found]:
    """Yield the models that a size and the width of patches give away."""
    if "/" not in text:
        return
    for match in _PATCHED.finditer(text):
        if not taken.overlaps(*match.span()):
            size = f"{match[2]}/{match[3]}"
            name = Name("Model", f"{match[1]}-{size}", family=match[1], size=size)
            yield Found(match.start(), match.end(), name, RECOGNISER, 0.9)


def _parts(text: str, start: int) -> Parts | None:
    """Read the sizes at an offset and what follows them."""
    sizes = match_sizes(text, start)
    if sizes is None or (len(sizes.values) == 1 and _counts_data(sizes.values[0])):
        return None
    parts = Parts(_UNLISTED, sizes=sizes.values, end=sizes.end)
    while take_suffix(text, parts):
        pass
    return parts


def _counts_data(size: str) -> bool:
    """Say whether a small number of millions is rather the size of a data set (CADCap-1M)."""
    return size.endswith("M") and float(size[:-1].rpartition("x")[2]) < 60


def _name_like(text: str, stem: re.Match[str]) -> bool:
    word = stem[1]
    if not begins_name(text, stem.start(1)) or word.lower() in _ORDINARY:
        return False
    last = _JOINT.split(word)[-1]
    if last.lower() in _ORDINARY or last.lower() in NO_SUFFIX:
        return False
    marked = bool(_MARKED.search(word))
    if text[stem.end() - 1] == " ":
        before = text[max(0, stem.start(1) - 3) : stem.start(1)]
        is_plain = _SENTENCE_BEGINS.search(before) or word.endswith("ing")
        return marked or (word[0].isupper() and not is_plain)
    return marked or word[0].isupper()


def _name(stem: str, size: str, late: list[str]) -> Name:
    label = "-".join([stem.replace(" ", "-"), size, *late])
    return Name("Model", label, family=stem, size=size, variant="-".join(late))
