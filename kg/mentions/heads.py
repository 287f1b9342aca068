"""Which type a noun phrase gives to the name beside it: "X, a large-scale dataset of ..."."""

import re
from functools import lru_cache

# The rightmost of these words in a noun phrase decides, so "a dataset distillation method" is a
# method and "a benchmark suite" is a benchmark.
_HEADS = {
    "Benchmark": "benchmark benchmarks testbed testbeds leaderboard testset arena"
    " competition challenge",
    "Dataset": "dataset datasets corpus corpora treebank data collection database resource"
    " resources subset subsets",
    "Model": "model models llm llms vlm vlms mllm mllms lmm lmms slm slms lm lms checkpoint"
    " checkpoints chatbot assistant vla vlas lvlm lvlms lalm lalms dllm dllms dlm dlms sllm sllms"
    " alm alms plm plms lrm lrms umm umms vfm vfms wam wams tsfm tsfms",
    "Task": "task tasks problem",
    "Metric": "metric metrics score measure",
    "Hardware": "gpu gpus accelerator accelerators processor chip npu",
    "Method": "method methods methodology framework frameworks algorithm algorithms approach"
    " approaches technique techniques system systems pipeline pipelines architecture architectures"
    " strategy strategies mechanism mechanisms module modules toolkit library paradigm scheme"
    " optimizer procedure recipe tool tools agent agents engine loss losses objective layer layers"
    " network networks"
    " attention adapter adapters platform protocol harness regularizer regularization sampler"
    " scheduler decoder encoder autoencoder tokenizer transformer policy estimator environment"
    " simulator kernel operator solution solutions formulation theory principle infrastructure"
    " codebase package software implementation workflow solver planner controller robot interface"
    " representation"
    " quantization quantizer pruning training learning distillation search sampling decoding tuning"
    " optimization adaptation reward embedding embeddings caching cache parallelism compression"
    " reasoning prompting retriever reranker retrieval augmentation synthesis generation modeling"
    " estimation alignment editing routing merging regularized detector classifier generator"
    " evaluator evaluators verifier judge critic scorer annotator"
    " encoders decoders backbone head branch block blocks unit units stack bank memory curriculum",
}
_TYPE_OF = {word: type_name for type_name, words in _HEADS.items() for word in words.split()}
#: All words that can decide, and those that are read as one of them.
HEADS = (*_TYPE_OF, "data set", "test set", "suite", "set")
_EVALUATES = re.compile(
    r"\b(?:evaluat|benchmark|test set|testing|assess|measur|diagnos|probing)", re.IGNORECASE
)
_FOR_TRAINING = re.compile(
    r"\b(?:instruction|training|fine-?tuning|SFT|preference)\b", re.IGNORECASE
)
_FOR_TESTS = frozenset({"benchmark", "evaluation", "test"})
# "a pre-trained encoder" is one checkpoint, "an encoder" is a design.
_WITH_WEIGHTS = frozenset(
    "encoder decoder transformer network tokenizer backbone autoencoder".split()
)
_TRAINED = re.compile(
    r"\b(?:pre-?trained|[a-z-]*-?tuned|foundation|frozen|\d+(?:\.\d+)?[BM])\b", re.IGNORECASE
)
#: "a theoretical model" is not trained.
_OF_THOUGHT = re.compile(
    r"\b(?:theoretical|mathematical|probabilistic|analytical|conceptual|cognitive|economic"
    r"|game-theoretic|toy|programming|development|mental|threat|business)\s(?:[\w-]+\s)?model",
    re.IGNORECASE,
)
_SIZED = re.compile(r"^an? (?:\w+ )?\d+(?:\.\d+)?[BM](?:[- ]parameters?)? ")
#: But a time series is one thing.
_MANY_MODELS = re.compile(
    r"\b(?:family|(?<!time )(?<!time-)series|suite|set|collection|range|models|llms|vlms)\b"
)

# Where the noun phrase behind "a" ends.
_PHRASE_ENDS = re.compile(
    r"[,;:()\u2014]|\.(?!\d)|\s-\s|\s(?:that|which|within|who|to|for|with|in|on|from|by|using|based"
    r"|designed|where|aimed"
    r"|aiming|tailored|consisting|comprising|containing|capable|built|trained|and|as|is|are|was|via"
    r"|through|specifically|featuring|spanning|covering|developed|when|whose|at|we"
    r"|powered|leveraging|encouraging|enabling|allowing|providing|targeting|involving|including"
    r"|implementing|integrating|combining|unifying|supporting|offering|achieving|describing"
    r"|employing|utilizing|utilising|adopting|applying|harnessing|exploiting|introducing|adapting"
    r"|dedicated|intended|created|crafted|optimized|constructed|obtained|derived|extending)\b(?!-)",
)
_BRACKET = re.compile(r"\([^()]{1,60}\)(?=,?\s([\w-]+))")
_SET_OF = re.compile(
    r"\s*\b(?:family|series|suite|set|collection|class|pair|range|group|kind|type|form"
    r"|variant|version|iteration|member) of\b"
)


