"""Identifiers: one namespace a type, one segment of ``[A-Za-z0-9._-]``.

An entity id is ``namespace/segment``; with the base IRI in front it is the entity's IRI. No id is
made by lower-casing a raw string alone: known things have a curated segment or one spelled out by
the model-name grammar; unknown things carry a hash of their key (`unlisted`).

What a segment cannot hold is written out: ``+`` as ``plus``, ``@`` as ``at``, ``*`` as ``star``,
``&`` as ``and``, ``#`` as ``sharp``, Greek letters by their names. A segment that lost other
letters (of non-Latin scripts, say) gets a hash, so that no two names share one by accident.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import takewhile

from kg.model import Fact, Identifier, Result

#: The namespace of each type.
NAMESPACES = {
    "Paper": "paper",
    "Author": "author",
    "Model": "model",
    "ModelFamily": "family",
    "Method": "method",
    "Dataset": "dataset",
    "Benchmark": "benchmark",
    "Task": "task",
    "Metric": "metric",
    "Result": "result",
    "Hardware": "hardware",
    "CodeRepository": "repo",
    "Listing": "listing",
    "WebPage": "page",
}
TYPES_BY_NAMESPACE = {namespace: name for name, namespace in NAMESPACES.items()}

_SPELLED = str.maketrans(
    {"+": "-plus-", "@": "-at-", "*": "-star-", "&": "-and-", "#": "-sharp-", "^": "-hat-"}
)
_REPEATED = re.compile(r"-{2,}")
_RUN = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?|[+*@#]")
#: The signs of ASCII that are in no run.
_DROPPED = bytes(code for code in range(128) if not _RUN.fullmatch(chr(code)))
_DIGIT = re.compile(r"\d")
#: What stands behind a repository's name on GitLab, and is the name of none.
_WITHIN_GITLAB = frozenset({"-", "blob", "tree"})
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def digest(*parts: str, length: int = 16) -> str:
    """Return the first hex digits of SHA-256 over the parts, which are kept apart by NUL.

    >>> digest("a", "b") == digest("a", "b"), digest("ab") == digest("a", "b")
    (True, False)
    """
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def segment(name: str) -> str:
    """Write a name as one IRI segment.

    >>> segment("Llama-2-7B-Chat"), segment("C++"), segment("π0"), segment("Q*")
    ('llama-2-7b-chat', 'c-plus-plus', 'pi0', 'q-star')
    >>> segment("文心") == segment("通义")
    False
    """
    spelled, lost = (name.translate(_SPELLED), False) if name.isascii() else _spelled(name)
    text = _UNSAFE.sub("-", spelled).strip("-.").lower()
    if "--" in text:
        text = _REPEATED.sub("-", text)
    if not lost and text:
        return text
    return f"{text}-{digest(name, length=6)}".lstrip("-")


def _spelled(name: str) -> tuple[str, bool]:
    """Return a name in ASCII, and whether letters were lost."""
    letters, lost = [], False
    for character in unicodedata.normalize("NFKD", name):
        letter = _spell(character)
        lost = lost or (not letter and not unicodedata.combining(character))
        letters.append(letter)
    return "".join(letters), lost


def _spell(character: str) -> str:
    """Return ASCII for one character: itself, its spelling, or '' where it has none."""
    if character.isascii():
        return character.translate(_SPELLED)
    name = unicodedata.name(character, "")
    if name.startswith("GREEK ") and " LETTER " in name:
        return name.rsplit(" LETTER ", 1)[1].split()[0].lower()
    if name.endswith(("DASH", "HYPHEN", "MINUS SIGN", "SPACE", "QUOTATION MARK")):
        return "-"
    return ""


def entity_id(type_name: str, name: str) -> str:
    """Return the id of a known thing by its curated or spelled-out name.

    >>> entity_id("ModelFamily", "Llama 2")
    'family/llama-2'
    """
    return f"{NAMESPACES[type_name]}/{segment(name)}"


def unlisted(type_name: str, name: str, introduced_by: str = "") -> str:
    """Return the id of a thing that no list knows: its segment and a hash of its key.

    `introduced_by` is the title key of the paper that introduces it, so that two papers that
    introduce the same name make two entities.
    """
    mark = digest(type_name, name_key(name), introduced_by, length=6)
    return f"{entity_id(type_name, name)}-{mark}"


@cache
def type_of(entity_id: str) -> str:
    """Return the type that an id says.

    >>> type_of("family/llama-2")
    'ModelFamily'
    """
    return TYPES_BY_NAMESPACE[entity_id.partition("/")[0]]


def retyped(entity_id: str, type_name: str) -> str:
    """Return the id that a thing has as another type.

    >>> retyped("method/foonet-1a2b3c", "Model")
    'model/foonet-1a2b3c'
    """
    return f"{NAMESPACES[type_name]}/{entity_id.partition('/')[2]}"


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Fold a name for look-up: case, accents and punctuation go, numbers stay apart.

    >>> name_key("LLaMA-2 7B") == name_key("llama2-7b"), name_key("Llama-27B")
    (True, 'llama|27|b')
    """
    if name.isascii():
        folded = name.lower()
        if not _DIGIT.search(folded):  # what most names are
            return folded.encode().translate(None, _DROPPED).decode() or folded.strip()
    else:
        folded = unicodedata.normalize("NFKD", name).casefold()
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    runs = _RUN.findall(folded)
    if not _DIGIT.search(folded):
        return "".join(runs) or folded.strip()
    key = ""
    for run in runs:
        apart = key and (run[0].isdigit() or key[-1].isdigit())
        key += ("|" if apart else "") + run
    return key or folded.strip()


