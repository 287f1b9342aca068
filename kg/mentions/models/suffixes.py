"""The words behind a family or a size that belong to a model's name."""

import re
from functools import cache

from kg.lexicon import Family
from kg.mentions.models.families import may_be_version
from kg.mentions.models.parts import LATE, VARIANTS, Parts

_SUFFIX = re.compile(r"[-_]([A-Za-z0-9][A-Za-z0-9.+]*)")
_SPACED_SUFFIX = re.compile(r"[ ]([A-Za-z][A-Za-z0-9.+]*)")
# Mixtral 8x7B - Instruct.
_APART = re.compile(r" [-\u2013] (Instruct|Chat)(?![\w-])")
NO_SUFFIX = frozenset(
    "based like style styled generated only level powered driven guided family tuned"
    " finetuned fine scale"
    " scaled size sized class derived compatible specific assisted inspired aligned"
    " trained annotated"
    " labeled labelled as series model models enabled written produced augmented enhanced curated"
    " evaluated judged backed centric initialized pretrained agnostic in on to of for the and free"
    " synthesized rewritten distillation type era".split()
)


def take_suffix(text: str, parts: Parts) -> bool:
    """Take the next word into the name, if it belongs to it."""
    match = _SUFFIX.match(text, parts.end) or _APART.match(text, parts.end)
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
    is_tier = spaced and bool(parts.version) and _is_tier(text, match)
    if not (is_tier or _belongs(parts.family, word, spaced=spaced)):
        return False
    end = match.start(1) + len(word)
    late = word.lower() in LATE or bool(parts.sizes)
    (parts.late if late else parts.early).append(word)
    parts.end = end
    return True


# Stable Diffusion 3.5 Medium, Gemini 1.5 Pro; but not Llama 3 Large Language Models.
_TIER = re.compile(
    r" (?:Nano|Mini|Small|Medium|Large|Ultra|Pro|Flash|Lite|Plus|Max|Turbo)(?![\w-])"
    r"(?! (?:Language|Vision|Video|Speech|Scale|Models?|LLMs?)\b)"
)


def _is_tier(text: str, match: re.Match[str]) -> bool:
    """Say whether a word behind a version names the size of a closed system."""
    return _TIER.match(text, match.start()) is not None


def _glued(text: str, parts: Parts) -> re.Match[str] | None:
    """Read a letter variant glued to the version: GPT-4o, GPT-4V."""
    if not parts.family.variants or not parts.version or parts.sizes or parts.early:
        return None
    return _any_of(parts.family.variants).match(text, parts.end)


@cache
def _any_of(variants: tuple[str, ...]) -> re.Pattern[str]:
    glued = "|".join(re.escape(v) for v in sorted(variants, key=len, reverse=True))
    return re.compile(rf"({glued})(?![A-Za-z0-9])")


def _belongs(family: Family, word: str, *, spaced: bool) -> bool:
    """Say whether a word behind a hyphen, or a space, belongs to the name."""
    low = word.lower()
    if low in NO_SUFFIX:
        return False
    known = low in {variant.lower() for variant in family.variants}
    if spaced:
        is_known = known or low in {"instruct", "chat", "thinking", "turbo"}
        return word[0].isupper() and (is_known or _is_next(family, word))
    if known or low in VARIANTS:
        return True
    return not (word.isalpha() and word.islower() and len(word) > 2) and not word.endswith("ed")


_LETTERED = re.compile(r"([A-Za-z])(\d)(?:\.\d)?")


def _is_next(family: Family, word: str) -> bool:
    """Say whether a word may be the version that comes after the known ones: Kimi K4 after K2."""
    match = _LETTERED.fullmatch(word)
    if match is None:
        return False
    known = [
        int(other[2])
        for version in family.versions
        if (other := _LETTERED.fullmatch(version)) and other[1].lower() == match[1].lower()
    ]
    return may_be_version(int(match[2]), known)
