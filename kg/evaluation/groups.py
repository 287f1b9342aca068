"""Papers in groups: by the year of their date, or by the field that their words tell."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from kg.evaluation.items import Scored
from kg.evaluation.names import name_key
from kg.model import Document

#: The fields in the order in which they are asked for, each with the words that tell it.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "medicine": r"medic\w*|clinic\w*|patients?|radiolog\w*|biomedic\w*|surg\w+|health\w*"
        r"|disease|patholog\w*|protein\w*|molecul\w*|drug\w*|genom\w*|eeg|mri",
        "robotics": r"robot\w*|manipulation|embodied|grasp\w*|locomotion|navigation|humanoids?"
        r"|autonomous driving|dexterous|vla|drones?|uavs?",
        "speech": r"speech|audio\w*|speakers?|acoustic\w*|asr|tts|music\w*|voice\w*"
        r"|phon(?:em|et)\w*",
        "vision": r"image\w*|video\w*|visual\w*|vision|3d|pixels?|scenes?|segmentation|camera\w*"
        r"|gaussian splatting|object detection|faces?|depth",
        "agents": r"agents?|agentic|tool use|gui|web navigation|planning|multi-agent",
    }
)
#: The field of what no word tells.
OTHER = "language"
_LEAST = 3
_PATTERNS = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in FIELDS.items()
)


def field_of(title: str, abstract: str) -> str:
    """Return the field of a paper: the first with enough words in it, those of the title twice.

    >>> field_of("A Robot that Grasps", "The robot learns grasping.")
    'robotics'
    >>> field_of("Folding Words", "We fold words.")
    'language'
    """
    text = f"{title} {title} {abstract}"
    return next((name for name, words in _PATTERNS if len(words.findall(text)) >= _LEAST), OTHER)


def group_of(document: Document, by: str) -> str:
    """Return the group of a paper; `by` is ``year`` or ``field``."""
    if by == "field":
        return field_of(document.title, document.abstract)
    return str(document.date.year) if document.date else "no date"


def grouped(scored: Scored, documents: Iterable[Document], by: str) -> Mapping[str, Scored]:
    """Return the scores of the papers in each group, sorted; only of papers with a document."""
    group = {name_key(document.title): group_of(document, by) for document in documents}
    names = sorted(
        {group[key] for paper in scored.papers if (key := name_key(paper.title)) in group}
    )
    return {
        name: replace(
            scored,
            papers=[paper for paper in scored.papers if group.get(name_key(paper.title)) == name],
        )
        for name in names
    }