@lru_cache(maxsize=1 << 15)
def title_key(title: str) -> str:
    """Return the hash of a normalised title: the key by which a paper is the same paper.

    >>> title_key("Q-Learning: a Note") == title_key("Q Learning, a note")
    True
    >>> title_key("What is C?") == title_key("What is C++?"), title_key("?!") == title_key("...")
    (False, False)
    """
    folded = unicodedata.normalize("NFKC", title).casefold()
    return digest("title", "".join(re.findall(r"[\w+*#]+", folded)) or folded.strip())


def text_id(title: str, abstract: str) -> str:
    """Return the id of a text, by which its extraction is cached."""
    return digest("text", title, abstract)


def paper_id(identifiers: Iterable[Identifier], title: str) -> str:
    """Return ``paper/`` and the arXiv id, else the DOI, else the ACL id, else the title's hash."""
    known = {item.scheme: item.value for item in sorted(identifiers, reverse=True)}
    if arxiv := known.get("arxiv"):
        return f"paper/{arxiv.replace('/', '.')}"
    if doi := known.get("doi"):
        return f"paper/doi--{segment(doi)}"
    if acl := known.get("acl"):
        return f"paper/acl--{segment(acl)}"
    return f"paper/{title_key(title)}"


def author_id(name: str) -> str:
    """Return the id of an author by name; the hash keeps names apart that fold to one segment."""
    return f"author/{segment(name)}-{digest('author', name, length=6)}"


def listing_id(name: str, date: str) -> str:
    """Return the id of a dated page or feed."""
    return f"listing/{segment(f'{name} {date}')}"


def repository_id(url: str) -> str:
    """Return the id of a code repository: ``repo/github--owner--name`` where the host has such.

    What leads into the repository is left out; on GitLab its name may stand in groups of groups.

    >>> repository_id("https://gitlab.com/group/part/name/-/tree/main")
    'repo/gitlab--group--part--name'
    """
    address = re.split(r"[?#]", re.sub(r"^\w+://(www\.)?", "", url.strip()))[0]
    host, _, path = address.partition("/")
    parts = [part for part in path.split("/") if part]
    if host.lower().startswith("gitlab."):
        parts = list(takewhile(lambda part: part not in _WITHIN_GITLAB, parts))
    else:
        parts = parts[:2]
    kept = (segment(part.removesuffix(".git")) for part in parts)
    return "repo/" + "--".join([segment(host.removesuffix(".com")), *kept])


def fact_id(subject: str, relation: str, object_: str) -> str:
    """Return the id of the fact that has these ends and this relation."""
    return digest("fact", subject, relation, object_)


def id_of(fact: Fact) -> str:
    """Return the id of a fact."""
    return fact_id(fact.subject, fact.relation, fact.object)


def result_id(item: Result) -> str:
    """Return the id of a result: the hash of all that is reported, and where."""
    parts = (item.paper, item.method, item.model, item.data, item.task, item.metric, item.baseline)
    words = (item.unit, item.kind, item.direction, item.split, item.setting, item.role)
    places = sorted({f"{place.field}.{place.start}-{place.end}" for place in item.evidence})
    values = (str(value) for value in item.value)
    return f"result/{digest('result', *parts, *words, item.raw, *values, '', *places)}"


def page_id(url: str) -> str:
    """Return the id of a web page: its address as a segment, and a hash where that is long."""
    bare = re.sub(r"^\w+://(www\.)?|/+$", "", url.strip())
    return f"page/{segment(bare)[:80].rstrip('-.')}-{digest('page', bare, length=6)}"
