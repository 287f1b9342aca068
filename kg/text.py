r"""A text as it is read: normalised, cut into sentences, every offset leading back.

Listings come with the marks of LaTeX (``\eg``, ``3.9times``, ``\textsc{X}``), of typesetting
(curly quotes, dashes, soft hyphens) and of broken lines (``Llama3- 8B``). Recognisers read the
normalised text; what they find is stored with the offsets of the original.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from kg.sieve import Cues

#: What stands between title and abstract in the joined text.
GAP = "\n\n"

# One character for one character: no offset moves.
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–−﹣－", "-"),
        # What `kg.relations` and `kg.results` mark names with.
        "⟦": "[",
        "⟧": "]",
        # Of 256×256 and 3×.
        "×": "x",
        **dict.fromkeys(
            "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
            "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
            " ",
        ),
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    }
)

_MACRO = (
    r"\\(?i:our[a-z]*|[a-z]*(?:method|model|framework|approach|system|bench|benchmark)"
    r"(?:name)?|[a-z]{0,4}name|alg)\b"
)

#: Letters that LaTeX has commands for: small ones by their names, and the capitals that look Greek.
_GREEK = dict(
    zip(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau"
        " upsilon phi chi psi omega varepsilon vartheta varphi Gamma Delta Theta Lambda Xi Pi Sigma"
        " Phi Psi Omega ell infty".split(),
        "αβγδεζηθικλμνξπρστυφχψωεϑφΓΔΘΛΞΠΣΦΨΩℓ∞",
        strict=True,
    )
)
#: A command ends where its letters do; what stands below a letter is written behind it: "π0".
_LETTERS = tuple(
    (rf"\\{name}(?![A-Za-z])(?:_(?=\{{?\d))?", letter) for name, letter in _GREEK.items()
)

#: Where the address of "\\href{https://a/b}{our code}" may end: a few signs behind its last slash.
_ENDS_ADDRESS = "|".join(rf"(?<=/[\w.#?=&~-]{{{length}}})" for length in range(60))

#: Behind a command that may be all of a formula.
_ENDS_FORMULA = r"(?![A-Za-z])\s*(?:\$(?=\d))?"

#: Patterns with what each is read as (`\1`: all but the first sign), behind what all of them need:
#: most texts hold nothing of it. Where two patterns match at one place, the first counts.
_REWRITES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]",
        ((r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]", ""),),
    ),
    # Nothing needs more than a gap of two, and patterns take long over many.
    (r" {3}", ((r" {3,}", " "),)),
    # LaTeX's blank that does not break: "RoboTwin~2.0", "low-rank adapters~(LoRA)".
    (r"[A-Za-z]~[\w(]|\d~[A-Za-z]", ((r"(?<=[A-Za-z])~(?=[\w(])|(?<=\d)~(?=[A-Za-z])", " "),)),
    # A dash that lost its gaps: "on four benchmarks-GAIA, HLE".
    (
        r"[a-z]s-[A-Z]",
        (
            (
                r"(?:(?<=\btasks)|(?<=\bmodels)|(?<=\bmethods)|(?<=\bdatasets)|(?<=\bbenchmarks)"
                r"|(?<=\bstrategies)|(?<=\btechniques)|(?<=\bvariants)|(?<=\bapproaches)"
                r"|(?<=\bbaselines)|(?<=\bbackbones)|(?<=\bdomains)|(?<=\bmetrics))-(?=[A-Z])",
                " - ",
            ),
        ),
    ),
    # "we propose ZorbLM-a model that", "on GPT-4o-as well as".
    (
        r"\w-(?:an?|the|on|as|is|with|which) [a-z]",
        (
            (
                r"(?:(?<=[A-Z\d])|(?<=[A-Z\d]\w)|(?<=[A-Z\d]\w\w)|(?<=[A-Z\d]\w\w\w))"
                r"-(?=(?:an?|the|on|as|is|with|which) [a-z])",
                " - ",
            ),
        ),
    ),
    (r"''", ((r"''", '"'),)),
    (r"—|---", ((r"—|---", " - "),)),
    (
        r"\\",
        (
            (r"\\textquotedbl(?:left|right)", '"'),
            (r"\\textemdash\b(?:\{\})?", " - "),
            (r"\\eg\b\.?,?", "e.g.,"),
            (r"\\ie\b\.?,?", "i.e.,"),
            (r"\\etc\b\.?", "etc."),
            (r"\\etal\b\.?", "et al."),
            (_MACRO, "our method"),
            (r"\\cite[a-z]*\*?\s*(?:\[[^\[\]]{0,60}\]){0,2}\{[^{}]{0,300}\}", ""),
            (r"\\(?:text)?color\s*(?:\[\w+\])?\{[^{}]{0,40}\}\s*\{?", ""),
            (
                r"\\(?:text[a-z]*|emph|math[a-z]+|mbox|bm|boldsymbol|uline|underline|url"
                r"|operatorname|texorpdfstring)\s*\{",
                "",
            ),
            (r"\\\\", " "),
            (r"\\href\s*\{", ""),
            # Accents are left out: 'na\\"ive', "Universit\\'{e}", "\\v{C}ech"; but not "it\\'s".
            (
                r"(?<=[A-Za-z])\{?\\[\"'^~]\{?\\?(?=[AEIOUYNaeiouyn])|\\[vcHukr]\{(?=[A-Za-z]\})",
                "",
            ),
            (rf"\\(?:text)?times{_ENDS_FORMULA}", "x"),
            (rf"\\(?:up|down)arrow(?:\\!)?{_ENDS_FORMULA}", ""),
            (r"(?:\^\{?|(?<=\d))\\circ(?![A-Za-z])", "°"),
            (r"(?<=\w)\\(?=(?:log|ln|exp|min|max|arg|det|sup|inf)(?![A-Za-z]))", " "),
            (r"\\(?=(?:log|ln|exp|min|max|arg|det|sup|inf)(?![A-Za-z])|[{}])", ""),
            (r"\\!", ""),
            (r"\\[;: ]", " "),
            # Where a command is all of a formula, its closing dollar goes too: "62.1$\\pm$0.3".
            (rf"\\(?:approx|sim){_ENDS_FORMULA}", "~"),
            (rf"(?:(?<=\S) )?\\(?:long)?(?:to|rightarrow|Rightarrow){_ENDS_FORMULA} ?", " → "),
            (rf"(?:(?<=\S) )?(?:[_^]\{{?)?\\pm{_ENDS_FORMULA}", "±"),
            (rf"\\le(?:q|qslant)?{_ENDS_FORMULA}", "≤"),
            (rf"\\ge(?:q|qslant)?{_ENDS_FORMULA}", "≥"),
            *_LETTERS,
            (r"\\(?:left|right|nobreakdash|allowbreak|small|bf|it|em|tt)\b", ""),
            (r"\\[%&_#$]", r"\1"),
            (r"\\,|~(?=\\)", " "),
            (r"\\[()\[\]]", ""),
        ),
    ),
    (
        r"[{}]",
        (
            (
                r"\b(?:text(?:tt|bf|it|sc|rm)?|mathbf|mathrm|emph|orange|teal|red|blue|green|purple"
                r"|cyan|magenta|violet|brown|gray)\{",
                "",
            ),  # the backslash lost on the way
            (r"\{\\(?:em|it|bf|tt|sc|rm|small)\b\s*", ""),
            (rf"(?=\}}\{{)(?:{_ENDS_ADDRESS})\}}\{{", " "),
            (r"[{}]", ""),
        ),
    ),
    (
        r"\d(?:times|uparrow|downarrow|(?<=[lg]eq\d)|(?<=sim\d)|(?<=approx\d))",
        (
            (r"(?<=\d)times(?![A-Za-z\d])", "x"),
            (r"\b(?:sim|approx)(?=\d)", "~"),
            (r"\bleq(?=\d)", "≤"),
            (r"\bgeq(?=\d)", "≥"),
            (r"(?<=\d)(?:up|down)arrow", " "),
        ),
    ),
    (r"ightarrow", ((r"(?<=[\w)])[Rr]ightarrow(?=[\w(])", "->"),)),
    (r"- +\d", ((r"(?<=[A-Za-z0-9]-) +(?=\d+(?:\.\d+)?[BMbm]?\b)", ""),)),
    (r" -\d", ((r"(?<=[A-Za-z]) +(?=-\d+(?:\.\d+)?[BM]\b)", ""),)),
    (
        r"\$",
        (
            # But not the dollars of $5: what ends in a dollar too, or has a unit, is a formula.
            (r"\$(?=[+-]?[\d.][^$\s]{0,20}\$(?!\d))", ""),
            (r"\$(?=[+-]?[\d.]{1,8}\\?%?\s?(?:\\[a-z]{2,14}|±|→)\s?[\d.]{1,8}\s?\\?%?\$)", ""),
            (
                r"\$(?=\d[\d.,]{0,8}(?:(?:-{1,2}|~)\d[\d.]{0,8})?(?:\\?%|\s?\\times\b|x(?!\w)))",
                "",
            ),
            (r"\$(?=[A-Za-zα-ωΑ-Ω\\({|~<>=^_-])|(?<=[\w})|%*+])\$(?!\d)", ""),
        ),
    ),
)
#: Signs of which one stands in whatever a need matches: they are looked for much faster.
_SIGNS = (
    tuple(map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065))))
    + tuple(map(chr, (*range(0x2066, 0x206A), 0xFEFF))),
    ("   ",),
    ("~",),
    ("s-",),
    ("-a ", "-an ", "-as ", "-the ", "-on ", "-is ", "-with ", "-which "),
    ("''",),
    ("—", "---"),
    ("\\",),
    ("{", "}"),
    ("times", "arrow", "sim", "approx", "leq", "geq"),
    ("ightarrow",),
    ("- ",),
    (" -",),
    ("$",),
)
_NEEDS = tuple(re.compile(need) for need, _ in _REWRITES)


@cache
def _signs() -> Cues:
    """Return what looks for the signs of all needs in one pass, by the need."""
    return Cues({need.pattern: signs for need, signs in zip(_NEEDS, _SIGNS, strict=True)})


_ENDS = re.compile(r"[.!?][\"')\]]*(?=\s+[\"'(\[]*[A-Z0-9τπ\\])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:e\.g|i\.e|et al|etc|vs|cf|resp|approx|al|fig|figs|eq|eqs|sec|no|dr|mr|ms|prof"
    r"|st|(?<!\d\s)[A-Z])\.$",  # an initial, and no unit: "in 9.8 s."
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A title and an abstract as they are read.

    `text` is the normalised text of both, joined by a gap; `title_end` is where the title ends in
    it. `sentences` are [start, end) offsets into `text`; the title is the first.
    """

    title: str
    abstract: str
    text: str
    title_end: int
    sentences: tuple[tuple[int, int], ...]
    #: Where runs of unmoved characters begin, in the normalised and in the original text.
    _reads: tuple[int, ...]
    _stands: tuple[int, ...]
    #: The runs that a rewrite put in: they stand for the whole stretch that it replaced.
    _written: frozenset[int]

    def original(self, start: int, end: int) -> tuple[str, int, int]:
        """Return field, start and end in the original for [start, end) of the normalised text.

        >>> reading = read("On X", "We prune Llama3- 8B by 2.17downarrow points.")
        >>> field, start, end = reading.original(*re.search("Llama3-8B", reading.text).span())
        >>> field, reading.abstract[start:end]
        ('abstract', 'Llama3- 8B')
        """
        first, last = start, end
        if len(self._reads) > 1:
            first, last = self._stand(start), self._stand(end - 1, ends=True)
        last = last if last > first else first
        if last <= len(self.title):
            return "title", first, _closed(self.title, first, last)
        shift = len(self.title) + len(GAP)
        first, last = max(0, first - shift), max(0, last - shift)
        return "abstract", first, _closed(self.abstract, first, last)

    def _stand(self, offset: int, *, ends: bool = False) -> int:
        """Return where the character at an offset begins, or ends, in the original."""
        run = bisect_right(self._reads, offset) - 1
        if run in self._written:
            return self._stands[run + ends]
        return self._stands[run] + offset - self._reads[run] + ends

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds an offset of the normalised text."""
        return max(0, bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1)


def _closed(text: str, start: int, end: int) -> int:
    """Return where a stretch ends with the brace that closes one in it: TRC^{2}."""
    if not text.startswith("}", end):
        return end
    return end + (text.count("{", start, end) > text.count("}", start, end))


def read(title: str, abstract: str) -> Reading:
    """Normalise a title and an abstract for reading, and cut them into sentences."""
    joined = title + GAP + abstract
    flat = joined.translate(_SAME_LENGTH)
    signs = _signs().find(flat)
    kinds = tuple(
        kind for kind, need in enumerate(_NEEDS) if signs[need.pattern] and need.search(flat)
    )
    text, reads, stands, written = (
        _rewrite(flat, kinds, len(title)) if kinds else (flat, [0], [0], frozenset[int]())
    )
    end = _image(reads, stands, len(title))
    sentences = tuple(_sentences(text, end))
    return Reading(title, abstract, text, end, sentences, tuple(reads), tuple(stands), written)


@cache
def _rewrites(kinds: tuple[int, ...]) -> tuple[re.Pattern[str], list[tuple[re.Pattern[str], str]]]:
    """Return one pattern for some kinds of rewrites, and each of them by itself."""
    rewrites = [rewrite for kind in kinds for rewrite in _REWRITES[kind][1]]
    every = re.compile("|".join(_grouped(pattern for pattern, _ in rewrites)))
    return every, [(re.compile(pattern), reading) for pattern, reading in rewrites]


def _grouped(patterns: Iterable[str]) -> Iterator[str]:
    """Yield patterns, those in a row that begin with a backslash together, behind one look at it.

    At most places there is none, and each of many patterns would be tried.
    """
    for begins_so, group in groupby(patterns, key=lambda pattern: pattern.startswith(r"\\")):
        together = "|".join(f"(?:{pattern})" for pattern in group)
        yield rf"(?=\\)(?:{together})" if begins_so else together


def _rewrite(
    text: str, kinds: tuple[int, ...], title_end: int
) -> tuple[str, list[int], list[int], frozenset[int]]:
    """Apply some kinds of rewrites, the gap behind the title left as it is.

    Return the new text, where its runs begin in it and in `text`, and which were put in.
    """
    pieces: list[str] = []
    reads, stands, written = [0], [0], set()
    done = length = 0
    every, rewrites = _rewrites(kinds)
    for match in every.finditer(text):
        start, end = match.span()
        if start <= title_end < end:  # The white space that a mark takes with it is the gap's.
            end = title_end
            if start == end:
                continue
        template = next(reading for pattern, reading in rewrites if pattern.match(text, start))
        piece = match[0][1:] if template == r"\1" else template
        pieces += (text[done:start], piece)
        length += start - done
        if piece:
            written.add(len(reads))
            reads.append(length)
            stands.append(start)
        length += len(piece)
        reads.append(length)
        stands.append(end)
        done = end
    pieces.append(text[done:])
    return "".join(pieces), reads, stands, frozenset(written)


def _image(reads: list[int], stands: list[int], offset: int) -> int:
    """Return where an offset of the original lies in the normalised text."""
    run = bisect_right(stands, offset) - 1
    image = reads[run] + offset - stands[run]
    return min(image, reads[run + 1]) if run + 1 < len(reads) else image


def _sentences(text: str, title_end: int) -> list[tuple[int, int]]:
    spans = [(0, title_end)]
    start = title_end
    for match in _ENDS.finditer(text, title_end):
        if _ABBREVIATION.search(text, max(start, match.start() - 12), match.start() + 1):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [span for first, last in spans if (span := _strip(text, first, last))[0] < span[1]]


def in_their_order(letters: Iterable[str], text: str) -> bool:
    """Tell whether letters stand in a text in their order, others between them.

    >>> in_their_order("LRA", "LOW-RANK ADAPTATION"), in_their_order("ARL", "LOW-RANK ADAPTATION")
    (True, False)
    """
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
