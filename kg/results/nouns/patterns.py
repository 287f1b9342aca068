"""Where words beside a number name what it measures: "a follow-up rate of 22%", "3x fewer tokens".

Each pattern has one group: the name of what is measured, ``noun`` or, beside one that has it,
``cost``; or, as ``sped`` and ``long``, what became faster or shorter; or, as ``fewer``, what there
is less of, whatever that is; or, as ``degree``, the adjective that became more.
"""

import re

from kg.results.wordings.changes import JUDGED

_HEAD = (
    r"(?:rates?|scores?|agreement|correctness|perplexity|sparsity|coverage|utili[sz]ation|retention|overhead"
    r"|similarity|consistency|satisfaction|compliance|adherence|errors?|percentile|success"
    r"|attainment|accuracy|precision|recall|returns?|reward|fidelity|realism|robustness"
    r"|diversity|throughput|latency|parameters|tokens|usage|consumption|footprint|speed|drift"
    r"|quality|resolution|efficiency|utility|complexity|toxicity|bias|index|ratio|correlation"
    r"|hallucinations?|leakage|alignment|forgetting|compression|completion|preference|preservation|stability|confidence"
    r"|feasibility|solvability|acceptance|faithfulness|relevance|helpfulness|readability|validity"
    r"|novelty|acceleration|sensitivity|specificity|scalability|safety|steerability|interpretability)"
)
_COST = (
    r"(?:costs?|parameters?|cache|resources|computations?|compute|tokens?|steps|budget|energy|overhead"
    r"|memory|storage|bandwidth|time|throughput|latency|size|length|calls|footprint|usage"
    r"|consumption|FLOPs|answers|errors?|hallucinations|rates?|data|speed|samples|params|turns)"
)
#: Words that are no part of the name of a measure.
_NOT_OF_IT = "|".join(
    "on in of for with and or over at to by from than compared while which when using is are as"
    " across the a an its our their that this points? absolute relative average overall mean faster"
    " slower only up about around nearly approximately higher lower better new more less fewer"
    " improved maximum impressive remarkable significant substantial reported final best lowest"
    " greater larger smaller lesser stronger weaker"
    " highest reaching achieving achieves has have we it per respective total original same both"
    " state-of-the-art percentage leading secured outstanding superior promising comparable similar"
    " models agents systems methods baselines LLMs participants humans SOTA"
    " during behind under without through via into"
    " record record-breaking high strong strongest top good competitive perfect cutting".split()
)
#: Verbs as far as their ending.
_VERBS = "|".join(
    "achiev averag attain reach obtain yield scor get record report deliver show us hav maintain"
    " demonstrat exhibit perform improv increas reduc cut lower sav boost rais enhanc decreas"
    " accelerat shrink trim slash lift gain los".split()
)
#: "It drops significantly from 65%", "better quality-wise by 5%".
_ADVERB = r"(?!anomaly|assembly|family|supply|reply)[a-z]{3,}ly\b(?!-)|[a-z]+-wise\b"
_NO_WORD = rf"(?!{_ADVERB}|(?:{_NOT_OF_IT}|(?:{_VERBS})(?:e|es|s|ed|ing|ting)?)\b(?!-))"
_WORD = rf"{_NO_WORD}(?:[a-z][a-z-]{{2,25}}|[A-Z]{{2,5}})"
#: A number, a range or a fraction, as far as its last digit. First one of the signs that it may
#: begin with, so that the engine passes over all else.
A_NUMBER = re.compile(
    r"[~<>+\-\d](?<![\w.,/].)(?<![A-Za-z]-.)(?:(?<=\d)|(?<=[+-])\d|(?<=[~<>])[+-]?\d)[\d.,]{0,8}"
    r"(?:\s?(?:[%x]\s?)?(?:--?|~|/|\sto\s)\s?[+-]?\d[\d.,]{0,8})?(?!(?!(?:x|times|-fold)\b)[\w-])"
)
_AVERAGE = r"(?:average |overall |mean |absolute |relative |total |maximum )?"
#: What tells that what stands behind it became more or less.
_LESS = r"(?:less|fewer|lower|smaller|higher|greater|more|faster|reduced|increased|improved)"
_CHANGE = r"(?:reduction|decrease|savings?|cut|drop|increase|improvement|gain|boost)s?"
_DEGREE = r"(?:absolute|relative|average|overall|mean|further|additional|significant|consistent)"
_UNIT = r"(?:-fold\b|\s?(?:%|percent|x\b|times\b|pp\b|points?\b|percentage points?\b)\+?)"
#: Parameters and the like that come on top, or are a part of all.
_KIND = r"(?:additional|extra|trainable|active|activated|learnable|tunable)"
#: What reached a value; a value in brackets or behind an equals sign has it too.
_REACHES = (
    r"(?:of|to|by|from|is|at|reach\w+|was|rang(?:e|es|ed|ing) (?:from|between)|above|below|under"
    r"|exceed\w*|(?:remain|stay|stand)(?:s|ed|ing)?(?: [a-z]+)? at)"
)
#: A name that no list has, by its form alone: AnsF1@1, CapScore.
_NAME = r"(?:[A-Z][\w-]{0,12}@\d{1,3}|[A-Z][A-Za-z-]{1,12}(?:Score|Acc|F1|IoU|Rate))"

