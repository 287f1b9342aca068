"""The data that something of the paper's is trained, fine-tuned or calibrated on."""

from kg.model import DATA, MODELS
from kg.relations.cues import TOWARDS
from kg.relations.rule import Rule

RELATION = "trainedOn"
TYPES = frozenset(DATA)

_PLACES = frozenset({"title", "own"})
_DATA = frozenset({"Dataset"})
_TRAINS = (
    r"(?<!without\s)\b(?!(?<=\bthe\s)trained\s+models?\s+on\b)(?:(?:pre|co|fine|instruction|post|self|re|continually)?-?(?:train|tun)"
    r"(?:ed|ing|s)?|finetune[sd]?|fine-tune[sd]?|calibrat(?:ed?|es|ing)|pre-?trains?"
    r"|distill(?:s|ed|ing)?)\b"
)
#: What pruning or quantization lost, by some training.
_LOST = r"\b(?:lost|loss|accuracy|performance|quality|abilit(?:y|ies))\b"
_REGAINED = r"\b(?:recovered|restored|healed|won\s+back)\b"
_REGAINS = rf"(?:{_LOST}[^.;,]{{0,40}}?{_REGAINED}|{_REGAINED}[^.;,]{{0,40}}?{_LOST})"
_ITEMS = r"(?:data|samples|examples|instances|sequences|tokens)\b"
_ENDS = (
    r"(?:(?:on|over|that|which|to|is|are|was|were|and|or|can|has|have|by)\b|achiev|reach|surpass"
    r"|outperform|secur|affect|improv|show|evaluat|test|assess|exceed|match|perform|yield|obtain"
    r"|attain|generali[sz]|scor|solv|pass(?:es)?\b|techni|method|epoch|process|strateg|paradigm|approach|scheme|pipeline"
    r"|framework|algorithm|objective|costs?\b|time\b|budget|phase|loss|tasks?\b)"
)
_NEXT = (
    r"(?:(?:\s+(?:data\s?sets?|corpora|corpus|data))?(?:,\s*(?:and\s+)?|\s+and\s+)"
    r"(?:(?!(?:test|evaluat)\w*)[\w-]+\s+){0,3}?{D})?"
)
_TRAINING = (
    r"(?:(?:pre-?|post-?|co-?|fine-?)?train\w*|(?:fine-?|instruction-?\s?|prompt-?|preference-?)?"
    r"tuning|instruction|instruction-following|preference|supervis\w+|⟦A\d+⟧|alignment|calibration)"
)
_SETS = r"(?:data\s?sets?|data|corpus|corpora|collections?|mixtures?|sets?)"

RULES = (
    Rule(
        name="trained-on",
        relation=RELATION,
        pattern=(
            rf"{_TRAINS}(?:\s+and\s+(?:evaluat|test|validat)\w*)?(?:\s+(?!{_ENDS})[^\s,;:]+){{0,8}}?"
            rf"\s+(?:on|with|using|over|from)"
            r"(?:(?:\s+(?:[^\s,;:⟦]|,(?=\d))+){1,8}?\s+(?:together|along)\s+with)?"
            rf"{TOWARDS}{{D}}{_NEXT}"
            rf"|{_REGAINS}(?:\s+(?!{_ENDS})[^\s,;:]+){{0,4}}?\s+on{TOWARDS}{{D}}\s+{_ITEMS}"
        ),
        confidence=0.75,
        types=TYPES,
        holds=(
            ("We fine-tune a small model on UltraChat and the larger C4.", ("UltraChat", "C4")),
            ("Our model, trained with data from UltraChat, is small.", ("UltraChat",)),
            ("We train and test it on data from UltraChat.", ("UltraChat",)),
            ("It is fine-tuned on 1,450 samples of UltraChat.", ("UltraChat",)),
            ("It is trained on 1,200 hours of talks together with UltraChat.", ("UltraChat",)),
            ("What was lost is won back on a few UltraChat samples.", ("UltraChat",)),
        ),
        fails=(
            "Our trained model is tested on UltraChat.",
            "We train on talks and sing along to what is tested with UltraChat.",
            "We show the trained models on two sets, UltraChat and C4, to be good.",
            "It recovers on UltraChat.",
            "Camera poses are restored on the UltraChat samples.",
            "Without training on UltraChat it fails. We do more.",
        ),
        places=_PLACES,
    ),
    Rule(
        name="name-trained-on",
        relation=RELATION,
        pattern=(
            r"{s:M}(?:\s*\([^()]{0,60}\))?(?:,|\s+(?:is|are|was|were))?\s+(?:\w+ly\s+)?(?:pre-?|fine-?"
            rf"|instruction-?)?(?:trained|tuned)\s+on{TOWARDS}{{D}}{_NEXT}"
        ),
        confidence=0.75,
        types=TYPES,
        subjects=frozenset(MODELS),
        holds=(("We see that LLaMA-7B, tuned on UltraChat, is good.", ("Llama-7B > UltraChat",)),),
        fails=("We use LLaMA-7B and train on UltraChat.",),
        places=_PLACES,
    ),
    Rule(
        name="others-trained-on",
        relation=RELATION,
        pattern=(
            r"\b(?:than|rival\w*|outperform\w*|surpass\w*|exceed\w*|match(?:es|ing)|compar\w+\s+(?:to"
            rf"|with)|unlike)\s(?:[^\s,;:]+\s+){{0,6}}?(?:trained|tuned)\s+on{TOWARDS}{{D}}"
        ),
        confidence=0.8,
        types=TYPES,
        denies=True,
        holds=(("Ours rivals a larger model trained on UltraChat.", ("UltraChat",)),),
        fails=("Ours rivals others when trained. It is trained on UltraChat.",),
    ),
    Rule(
        name="training-data",
        relation=RELATION,
        pattern=(
            rf"\b{_TRAINING}\s+{_SETS}\b(?:\s*[,:(]|\s+(?:such\s+as|like|including|called|named"
            rf"|from|of))*\s*(?:the\s+)?{{D}}{_NEXT}"
        ),
        confidence=0.8,
        types=TYPES,
        holds=(("We take a training corpus, C4, as it is.", ("C4",)),),
        fails=("We test on a corpus, C4, as it is.",),
        places=_PLACES,
    ),
    Rule(
        name="data-for-training",
        relation=RELATION,
        pattern=(
            rf"{{D}}(?:\s*\([^()]{{0,60}}\))?(?:\s*,)?(?:\s+(?:is|are|as|which\s+is|serves\s+as))?"
            rf"\s+(?:(?:an?|the|our)\s+(?:[^\s,;:]+,?\s+){{0,5}}?{_TRAINING}\s+{_SETS}\b"
            rf"|(?:[^\s,;:]+\s+){{0,6}}?(?:(?:for|to\s+support|to\s+enable|supports?|enables?)\s+"
            rf"(?:[\w-]+\s+){{0,3}}?(?:(?:pre-?|post-?|co-?|fine-?)?(?:train|tun)ing|⟦A\d+⟧)"
            rf"|to\s+(?:pre-?|post-?|co-?|fine-?)?(?:train|tune)\b))"
        ),
        confidence=0.75,
        types=_DATA,
        holds=(
            ("We build UltraChat, a large instruction dataset of dialogues.", ("UltraChat",)),
            ("We use UltraChat to fine-tune small models.", ("UltraChat",)),
        ),
        fails=("We use UltraChat to test small models.",),
        places=_PLACES,
    ),
)
