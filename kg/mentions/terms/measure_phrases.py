"""Where the noun phrase of a measure begins: at "attack" in "reduces attack success rates".

The words before a measure's last word that tell which of its kind is meant are part of its name;
verbs, articles and judgements ("high", "average") are not. Who annotated abstracts by hand took
nearly each other word in.
"""

import re

#: How long a word may be that tells a kind.
_LONGEST = 30

#: What ends a phrase to the left: no nouns of their own, and no kinds of a measure.
_NO_KIND = frozenset(
    # Words of grammar.
    "a an the this that these those our its their his her my your one two three some any"
    " all each every both either neither no not in of on for and or to with without via"
    " from by is are was were be been as at but yet so if when while where which who whose"
    " how than then there then between over under up down per into onto across within"
    " among about around against after before during through until despite unlike like"
    " such only also just even more most less least few fewer many much several other"
    " another same own it we they them us i can could may might must should would will do"
    " does did has have had nor whether because since although though once"
    # Judgements and degrees.
    " high higher highest low lower lowest good better best bad worse worst great greater"
    " greatest strong stronger strongest weak weaker weakest large larger largest small"
    " smaller smallest fast faster fastest slow slower new novel similar comparable"
    " competitive superior inferior significant substantial considerable remarkable"
    " notable impressive promising excellent outstanding exceptional perfect near-perfect"
    " optimal suboptimal satisfactory decent poor reasonable acceptable state-of-the-art"
    " sota cutting-edge leading top record consistent stable constant robust reliable fair"
    " unfair true false main key final initial current previous prior existing recent"
    " original standard conventional typical practical critical crucial essential"
    " important favorable favourable desirable minimal maximal maximum minimum near-zero"
    " zero average mean median overall total aggregate absolute relative net additional"
    " further extra non-trivial direct equivalent different various diverse entire whole"
    " excessive unnecessary prohibitive unprecedented high-cost low-cost fine-grained"
    " generic basic simple complex expensive cheap huge massive heavy light moderate"
    " modest marginal negligible limited rich long short shorter longer beyond near"
    " possible potential full partial certain specific general real real-world real-time"
    " end-to-end human human-level expert expert-level human-rated baseline model models"
    " approach method strategy framework strict"
    " popular traditional distinct raw single near-lossless lossless sub-second inappropriate"
    " behind art metric target tunable adjustable ideal attainable achievable"
    " very little drastic tighter unmet decisive complete usable actual given commendable"
    " noticeable on-par better-than-average untenable effective non-negligible benchmark"
    " severe minor meaningful theoretical extraordinary ultra-low near-full superlinear"
    " proportional off numerous hard easy"
    # What a share is written with, and units.
    " percent percentage point points times x fold pp order orders magnitude half third quarter"
    " double-digit single-digit two-fold twofold threefold tenfold two three four five"
    # Verbs as they stand in abstracts; those in -ed and most in -ing are told by that.
    " achieve attain reach obtain yield score get report deliver show maintain demonstrate"
    " exhibit perform improve increase reduce cut save boost raise enhance decrease"
    " accelerate shrink trim slash lift gain lose preserve ensure incorporate emphasize"
    " maximize maximise minimize minimise optimize optimise characterise characterize"
    " balance assess evaluate measure estimate predict compare degrade affect sacrifice"
    " compromise outperform surpass exceed sustain retain support provide offer bring push"
    " force forces cause prevent employ use leverage require need mitigate alleviate"
    " address avoid eliminate limit tackle restore recover unlock trade double have hold"
    " make give take see keep drop rise fall grow converge"
    " accept accomplish acquire adapt add adhere adjust adopt aid align allow assemble"
    " assign assist assume augment become begin blend broaden build bypass call capture"
    " carry choose circumvent combine compile compose comprehend conduct confirm connect"
    " consider construct constrain convert convey counteract couple create curate decide"
    " decompose decouple defend define deploy derive describe detect determine develop"
    " discard discover disentangle disrupt distill distinguish distort distribute draw"
    " drive elicit emerge empower enable encounter encourage endow enforce engage enrich"
    " establish evolve examine excel execute expand explain exploit explore expose extend"
    " extract find foster fulfill govern guarantee guide handle help highlight hinder"
    " ignore impede impose include induce infer inform inherit inject inspire introduce"
    " involve lack lead learn let manage meet mimic obscure overcome perceive produce"
    " promote propose protect prove pursue realize receive recommend reconcile reconstruct"
    " refine reflect reinforce remain remove render replace resolve respond rethink"
    " retrieve reveal revisit satisfy seek serve sharpen solve steer streamline strengthen"
    " suffer suggest tailor teach transform undermine understand unleash weaken worsen"
    " diminish beat".split()
)
_VERB_ENDINGS = ("ed", "ly", "ify", "ize", "ise", "ate")
_NO_KIND_ENDINGS = ("-shot", "-rated", "-judged", "-quality", "-of-magnitude", "fold")
#: Nouns that end as verbs and adjectives do.
_NOUNS = (
    *(
        "speed",
        "seed",
        "feed",
        "embed",
        "size",
        "noise",
        "exercise",
        "expertise",
        "state",
        "update",
    ),
    *("candidate", "template", "climate", "predicate", "surrogate", "certificate", "frame-rate"),
)
#: Words in -ing that are mostly nouns before a measure; of others one may not know.
_GERUNDS = frozenset(
    "ranking re-ranking reranking reasoning training pretraining pre-training"
    " post-training fine-tuning finetuning editing tracking matching parsing coding"
    " planning routing grounding labeling labelling relabeling relabelling modeling"
    " modelling reward-modeling counting decoding encoding rendering serving linking"
    " answering scheduling clustering tagging forecasting grasping spelling drafting"
    " mapping sampling pruning learning unlearning processing understanding testing"
    " profiling prompting debugging programming teaching caching watermarking inpainting"
    " denoising timing pricing hashing prefilling chunking binding docking folding"
    " stitching pairing indexing logging meeting building lighting shading meshing"
    " instruction-following action-following speaking listening reading writing following".split()
)
#: A word as it may tell a kind: of those in capitals the others are names of data.
_WORD = re.compile(
    r"[a-z][a-z-]*(?:-\d+)?|(?:OCR|OOD|QA|VQA|GPU|CPU|API|EM|ID|KV|ASR|TTS|CoT|LLM|VLM|GUI|UI)"
)


