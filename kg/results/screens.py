"""Quantities that are no results: shares of data, settings, lengths of data, costs of making."""

from kg.results.units import SHARE as _SHARE
from kg.results.units import TIME as _TIME
from kg.results.units import TIMES as _TIMES
from kg.results.wordings import Wording

SCREENS = (
    Wording(
        name="share-of-data",
        kind="none",
        confidence=0.9,
        families=_SHARE,
        before=(
            r"\b(?:with|us(?:e[sd]?|ing)|train\w*|tun\w*|on|given|from|label\w*|requir\w+|needs?"
            r"|select\w*|than|only|\(|by|cover\w*|replac\w+|retain\w*|keep\w*|of|to|and|for|mask\w*"
            r"|sampl\w+|prun\w+|remov\w+|discard\w*|filter\w*)"
        ),
        after=(
            r"(?:(?:and|or|to|,|/) [\d.]+ ?% )?"
            r"(?:of (?:the |its |all |our |their )?"
            r"(?:(?!(?:on|in|for|at|to|from|over|and) )[\w'’-]+ |⟦o?\w⟧(?:'s)? ){0,4}?)?"
            r"(?:(?!(?:on|in|for|at|to|from|over|and) )[\w-]+ ){0,2}?(?:data\b|data ?sets?\b"
            r"|labels?\b|labell?ed\b|annotat\w+|training set|samples\b|corpus|corpora|images\b"
            r"|⟦o?D⟧(?! (?:correct|right))|documents|training examples|sentences)"
        ),
        holds=("It works with [10%] of the training data.", "With [1%] labeled data it is better."),
        fails=(
            "It solves [10%] of the tasks.",
            "We reach [61%] on GSM8K.",
            "It answers half and [41%] of SQuAD correctly.",
        ),
    ),
    Wording(
        name="certainty",
        kind="none",
        confidence=0.95,
        families=_SHARE,
        after=(
            r"(?:[\w-]+ ){0,2}?(?:confidence|credible|CIs?\b|prediction interval|significance"
            r"|quantile)"
        ),
        holds=("All lie in the [95%] confidence interval.",),
        fails=("The score is [95%].",),
    ),
    Wording(
        name="certainty-before",
        kind="none",
        confidence=0.95,
        families=_SHARE | {"plain"},
        before=(
            r"(?:\bCI\b|\bconfidence\b|\binterval\b|\bp\b|\bp-values?\b|α|κ\s*threshold)"
            r"(?: of)?\s*[=:<>]*"
        ),
        holds=("The gap is real (p < [0.05]).",),
        fails=("We score [0.05].",),
    ),
    Wording(
        name="setting",
        kind="none",
        confidence=0.85,
        families=_SHARE,
        before=r"\b(?:at|under|with|when|for|a|and|to|given|even|than)",
        after=(
            r"(?:[\w-]+ ){0,2}?(?:sparsity|pruning|dropout|mask\w*|noise|compression|budgets?"
            r"|ratios?\b|retention|missing|corrupt\w+|sparse|contamination|injection|threshold"
            r"|quantized|occlusion|packet)"
        ),
        holds=("It holds up at [50%] sparsity.",),
        fails=("It reaches [50%] accuracy.",),
    ),
    Wording(
        name="setting-share",
        kind="none",
        confidence=0.9,
        families=_SHARE,
        before=r"\(",
        after=r"(?:input|training|labell?ed|annotated) data\b",
        holds=("In the few-shot setting ([10%] input data) it is ahead.",),
        fails=("It is ahead ([61%] accuracy).",),
    ),
    Wording(
        name="expected",
        kind="none",
        confidence=0.9,
        families=_TIMES,
        before=r"\b(?:expected|theoretical|ideal|predicted|nominal)(?: [\w-]+){0,2}?",
        holds=("It stays below the expected [4x] reduction.",),
        fails=("It is as fast as expected: it has a [4x] speedup.",),
    ),
    Wording(
        name="bound",
        kind="none",
        confidence=0.85,
        families=_SHARE,
        before=(
            r"\b(?:scor\w+|remain\w*|stay\w*|fall\w*|drop\w*|achiev\w+|reach\w*|perform\w*|is|are)"
            r" (?:well |far )?(?:below|under|less than)"
        ),
        holds=("Most agents score below [40%].",),
        fails=("It scores [40%].",),
    ),
    Wording(
        name="setting-score",
        kind="none",
        confidence=0.8,
        families=_SHARE,
        before=r"(?:^|^For (?:example|instance), )[Aa]t",
        after=r"(?:⟦o?\w⟧ |[\w-]+ ){0,2}?⟦o?C⟧,",
        holds=("At [80%] accuracy, it is fast.",),
        fails=("It leads at [80%] accuracy, and is fast.",),
    ),
    Wording(
        name="setting-times",
        kind="none",
        confidence=0.85,
        families=_TIMES,
        before=r"\b(?:at|under|with) (?:an?|the)?",
        after=r"(?:horizon|resolution|zoom|magnification|scale|downsampling|upsampling|length|playback)\b",
        holds=("It holds up at a [6x] horizon.",),
        fails=("It runs at a [6x] speed.",),
    ),
    Wording(
        name="some-of",
        kind="none",
        confidence=0.9,
        families=frozenset({"plain"}),
        after=r"(?:out )?of \d",
        holds=("It is best in F1 for [3] out of 4 tasks.",),
        fails=("It has an F1 of [3.1].",),
    ),
    Wording(
        name="days",
        kind="none",
        confidence=0.9,
        families=frozenset({"plain"}),
        after=r"(?:days?|weeks?|months?|years?|epochs?)\b",
        holds=("It was trained for [3.5] days.",),
        fails=("It scores [3.5] on GSM8K.",),
    ),
    Wording(
        name="deviation",
        kind="none",
        confidence=0.9,
        families=_SHARE | {"plain"},
        before=r"\b(?:standard (?:deviation|error)|std|stdev)\.?(?: of|:| =)?",
        holds=("It is stable (standard deviation: [0.32]).",),
        fails=("The score is [0.32].",),
    ),
    Wording(
        name="scaling",
        kind="none",
        confidence=0.85,
        families=_TIMES,
        after=r"(?:[\w-]+ ){1,4}(?:as|than) (?:that|those|the one) of (?:length )?\d",
        holds=("A length of 8192 needs [16x] the costs as that of 2048.",),
        fails=("It needs [3x] the memory as that of LoRA.",),
    ),
    Wording(
        name="repetitions",
        kind="none",
        confidence=0.9,
        families=frozenset({"plain"}),
        after=r"[Tt]imes\b",
        holds=("We improve it by [5] times.",),
        fails=("We improve it by [5.1].",),
    ),
    Wording(
        name="count",
        kind="none",
        confidence=0.9,
        families=frozenset({"plain"}),
        after=(
            r"(?:[\w-]+ ){0,2}?(?!(?:across|is|was|as|vs|versus|this|its|points|less|times|does|has"
            r"|gains|scores)\b)[a-z]{2,}s\b"
        ),
        whole=True,
        holds=("We test F1 on [10] diverse benchmarks.", "It sees from [4,096 to 16,384] tokens."),
        fails=("It has an F1 of [81] on GSM8K.", "It gains [3] points."),
    ),
    Wording(
        name="top-share",
        kind="none",
        confidence=0.9,
        families=_SHARE,
        before=(
            r"\b(?:top|bottom|first|last|smallest|largest|upper|lower|remaining|other|least)[ -]?"
        ),
        holds=("We keep the top [5%] of tokens.",),
        fails=("We keep [5%] more tokens.",),
    ),
    Wording(
        name="share-of-tokens",
        kind="none",
        confidence=0.75,
        families=_SHARE,
        before=(
            r"\b(?:retain\w*|keep\w*|with|us(?:e[sd]?|ing)|preserv\w+|select\w*|only|evict\w*"
            r"|mask\w*|fewer than|ensembl\w+)"
        ),
        after=r"of (?:the |all |its )?(?:[\w-]+ ){0,3}?(?:tokens|heads|layers|neurons|KV|experts)",
        holds=("It works with only [10%] of visual tokens.",),
        fails=("It removes [90%] of visual tokens.",),
    ),
    Wording(
        name="share-of-people",
        kind="none",
        confidence=0.8,
        families=_SHARE,
        after=(
            r"of (?:the |all )?(?:[\w'-]+ ){0,3}?(?:papers|respondents|participants|users|people"
            r"|publications|languages|population|companies|authors|students|websites|articles"
            r"|developers|clinicians|repositories|cancers?|deaths|patients|women|men|adults"
            r"|speakers|web pages|web\b|internet)"
        ),
        holds=("[70%] of the respondents use such tools.",),
        fails=("[70%] of the tasks are solved.",),
    ),
    Wording(
        name="larger-model",
        kind="none",
        confidence=0.8,
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
        confidence=0.8,
        families=_TIMES,
        before=(
            r"\b(?:models?|LLMs?|⟦M⟧|baselines?|methods?|systems?)"
            r" (?:with|of|having|that have|trained (?:with|on|using))"
            r"|\b(?:million|billion|[BM]) parameters,(?: which is)?"
        ),
        after=r"(?:more|larger|the|as many|as large)\b",
        holds=("It beats models with up to [9x] more parameters.",),
        fails=("It is a model with [9x] faster decoding.",),
    ),
    Wording(
        name="scaled-picture-before",
        kind="none",
        confidence=0.85,
        families=_TIMES,
        before=r"\b(?:(?:down|up)-?(?:sampl|scal)\w+|subsampl\w+|zoom\w*|magnif\w+)(?: by| of)?",
        holds=("It works on frames after downsampling [6x].",),
        fails=("It cuts latency by [6x].",),
    ),
    Wording(
        name="scaled-picture",
        kind="none",
        confidence=0.85,
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
        confidence=0.9,
        families=_TIME,
        after=(
            r"-?(?:of |long )?(?:[\w-]+ ){0,4}?(?:videos?|audio|clips?|speech|recordings?|music"
            r"|footage|data|segments?|sequences?|tracks?|songs?|context|chunks?|windows?"
            r"|intervals?|utterances?|trajector\w+|in length|long\b|old\b|ago\b|demonstrations?"
            r"|interaction|play\b|episodes?|exercise|film|conversation|robot|EEG|signals?|prompts?"
            r"|samples?|generation|apart|per (?:video|clip|episode|task session)|of experience)"
        ),
        holds=("It makes [10 s] of audio.",),
        fails=("It answers in [10 s] on a phone.",),
    ),
    Wording(
        name="length-of-data-before",
        kind="none",
        confidence=0.9,
        families=_TIME,
        before=(
            r"\b(?:videos?|audio|clips?|speech|music|songs?|recordings?|segments?|windows?)"
            r"(?: [\w-]+)? (?:of|lasting|up to|at|\()"
        ),
        holds=("It makes videos of [16 s].",),
        fails=("It answers in [16 s].",),
    ),
    Wording(
        name="length-of-context",
        kind="none",
        confidence=0.85,
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
        confidence=0.9,
        families=_SHARE | _TIMES | _TIME,
        before=r"\b(?:every|each|per)",
        holds=("The loss falls for every [10x] increase in data.",),
        fails=("The loss falls by [10x].",),
    ),
    Wording(
        name="time-of-making",
        kind="none",
        confidence=0.85,
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
        confidence=0.85,
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
        confidence=0.9,
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
        confidence=0.85,
        families=frozenset({"memory"}),
        before=r"(?:⟦o?H⟧|\b(?:GPU|card|device|laptop|phone)s?)(?: with| of|,)?(?: only)?",
        holds=("It runs on one GPU with [24 GB] of memory.",),
        fails=("It needs [24 GB] on the GPU.",),
    ),
    Wording(
        name="rate-of-data",
        kind="none",
        confidence=0.9,
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
