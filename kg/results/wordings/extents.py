"""Sizes, lengths and times that are no results: of models, pictures, data, devices and making."""

from kg.results.numbers.units import SHARE as _SHARE
from kg.results.numbers.units import TIME as _TIME
from kg.results.numbers.units import TIMES as _TIMES
from kg.results.wordings.wording import Wording

EXTENTS = (
    Wording(
        name="at-a-time",
        kind="none",
        families=_TIME,
        before=r"(?:^|[:;.] )at",
        after=r"(?<!ms)(?<!μs),",
        holds=("At [10 seconds], it is 8% better.",),
        fails=("It answers at [10 ms], and is better.", "At [32 ms], it is faster than LoRA."),
    ),
    Wording(
        name="larger-model",
        kind="none",
        families=_TIMES,
        after=(
            r"(?:its|their|our|the) (?:own )?(?:model )?sizes?|(?:larger|bigger)(?: (?:models?|in"
            r" size|LLMs?|than|open|size|parameter|baselines?|⟦)|[,.;)]|$)|(?:the|more) parameters"
            r"|the number of parameters|larger (?:[\w-]+ ){0,2}(?:models?|LLMs?|⟦o?M⟧|baselines?)"
        ),
        holds=("It beats models [10x] larger.", "It beats models [3x] its size."),
        fails=("It is [10x] faster.", "It needs a [16x] smaller cache."),
    ),
    Wording(
        name="larger-model-before",
        kind="none",
        families=_TIMES,
        before=(
            r"\b(?:models?|LLMs?|⟦M⟧|baselines?|methods?|systems?)"
            r" (?:with|of|having|that have|trained (?:with|on|using))"
            r"|(?<!⟦A⟧, )(?<!⟦A⟧ )\b(?:which|that|who) (?:use|need|require|contain|have)s?"
            r"|⟦o?M⟧, (?:which|that) (?:is|are)|\b(?:with )?access to"
            r"|\b(?:million|billion|[BM]) parameters,(?: which is)?"
            r"|\b(?:models?|LLMs?|VLMs?|MLLMs?|baselines?|systems?|competitors?)(?: that are)?"
        ),
        after=r"(?:more|larger|bigger|the|as many|as large|as big)\b",
        holds=(
            "It beats models with up to [9x] more parameters.",
            "It beats LLaMA-7B, which is [7x] as big.",
        ),
        fails=("It is a model with [9x] faster decoding.",),
    ),
    Wording(
        name="more-training-data",
        kind="none",
        families=_TIMES,
        before=(
            r"\b(?:train|pre-?train|tun|learn)\w*(?: only)? (?:on|with|from)"
            r"(?: \w+ly| about| up to)?"
        ),
        after=r"(?:more|as (?:much|many)|the)\b",
        holds=("It was trained on [10x] more text than BERT.",),
        fails=("It needs [10x] more text than BERT.",),
    ),
    Wording(
        name="scaled-picture-before",
        kind="none",
        families=_TIMES,
        before=r"\b(?:(?:down|up)-?(?:sampl|scal)\w+|subsampl\w+|zoom\w*|magnif\w+)(?: by| of)?",
        holds=("It works on frames after downsampling [6x].",),
        fails=("It cuts latency by [6x].",),
    ),
    Wording(
        name="scaled-picture",
        kind="none",
        families=_TIMES,
        after=(
            r"(?:super-?resolution|up-?s[ac]\w+|down-?s[ac]\w+|zoom|magnif|SR\b|subsampl|⟦o?[HT]⟧"
            r"|\w*GPUs?\b|A100|H100|spatial|temporal down|objective|enlarge)"
        ),
        holds=("We test [4x] super-resolution.",),
        fails=("It gives a [4x] speedup.",),
    ),
    Wording(
        name="length-of-data",
        kind="none",
        families=_TIME,
        after=(
            r"-?(?:of |long )?(?:[\w-]+ ){0,4}?(?:videos?|audio|clips?|speech|recordings?|music"
            r"|footage|data|segments?|sequences?|tracks?|songs?|context|chunks?|windows?"
            r"|intervals?|utterances?|trajector\w+|in length|long\b|old\b|ago\b|demonstrations?"
            r"|interaction|play\b|episodes?|rollouts?|sessions?|exercise|film|conversation|robot|EEG|signals?|prompts?"
            r"|samples?|generation|apart|per (?:video|clip|episode|task session)|of experience)"
        ),
        holds=("It makes [10 s] of audio.",),
        fails=("It answers in [10 s] on a phone.",),
    ),
    Wording(
        name="length-of-data-before",
        kind="none",
        families=_TIME,
        before=(
            r"\b(?:videos?|audio|clips?|speech|music|songs?|recordings?|segments?|windows?)"
            r"(?: [\w-]+)? (?:of|lasting|up to|at|\()"
        ),
        holds=("It makes videos of [16 s].",),
        fails=("It answers in [16 s].",),
    ),
    Wording(
        name="angle-of-view",
        kind="none",
        families=frozenset({"length"}),
        after=(
            r"(?:(?:[\w-]+ ){0,2}?(?:inputs?|images?|videos?|views?|cameras?|panoram\w*|scenes?"
            r"|field|rotations?|FOV|FoV|coverage|surround\w*|environments?|data\w*))"
        ),
        holds=("It reads [360-degree] inputs.",),
        fails=("It has an error of [3.6 degrees] on GSM8K.",),
    ),
    Wording(
        name="length-of-context",
        kind="none",
        families=_TIMES | {"plain"},
        before=(
            r"\bcontext(?: length| window| size)?s? (?:(?:is|are|was|were) )?"
            r"(?:(?:doubl|tripl|quadrupl|extend|enlarg|increas|rais|grow|expand)\w* "
            r"(?:from [\d.,]+[KkMm]? )?(?:to|by))?"
        ),
        after=r"(?:tokens?\b|to [\d.,]+|[.,;)]|and\b|$)",
        holds=("The context length was extended to [4096] tokens.",),
        fails=("With more context it scores [40.96] points.",),
    ),
    Wording(
        name="each",
        kind="none",
        families=_SHARE | _TIMES | _TIME,
        before=r"\b(?:every|each|per)",
        holds=("The loss falls for every [10x] increase in data.",),
        fails=("The loss falls by [10x].",),
    ),
    Wording(
        name="time-of-making",
        kind="none",
        families=_TIME,
        before=(
            r"\b(?:train\w*|tun\w*|annotat\w*|collect\w*|spann?\w*|total\w*|compris\w*|contain\w*"
            r"|consist\w*|record\w*|label\w*|every|last\w*|first|next|past|convers\w+|converg\w+"
            r"|curat\w+|cover\w*|budgets?|adapt\w*|optimi[sz]\w*|pretrain\w*|trimm?\w*|limits?|up)"
            r"\b[^;⟦]{0,45}"
        ),
        holds=("We train for [24 hours] on one card.",),
        fails=("It answers in [24 s].",),
    ),
    Wording(
        name="time-to-make",
        kind="none",
        families=_TIME,
        after=(
            r"(?:to (?:re)?(?:train|tune|fine-?tune|annotate)|of (?:pre-?)?(?:training|tuning"
            r"|fine-?tuning|annotat\w+|wall|GPU|supervis\w+|human|comput\w+|work|task)|(?:of )?"
            r"(?:GPU|TPU|CPU|training)|per (?:dataset|epoch)|on (?:a |one |a single |\d+ )?"
            r"(?:⟦o?H⟧|\w*GPUs?)[^;]{0,20}train)"
        ),
        holds=("It needs [10 hours] of training.",),
        fails=("It answers in [10 s] on a phone.",),
    ),
    Wording(
        name="memory-of-device",
        kind="none",
        families=frozenset({"memory"}),
        after=(
            r"(?:-?(?:class )?(?:⟦o?H⟧|GPUs?|cards?|graphics|RAM\b|devices?|data ?sets?|corpus|edge"
            r"|consumer|budgets?|limits?|laptop|machine|memory (?:budget|GPU|limit|card))"
            r"|of (?:raw |plain |high-quality )?(?:text|data|code|training|web)"
            r"|VRAM (?:GPU|budget|limit))"
        ),
        holds=("It runs on one [24 GB] card.",),
        fails=("It needs [24 GB] in all.",),
    ),
    Wording(
        name="memory-of-device-before",
        kind="none",
        families=frozenset({"memory"}),
        before=r"(?:⟦o?H⟧|\b(?:GPU|card|device|laptop|phone)s?)(?: with| of|,)?(?: only)?",
        holds=("It runs on one GPU with [24 GB] of memory.",),
        fails=("It needs [24 GB] on the GPU.",),
    ),
    Wording(
        name="rate-of-data",
        kind="none",
        families=frozenset({"speed"}),
        after=(
            r"(?:[\w-]+ ){0,2}?(?:videos?|recordings?|sequences?|cameras?|data\b|sampling|streams?"
            r"|capture|frames|tokens|audio|frame rate|control|signals?|\))"
        ),
        before=r"\b(?:at|of|with|\(|continuous|high|from|in|,|and)",
        holds=("The set has clips with [60 FPS] videos.",),
        fails=("It runs at [60 FPS].",),
    ),
)
