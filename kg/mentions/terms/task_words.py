"""The words that make a noun phrase the name of a task, and those that end it."""

_SURE = (
    "generation detection understanding classification translation editing grounding extraction"
    " estimation tracking answering forecasting prediction recognition summarization summarisation"
    " captioning retrieval comprehension completion segmentation restoration correction"
    " super-resolution inpainting recommendation reconstruction localization localisation parsing"
    " transcription diagnosis grasping navigation denoising deblurring imputation registration"
    " disambiguation diarization diarisation colorization proving reasoning matching"
    " manipulation driving decision-making refactoring staging"
).split()
_LIKELY = (
    "synthesis planning alignment analysis interpretation modeling modelling design simulation"
    " evaluation assessment verification sanitization anonymization coding programming transfer"
    " inspection perception customization personalization animation identification monitoring"
    " discovery conversion removal enhancement ranking assembly automation control cloning tagging"
    " attribution unlearning interaction creation search separation"
).split()

#: Heads that make a task of most phrases.
SURE_HEADS = frozenset(_SURE)
#: What may be a task without a word before it, in front of "tasks".
ALONE = frozenset(
    "reasoning coding planning programming classification translation summarization grounding"
    " segmentation mathematics math code retrieval navigation manipulation perception detection"
    " generation editing recognition understanding".split()
)
#: All heads; those that are not sure need a stronger frame.
HEADS = frozenset((*_SURE, *_LIKELY, *ALONE))
#: The heads by which an expansion spells out a task: "face image quality assessment (FIQA)".
ABBREVIATED_HEADS = SURE_HEADS - {"reasoning", "generation", "matching", "staging"} | {
    "assessment",
    "fact-checking",
    "verification",
    "linking",
    "driving",
}

#: What is made, so that "X generation" is a task: "retrieval-augmented generation" is none.
MADE = tuple(
    "image video audio music speech motion report story question caption dialogue scene layout mesh"
    " molecule avatar song shape texture subtitle".split()
)

#: Where a noun phrase cannot go on to the left.
BOUNDARIES = frozenset(
    "a an the this that these those our its their his her we it they i you your of for in on and"
    " or to with via from by is are was were be been being as at into onto over under than then"
    " when where while which who whose what why how not no nor but if so such both each every all"
    " any some most least only also just even still yet during through throughout across between"
    " among within without beyond toward towards about against after before based like unlike"
    " including can could may might must should will would do does did has have had having make"
    " makes making using use uses used improve improves enable enables achieve achieves support"
    " supports perform performs enhance enhances boost boosts facilitate facilitates require"
    " requires propose introduce present show demonstrate integrate integrates combine combines"
    " leverage leverages guide guides address addresses tackle tackles explore study evaluate"
    " evaluates test tests include includes unify unifies advance advances accelerate accelerates"
    " optimize optimizes reduce reduces solve solves outperform outperforms surpass surpasses"
    " handle handles ground grounds investigate investigates master measure measures formulate"
    " formulates reformulate reformulates exhibit exhibits hinder hinders impair impairs demand"
    " demands capture captures contain contains train proposes become becomes remain remains"
    " explored demonstrated demonstrates incorporated revolutionized distill distills abandon"
    " decouple decouples produce produces employ employs because although percent second"
    " motivate motivates"
    " upon built yield yields apply applies adapt adapts extend extends learn learns bridge bridges"
    " drive drives model models method methods approach approaches framework system systems llm"
    " llms mllm mllms lvlm lvlms vlm vlms agent agents user users dataset datasets data benchmark"
    " benchmarks task tasks paper work research training performance quality ability capability"
    " capabilities results trained pre-training fine-tuning".split()
)
#: What has no letters only and is part of a task's name: "3D scene generation".
DIMENSIONS = frozenset("2d 3d 4d 6d 2.5d 2d/3d 2d-to-3d 3d/4d".split())
#: Adjectives that praise or count and are no part of a task's name.
PRAISE = frozenset(
    "effective efficient better best good robust accurate reliable improved high-quality high-"
    " fidelity high low new novel existing current recent state-of-the-art superior strong faster"
    " fast scalable various diverse different multiple several numerous many other challenging"
    " complex difficult practical general comprehensive rigorous systematic significant consistent"
    " precise flexible seamless stable faithful realistic traditional conventional popular common"
    " typical subsequent specific particular entire whole single large-scale training-free unseen"
    " enhanced more less standard simple further future zero-shot few-shot automatic automated"
    " successful end-to-end downstream core key advanced explicit coherent overall real-world"
    " joint decoupled unified generalized two three four five six seven eight nine ten final"
    " dedicated established respective individual modern early actual original usual resulting"
    " mainstream prior previous held-out first largest large full basic isolated brittle"
    " simplified sustained provable lightweight plausible correct human-level human-like human-"
    " aligned expert-level genuine public unprecedented everyday direct powerful generalizable"
    " universal general-purpose holistic in-depth reproducible verifiable interpretable"
    " trustworthy excellent well-defined sophisticated next-generation tractable limited"
    " specialized targeted curated proposed poor degraded photorealistic in-the-wild one million"
    " thousand hundred".split()
)
#: Before a task in a title: "Benchmarking X", "Towards Evaluating X", "Competition on X".
STUDIED = frozenset(
    "benchmarking evaluating improving enhancing assessing advancing rethinking of on toward"
    " towards".split()
)


def is_task_phrase(phrase: str) -> bool:
    """Say whether an expansion spells out a task.

    >>> is_task_phrase("face image quality assessment"), is_task_phrase("low-rank adaptation")
    (True, False)
    >>> is_task_phrase("many-plot image generation"), is_task_phrase("guided generation")
    (True, False)
    """
    before, _, head = phrase.lower().rpartition(" ")
    if head == "generation":
        return before.endswith(MADE) or "-to-" in before.rpartition(" ")[2]
    return head in ABBREVIATED_HEADS