#: Short names in capitals: AP, mAP, PQ, FIDs, AP50; not those of units, devices and fields.
_SHORT_NAME = (
    r"(?!(?:FPS|GB|MB|KB|TB|GPU|CPU|TPU|LLM|VLM|MLLM|MAC|USD|AM|PM|EUR|RTX|RAM|VRAM|QPS|QA|AI|ML"
    r"|NLP|RL|SFT|OOD|CI|ID|API|CNN|MLP|HZ|MP|FP|BF|INT|UTC|HD|UHD|RGB|II|III|IV|VI|US|UK|EU)s?\d*\b)"
    r"(?:[a-z]?[A-Z]{2,5}(?:\d{2}|[rfc])?s?|F1)"
)
_BITS = r"(?:bits?(?:/|\sper\s)(?:char(?:acter)?|dim(?:ension)?|byte)|bp[bcd]|BP[BCD])"
#: What may stand behind a noun that ends there.
_NOUN_ENDS = (
    r"(?=[,.;:)]|$|\s(?:on|in|for|and|than|compared|while|with|over|at|to|across|when|without|via"
    r"|by|from|using|during|per|vs|relative)\b|\s\()"
)
#: Costs that are parts of a whole without another word: not "61% of the time".
_WHOLE_COST = r"(?:parameters|compute|computation|costs?|memory|FLOPs|params)"
#: The same, where the whole is told to be one.
_OF_WHOLE = r"(?:parameters|compute|computation|costs?|memory|FLOPs|budget|steps|latency|storage)"
#: So much of a whole is used: "with 10% of the total training steps".
OF_WHOLE = re.compile(
    rf"{_UNIT}\s(?:of\s)?(?:the|its|their|total|the\s(?:total|original|full))\s"
    rf"(?P<noun>(?:{_WORD}\s)?{_OF_WHOLE})\b"
)
USES = re.compile(
    r"\b(?:only|just|merely|us(?:es?|ing|ed)|requir\w+|need\w*|tak(?:es?|ing)|consum\w+|with|at|cost\w*)"
    r"\s(?:[a-z]+\s){0,2}$"
)
#: So many patterns do not hold of settings: "with 10% of the training data".
OF_SETTINGS = 2
#: What is told of how well something agrees with people.
_WITH_HUMANS = (
    rf"(?:{_WORD}\s){{0,2}}(?:agreement|correlation|consistency|alignment|similarity|concordance)"
    r"\swith\s(?:human(?:s|\s[a-z]+)?|(?:expert|annotator|clinician|reader)s?'?"
    r"(?:\s(?:judge?ments?|ratings?|labels?|scores?))?)(?![\w-])"
)
#: Where the words stand that name what a number measures: behind it, or before it.
BEHIND = (
    re.compile(
        rf"{_UNIT}\s+(?:in\s)?{_AVERAGE}(?P<noun>{_WITH_HUMANS}|(?:{_WORD}\s){{0,2}}{_HEAD}\b"
        r"(?!\s(?:interval|level|bound|band)))"
    ),
    re.compile(rf"{_UNIT}\s+(?:of|as)\s(?:the|its|their)\s(?P<noun>(?:{_WORD}\s){{1,2}}{_COST})\b"),
    re.compile(rf"{_UNIT}\s+of\s(?:the|its)\s(?P<noun>(?:{_WORD}\s){{0,2}}{_WHOLE_COST})\b"),
    re.compile(rf"{_UNIT}\s(?:faster|slower)\s(?P<sped>(?:{_WORD}\s){{0,2}}{_WORD}){_NOUN_ENDS}"),
    re.compile(rf"{_UNIT}\s(?:fewer|less)\s(?P<fewer>(?:{_WORD}\s){{0,2}}{_WORD}){_NOUN_ENDS}"),
    re.compile(
        rf"{_UNIT}\s(?:more|less|as)\s(?P<degree>(?:[a-z]+-)?(?:accurate|efficient)|concise|diverse|robust|stable)"
        r"(?![\w-])"
    ),
    re.compile(rf"{_UNIT}\s(?:shorter|longer)\s(?P<long>(?:{_WORD}\s){{0,2}}{_WORD}){_NOUN_ENDS}"),
    re.compile(
        rf"{_UNIT}\s(?:higher|lower|greater|better|stronger|improved|reduced|increased)"
        rf"\s{_AVERAGE}(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD}){_NOUN_ENDS}"
    ),
    re.compile(
        rf"{_UNIT}\s(?:{_LESS}\s(?P<noun>(?:{_WORD}\s){{0,2}}{_COST})"
        rf"|(?:{_DEGREE}\s)?{_CHANGE}\sin\s(?:the\s)?{_AVERAGE}(?P<cost>(?:{_WORD}\s){{0,2}}{_WORD}))"
        rf"{_NOUN_ENDS}"
    ),
    re.compile(
        rf"{_UNIT}\s(?:{_DEGREE}\s)?"
        rf"(?P<noun>(?:{_WORD}\s){{0,2}}(?:{_COST}|{_HEAD}|[a-z]+-(?:time|cost|memory|token)))"
        rf"\s{_CHANGE}\b"
    ),
    re.compile(
        rf"{_UNIT}\s(?:{_WORD}\s)?{_CHANGE}\s(?:in|of)\s(?:the\s)?"
        rf"(?P<noun>(?:number|amount|size|likelihood|probability|volume|fraction|share|proportion|percentage)\sof\s(?:{_WORD}\s)?{_WORD})\b"
    ),
    re.compile(
        rf"{_UNIT}\sin\sterms\sof\s(?:the\s)?(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD})"
        r"(?=[,.;:)]|\s(?:on|in|for|and|than|compared|while|with|over|at|to|across)\b)"
    ),
    re.compile(rf"{_UNIT}\s(?P<noun>[A-Z]{{3,5}})(?=[,;.)]|\s(?:and|on)\b)"),
    re.compile(rf"(?:\s?%)?\s(?:average\s)?(?P<noun>{_NAME})(?![\w-])"),
    re.compile(
        rf"(?:(?<=\d\.\d)|(?<=\d\.\d\d)|(?<=\d\.\d\d\d)|\s?%)"
        rf"\s(?:(?:box|mask|val|test|mean|average)\s)?(?P<noun>{_SHORT_NAME})"
        r"(?=[,;.)]|\s(?:and|on|with|for|in|at|over|to|across|vs|versus|compared|while)\b|$)"
    ),
    re.compile(rf"\s(?P<noun>{_BITS})(?![\w-])"),
    re.compile(
        rf"(?:{_UNIT})?\s(?:of\s(?:the|its|all)\s)?"
        rf"(?P<noun>{_KIND}\s(?:parameters|memory|compute|tokens|weights))\b"
    ),
    re.compile(
        r"\s?[KMGT]i?B\s(?:of\s)?(?P<noun>(?:(?:GPU|peak|total|device|video)\s){0,2}(?:memory|VRAM|RAM))"
        r"(?!\s(?:GPU|card|budget|limit))\b"
    ),
    re.compile(
        rf"{_UNIT}\s(?P<noun>(?:{_WORD}\s)?(?!{JUDGED}\b){_WORD}|{_SHORT_NAME}|[a-z][A-Z]{{2,5}}\d{{0,2}})"
        rf"\s{_CHANGE}\b"
    ),
    re.compile(
        rf"{_UNIT}\sin\s(?:the\s)?{_AVERAGE}(?P<noun>(?:{_WORD}\s){{0,2}}{_COST})\b{_NOUN_ENDS}"
    ),
    re.compile(rf"{_UNIT}\sin\s(?P<noun>{_SHORT_NAME}){_NOUN_ENDS}"),
    re.compile(rf"{_UNIT}\sin\s(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD})\s{_CHANGE}\b"),
    re.compile(
        r"(?:(?<=\d\.\d)|(?<=\d\.\d\d))\s(?P<noun>[A-Z][a-z]{5,15})"
        r"(?=,\s(?:and\s)?\d|\sand\s\d)"
    ),
    re.compile(
        rf"{_UNIT}\sof\s(?P<noun>(?:{_WORD}\s)?(?:parameters|energy|memory|compute|computations?"
        r"|budget|FLOPs|costs?|overhead))\b"
    ),
    re.compile(rf"{_UNIT}\sof\s(?:the|its)\stotal\s(?P<noun>memory|compute|cost)\b"),
    re.compile(rf"{_UNIT}\sin\s(?:the\s)?(?P<noun>average\sscores?)\b"),
    re.compile(
        rf"{_UNIT}\s(?P<noun>[A-Z][a-z]{{3,15}}(?:\s[A-Z][a-z]{{2,15}})?\s(?:[Rr]ate|[Ss]core|[Aa]ccuracy))"
        r"(?![\w-])"
    ),
    re.compile(rf"{_UNIT}\s(?:on|in)\s(?:the\s)?(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD})\smetric\b"),
    re.compile(rf"{_UNIT}\sof\s(?P<noun>(?:GPU\shours|{_WORD}\scompute))\b"),
)
#: Most need a unit before them; so these alone are tried behind a number that has none.
UNIT = re.compile(_UNIT)
BEHIND_NO_UNIT = tuple(one for one in BEHIND if not one.pattern.startswith(_UNIT))
#: A first word that no other may be: "LP iterations", "KV-cache memory".
_LED = r"(?:[A-Z][A-Z&]{1,5}|[A-Z][\w&]{0,12}-[A-Za-z]\w*)\s"
#: Verbs that say that a quantity changes.
_CHANGES = (
    r"(?:(?:reduc|decreas|improv|increas|rais|enhanc|sav|elevat|degrad|inflat|minimi[sz])"
    r"(?:e|es|ed|ing)|(?:lower|boost|strengthen|shorten|lift|suppress)(?:s|ed|ing)?"
    r"|push(?:es|ed|ing)?|(?:cut|slash|shrink|trim|drop)(?:s|es|ped|ting|ping|ing)?|amplif(?:y|ies|ied|ying))"
)
BEFORE = tuple(
    re.compile(rf"{pattern}\s(?:[a-z]+\s){{0,3}}$")
    for pattern in (
        rf"(?<![\w-])(?P<noun>(?:{_WORD}\s){{1,3}}{_HEAD})\s{_REACHES}",
        rf"(?<![\w-])(?P<noun>(?:[A-Z][a-z]{{2,15}}\s)(?:[Rr]ates?|[Ss]cores?))\s{_REACHES}",
        rf"(?:\b(?:with|and|the)|,)\s(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD})\s(?:(?:is|are|was|were)\s)?"
        r"(?:reduced|decreased|lowered|increased|improved|elevated|boosted|raised|dropped|declined"
        r"|dropping|declining|rising|falling|increasing|decreasing)\s(?:by|from)",
        rf"(?:\b(?:[Tt]he|its|and|although|while)|,)\s(?P<noun>(?:{_WORD}\s)?{_WORD})"
        r"\s(?:remain|stay)(?:s|ed)?\s[a-z]+\sat",
        rf"(?<![\w-])(?P<noun>{_SHORT_NAME})\s(?:scores?\s|values?\s)?(?:of|=)",
        rf"(?<![\w-])(?P<noun>{_NAME})\s(?:of|=)",
        r"\b(?P<noun>(?:total|average) score)s?\s(?:of|is|by|from)",
        r"\b(?P<noun>(?:average|mean) rank)\s(?:of|is|reach\w+)",
        rf"\b{_CHANGES}\s(?:the\s|its\s|their\s|(?:[\w-]+\s){{0,2}}[\w-]+(?:'s|s')\s)?{_AVERAGE}"
        rf"(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD}|(?:[A-Z][a-z-]{{2,15}}\s){{1,3}}[A-Z][a-z]{{2,15}}"
        rf"|{_LED}(?:{_WORD}\s)?{_WORD})"
        r"(?:\s\([A-Z][\w-]*\))?\s(?:(?:of|in)\s(?:[^;,.\d]|\d{1,4}-?[A-Za-z]|\d\.\d){1,50}\s)?"
        r"\(?(?:by|from|to)",
        r"\b(?:accelerat(?:e|es|ed|ing)|speed(?:s|ing)?\sup)\s(?:the\s|its\s)?"
        rf"(?P<sped>(?:{_WORD}\s){{0,2}}{_WORD})"
        r"\s(?:(?:of|in)\s(?:[^;,.\d]|\d{1,4}-?[a-z]){1,50}\s)?(?:by|from|to)",
        rf"(?<![\w-])(?P<noun>{_WITH_HUMANS})\s{_REACHES}",
        r"\b(?P<noun>success)\s(?:increas|ris|improv|climb|jump|drop|fall)(?:e|es|s|ing)\s(?:by|from|to)",
        r"\b(?:reduc|decreas|cut|lower|improv|increas|shrink)(?:e|es|ed|ing|s|ting)?\s(?:the\s)?"
        rf"(?:total\s|overall\s)?(?P<noun>(?:number|amount|size|likelihood|probability|volume|fraction|share|proportion|percentage)\sof\s(?:{_WORD}\s)?{_WORD})\s\(?(?:by|from)",
        rf"(?:,|\band)\s(?:the\s|its\s)?{_AVERAGE}(?P<noun>(?:{_WORD}\s){{0,2}}(?:{_HEAD}|{_COST}))"
        r"\s(?:by|from)",
        rf"\b(?:an?|average|mean|the|and|in|with)\s(?P<noun>{_NAME}|[A-Z]{{3,5}})"
        r"(?:\s(?:score|rate|value))?\s(?:of|is)",
        r"\b(?:reduc|decreas|cut|lower)(?:es|ed|ing|s|ting)\s(?:the\s|its\s)?"
        r"(?P<noun>[A-Z]{3,5})\s(?:by|from)",
        rf"\b{_CHANGES}\s(?:the\s|its\s)?(?P<noun>[a-z][A-Z]{{2,5}}\d{{0,2}})\s(?:by|from)",
        r"\bby\s(?:up\sto\s|over\s|about\s)?\+?\d[\d.]*\s?(?:%|x|times|points?)?(?:,|,?\sand|,\sand)\s"
        rf"(?:the\s|its\s)?(?P<noun>(?:{_WORD}\s){{0,2}}{_WORD})\sby",
        rf"(?:\b(?:an?|the|mean|overall|with|and|average)\s)(?P<noun>{_HEAD})\s(?:of|is|reach\w+)",
        rf"(?<![\w-])[A-Z][\w-]+\s(?P<noun>{_HEAD})\s(?:of|is|reach\w+)",
        rf"(?<![\w-])(?P<noun>(?:{_WORD}\s){{1,2}}(?:time|delay|cost|latency|energy|power|memory"
        r"|(?:(?<=model\s)|(?<=file\s)|(?<=cache\s)|(?<=index\s)|(?<=memory\s))size))\s(?:of|is)",
    )
)
#: A short name right before a share of one: "SFR 0.46".
SHORT_BEFORE = re.compile(rf"(?<!\bon )(?<!\bin )(?<![\w-])(?P<noun>{_SHORT_NAME})\)? $")
#: What the number in brackets behind it measures: "on speaker recall (0.788".
BEFORE_BRACKET = re.compile(
    rf"(?<![\w-])(?P<noun>(?:{_WORD}\s){{1,3}}"
    r"(?:recall|precision|accuracy|rates?|scores?|agreement|correlation))\s\((?:[a-z]+ ){0,2}$"
)
#: Metrics at a cut-off, wherever they stand: "3.2% in R@3".
AT = re.compile(
    r"(?<![\w@-])(?P<noun>(?:[RP]\d?|[Rr]ecall|[Pp]recision|Hits?|HR|NDCG|nDCG|MRR|MAP|mAP|AP|m?IoU|F1|Acc|pass"
    r"|[A-Z][a-z]{2,11}(?:[A-Z][a-z0-9]{0,9})?|[a-z]{3,6}(?=@\d{1,3}(?!\d)))"
    r"@\d{1,4}(?:\.\d{1,2}|k?m|[kK])?|pass\^\d{1,2})(?![\w@-])"
)
#: What a number behind it may be one of: "has the highest service rate, reaching 61%".
#: That it begins with one of a few letters lets the engine pass over the others.
BEST = re.compile(
    r"[hbls](?<!\w.)(?:(?<=h)ighest|(?<=b)est|(?<=l)owest|(?<=s)trongest|(?<=s)tate-of-the-art)"
    rf"\s{_AVERAGE}"
    rf"(?P<noun>(?:{_WORD}\s){{1,2}}(?:rate|score|accuracy))"
    r"(?=(?:[^.;()]|\.\d){0,40},\s(?:reaching|achieving|scoring|attaining|with|at)\s)"
)
#: Right before an equals sign in brackets: "(ACC=0.864)"; elsewhere that is a setting.
BEFORE_EQUALS = re.compile(rf"\((?:[^()]{{1,60}}[,;] )?(?P<noun>{_SHORT_NAME})=$")
#: Coefficients right before an equals sign, where one speaks of what they tell: "correlates with
#: it (r = 0.82)"; elsewhere such letters are settings.
COEFFICIENT = re.compile(r"(?<![\w'’^-])(?P<noun>[rR]|R2|[ρκ]|rho|kappa|cosine)\s?=\s?$")
TELLS_OF_COEFFICIENT = re.compile(
    r"correlat|agree|reliab|coupling|predict|validity|similarity|association|accuracy|confidence"
)
NAMES_COEFFICIENT = re.compile(
    r"Cohen's|Fleiss'|(?:Pearson|Spearman)(?:'s)? (?:[$rρ]|rank|corr)"
    r"|correlation (?:coefficient )?of "
)
LINKS = re.compile(rf"(?:\b{_REACHES}|=)\s(?:[a-z]+\s){{0,3}}$")
#: Names that no list has, by their form alone.
BY_FORM = re.compile(rf"{_NAME}|{_SHORT_NAME}")
