"""The models that a paper's own model is made from, and how.

A claim without a subject is about the own model that its sentence names, else about the principal
one (see `kg.relations.lineage`): what a method is applied to is no base of it.
"""

from kg.model import MODELS
from kg.relations.cues import VERSION_OF
from kg.relations.rule import Rule

RELATION = "basedOn"
TYPES = frozenset(MODELS)

_PLACES = frozenset({"title", "own"})
_THE = (
    r"\s+(?:the\s+|an?\s+|our\s+)?"
    r"(?:(?!(?:on|with|for|to|by|in|and|using|such|models)\b)[\w-]+\s+){0,3}?"
)

RULES = (
    Rule(
        name="built-on-model",
        relation="basedOn",
        pattern=(
            rf"\b(?:(?:built|(?<!s\s)(?<!baseline\s)based|building|builds|developed|constructed|instantiated)\s+(?:up)?on"
            rf"(?:\s+top\s+of)?|initiali[sz](?:ed|ing)\s+(?:\w+\s+)?(?:from|with)|starting\s+(?:from"
            rf"|with)|upcycl\w+\s+(?:from\s+)?|on\s+top\s+of|extend(?:s|ing)|adapts|equip(?:s|ping)"
            rf"|repurpos(?:es|ing)|augment(?:s|ing)|enhanc(?:es|ing)|equipped\s+with|(?:combin|integrat)(?:es|ing)"
            rf"(?=\s(?:an?\s|the\s)?(?:frozen|pre-?trained)\s)|(?:over|atop)(?=\s(?:an?\s|the\s)?frozen\s))"
            rf"{_THE}{{M}}(?!\s+(?:data\s?sets?|data|corpus|benchmarks?)\b)"
        ),
        confidence=0.7,
        types=TYPES,
        holds=(
            ("Our medical model is built on LLaMA-7B.", ("Llama-7B",)),
            ("It combines a frozen LLaMA-7B with a light head.", ("Llama-7B",)),
        ),
        fails=("Our medical model beats LLaMA-7B.", "It is based on the ChatGPT data."),
        places=_PLACES,
    ),
    Rule(
        name="is-base",
        relation=RELATION,
        pattern=(
            r"\b(?:the|its|our)\s+(?:(?!than\b)[a-z-]+\s+)?(?:base|backbone|underlying|starting)"
            r"(?:\s+(?:[a-z-]+\s+)?(?:models?|llms?|vlms?),?)?\s+\(?{M}"
            r"|\b(?:its|our)\s+{M}\s+(?:base|backbone|baseline)s?\b"
        ),
        confidence=0.7,
        types=TYPES,
        holds=(
            ("Our model gains 3% over the base model LLaMA-7B.", ("Llama-7B",)),
            ("Our model gains 3% over its LLaMA-7B baseline.", ("Llama-7B",)),
        ),
        fails=("Our model gains 3% over LLaMA-7B.",),
        places=_PLACES,
    ),
    Rule(
        name="is-based-on-model",
        relation=RELATION,
        pattern=(
            r"{s:W}(?:\s*\([^()]{0,60}\))?(?:,|\s+is)\s+(?:an?|the|our)\s+"
            r"(?:[\w-]+,?\s+){0,3}?{M}-based\b"
        ),
        confidence=0.75,
        types=TYPES,
        holds=(("We present QLoRA, an efficient LLaMA-7B-based scheme.", ("QLoRA > Llama-7B",)),),
        fails=("We present QLoRA and a LLaMA-7B-based judge.",),
        places=_PLACES,
    ),
    Rule(
        name="model-version-of",
        relation=RELATION,
        pattern=(rf"{{s:M}}{VERSION_OF}(?:the\s+)?(?:(?!(?:on|for|with)\b)[\w-]+\s+){{0,2}}?{{M}}"),
        confidence=0.75,
        types=TYPES,
        subjects=TYPES,
        holds=(
            ("Our Vicuna-7B (a tuned version of LLaMA-7B) is small.", ("Vicuna-7B > Llama-7B",)),
        ),
        fails=("Our Vicuna-7B (a small version) beats LLaMA-7B.",),
    ),
    Rule(
        name="is-a-model",
        relation="basedOn",
        pattern=(
            r"{s:W}(?:\s*\([^()]{0,60}\))?(?:,|\s+is)\s+(?:an?|the|our)\s+(?:[\w-]+\s+){0,3}?{M}"
            r"(?:[- ]based|\s+(?:model|variant|checkpoint|derivative))\b"
        ),
        confidence=0.75,
        types=TYPES,
        subjects=TYPES,
        holds=(("We test Vicuna, a LLaMA-7B model tuned on chats.", ("Vicuna > Llama-7B",)),),
        fails=("We test Vicuna, a small model like LLaMA-7B.",),
        places=_PLACES,
    ),
    Rule(
        name="as-backbone",
        relation="basedOn",
        pattern=(
            r"{M}\s+(?:as\s+(?:the|our|its|an?)\s+(?:[\w-]+\s+){0,2}?(?:backbone|base|foundation"
            r"|initiali[sz]ation|starting\s+point)|backbone)\b"
        ),
        confidence=0.7,
        types=TYPES,
        holds=(("Our medical model has LLaMA-7B as its backbone.", ("Llama-7B",)),),
        fails=("Our medical model has LLaMA-7B as its judge.",),
        places=_PLACES,
    ),
    Rule(
        name="bases-are",
        relation="basedOn",
        pattern=(
            r"\b(?:base(?:\s+(?:language\s+)?models?|s)?|backbones?|foundation\s+models?"
            r"|starting\s+points?)(?:\s+(?!(?:than|that|which)\b)[a-z-]+){0,3}?\s+(?:is|are|was|were|being)\s+"
            r"(?:the\s+|both\s+|either\s+|an?\s+)?(?:(?!(?:than|as)\b)[a-z-]+\s+){0,2}?{M}"
            r"|{M}\s+(?:is|are|was|were|serves?|served|acts?|acted)\s+(?:as\s+)?(?:the|our|its)\s+"
            r"(?:[a-z-]+\s+)?(?:bases?|base\s+models?|backbones?|starting\s+points?)\b"
        ),
        confidence=0.7,
        types=TYPES,
        holds=(
            ("The base model of our agents is LLaMA-7B.", ("Llama-7B",)),
            ("Mistral-7B and LLaMA-7B serve as the backbones.", ("Mistral-7B", "Llama-7B")),
        ),
        fails=("The base model is weaker than LLaMA-7B.", "The judge is LLaMA-7B."),
        places=_PLACES,
    ),
    Rule(
        name="gives-a-model",
        relation="basedOn",
        pattern=(
            rf"\b(?:appl(?:ied|ying)(?:\s+(?:it|this|them|[a-z-]+\s+[a-z-]+))?)\s+(?:to|on){_THE}{{M}}"
            rf",?\s+(?:[a-z-]+\s+){{0,3}}?(?:gives?|gave|yield(?:s|ed|ing)?|produc(?:es?|ed|ing)|giving"
            rf"|leads?\s+to|leading\s+to|results?\s+in|resulting\s+in|(?:we\s+)?(?:obtain|get|build|call))\s+"
            rf"(?:(?!(?:than|as|with|for|on|like)\b)[a-z-]+\s+){{0,4}}?{{s:M}}"
        ),
        confidence=0.75,
        types=TYPES,
        subjects=TYPES,
        holds=(
            ("Applying the recipe to LLaMA-7B yields Vicuna.", ("Vicuna > Llama-7B",)),
            ("Applied to LLaMA-7B, it gives the small Vicuna-7B.", ("Vicuna-7B > Llama-7B",)),
        ),
        fails=("Applied to LLaMA-7B, it gives better answers than Vicuna.",),
        places=_PLACES,
    ),
    Rule(
        name="fine-tuned-from",
        relation="fineTunedFrom",
        pattern=(
            rf"\b(?:(?:fine-?|instruction-?|post-?)tun(?:e|es|ed|ing)|(?:further|continu\w+|post-?)"
            rf"[\s-]?(?:pre-?)?train\w*)(?:\s+(?:from|of))?{_THE}{{M}}"
            rf"|{{M}}\s+(?:fine-?tuned|further\s+trained)\b"
        ),
        confidence=0.65,
        types=TYPES,
        holds=(("Our model is fine-tuned from LLaMA-7B.", ("Llama-7B",)),),
        fails=("Our model is fine-tuned with answers of LLaMA-7B.",),
        places=_PLACES,
    ),
    Rule(
        name="distilled-from",
        relation="distilledFrom",
        pattern=(
            rf"\bdistill(?:s|ed|ing|ation)?(?:\s+[^\s,;:]+){{0,5}}?\s+(?:from|of){_THE}{{M}}"
            rf"|\bdistill(?:s|ed|ing)?{_THE}{{M}}\s+into\b"
        ),
        confidence=0.65,
        types=TYPES,
        holds=(("Our small model is distilled from LLaMA-7B.", ("Llama-7B",)),),
        fails=("Our small model distills text of others.",),
        places=_PLACES,
    ),
    Rule(
        name="pruned-from",
        relation="prunedFrom",
        pattern=(
            rf"\b(?:prun|compress|shrink|slim)(?:e|ed|es|ing)?(?:\s+(?:from|down))?{_THE}{{M}}"
            rf"|\bstarting\s+(?:from|with){_THE}{{M}}[^.;:]{{0,40}}?(?:\bprun|\bcompress)(?:es|ing|e)"
        ),
        confidence=0.65,
        types=TYPES,
        holds=(
            ("Our small model is pruned from LLaMA-7B.", ("Llama-7B",)),
            ("Starting from LLaMA-7B, we keep pruning heads.", ("Llama-7B",)),
        ),
        fails=("Our small model is better than LLaMA-7B.",),
        places=_PLACES,
    ),
    Rule(
        name="quantized-from",
        relation="quantizedFrom",
        pattern=(
            rf"\bquanti[sz](?:e|ed|es|ing)(?:\s+(?:from|version\s+of|versions\s+of))?{_THE}{{M}}"
        ),
        confidence=0.65,
        types=TYPES,
        holds=(("Our model is a quantized version of LLaMA-7B.", ("Llama-7B",)),),
        fails=("Our model quantizes with answers of LLaMA-7B.",),
        places=_PLACES,
    ),
    Rule(
        name="merged-from",
        relation="mergedFrom",
        pattern=rf"\bmerg(?:e|ed|es|ing)(?:\s+(?:from|of))?{_THE}{{M}}",
        confidence=0.65,
        types=TYPES,
        holds=(("Our model merges LLaMA-7B and Mistral-7B.", ("Llama-7B", "Mistral-7B")),),
        fails=("Our model is merged with care on LLaMA-7B.",),
        places=_PLACES,
    ),
    Rule(
        name="adapter-of",
        relation="adapterOf",
        pattern=rf"\b(?:adapters?|adaptor)\s+(?:for|of|on|to|on\s+top\s+of){_THE}{{M}}",
        confidence=0.65,
        types=TYPES,
        holds=(("Our weights are an adapter for LLaMA-7B.", ("Llama-7B",)),),
        fails=("Our weights adapt well to LLaMA-7B.",),
        places=_PLACES,
    ),
)