def phrase_from(text: str, start: int, limit: int = 160) -> str:
    """Return the noun phrase that begins at an offset, to its end mark.

    A comma between adjectives does not end it, nor an abbreviation in brackets, as long as no noun
    with a type has come.

    >>> phrase_from("a large-scale dataset of facts, which", 0)
    'a large-scale dataset'
    >>> phrase_from("a fast, annotation-free training framework to", 0)
    'a fast, annotation-free training framework'
    >>> phrase_from("a visual question answering (VQA) benchmark with plots", 0)
    'a visual question answering (VQA) benchmark'
    """
    stretch = text[start : start + limit].replace("state of the art", "state-of-the-art")
    end = _PHRASE_ENDS.search(stretch, 1)
    while end and (past := _goes_on(stretch, end)):
        end = _PHRASE_ENDS.search(stretch, past)
    phrase = stretch[: end.start()] if end else stretch
    inner = _SET_OF.search(phrase)
    if inner is None and " of " in phrase:
        phrase = phrase[: phrase.index(" of ")]
    return phrase.strip()


def _goes_on(stretch: str, end: re.Match[str]) -> int:
    """Return where a noun phrase goes on behind what may end it, or 0."""
    bracket = _BRACKET.match(stretch, end.start())
    if bracket and _TYPE_OF.get(bracket[1]):
        return bracket.end()
    if not (bracket or end[0] in {",", " and"}) or type_of_phrase(stretch[: end.start()]):
        return 0
    return bracket.end() if bracket else end.end()


#: "A transformer trained on 6 trillion tokens" is one that has been trained.
_IS_TRAINED = re.compile(
    r",?\s(?:that (?:is|was) )?(?:pre-?)?trained (?:from scratch )?(?:on|with)\b"
)


def _has_weights(word: str, phrase: str) -> bool:
    """Say whether what is called a method is trained: "a pre-trained encoder", "a 7B agent"."""
    return bool((_TRAINED if word in _WITH_WEIGHTS else _SIZED).search(phrase))


# Of "a reasoning-induced model", "reasoning" is no head.
_WORD = re.compile(r"(?<![a-z])(?:[a-z]+-)*([a-z]+)")


#: What ends like the name of a task and is none: "a multi-task Gaussian process".
_ADJECTIVES = re.compile(r"\b(?:multi|single|cross|inter|intra|per)-task\b")


@lru_cache(maxsize=1 << 14)
def type_of_phrase(phrase: str, context: str = "") -> str:
    """Return the type that the head of a noun phrase gives, or ''.

    `context` is what follows the phrase: a data set "for evaluating ..." is a benchmark.

    >>> type_of_phrase("a dataset distillation method"), type_of_phrase("a benchmark suite")
    ('Method', 'Benchmark')
    >>> type_of_phrase("a family of language models"), type_of_phrase("the first")
    ('ModelFamily', '')
    """
    words = _WORD.findall(
        _ADJECTIVES.sub("", phrase.lower())
        .replace("data set", "dataset")
        .replace("test set", "testset")
        .replace("shared task", "challenge")
        .replace("knowledge graph", "dataset")
    )
    if words and words[-1] in ("suite", "set") and not _FOR_TESTS.isdisjoint(words):
        return "Benchmark"
    for behind, word in enumerate(reversed(words)):
        if word == "data" and behind:
            continue  # a data type is no data
        if type_name := _TYPE_OF.get(word):
            return _type_in(type_name, word, phrase, context)
    return ""


def _type_in(type_name: str, word: str, phrase: str, context: str) -> str:
    """Return the type that a head gives among the words before and behind it."""
    if type_name == "Dataset":
        is_test = _EVALUATES.search(f"{phrase} {context}") and not _FOR_TRAINING.search(phrase)
        return "Benchmark" if is_test else type_name
    if type_name == "Method":
        is_trained = word in _WITH_WEIGHTS and _IS_TRAINED.match(context)
        return "Model" if is_trained or _has_weights(word, phrase) else type_name
    if type_name != "Model":
        return type_name
    if _OF_THOUGHT.search(phrase):
        return "Method"
    return "ModelFamily" if _MANY_MODELS.search(phrase.lower()) else type_name
