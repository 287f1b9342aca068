"""What a paper presents as its own."""

from kg.mentions.own.names import FINDS, INTRODUCES
from kg.model import DATA, MODELS, SYSTEMS
from kg.relations.rule import Rule

RELATION = "introduces"
TYPES = frozenset({*SYSTEMS, *DATA})

_WE = (
    r"\b(?:we|(?:this|our|the|present) (?:paper|work|study|article|report|authors?)"
    r"|authors?|finally|furthermore|moreover|additionally|and|to|also|then|further|by|,)"
)
_ADVERBS = (
    r"(?:\s+(?:\w+ly|have|has|will|then|further|also|first|therefore|thus|next|hereby|do"
    r"|here|furthur))*"
)
_SMALL = (
    r"(?!(?:that|which|to|of|for|with|using|by|on|in|from|how|as|based|where|over|under"
    r"|against|through|via|into|than|whether|when|while)\b)[\w'/-]+"
)
_CALLED = (
    r"(?:called|named|termed|dubbed|titled|entitled|coined|namely|denoted(?: as| by)?"
    r"|i\.e\.,|(?:that|which) we (?:call|name|term|dub|refer to as|denote(?: as| by)?"
    r"|title)|referred to as|known as|abbreviated as)"
)
_HEAD = (
    r"(?:models?|data|benchmark|corpus|famil|method|algorithm|framework|optimizer|project"
    r"|suite|series|toolkit|platform|system|library|architecture|approach|technique"
    r"|strategy|pipeline|loss|objective)"
)
_NOT_PART = r"(?!-(?:based|style|like|driven|guided|powered|level|generated|enhanced|tuned)|'s\b)"