def phrase_start(text: str, start: int, most: int) -> int:
    """Return where the phrase begins whose last words begin at `start`: `most` words before.

    >>> text = "It reduces attack success rates."
    >>> text[phrase_start(text, text.index("success"), 2) :]
    'attack success rates.'
    """
    for _ in range(most):
        if text[start - 1 : start] != " ":
            break
        at = text.rfind(" ", max(0, start - _LONGEST), start - 1) + 1
        word = text[at : start - 1]
        if not at or not (_tells_kind(word) or _is_noun_in_ing(text, at, word)):
            break
        start = at
    return start


def is_comparison(label: str) -> bool:
    """Say whether words compare, and name no measure.

    >>> is_comparison("faster inference"), is_comparison("inference speed")
    (True, False)
    """
    first = label.partition(" ")[0].lower()
    return first.endswith("er") and first in _NO_KIND


def _is_noun_in_ing(text: str, start: int, word: str) -> bool:
    """Say whether a word in -ing stands where a noun does: "a gain in skinning accuracy"."""
    if not word.endswith("ing") or not word.islower():
        return False
    stem = word.removesuffix("ing")
    if not _NO_KIND.isdisjoint((stem, f"{stem}e", stem[:-1])):
        return False
    return _BEFORE_NOUN.search(text, max(0, start - 12), start) is not None


_BEFORE_NOUN = re.compile(r"\b(?:in|of|the|its|average|mean|overall|on) $")


def _tells_kind(word: str) -> bool:
    """Say whether a word before a measure tells which of its kind that is."""
    if not _WORD.fullmatch(word) or word.lower() in _NO_KIND:
        return False
    if word.endswith("ing"):
        return word in _GERUNDS
    if word.endswith(_NO_KIND_ENDINGS):
        return False
    if word.endswith(_VERB_ENDINGS):
        return "-" in word or word.endswith(_NOUNS)
    return not word.endswith("s") or word.endswith(("ss", "sis", "us"))
