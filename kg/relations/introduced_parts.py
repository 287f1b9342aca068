"""The named parts of a paper's own work: stages, modules, agents, losses.

They are introduced as the work itself is; the words that tell of them are others.
"""

from kg.mentions.own.components import ACTS
from kg.relations.introduces import RELATION, TYPES
from kg.relations.rule import Rule

_PART = (
    r"(?:module|mechanism|strategy|stage|block|head|layer|loss|unit|component|network|encoder|decoder"
    r"|adapter|scheme|diagnostic|inference)"
)
_SHORT = r"(?:\s*\([^()]*\))?"

RULES = (
    Rule(
        name="enumerated-part",
        relation=RELATION,
        pattern=(
            r"(?:\(|(?<=\s))(?:[ivx]{1,4}|[1-9a-e])\)\s+(?:an?\s+|the\s+)?"
            r"(?:[a-z][\w-]*\s+){0,4}?{X}"
        ),
        confidence=0.65,
        types=TYPES,
        unlisted=True,
        holds=(
            (
                "We add (i) FoldScan, a scheduler, and (ii) FoldPack, a packer.",
                ("FoldScan", "FoldPack"),
            ),
        ),
        places=frozenset({"own"}),
    ),
    Rule(
        name="component",
        relation=RELATION,
        pattern=(
            rf"\ban?\s+(?:[\w-]+\s+){{0,3}}?{{X}}{_SHORT}\s+(?:that|which|{_PART})\b"
            rf"|\b(?:introduces|incorporates|employs|leverages|integrates|features|utili[sz]es|combines"
            rf"|adopts|designs)\s+(?:an?|its)\s+(?:[\w-]+\s+){{0,3}}?{{X}}"
            rf"|\b(?:introduces|formali[sz]e|devise)\s+(?:an?\s+|the\s+)?{{X}}"
            rf"|\b(?:its|the (?:core|key|main|central))(?:\s+[\w-]+){{1,3}},\s+{{X}},"
            rf"|\bits\s+{{X}}\s+{_PART}\b"
            rf"|\b(?:core|key|main|central)\b[^.;:]{{0,60}}\b(?:is|are|lies)\s+(?:an?|the|our)\s+"
            rf"(?:[\w-]+\s+){{0,2}}?{{X}}"
        ),
        confidence=0.7,
        types=frozenset({"Method"}),
        unlisted=True,
        holds=(
            ("We build on a small Plot Monitor that warns early.", ("Plot Monitor",)),
            ("Our tool leverages a Fold Packer to plan.", ("Fold Packer",)),
            ("In our work, its FoldPack module folds plots.", ("FoldPack",)),
            ("We fold. The main component, Plot Gate, opens.", ("Plot Gate",)),
            ("We fold. The core component is the Plot Gate (PG), which opens.", ("PG",)),
        ),
        fails=("We use FoldScan that warns.", "We run a FoldScan on plots."),
        places=frozenset({"own"}),
    ),
    Rule(
        name="acting-part",
        relation=RELATION,
        pattern=rf"\ban?\s+(?:[\w-]+\s+){{0,2}}?{{X}}{_SHORT}\s+{ACTS}",
        confidence=0.65,
        types=frozenset({"Method"}),
        unlisted=True,
        holds=(("We plan first. Then a small Plot Monitor warns early.", ("Plot Monitor",)),),
        fails=("We plan. The Plot Monitor warns early.", "We run a FoldScan on plots."),
        places=frozenset({"own"}),
    ),
    Rule(
        name="staged-part",
        relation=RELATION,
        pattern=(
            r"\b(?:stages|components|modules|signals|mechanisms|strategies|techniques|agents|steps|phases"
            r"|contributions|innovations|designs|rules|variants|operators|objectives|losses|branches)"
            r"(?::\s*|\s+\()(?:an?\s+)?(?:[\w-]+\s+){0,2}?{X}"
            r"|\b(?:first|second|third|final|last)\s+(?:stage|component|module|step|phase|part),\s+"
            r"(?:an?\s+)?{X}|\ba\s+{X}\s+stage\b"
        ),
        confidence=0.7,
        types=frozenset({"Method"}),
        unlisted=True,
        holds=(
            (
                "We build three agents (FoldScan, FoldPack and PlotGate).",
                ("FoldScan", "FoldPack", "PlotGate"),
            ),
            ("We train in two: the first stage, Plot Turning, is short.", ("Plot Turning",)),
        ),
        fails=("We test three agents on plots. FoldScan is short.",),
        places=frozenset({"own"}),
    ),
    Rule(
        name="apposed-part",
        relation=RELATION,
        pattern=(r"[:;]\s+(?:and\s+)?{X}(?:\s*\([^()]*\))?,\s+(?:which|where)\b"),
        confidence=0.6,
        types=TYPES,
        unlisted=True,
        holds=(
            (
                "We try it in two games: Plot Folding, where plots are folded, and another.",
                ("Plot Folding",),
            ),
        ),
        places=frozenset({"own"}),
    ),
    Rule(
        name="core-is",
        relation=RELATION,
        pattern=(
            r"\bat\s+(?:its|the)\s+(?:core|heart)(?:\s+of\s+[\w-]+)?\s+(?:is|are|lies)\s+(?:(?:an?|the)\s+)?"
            r"(?:[a-z][\w-]*\s+){0,3}?{X}"
            r"|\bits(?:\s+[\w-]+){1,3},\s+{X},"
            r"|\b(?:complementary|new|novel)\s+(?:resources|data ?sets|benchmarks|models):\s+{X}"
        ),
        confidence=0.75,
        types=TYPES,
        unlisted=True,
        holds=(
            ("We fold plots. At its core is PlotHoard, which holds them.", ("PlotHoard",)),
            ("We fold plots. Its benchmark, PlotEval, is long.", ("PlotEval",)),
        ),
        fails=("We fold plots at the core of PlotHoard.",),
        places=frozenset({"own"}),
    ),
)