RULES = (
    Rule(
        name="own-work",
        relation=RELATION,
        pattern=(
            rf"{_WE}{_ADVERBS}\s+(?:{INTRODUCES})(?:\s*[,:]?\s+{_SMALL}){{0,12}}?(?:"
            rf"\s*[,:]?\s*{_CALLED})?\s*[,:(]?\s*[\"'(]?(?:the\s+|a\s+)?{{X}}{_NOT_PART}"
        ),
        confidence=0.9,
        types=TYPES,
        unlisted=True,
        holds=(
            ("We introduce QuantFold, a framework that packs weights.", ("QuantFold",)),
            (
                "In this paper, we propose a new benchmark called ChartEval-X for plots.",
                ("ChartEval-X",),
            ),
        ),
        fails=("We fine-tune LLaMA-7B with LoRA.", "We propose a way to prune OPT-6.7B."),
        places=frozenset({"own", "background"}),
    ),
    Rule(
        name="own-listed-work",
        relation=RELATION,
        pattern=(
            rf"{_WE}{_ADVERBS}\s+(?:{INTRODUCES})(?:\s+(?:the|an?|our|two)(?:"
            rf"\s+(?!(?:combin|integrat|includ|leverag|using|via)\w*)[\w-]+){{1,6}}?"
            rf"\s*(?:,\s*{_CALLED}|\s{_CALLED}|,))?\s+[\"'(]?(?:the\s+)?{{X}}"
            rf"(?=[\"')]?\)?\s*(?:,|\(|:|-\s|\.|;|which\b|that\b|to\b|{_HEAD}))"
        ),
        confidence=0.9,
        types=TYPES,
        holds=(
            ("We introduce LoRA, which freezes the weights.", ("LoRA",)),
            ("We present GSM8K, a set of word problems.", ("GSM8K",)),
        ),
        fails=(
            "We propose a LoRA-based adapter.",
            "We develop GPT-4 prompts for planning.",
            "We propose a training recipe combining mid-training, LoRA, and more.",
        ),
        places=frozenset({"own", "background"}),
    ),
    Rule(
        name="own-list",
        relation=RELATION,
        pattern=(
            rf"(?:{_WE}{_ADVERBS}\s+(?:{INTRODUCES})|\b(?:comprises|consists of|contains"
            rf"|includes|features|incorporates|integrates|combines|provides|offers|has))\b[^:;.]{{3,90}}:[^.;]{{0,60}}?{{X}}"
            rf"(?:[^.;]{{0,90}}?{{X}})?(?:[^.;]{{0,90}}?{{X}})?(?:[^.;]{{0,90}}?{{X}})?"
        ),
        confidence=0.75,
        types=TYPES,
        unlisted=True,
        holds=(
            (
                "We build two test sets: plots (PlotEval) and maps (MapEval).",
                ("PlotEval", "MapEval"),
            ),
        ),
        places=frozenset({"own"}),
    ),
    Rule(
        name="own-training",
        relation=RELATION,
        pattern=(
            rf"\bwe{_ADVERBS}\s+(?:pre-?)?train(?:ed)?(?:\s+{_SMALL}){{0,8}}?\s*,?\s*"
            rf"(?:{_CALLED}\s+)?[\"'(]?{{X}}{_NOT_PART}"
        ),
        confidence=0.75,
        types=TYPES,
        unlisted=True,
        holds=(("We train a user simulator, TalkSim-7B, on chats.", ("TalkSim-7B",)),),
        fails=("We train with FoldGram on text.",),
        places=frozenset({"own"}),
    ),
    Rule(
        name="resulting-name",
        relation=RELATION,
        pattern=(
            r"\b(?:resulting|proposed|our trained|our final|our best)(?:\s+[\w-]+){0,3}?,?"
            r"\s+[\"'(]?{X}"
        ),
        confidence=0.8,
        types=TYPES,
        unlisted=True,
        holds=(("The resulting model, QuantFold-7B, is small.", ("QuantFold-7B",)),),
    ),
    Rule(
        name="instantiated-as",
        relation=RELATION,
        pattern=(
            r"\binstantiat(?:e|es|ed|ing)\s+(?:[\w-]+\s+){0,5}?(?:(?:as|in|through)\s+(?:an?\s+|the\s+)?"
            r"(?:[a-z][\w-]*\s+){0,3}?[\"'(]?{X}(?=[\"')]?(?:[,.:;]|\s\())|with\s+{X}(?=,\s+an?\s))"
            r"|\b(?:formali[sz]|implement|packag|reali[sz]|operationali[sz])(?:e|es|ed|ing)?\s+"
            r"(?:this|these|it|our)\s+(?:[\w-]+\s+){0,5}?as\s+(?:an?\s+|the\s+)?(?:[a-z][\w-]*\s+){0,3}?{X}"
        ),
        confidence=0.8,
        types=TYPES,
        unlisted=True,
        holds=(
            ("We instantiate this idea as QuantFold: weights are packed.", ("QuantFold",)),
            ("We instantiate the recipe with QuantFold-7B, a small model.", ("QuantFold-7B",)),
            ("We formalize this baseline as QuantFold and test it.", ("QuantFold",)),
        ),
        fails=(
            "We instantiate this idea in QuantFold and three others.",
            "We instantiate this idea with QuantFold-7B on GSM8K.",
        ),
        places=frozenset({"own"}),
    ),
    Rule(
        name="created-model",
        relation=RELATION,
        pattern=(
            r"\b(?:(?:to|and|we)\s+(?:create|obtain|get|build|produce|train)|creating|obtaining|yielding"
            r"|producing|creation\s+of|into|resulting\s+in)\s+(?:(?:an?|the)\s+)?"
            rf"(?:(?!(?:and|or)\b){_SMALL}\s+){{0,4}}?{{X}}"
        ),
        confidence=0.7,
        types=frozenset({*MODELS, *DATA}),
        unlisted=True,
        holds=(
            ("We distil it into QuantFold-3B, which is fast.", ("QuantFold-3B",)),
            ("We prune it to create QuantFold-3B.", ("QuantFold-3B",)),
        ),
        fails=("We compare it to QuantFold-3B.",),
        places=frozenset({"own"}),
    ),
    Rule(
        name="new-in-brackets",
        relation=RELATION,
        pattern=r"\b(?:novel|new)\s+(?:[a-z][\w-]*\s+){1,6}\({X}\)",
        confidence=0.75,
        types=TYPES,
        unlisted=True,
        holds=(("We devise a novel learning strategy (FoldRL) here.", ("FoldRL",)),),
        fails=("We need new plots (from FoldRL).",),
        places=frozenset({"own"}),
    ),
    Rule(
        name="outcome-is",
        relation=RELATION,
        pattern=(
            r"\b(?:outcome|end\s+product|fruit|upshot)(?:\s+of(?:\s+[\w-]+){1,4}?)?"
            r"\s+(?:is|are|was)\s+(?:(?:the|an?|our)\s+(?:[\w-]+\s+){0,4}?)?[\"'(]?{X}"
        ),
        confidence=0.8,
        types=TYPES,
        holds=(
            ("The outcome is UltraChat, a set of chats.", ("UltraChat",)),
            ("The outcome of this work is the small QuantFold-7B.", ("QuantFold-7B",)),
        ),
        fails=("The outcome is better than GPT-4.", "The outcome on GSM8K is good."),
        places=frozenset({"own"}),
    ),
    Rule(
        name="called",
        relation=RELATION,
        pattern=rf"{_CALLED}\s+(?:as\s+)?(?:the\s+)?[\"'(]?{{X}}",
        confidence=0.85,
        types=TYPES,
        unlisted=True,
        holds=(("Our method, called QuantFold, packs weights.", ("QuantFold",)),),
        places=frozenset({"own"}),
    ),
    Rule(
        name="we-call",
        relation=RELATION,
        pattern=(
            r"\b(?:which|that|and|what|method|model|approach|framework|system|algorithm|scheme"
            r"|technique|benchmark|data ?set|corpus|module|strategy|variant|loss|metric)"
            r" we (?:call|name|term|dub|title)(?:\s+(?:it|this|them))?\s+(?:the\s+)?[\"'(]?{X}"
        ),
        confidence=0.9,
        types=TYPES,
        holds=(
            ("Our small model, which we name QuantFold-3B, does well.", ("QuantFold-3B",)),
            ("We study a method we call DoRA.", ("DoRA",)),
        ),
    ),
    Rule(
        name="we-call-this",
        relation=RELATION,
        pattern=(
            r"\bwe (?:also |will |then )?(?:call|name|term|dub|denote|refer to) "
            r"(?:our|this|these|it"
            rf"|the (?:resulting|proposed|final|full|new|method|model|approach|framework|system"
            rf"|algorithm|scheme|benchmark|data ?set|corpus|suite))"
            rf"(?:\s+(?!{FINDS})[\w-]+){{0,4}}?\s+"
            r"(?:as |by )?(?:the )?[\"'(]?{X}"
        ),
        confidence=0.9,
        types=TYPES,
        unlisted=True,
        holds=(
            ("We refer to our approach as QuantFold.", ("QuantFold",)),
            ("We call this method QuantFold.", ("QuantFold",)),
        ),
        fails=("We call this phenomenon QuantFold.", "We call the models GPT-4 and GPT-3."),
        places=frozenset({"own", "background"}),
    ),
    Rule(
        name="apposition",
        relation=RELATION,
        pattern=(
            r"(?:^|\b(?:through|via|is|are|and|obtain\w*|yield\w*|get|resulting in"
            r"|creation of|core is|into)\s+|[;:]\s+|\)\s+)[\"'(]?{X}(?:\s*\([^()]*\))?,\s+"
            r"(?:an?|the first)\s+(?:[\w-]+,?\s+){0,9}?(?:models?|LLMs?|benchmarks?|data ?sets?"
            r"|corpus|frameworks?|methods?|algorithms?|systems?|suite|mechanism|strategy"
            r"|agent|pipeline|approach|module|optimizer|network)\b"
        ),
        confidence=0.75,
        types=TYPES,
        unlisted=True,
        holds=(
            (
                "We show this through QuantFold-3B, a small language model for banks.",
                ("QuantFold-3B",),
            ),
        ),
        fails=("We decode with FoldGram, a library for grammars.",),
        places=frozenset({"own"}),
    ),
    Rule(
        name="our-name",
        relation=RELATION,
        pattern=rf"\bour(?:\s+{_SMALL}){{0,5}}?,?\s+[\"'(]?{{X}}{_NOT_PART}",
        confidence=0.75,
        types=TYPES,
        unlisted=True,
        holds=(("Our framework QuantFold runs twice as fast.", ("QuantFold",)),),
    ),
    Rule(
        name="is-proposed",
        relation=RELATION,
        pattern=(
            r"{X}(?:\s*\([^()]*\))?,?\s+(?:is|are|was|were)\s+(?:\w+ly\s+|then\s+|also"
            r"\s+)?(?:introduced|proposed|presented|developed|constructed|designed"
            r"|released)\b"
        ),
        confidence=0.85,
        types=TYPES,
        unlisted=True,
        holds=(("A pruning scheme, QuantFold, is proposed.", ("QuantFold",)),),
        places=frozenset({"own", "background"}),
    ),
    Rule(
        name="is-proposed-here",
        relation=RELATION,
        pattern=(
            r"{X}(?:\s*\([^()]*\))?,?\s+(?:is|are)\s+(?:\w+ly\s+)?"
            r"(?:introduced|proposed|presented|released)\s+(?:in this (?:paper|work|study)|here)\b"
        ),
        confidence=0.9,
        types=TYPES,
        holds=(("GSM8K is introduced in this paper.", ("GSM8K",)),),
        fails=("GSM8K was introduced by others. We do something else.",),
    ),
    Rule(
        name="new-apposition",
        relation=RELATION,
        pattern=(
            r"{X}(?:\s*\([^()]*\))?\s*(?:,|is|-)\s+(?:an?|the|our)\s+(?:\w+,?\s+){0,2}?"
            r"(?:novel|new|first|proposed|simple|unified|large-scale|training-free"
            r"|open-source|comprehensive|end-to-end|lightweight|plug-and-play|efficient"
            r"|general|scalable|flexible)\b"
        ),
        confidence=0.85,
        types=TYPES,
        unlisted=True,
        holds=(
            ("QuantFold, a novel way to pack weights, helps. QuantFold is small.", ("QuantFold",)),
        ),
    ),
    Rule(
        name="report-of",
        relation=RELATION,
        pattern=(
            r"\b(?:reports?\s+(?:on|of)|report\s+for)\s+(?:the\s+|our\s+)?"
            r"(?:(?!vanilla|standard|prior|existing|recent|previous|current)[a-z]\w+\s+)?{X}|^"
            r"(?:[a-z]\w+\s+)?{X}(?:\s+(?:technical report|system card|model card)|$)"
        ),
        confidence=0.7,
        types=TYPES,
        holds=(
            ("We present the technical report for QuantFold-7B, a small model.", ("QuantFold-7B",)),
        ),
        fails=("QuantFold drifts, as in reports for vanilla LoRA in small models.",),
        places=frozenset({"own", "background", "title"}),
    ),
    Rule(
        name="title-name",
        relation=RELATION,
        pattern=r"^[\"']?{X}[\"']?(?:\s*\([^()]*\))?\s*:\s",
        confidence=0.85,
        types=TYPES,
        holds=(("QuantFold: Packing Weights in Half the Space", ("QuantFold",)),),
        places=frozenset({"title"}),
    ),
)
