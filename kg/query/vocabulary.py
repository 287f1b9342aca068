"""The words of questions: what may be passed over, and the classes that frames are made of.

A phrase may belong to several classes; which one is meant is for the frames (see `kg.query.words`).
"""

from collections.abc import Mapping

_FILLERS = """
    a all also an any anything are be been being belong belongs both can could current currently did
    different do does ever existing find get give go goes had has have i is it just know known
    like list main many me need our out people please recent researchers respectively see shall
    should show some such tell that the their them there these they this those us various want
    was we were what when which will would you your
"""
#: Words that say nothing about what is asked.
FILLERS = frozenset(_FILLERS.split())

#: Each class with the words, or the phrases, that belong to it.
CLASSES: Mapping[str, tuple[str, ...]] = {
    "METHODS": (
        "method", "methods", "technique", "techniques", "approach", "approaches", "algorithm",
        "algorithms", "work", "works", "system", "systems", "framework", "frameworks",
        "way", "ways", "solution", "solutions", "strategy", "strategies", "tool", "tools",
    ),
    "PAPERS": (
        "paper", "papers", "article", "articles", "publication", "publications", "study",
        "studies", "preprint", "preprints", "literature", "research", "abstracts",
    ),
    "MODELS": (
        "model", "models", "llm", "llms", "checkpoint", "checkpoints", "language models",
        "model sizes", "sizes", "members",
    ),
    "PAPER": ("paper", "article", "publication", "study", "preprint"),
    "THING": ("what", "whats", "which", "anything", "everything", "things"),
    "WHO": ("who", "anyone", "anybody"),
    # No verb that says more than that the experiments ran on it: "pruned" asks for less.
    "EVALUATED": (
        "evaluated", "evaluate", "evaluates", "evaluating", "tested", "test", "tests", "testing",
        "tried", "try", "benchmarked", "benchmark", "benchmarking", "assessed", "applied", "run",
        "ran", "runs", "studied", "study", "studies", "studying", "validated", "measured",
        "experimented", "experiment", "experiments", "tried out", "evaluation", "evaluations",
        "scored", "used to evaluate", "used to test", "used to benchmark", "used for evaluating",
        "used for testing", "reporting", "report", "reported", "run experiments", "ran experiments",
        "report experiments", "report results", "reports results", "have results", "results",
        "work with", "works with", "work on", "works on",
    ),
    "ON": ("on", "upon", "with", "for", "using", "against", "in", "over", "to", "of"),
    "USE": (
        "use", "uses", "used", "using", "utilise", "utilize", "utilises", "utilizes", "utilising",
        "utilizing", "need", "needs", "require", "requires", "employ", "employs", "employing",
        "apply", "applies", "applying", "adopt",
        "adopts", "adopting", "make use of", "makes use of", "making use of", "rely on",
        "relies on", "relying on", "with",
    ),
    "BY": ("by", "in"),
    "INTRODUCE": (
        "introduce", "introduces", "introduced", "introducing", "propose", "proposes",
        "proposed", "proposing", "present", "presents", "presented", "presenting", "release",
        "releases", "released", "releasing", "invented", "created", "made", "developed",
        "published", "describes", "come up with", "came up with", "first described",
    ),
    "ORIGIN": ("origin of", "source of", "original paper of", "original paper for",
               "original paper", "introduction of"),
    "COME": ("come from", "comes from", "originate", "originates", "introduced", "proposed",
             "presented"),
    "MENTION": (
        "mention", "mentions", "mentioned", "mentioning", "name", "names", "naming", "discuss",
        "discusses", "discussing", "talk about", "about", "on", "concerning",
        "refer to", "talks about", "talking about", "containing", "contain",
    ),
    "MENTIONS": ("mentions", "mention", "occurrences", "discussions"),
    "CITE": ("cite", "cites", "citing", "cited", "reference", "references", "referencing"),
    "OFTEN": ("how often", "how frequently"),
    "CITATIONS": ("citations", "citation", "citation count", "number of citations"),
    "ABOUT": ("about", "concerning", "regarding", "dealing with"),
    "FAMILY": ("family", "families", "series", "line", "generation"),
    "CODE": (
        "code", "source code", "github", "repository", "repo", "repositories", "implementation",
        "code repository", "github repository", "github repo", "github link", "source",
        "code link", "code base", "codebase", "official code", "official implementation",
        "open-source code", "open source code", "public code", "available code", "code available",
    ),
    "DATA": (
        "benchmark", "benchmarks", "dataset", "datasets", "data set", "data sets", "data",
        "models and benchmarks", "benchmarks and models", "benchmarks and datasets",
        "datasets and benchmarks", "benchmarks or datasets", "datasets or benchmarks",
        "benchmark or dataset", "dataset or benchmark",
    ),
    "WHERE": ("where", "when"),
    "OF": ("of", "for", "in", "from", "within", "belonging to", "behind", "to", "by"),
    "COMBINE": (
        "combine", "combines", "combining", "combined", "unite", "unites", "join", "joins", "merge",
        "merges", "mix", "mixes", "bring together", "put together", "integrate", "integrates",
    ),
    "TOGETHER": (
        "together with", "along with", "alongside", "in combination with", "combined with",
        "jointly with", "with", "next to", "used with", "co-occurring with",
    ),
    "LISTED": (
        "listed", "posted", "featured", "on the list", "listing",
    ),
    "CONNECTED": (
        "connected", "connection", "connections", "linked", "link", "links", "related", "relation",
        "path", "relationship", "connect", "relate", "connects",
    ),
    "HOW": ("how",),
    "DO": (
        "do", "to do", "done", "perform", "to perform", "performed", "achieve", "to achieve",
        "achieved", "approach", "to approach", "approached", "improve", "to improve", "improved",
        "tackle", "to tackle", "tackled", "solve", "to solve", "solved", "address", "to address",
        "addressed", "handle", "to handle", "handled",
    ),

    "THERE": ("are there", "is there", "do you know", "are known", "exist", "does it have"),
    "BETWEEN": ("between", "b/w", "from"),
    "AND": ("and", "to", "with", "&"),
    "AND-OR": ("and", "to", "with", "&", "or"),
    "RESULTS": (
        "results", "result", "scores", "score", "performance", "numbers", "values", "figures",
        "reported results", "reported values",
    ),
    "LEADERBOARD": (
        "leaderboard", "leader board", "leaderboards", "ranking", "rankings", "best results",
        "top results", "best scores", "top scores", "best values", "state of the art",
        "state-of-the-art", "sota", "best score", "top score", "highest score", "highest scores",
        "best result", "top result", "highest result", "highest results", "best value",
        "highest value", "highest values",
    ),
    "BEST": (
        "best", "top", "highest", "leading", "leads", "lead", "ahead", "performs best",
        "perform best", "scores best", "works best", "work best", "does best", "do best",
    ),
    "LEAST": ("lowest", "smallest", "least", "fewest", "the least", "minimal", "minimum"),
    "MEASURED": (
        "by", "in", "ranked by", "sorted by", "in terms of", "measured by", "measured in",
        "measured with", "as",
    ),
    "WELL": ("how well", "how good", "how strong", "how accurate"),
    "FAST": ("how fast", "how slow", "how quick", "how quickly", "how long"),
    "MEMORY": (
        "how much memory", "how much gpu memory", "how much vram", "how much ram",
        "how much gpu ram", "how much cache",
    ),
    "MUCH": ("how much", "how many"),
    "NEED": (
        "need", "needs", "needed", "require", "requires", "required", "use", "uses", "used", "take",
        "takes", "consume", "consumes", "save", "saves", "occupy", "occupies", "have", "has",
    ),
    "PERFORM": (
        "perform", "performs", "score", "scores", "do", "get", "gets", "achieve", "achieves",
        "reach", "reaches", "work", "works", "fare", "fares", "report", "reports", "run", "runs",
    ),
    "OUTPERFORM": (
        "outperform", "outperforms", "outperformed", "outperforming", "beat", "beats", "beaten",
        "beating", "surpass", "surpasses", "surpassed", "surpassing", "exceed", "exceeds",
        "better than", "superior to", "does better than", "do better than", "improves over",
        "improve over", "improves upon", "ahead of", "stronger than",
    ),
    "WORSE": ("worse than", "inferior to", "weaker than", "behind", "does worse than"),
    "COMPARED": (
        "compared with", "compared to", "compared against", "set against", "measured against",
        "compare with", "compares with", "compare to", "compares to", "comparing with",
        "compare against", "compares against", "comparing against",
        "baselines of", "baselines for", "competitors of", "rivals of",
    ),
    "BASELINE": ("baseline", "baselines", "rivals", "competitors"),
    "AS-BASELINE": (
        "as a baseline", "as baseline", "as baselines", "as the baseline", "as their baseline",
        "as its baseline", "as one of the baselines", "as a baseline method", "for a baseline",
    ),
    "COMPARE": (
        "compare", "compares", "comparing", "comparison", "contrast", "difference", "differences",
        "compared",
    ),
    "DOES": ("does", "do", "did", "is", "are", "can", "was", "were", "has", "have"),
    "WROTE": ("wrote", "write", "writes", "written", "authored", "co-authored", "coauthored"),
    "BY-WHOM": ("by", "by both", "of", "of both"),
    "AUTHORS": ("authors", "author", "writers", "writer"),
    "DIFFER": ("differ", "compare", "apart"),
    "BETTER": ("better", "best", "stronger", "superior"),
    "VERSUS": ("vs", "vs.", "versus", "against", "compared to", "compared with"),
    "BASED": (
        "based on", "built on", "built from", "built upon", "built on top of", "derived from",
        "made from", "made of", "created from", "come from", "comes from", "descended from",
        "descend from",
        "descendants of", "descendants from", "derivatives of", "derivations of", "children of",
        "starting from", "initialised from", "initialized from", "collected from",
        "constructed from", "extracted from",
    ),
    "MADE": (
        "based on", "built on", "built from", "built upon", "derived from", "made from", "made of",
        "created from", "descended from", "initialised from", "initialized from",
        "fine-tuned from", "finetuned from", "quantized from", "quantised from", "distilled from",
        "pruned from", "merged from", "an adapter of", "adapter of", "constructed from",
        "extracted from", "collected from",
    ),
    "BASES": (
        "base model", "base models", "base", "ancestors", "ancestor", "parents", "parent",
        "backbone", "backbones", "foundation", "teacher", "origins",
    ),
    "FROM": ("from", "of", "on", "out of", "for", "to"),
    "FINE-TUNED": (
        "fine-tuned", "finetuned", "fine-tunes", "finetunes", "fine-tunings", "fine tuned",
        "fine-tuned versions", "finetuned versions", "fine-tuned variants", "tuned versions",
    ),
    "FINE-TUNE": (
        "fine-tune", "fine-tunes", "fine-tuning", "finetune", "finetunes", "finetuning",
        "fine tune", "fine tunes", "instruction-tune", "instruction-tunes", "tune", "tunes",
        "fine-tuned", "finetuned", "adapt", "adapts",
    ),
    "QUANTIZE": ("quantize", "quantizes", "quantizing", "quantise", "quantises", "quantising"),
    "DISTIL": ("distil", "distill", "distils", "distills", "distilling"),
    "PRUNE": ("prune", "prunes", "pruning", "sparsify", "sparsifies"),
    "QUANTIZED": (
        "quantized", "quantised", "quantizations", "quantisations", "quantized versions",
        "quantised versions", "quantized variants", "4-bit versions", "8-bit versions",
        "low-bit versions",
    ),
    "DISTILLED": (
        "distilled", "distillations", "distilled versions", "distilled variants", "students",
    ),
    "PRUNED": ("pruned", "pruned versions", "pruned variants", "sparse versions"),
    "MERGED": ("merged", "merges", "merged versions"),
    "ADAPTERS": ("adapter", "adapters"),
    "EXTEND": (
        "extend", "extends", "extended", "extending", "extensions of", "extension of", "generalise",
        "generalises", "generalize", "generalizes", "build on", "builds on", "building on",
        "build upon", "builds upon", "building upon", "based on", "built on", "variants of",
        "derived from", "follow up on", "successors of", "improve", "improves", "improving",
        "improve on", "improves on", "improve upon", "improves upon", "built on top of",
    ),
    "VARIANTS": ("variants", "extensions", "derivatives", "descendants", "successors", "offspring"),
    "DESCENDANTS": (
        "with all descendants", "with descendants", "with its descendants", "and all descendants",
        "and descendants", "and its descendants", "including descendants",
        "including all descendants",
    ),
    "PARTS": ("parts", "part", "components", "component", "modules", "building blocks", "pieces"),
    "CONSIST": ("consist of", "consists of", "made of", "made up of", "composed of", "comprise"),
    "TRAINED": (
        "trained", "train", "trains", "training", "fine-tuned", "finetuned", "fine-tune",
        "fine-tunes", "fine-tuning", "pre-trained", "pretrained", "pre-train", "pretrain", "tuned",
        "calibrated", "instruction-tuned", "learn", "learned", "learns", "pre-training",
        "pretraining",
    ),
    "CORPUS": (
        "training data", "training set", "training sets", "training corpus", "training corpora",
        "training dataset", "training datasets", "fine-tuning data",
    ),
    "TASKS": (
        "task", "tasks", "problem", "problems", "application", "applications", "use case",
        "use cases",
    ),
    "USED-FOR": ("used for", "good for", "useful for", "meant for", "made for"),
    "ADDRESS": (
        "address", "addresses", "addressing", "tackle", "tackles", "tackling", "solve", "solves",
        "solving", "work on", "works on", "working on", "deal with", "deals with", "target",
        "targets", "targeting", "handle", "handles", "aim at", "aims at", "measure", "measures",
        "measuring", "test", "tests", "testing", "evaluate", "evaluates", "evaluating",
    ),
    "HARDWARE": (
        "hardware", "kind of hardware", "kind of gpu", "gpu", "gpus", "device", "devices",
        "accelerator", "accelerators", "chips", "machine", "machines",
    ),
    "NEW": (
        "new", "newest", "latest", "recent", "most recent", "news", "added", "changed",
        "published", "appeared", "came out", "come out", "released",
    ),
}  # fmt: skip
