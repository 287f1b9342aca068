"""Every error that kg raises on purpose.

    KgError
    ├── DataError            a record or file that cannot be read   (ValueError)
    │   └── FieldError       a field, of a record that is kept without it
    ├── StoreError           a store that is none, broken or closed (OSError)
    ├── UnknownNameError     a name that nothing is known by         (LookupError)
    ├── WrongTypeError       a thing of a type that is not taken      (LookupError)
    ├── AmbiguousNameError   a name that several things have         (LookupError)
    ├── QuestionError        a question outside the documented forms (ValueError)
    ├── QueryError           SPARQL that does not parse or run       (ValueError)
    ├── LexiconError         a curated table that breaks its rules   (ValueError)
    ├── EndpointError        a server that does not do what it is asked (OSError)
    ├── CurationError        an act that cannot be read or replayed  (ValueError)
    ├── SettingError         a number or setting that cannot be      (ValueError)
    └── WorkerError          a process that the system ended         (RuntimeError)

A message says what was wrong, where, and what to do; the values are attributes.
"""

from collections.abc import Sequence

#: So much of what was given is repeated in a message, in characters.
QUOTED = 100


def quoted(text: str) -> str:
    """Quote what was given, cut where it is long.

    >>> quoted("LoRA"), len(quoted("x" * 100_000))
    ("'LoRA'", 103)
    """
    return repr(cut(text))


def cut(text: str) -> str:
    """Cut what was given where it is long."""
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"


def with_article(noun: str) -> str:
    """Put the article before a noun.

    >>> with_article("Author"), with_article("Method")
    ('an Author', 'a Method')
    """
    return f"an {noun}" if noun.startswith(tuple("AEIO")) else f"a {noun}"


class KgError(Exception):
    """The root of all errors that kg raises on purpose."""


class DataError(KgError, ValueError):
    """Input that cannot be read: `path`, `line` (1-based, 0 for the whole file), `reason`."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")


class FieldError(DataError):
    """A field that cannot be read, of a record that is kept without it; `reason` names it first."""


class StoreError(KgError, OSError):
    """A store that cannot be opened, or not be used any more or here: `path`, `reason`."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class UnknownNameError(KgError, LookupError):
    """A name that nothing is known by: `kind`, `name`, `nearest` (best first), `further` hint."""

    def __init__(
        self, kind: str, name: str, nearest: Sequence[str] = (), further: str = ""
    ) -> None:
        self.kind, self.name, self.nearest, self.further = kind, name, tuple(nearest), further
        near = f"did you mean {', '.join(self.nearest)}?" if self.nearest else ""
        hint = " ".join(filter(None, (near, further)))
        super().__init__(f"no {kind} is known by the name {quoted(name)}{hint and f'; {hint}'}")


class WrongTypeError(KgError, LookupError):
    """A thing of a type that is not taken: `label`, `type`, `takes` (types); `what` takes them."""

    def __init__(self, what: str, label: str, type: str, takes: Sequence[str]) -> None:
        self.label, self.type, self.takes = label, type, tuple(takes)
        wanted = " or ".join(filter(None, (", ".join(self.takes[:-1]), self.takes[-1])))
        super().__init__(f"{label} is {with_article(type)}; {what} is of {with_article(wanted)}")


class AmbiguousNameError(KgError, LookupError):
    """A name that several things have where one is wanted: `name`, `ids`.

    A result has no id that is easy to read: of results, `ids` are the words for each.
    """

    def __init__(self, name: str, ids: Sequence[str], *, results: bool = False) -> None:
        self.name, self.ids = name, tuple(ids)
        told = " | ".join(self.ids) if results else ", ".join(self.ids)
        what = "results" if results else "ids"
        super().__init__(f"{quoted(name)} may be {told}; give one of these {what}")


class QuestionError(KgError, ValueError):
    """A question that cannot be read: `question`, `nearest` (forms, best first), `reason`."""

    def __init__(self, question: str, nearest: Sequence[str] = (), reason: str = "") -> None:
        self.question, self.nearest, self.reason = question, tuple(nearest), reason
        hint = "; try: " + " | ".join(self.nearest) if self.nearest else ""
        why = f": {reason}" if reason else ""
        super().__init__(f"cannot read the question {quoted(question)}{why}{hint}")


class QueryError(KgError, ValueError):
    """SPARQL that does not parse or run."""


class LexiconError(KgError, ValueError):
    """A curated table that breaks its rules: `path`, `line`, `reason`."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        super().__init__(f"{path}:{line}: {reason}")


class CurationError(KgError, ValueError):
    """An act that cannot be read or replayed: `path` ('' for none), `line` (or 0), `reason`."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        where = f"{path}:{line}: " if line else path and f"{path}: "
        super().__init__(f"{where}{reason}")


class EndpointError(KgError, OSError):
    """A server that does not do what it is asked: `address`, `status` (0 for none), `reason`."""

    def __init__(self, address: str, status: int, reason: str) -> None:
        self.address, self.status, self.reason = address, status, reason
        super().__init__(f"{address} {reason}")

    def __str__(self) -> str:
        return f"{self.address} {self.reason}"


class SettingError(KgError, ValueError):
    """A setting, such as a limit, that cannot be: `setting`, `reason`."""

    def __init__(self, setting: str, reason: str) -> None:
        self.setting, self.reason = setting, reason
        super().__init__(f"{setting}: {reason}")


class WorkerError(KgError, RuntimeError):
    """A process that read texts, and that the system ended."""

    def __init__(self) -> None:
        super().__init__(
            "the system ended a process that read texts, for memory perhaps; run again, with fewer"
            " --workers: what was read is kept"
        )
