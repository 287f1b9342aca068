"""What a paper's own work does better than, and what does better than it.

A claim of these rules says too that both are compared; `kg.relations.comparisons` adds that, turns
a gain in memory or speed alone, or one that is denied, into a mere comparison, and leaves out what
humans or other models do better.
"""

from kg.model import SYSTEMS
from kg.relations.cues import BETTER, OBJECTS, SURPASSES, TOWARDS
from kg.relations.rule import Rule

RELATION = "outperforms"
TYPES = frozenset(SYSTEMS)

_PLACES = frozenset({"title", "own"})
#: How the paper speaks of its own work as a subject.
_OURS = r"\b(?:ours|(?:our|the\s+proposed)(?:\s+[^\s,;:⟦]+){1,4}?|it|we)"
_FALLS_SHORT = (
    r"(?:underperform\w*|(?:lag|fall|trail)\w*\s+(?:\w+\s+){0,2}?(?:behind|short\s+of|below)"
    r"|trails|(?:is|are|perform\w*)\s+(?:\w+\s+){0,2}?(?:worse\s+than|inferior\s+to|weaker\s+than)"
    r"|(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:outperformed|surpassed|exceeded|beaten)\s+by)"
)
#: From a metric to the side on which its value lies: "on GSM8K is far".
_LIES = (
    r"(?:\s+(?:on|in|of|for)\s[^.;,]{1,40}?)?"
    r"\s+(?:is|are|was|were|stays?|lies|lie|remains?|falls?)\s+(?:\w+\s+){0,2}?"
)
_ASIDE = r"(?:\s*\([^()]{0,60}\))?(?:\s+(?!(?:and|or|but|to)\b)[a-z-]+){0,3}?"
_RAISES = r"(?:improv|boost|enhanc|rais|increas|lift|elevat|advanc)(?:e|es|s|ed|ing)?"
#: Words up to what is improved: "the average accuracy of base models such as".
_OF_BASE = (
    r"(?:(?!(?:on|in|over|upon|with|by|from|to|than|using|via|across|and|through|when)\b)"
    r"[^\s;:,]+\s+){0,8}?"
)
_ON_DATA = r"(?:(?!(?:over|than|while|and|but|or|by|from)\b)[^\s;:()]+\s+){0,7}?"
_NOT_OVER = r"(?!(?:\s*[^\s.;,]+){0,3}?\s+(?:over|than|compared|relative|against)\b)"
#: "by 3% on GSM8K", "from 40.1 to 43", but not "by 3% over rivals".
_BY_MUCH = (
    r"(?:by\s+(?:(?!(?:over|than)\b)[a-z]+\s+){0,4}?[~+≈]?\d[\d.,]*+(?:\s?[-–]\s?\d[\d.]*+)?"
    r"(?>(?:\s?(?:%|x|×|points|pp|percentage|absolute))*)|from\s+\d[\d.]*\s?%?\s+to\s+)"
    rf"{_NOT_OVER}"
)
_GAINS = r"(?:improvement|gain|increase|boost)s?"
#: "absolute improvements of 4% and 8%", "a 4% gain".
_A_GAIN = (
    rf"(?:\b{_GAINS}\s+of\s+(?:up\s+to\s+)?\+?\d[\d.]*\s?(?:%|points)"
    rf"|\d[\d.]*\s?(?:%|points)\s+(?:\w+\s+){{0,2}}?{_GAINS})"
)
RULES = (
    Rule(
        name="does-better",
        relation=RELATION,
        pattern=rf"\b{SURPASSES}{TOWARDS}{OBJECTS}",
        confidence=0.85,
        types=TYPES,
        holds=(
            ("Our scheme outperforms LoRA by 3% and the stronger DoRA.", ("LoRA", "DoRA")),
            ("We build a small model, surpassing even models such as GPT-4.", ("GPT-4",)),
        ),
        fails=("Our scheme outperforms all baselines on LLaMA-7B.",),
        places=_PLACES,
    ),
    Rule(
        name="better-than",
        relation=RELATION,
        pattern=(
            rf"(?:{BETTER}|\bprefer(?:s|red|ring)?\s+(?:[^\s,;:]+\s+){{0,4}}?(?:over|to)\b){TOWARDS}{OBJECTS}"
        ),
        confidence=0.8,
        types=TYPES,
        holds=(
            ("Our scheme gains 2.1 points over LoRA.", ("LoRA",)),
            ("We reach better results than GRPO and PPO.", ("GRPO", "PPO")),
            ("It shows the superiority of our scheme over LoRA.", ("LoRA",)),
            ("Judges prefer our answers to LoRA.", ("LoRA",)),
            ("Our model is close to, and at times superior to, models like GPT-4.", ("GPT-4",)),
        ),
        fails=(
            "Our accuracy improves over time with LoRA.",
            "Our model is better than most, and behind GPT-4.",
        ),
        places=_PLACES,
    ),
    Rule(
        name="on-the-better-side",
        relation=RELATION,
        pattern=(
            rf"(?:\b(?:perplexit\w+|errors?|error\s+rates?|loss(?:es)?|fid|wer)\b{_LIES}below"
            rf"|\b(?:accuracy|accuracies|scores?|f1|bleu|performance)\b{_LIES}above)"
            rf"\s+(?:that|those)\s+of{TOWARDS}{OBJECTS}"
        ),
        confidence=0.75,
        types=TYPES,
        holds=(
            ("The perplexity stays well below that of LoRA and DoRA.", ("LoRA", "DoRA")),
            ("Our scores on GSM8K are above those of the larger LLaMA-13B.", ("Llama-13B",)),
        ),
        fails=(
            "The accuracy stays well below that of LoRA.",
            "Our error is above that of LLaMA-13B.",
        ),
        places=_PLACES,
    ),
    Rule(
        name="compared-first",
        relation=RELATION,
        pattern=(
            rf"\b(?:compared\s+(?:to|with|against)|in\s+comparison\s+(?:to|with)|relative\s+to)"
            rf"{TOWARDS}{OBJECTS}[^,;⟦]{{0,60}},[^;]{{0,100}}?\b(?:better|higher|superior|stronger"
            rf"|improv|gain|boost|increas|enhanc|exceed|surpass|outperform|more\s(?:accura|robust))"
        ),
        confidence=0.75,
        types=TYPES,
        holds=(("Compared to LoRA, our scheme reaches a higher accuracy.", ("LoRA",)),),
        fails=("Compared to LoRA, our scheme has no matrices.",),
        places=_PLACES,
    ),
    Rule(
        name="improves-model",
        relation=RELATION,
        pattern=(
            rf"\b{_RAISES}\s+{_OF_BASE}{{W}}(?:'s)?(?:\s*\([^()]{{0,60}}\))?\s+{_ON_DATA}{_BY_MUCH}"
            rf"(?:[^\s;,]+\s+(?:[^\s;,]+\s+){{0,3}}?and\s+{{W}}\s+from\s+\d)?"
            rf"|{{W}}(?:\s+(?!(?:and|but|while)\b)[^\s;:.,⟦]+){{0,5}}?,?\s+(?:and\s+)?{_RAISES}\s+its\s"
            rf"{_ON_DATA}{_BY_MUCH}"
            rf"|{_A_GAIN}\s+(?:on|for)\s+(?:the\s+)?{{M}}{_NOT_OVER}"
        ),
        confidence=0.75,
        types=TYPES,
        holds=(
            ("Our scheme improves the accuracy of LLaMA-7B by 3% on GSM8K.", ("Llama-7B",)),
            (
                "It lifts LLaMA-7B from 40.1% to 43.0% and Mistral-7B from 50% to 51%.",
                ("Llama-7B", "Mistral-7B"),
            ),
            ("Tuning LLaMA-7B on our data raises its GSM8K score by 3 points.", ("Llama-7B",)),
            ("It gives a gain of 4.2% on LLaMA-7B.", ("Llama-7B",)),
        ),
        fails=(
            "Our scheme improves over rivals by 3% on LLaMA-7B.",
            "Our scheme improves LLaMA-7B by 2.8 points over strong rivals.",
            "We improve LLaMA-7B by better training.",
        ),
        places=_PLACES,
    ),
    Rule(
        name="exceeds-too",
        relation=RELATION,
        pattern=(
            rf"\b(?:match|rival|compet|(?:on|at)\s+par|parity|comparable|close)[a-z]*[^.;:⟦]{{0,60}}{{W}}"
            rf"[^.;:]{{0,90}}?\b(?:while|and|but|yet|or)\s+(?:\w+\s+){{0,2}}?{SURPASSES}\s+(?:it|them)\b"
            r"(?!\s+(?:in|on|for)\s+(?:one|some|several|certain|a\s+few)\b)"
        ),
        confidence=0.8,
        types=TYPES,
        holds=(
            ("Our model rivals GPT-4 in style, while clearly exceeding it in form.", ("GPT-4",)),
        ),
        fails=("Our model rivals GPT-4, while others exceed Gemma.",),
        places=_PLACES,
    ),
    Rule(
        name="is-exceeded-by-own",
        relation=RELATION,
        pattern=(
            rf"{{W}}{_ASIDE}\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:outperformed|surpassed"
            rf"|exceeded|beaten)\s+by\s+(?:our|the\s+proposed)\b"
        ),
        confidence=0.8,
        types=TYPES,
        holds=(("GPT-4 is surpassed by our small model.", ("GPT-4",)),),
        fails=("GPT-4 is surpassed by Claude.",),
        places=_PLACES,
    ),
    Rule(
        name="name-does-better",
        relation=RELATION,
        pattern=rf"{{s:W}}{_ASIDE}\s+(?:outperforms?|surpass(?:es)?|exceeds?|beats?)\b{TOWARDS}{OBJECTS}",
        confidence=0.85,
        types=TYPES,
        subjects=TYPES,
        holds=(("We see that QLoRA even surpasses LoRA.", ("QLoRA > LoRA",)),),
        fails=("We use QLoRA and our scheme outperforms LoRA.",),
        places=_PLACES,
    ),
    Rule(
        name="falls-short",
        relation=RELATION,
        pattern=rf"{_OURS}(?:\s+(?:\w+ly|still|also|even)){{0,2}}\s+{_FALLS_SHORT}{TOWARDS}{{W}}",
        confidence=0.7,
        types=TYPES,
        turned=True,
        holds=(("Our small model still lags behind GPT-4.", ("GPT-4",)),),
        fails=("Open models lag behind GPT-4.", "Our small model outperforms GPT-4."),
        places=_PLACES,
    ),
    Rule(
        name="second-to",
        relation=RELATION,
        pattern=rf"\b(?:second\s+only\s+to|(?:trailing|behind)\s+only|only\s+behind){TOWARDS}{{W}}",
        confidence=0.8,
        types=TYPES,
        turned=True,
        holds=(("Our small model comes second only to GPT-4.", ("GPT-4",)),),
        fails=("Our small model leaves GPT-4 behind.",),
        places=_PLACES,
    ),
    Rule(
        name="name-falls-short",
        relation=RELATION,
        pattern=rf"{{s:W}}{_ASIDE}\s+{_FALLS_SHORT}{TOWARDS}{{W}}",
        confidence=0.75,
        types=TYPES,
        subjects=TYPES,
        turned=True,
        holds=(("We see that Gemma underperforms Mistral-7B.", ("Gemma > Mistral-7B",)),),
        fails=("We see that Gemma beats Mistral-7B.",),
        places=_PLACES,
    ),
)
