"""The parts of a model name, and the canonical names that they spell.

Family-version-size-variant: Llama-2-7B-Chat, Mistral-7B-Instruct-v0.3, Qwen2.5-7B-Instruct.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg import ids, lexicon
from kg.lexicon import Family
from kg.model import Name

#: Variants of any family that may follow after a hyphen or, written with a capital, a space.
VARIANTS = frozenset(
    "chat instruct base it think thinking reasoning preview turbo mini nano pro flash ultra lite"
    " plus max coder code math vl vision omni audio distill distilled embedding reranker long hf"
    " moe xhigh high tiny".split()
)
#: Those that name one size of a release, as words.
_TIERS = frozenset(
    "turbo mini nano pro flash ultra lite plus max air tiny small medium large xlarge xhigh"
    " high".split()
)
#: Variants that stand behind the size in the canonical name, wherever they were written.
# How those that vary in case are written.
_WRITTEN = ("Chat", "Instruct", "Base", "Think", "Thinking")
LATE = frozenset("chat instruct base it think thinking hf".split())


@dataclass(slots=True)
class Parts:
    """A model name as far as it is read; `end` is where the reading stands in the text.

    `early` and `late` are the words before and behind the size. `other_versions` and more than
    one size make one name stand for several models.
    """

    family: Family
    version: str = ""
    sizes: tuple[str, ...] = ()
    early: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    end: int = 0
    other_versions: tuple[str, ...] = ()


def spelled_out(parts: Parts) -> Iterator[Name]:
    """Yield every model that the parts name."""
    for version in (parts.version, *parts.other_versions):
        one = replace(parts, version=version)
        for size in parts.sizes or ("",):
            yield _name(one, size)


def _name(parts: Parts, size: str) -> Name:
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
        if (
            (glued or variants or behind)
            and not size
            and lexicon.load().lookup(label, "ModelFamily")
        ):
            type_name = "ModelFamily"  # Qwen-2.5-VL is Qwen2.5-VL, of which there are many sizes
    return Name(
        type_name,
        label,
        known="" if is_coined(parts) else ids.entity_id(type_name, label),
        family=_family_label(parts, variants) if type_name == "Model" else "",
        version=parts.version,
        size=size,
        variant="-".join([*variants, *behind]),
    )


def is_coined(parts: Parts) -> bool:
    """Say whether a suffix is no variant of the family's: Qwen2.5-32B-Zorb is somebody's own."""
    words = [word.lower() for word in (*parts.early, *parts.late)]
    coined = [word for word in words if word not in VARIANTS and word.isalpha() and len(word) > 2]
    return bool(coined) and not {variant.lower() for variant in parts.family.variants}.issuperset(
        coined
    )


def _split_glued(parts: Parts) -> tuple[list[str], str]:
    """Keep GPT-4o in one: a single letter behind the version is part of it."""
    if parts.early and parts.version and len(parts.early[0]) == 1 and parts.early[0].isalpha():
        return parts.early[1:], parts.early[0]
    return parts.early, ""


def _cased(family: Family, word: str) -> str:
    known = {variant.lower(): variant for variant in (*family.variants, *_WRITTEN)}
    return known.get(word.lower(), word)


def _type(parts: Parts, size: str, variants: list[str]) -> str:
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
    if made and not closed and (made[-1].lower() in _TIERS or made[-1].lower() not in VARIANTS):
        release = "model"  # Qwen3-Coder-Flash is one size, and VILA-HD what somebody made of VILA
    return "Model" if release == "model" else "ModelFamily"


def _family_label(parts: Parts, variants: list[str]) -> str:
    """Return the label of the family that a model is in: Llama 2, Qwen2.5-Math, GPT-4."""
    family = parts.family
    version = parts.version or ("" if variants else family.first)
    label = family.version_label(version) if version else family.entry.label
    forming = [word for word in variants if word.isalpha()] if parts.sizes else []
    return "-".join([label, *forming])
