"""The models that a paper's own work is applied to, fine-tunes, compresses, attacks or studies.

Papers name models where they speak of their own experiments; most of these they ran on. So every
model in an own sentence holds, unless the words around it make it a baseline, a teacher, a judge
or a mere example, which the denying rules read.
"""

from kg.model import MODELS
from kg.relations.cues import COMPARES, NEAR
from kg.relations.rule import Rule

RELATION = "evaluatedOnModel"
TYPES = frozenset(MODELS)

#: What a model that is but a tool is there for: to make or judge something for the work.
_MAKES = (
    r"(?:\w+ly\s+)?(?:annotat|judg|rat|grad|assess|critiqu|verif|scor|label|rewrit|paraphras|generat|creat|writ|caption"
    r"|synthesi[sz]|extract|filter|translat|produc|describ|summari[sz]|identif|build|automat)"
    r"(?:e[sd]?|ing|ion|y|ed)?\b"
)

RULES = (
    Rule(
        name="model-in-own-work",
        relation=RELATION,
        pattern=r"{M}",
        confidence=0.83,
        types=TYPES,
        holds=(
            ("We prune LLaMA-7B without retraining.", ("Llama-7B",)),
            ("Our experiments on Mistral-7B and OPT-6.7B agree.", ("Mistral-7B", "OPT-6.7B")),
        ),
        fails=("Models such as GPT-4 are large. We do something else.",),
        places=frozenset({"own", "title"}),
    ),
    Rule(
        name="compared-model",
        relation=RELATION,
        pattern=(
            # What is improved upon may be what was started from: "over the base model X".
            rf"(?:{COMPARES}){NEAR}"
            rf"(?<!base )(?<!base model )(?<!backbone )(?<!its )(?<!vanilla ){{M}}"
            rf"(?:\s*(?:\([^()]*\))?(?:,|\band\b|\bor\b|,\s*and)\s*(?:\w+\s+){{0,2}}?{{M}})?"
        ),
        confidence=0.9,
        types=TYPES,
        denies=True,
        holds=(
            ("Our 7B model outperforms the much larger LLaMA-65B.", ("Llama-65B",)),
            ("We come close to proprietary models such as GPT-4.", ("GPT-4",)),
        ),
        fails=(
            "We outperform the baselines on LLaMA-7B.",
            "Our approach makes LLaMA-7B faster.",
        ),
    ),
    Rule(
        name="compared-list",
        relation=RELATION,
        pattern=(
            rf"(?:{COMPARES})(?:(?!\b(?:on|across|using|when|for)\b)[^.;]){{3,160}}?\((?:e\.g\.,?\s*|including\s+|like\s+)?{{M}}\)?"
            rf"(?:[^.;]{{0,80}}?\((?:e\.g\.,?\s*|including\s+|like\s+)?{{M}})?"
        ),
        confidence=0.85,
        types=TYPES,
        denies=True,
        holds=(
            (
                "We rival small models (e.g., LLaMA-7B) and commercial ones (e.g., GPT-4).",
                ("Llama-7B", "GPT-4"),
            ),
        ),
        fails=("We beat the baselines by far on LLaMA-7B.",),
    ),
    Rule(
        name="of-equal-quality",
        relation=RELATION,
        pattern=(
            rf"\b(?:comparable|similar|competitive|close|equivalent|better|superior|inferior)\s+"
            rf"(?:or\s+\w+\s+)?(?:[\w⟦⟧-]+\s+){{0,4}}?(?:to|than)\s+{NEAR}{{M}}"
        ),
        confidence=0.85,
        types=TYPES,
        denies=True,
        holds=(("We reach similar GSM8K scores to GPT-4.", ("GPT-4",)),),
        fails=("We reach similar GSM8K scores on GPT-4.",),
    ),
    Rule(
        name="example-of-progress",
        relation=RELATION,
        pattern=(
            r"\b(?:era|advent|rise|emergence|success(?:es)?|progress|advances?|advancements?|popularity"
            r"|developments?|released?|launch) (?:of|in|by)\b[^.;]{0,60}?(?:,?\s+such as|,?\s+like"
            r"|,?\s+including|\(e\.g\.,?)\s*{M}"
        ),
        confidence=0.75,
        types=TYPES,
        denies=True,
        holds=(("We review the advances in this era, such as GPT-4.", ("GPT-4",)),),
        fails=("We test models such as GPT-4.",),
    ),
    Rule(
        name="model-as-tool",
        relation=RELATION,
        pattern=(
            r"\b(?:generated|judged|rated|scored|evaluated|annotated|assessed|labell?ed"
            r"|written|produced|synthesized|verified|created|curated|provided|measured"
            r"|translated|automated|collected|elicited|sourced|win rates? of [\d.,% ]{1,12}|\d%?"
            r"|distill\w*)\s+(?:\w+\s+){0,2}?(?:by|from|via|using)\s+(?:\w+\s+){0,3}?{M}"
        ),
        confidence=0.8,
        types=TYPES,
        denies=True,
        holds=(
            ("The answers are judged by GPT-4.", ("GPT-4",)),
            ("We make 34K pairs collected from GPT-4.", ("GPT-4",)),
        ),
        fails=("We evaluate GPT-4 on puzzles.",),
    ),
    Rule(
        name="model-beside-tool-word",
        relation=RELATION,
        pattern=(
            rf"\b(?:let|ask|instruct|prompt|have)(?:s|ing|ed)?\s+{{M}}\s+(?:to\s+)?{_MAKES}"
            rf"|\b(?:us|employ|leverag|utili[sz]|adopt|harness|query)(?:e[sd]?|s|ing|ed)?\s+{{M}}"
            rf"\s+(?:to|for)\s+{_MAKES}"
            rf"|{{M}}\s+(?:is|are|was|were)\s+(?:\w+\s+)?(?:used|employed|leveraged|utili[sz]ed"
            rf"|prompted|instructed|asked|adopted)\s+(?:to|for)\s+{_MAKES}"
            r"|\blet(?:s|ting)?\s+{M}\s+(?:be|act|serve)\b"
            r"|{M}\s+(?:comput|calculat|decid|determin)\w+\s+(?:the\s+)?(?:win|preferenc)"
            r"|{M}(?:[- ](?:based|generated|powered|driven|assisted|annotated|written"
            r"|synthesized|judged|style|like|level|as[- ]a[- ]judge|(?:(?:visual|image"
            r"|text|semantic|latent) )?(?:embeddings?|features?)|similarity"
            r"|scores?|features?|rewrit\w+|feedback|judges?|evaluators?|evaluations|ratings|grading"
            r"|verdicts|annotat\w+|benchmark|leaderboard|data ?sets?|test ?sets?"
            r"|compute-optimal|tokenizer|judgments?)\b"
            r"|(?:\s+\w+){0,3}?\s+as\s+(?:(?:an?|the|our)\s+)?(?:\w+\s+)?(?:judge|evaluator"
            r"|teacher|annotator|verifier|oracle|reference|baseline|expert)s?\b)"
        ),
        confidence=0.8,
        types=TYPES,
        denies=True,
        holds=(
            ("We filter pairs with GPT-4 as a judge.", ("GPT-4",)),
            ("We employ GPT-4 to write the captions.", ("GPT-4",)),
            ("Our way uses GPT-4 to grade the stories.", ("GPT-4",)),
            ("We rely on human and GPT-4 evaluations.", ("GPT-4",)),
            ("We are ahead on the Mistral benchmark.", ("Mistral",)),
            ("GPT-4 is used to automatically label them.", ("GPT-4",)),
            ("GPT-4 computed the win rates.", ("GPT-4",)),
        ),
        fails=("We test LLaMA-7B as it is.", "We use LLaMA-7B to evaluate QuantFold."),
    ),
    Rule(
        name="baseline-model",
        relation=RELATION,
        pattern=(
            r"\b(?:baselines?|competitors?|rivals?|counterparts?|state-of-the-art|existing"
            r"|previous|prior|proprietary|commercial|closed-source|frontier|leading) "
            r"(?:[\w-]+ ){0,4}?(?:models?|systems?|methods?|approaches|solutions|LLMs"
            r"|MLLMs|VLMs|baselines|works?)?(?: from [\w ]{2,30})?\s*[,(:-]?\s*(?:such"
            r" as|like|including|e\.g\.,?|namely|i\.e\.,)?\s*{M}(?=[^.]*\b(?:our|we"
            r" outperform|surpass|while|despite|by a)\b)"
        ),
        confidence=0.6,
        types=TYPES,
        denies=True,
        holds=(
            (
                "Compared with leading models from industry such as GPT-4, ours costs"
                " less, while being open.",
                ("GPT-4",),
            ),
        ),
    ),
    Rule(
        name="share-of-model",
        relation=RELATION,
        pattern=(
            r"\d ?%? of (?:the (?:performance|score|quality|level|accuracy)(?: level)? of )?{M}"
        ),
        confidence=0.7,
        types=TYPES,
        denies=True,
        holds=(
            ("Our small model reaches 99% of ChatGPT.", ("ChatGPT",)),
            ("We reach 99.3% of the performance level of ChatGPT.", ("ChatGPT",)),
        ),
        fails=("We reach 99% on ChatGPT.",),
    ),
    Rule(
        name="model-inspires",
        relation=RELATION,
        pattern=(
            r"\b(?:inspired by|motivated by|reminiscent of|in the (?:spirit|style) of"
            r"|experiences? like|similar (?:\w+ ){0,2}?(?:to|as)|(?<=, )following(?=\s+⟦\w+⟧\W)"
            r"|metrics?,? (?:such as|including|like|based on)|embeddings? (?:of|from))"
            r"\s+(?:the\s+)?(?:\w+['s]*\s+){0,2}?{M}"
            # What judges, measures or explains stands in brackets behind its role.
            r"|\b(?:(?:using|with|by|via)\s+an?\s+(?:[a-z-]+\s+){0,3}?(?:model|llm|vlm|mllm)"
            r"|(?:verification|verifiers?|judges?|annotators?|evaluators?|teachers?|metrics))\s+"
            r"\((?:e\.g\.,?\s*|(?:[^\s()]+,\s*){1,3})?{M}(?:\s+paired\s+with\s+{M})?"
        ),
        confidence=0.7,
        types=TYPES,
        denies=True,
        holds=(
            ("Inspired by OpenAI's GPT-4, we build a small one.", ("GPT-4",)),
            ("We explain it with a large LLM (e.g., GPT-4).", ("GPT-4",)),
        ),
        fails=("We run it on GPT-4.",),
    ),
    Rule(
        name="model-is-exceeded",
        relation=RELATION,
        pattern=(
            r"{M}(?:'s)?(?: \w+){0,3}? (?:is|are|was|were) (?:outperformed|surpassed"
            r"|exceeded|beaten)"
        ),
        confidence=0.8,
        types=TYPES,
        denies=True,
        holds=(("GPT-4 is surpassed by our small model.", ("GPT-4",)),),
    ),
)
