"""The methods and models that a paper's own work is compared with, neither said to be better."""

from kg.model import SYSTEMS
from kg.relations.cues import OBJECTS, TOWARDS
from kg.relations.rule import Rule

RELATION = "comparedWith"
TYPES = frozenset(SYSTEMS)

_PLACES = frozenset({"title", "own"})

# "and matching X", but not "flow matching of X".
_MATCHING = (
    r"matching(?:(?<=[,;)-]\smatching)|(?<=\b(?:to|or)\smatching)|(?<=(?:nd|ly|en|le)\smatching))"
)

RULES = (
    Rule(
        name="on-par",
        relation=RELATION,
        pattern=(
            rf"\b(?:match(?:es|ed)(?<!-match..)|(?:to|can|could|may|nearly)\s+match|{_MATCHING}"
            rf"|rival(?:s|ing|l?ed)?|approaching|approach(?:es)?\s+(?:the\s+)?(?:\w+\s+)?"
            rf"(?:performance|quality|accuracy|levels?|results|capabilit\w+)\s+of"
            rf"|(?:comparabl[ey]|competitive(?:ly)?|on\s+(?:a\s+)?par|parity|close|equivalent"
            rf"|similar(?:ly)?(?!\s+to\b)|favou?rabl[ey]|competes?|competing)(?:\s+[^\s,;:]+){{0,5}}?"
            rf"\s+(?:to|with|against))(?:\s+(?:that|those)\s+of)?"
            rf"{TOWARDS}{OBJECTS}"
        ),
        confidence=0.85,
        types=TYPES,
        holds=(
            ("Our small model rivals GPT-4.", ("GPT-4",)),
            ("We reach results comparable to LoRA and DoRA.", ("LoRA", "DoRA")),
            ("Our scores are on par with those of strong models like GPT-4.", ("GPT-4",)),
        ),
        fails=("We match words to LLaMA-7B tokens with GPT-4.",),
        places=_PLACES,
    ),
    Rule(
        name="level-of",
        relation=RELATION,
        pattern=(
            r"\b(?:reach|achiev|attain|deliver|approach|provid)\w*\s+(?:\w+\s+){0,2}?{W}(?:'s"
            r"|[- ]level)?\s+(?:performance|quality|accuracy|results|capabilit\w+)\b|{W}-level\s"
            r"(?:performance|quality|accuracy|results|capabilit\w+)"
        ),
        confidence=0.75,
        types=TYPES,
        holds=(("Our small model reaches GPT-4-level quality.", ("GPT-4",)),),
        fails=("We measure the quality of GPT-4.",),
        places=_PLACES,
    ),
    Rule(
        name="set-against",
        relation=RELATION,
        pattern=(
            rf"\b(?:(?<!rather\s)(?<!other\s)than|versus|vs\.?|compar(?:ed?|es|ing|isons?)(?:\s+[^\s,;:]+){{0,5}}?\s+(?:to"
            rf"|with|against)|relative\s+to|in\s+contrast\s+(?:to|with)|speed-?ups?\s+over"
            rf"|faster\s+over|(?:benchmark|evaluat|assess|validat)\w*(?:\s+[^\s,;:]+){{0,4}}?\s+(?:against"
            rf"|alongside)(?!\s+(?:[^\s;:]+\s){{0,6}}?(?:attacks?|adversar\w+)\b)|gap\s+(?:with|to)"
            rf"|\btimes\s+the\s+(?:\w+\s+){{1,3}}?of|\d\s?(?:x|times|%\s+of)(?=\s+⟦\w+⟧'s)"
            rf"|\bsame\s+(?:[^\s,;:]+\s+){{0,3}}?(?:size|costs?|budget|performance|accuracy|quality|latency"
            rf"|memory|speed|compute|footprint|throughput)\s+as)(?:\s+(?:that|those|[\d.,]+%?)\s+(?:of|for|by|with))?"
            rf"{TOWARDS}{OBJECTS}"
        ),
        confidence=0.8,
        types=TYPES,
        holds=(
            ("We need three times less memory than LoRA.", ("LoRA",)),
            ("We compare our scheme with LoRA and DoRA.", ("LoRA", "DoRA")),
            ("We evaluate our scheme alongside two others, LoRA and DoRA.", ("LoRA", "DoRA")),
            ("It keeps the same memory as LoRA at 3.4 times DoRA's rate.", ("LoRA", "DoRA")),
        ),
        fails=(
            "We train longer than usual on LLaMA-7B.",
            "We evaluate our scheme against GCG and PAIR attacks.",
        ),
        places=_PLACES,
    ),
    Rule(
        name="baseline",
        relation=RELATION,
        pattern=(
            rf"\b(?:baselines?|competitors?|alternatives)\s*(?:,|\(|:|-)?\s*(?:such\s+as|like"
            rf"|including|namely|e\.g\.,?|i\.e\.,?)?\s*(?:the\s+)?{OBJECTS}"
        ),
        confidence=0.75,
        types=TYPES,
        holds=(("Our gains hold for all baselines, including LoRA and DoRA.", ("LoRA", "DoRA")),),
        fails=("We take no baseline. We use LoRA.",),
        places=frozenset({"own"}),
    ),
    Rule(
        name="named-baseline",
        relation=RELATION,
        pattern=r"{W}(?:-based|-style)?\s+(?:[a-z-]+\s+)?baselines?\b",
        confidence=0.75,
        types=TYPES,
        holds=(
            ("It is ahead of both a LoRA baseline (rank 8) and a DoRA baseline.", ("LoRA", "DoRA")),
        ),
        fails=("We give strong baselines with LoRA.",),
        places=frozenset({"own"}),
    ),
)
