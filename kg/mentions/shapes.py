"""The shapes of coined names: ``LoRA``, ``GPTQ``, ``Evo-Bench``, ``K12-Train``, ``π0``."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

#: One word of a name, with inner hyphens and dots.
WORD = (
    r"[A-Za-z0-9\u0370-\u03ff][\w\u0370-\u03ff^]*(?:(?:-|\."
    r"(?![A-Z][a-z]))[A-Za-z0-9\u0370-\u03ff][\w\u0370-\u03ff^]*)*(?:\+{1,2}|\*(?!\*)|#)?"
)
_WORD = re.compile(rf"(?<![\w^\\/@-])(?:(?<=\w/))?{WORD}|(?<=[A-Za-z0-9]/){WORD}")

# Acronyms of classes, media, formats, places and venues: names of nothing that the graph holds.
NOT_NAMES = frozenset(
    """
    AI AGI ML DL NLP NLU CV LLM LLMs MLLM MLLMs VLM VLMs LVLM LVLMs LMM LMMs SLM SLMs LM LMs PLM
    PLMs VLA VLAs LRM LRMs VideoLLM VideoLLMs Video-LLM Video-LLMs DLM DLMs dLLM dLLMs MDLM MDLMs
    RM RMs PRM PRMs ORM T2I T2V I2V TTS AR NAR RGB RGB-D RGBD GUI GUIs UI UIs API APIs GPU GPUs
    CPU CPUs TPU TPUs NPU NPUs HTTP URL URLs JSON HTML XML CSS PDF PDFs CAD USA US UK EU UAV UAVs
    IoT SOTA SoTA KV OOD ID IDs FLOP FLOPs FLOPS GFLOPs I/O 1D 2D 2.5D 3D 4D 6D 6-DoF 6DoF DoF
    DoFs IID i.i.d i.i.d. VRAM HBM SRAM DRAM SQL STEM CLI IDE OS PC PCs VR XR MRI CT EEG ECG DNA
    RNA mRNA PhD II III IV VI VII v1 v2 ACL NAACL EMNLP ICLR ICML NeurIPS CVPR ICCV ECCV AAAI
    IJCAI SIGIR KDD arXiv GitHub HuggingFace YouTube OpenAI DeepMind ByteDance NVIDIA Nvidia IBM
    Google AWS AMD FAIR LaTeX FP32 FP16 FP8 FP4 BF16 INT8 INT4 INT2 INT3 W4A4 W8A8 W4A16 W4A8
    NVFP4 MXFP4 Q4 CoTs SMEs NN NNs DNN DNNs ANN ANNs MLPs CNNs RNNs GANs GNNs ViTs SNN SNNs QAs
    KG KGs KB KBs MCQ MCQs FAQ FAQs PII IP LHS RHS ASCII UTF-8 USD CEO HCI HPC SDK FPS Hz kHz GHz
    MHz GB MB TB GiB ms TFLOPS PFLOPs RAM SSD MIT UC COVID COVID-19 SARS-CoV-2 WWW PyPI CC-BY
    MIT-licensed Q1 Q2 Q3 H1 A1 B1 C1 TV DIY NGO x86 ARM IoU 16K 32K 64K 128K 4K 8K 2K 1M 10M NSFW
    QoS SLA GDPR EHR EHRs HIPAA PR PRs LoC CI CD NL EN ChatBots MDP MDPs POMDP POMDPs ODE ODEs SDE
    SDEs PDE PDEs CoVs OCR TL DR TL;DR RCT RCTs ReLU GeLU SiLU
    """.split()
)


@cache
def established() -> frozenset[str]:
    """Return the acronyms that many papers spell out: no single paper coined them.

    They are those which at least five of 157,022 abstracts define in words of small letters.
    """
    text = (files("kg.lexicon") / "acronyms.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


# What stands before a name and a hyphen without being part of it: post-SFT, high-BCI.
_PREFIX = re.compile(r"(?:post|pre|non|high|low|anti|inter|intra|hybrid)-(?=[A-Z]{2})")
_LOWER_SUFFIX = re.compile(
    r"-(?:[a-z]{3,}|(?:Based|Aware|Driven|Guided|Free|Style|Like|Level|Enhanced"
    r"|Augmented|Powered))(?:-.*)?$"
)


def is_marked(word: str) -> bool:
    """Say whether a word has the shape of a coined name: a capital or a digit where none is due.

    >>> [
    ...     w
    ...     for w in ("LoRA", "Chain-of-Thought", "o1", "Pre-training", "GPTQ", "7B", "Guava")
    ...     if is_marked(w)
    ... ]
    ['LoRA', 'o1', 'GPTQ']
    """
    return bool(_MARKED.search(word) or (len(word) > 1 and _GREEK.search(word)))


# A capital behind a letter, or a digit behind the letters that a part begins with.
_MARKED = re.compile(
    r"(?:^|(?<=[-.]))(?:[^-.A-Za-z\u0370-\u03ff]*[A-Za-z\u0370-\u03ff][^-.]*[A-Z]"
    r"|[A-Za-z\u0370-\u03ff]+\d)"
)
_GREEK = re.compile(r"[\u0370-\u03ff]")


def marked_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of the words that have the shape of a coined name.

    A lower-case suffix is left off: of ``LoRA-based``, the name is ``LoRA``.
    """
    first = 0
    for run in text.split(" "):
        # A run that is all small letters, as most are, holds none.
        if not (run.isalpha() and run.islower() and run.isascii()):
            for start, end in _marked_in(run) if len(run) <= _LONGEST_KEPT else _words_of(run):
                yield first + start, first + end
        first += len(run) + 1


#: Longer runs of signs do not come again, and are not kept.
_LONGEST_KEPT = 60


@lru_cache(maxsize=1 << 16)
def _marked_in(run: str) -> tuple[tuple[int, int], ...]:
    return tuple(_words_of(run))


def _words_of(run: str) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(run):
        word = match[0]
        if (word.islower() and word.isascii()) or len(word) < 2 or not is_marked(word):
            continue
        suffix = _LOWER_SUFFIX.search(word)
        if suffix is not None:
            word = word[: suffix.start()]
        if word.endswith("s") and word[:-1].isupper() and len(word) > 3:
            word = word[:-1]
        if len(word) < 2 or word in NOT_NAMES or not is_marked(word) or _is_measure(word):
            continue
        prefix = _PREFIX.match(word)
        yield match.start() + (prefix.end() if prefix else 0), match.start() + len(word)


def _is_measure(word: str) -> bool:
    """Say whether a word is a number with a unit, an ordinal, or a bit width: 4K, 16GB, W4A4."""
    return _MEASURE.fullmatch(word) is not None


_MEASURE = re.compile(
    r"\d+(?:\.\d+)?(?:[A-Za-z]{1,3}|-bit|-shot)?|[WAKQ]\d+(?:[AKV]\d+)*|\d+[A-Z]\d+"
)
