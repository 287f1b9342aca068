"""Cue words that several relations share, as parts of patterns."""

#: What may stand between a cue and its object: "surpasses by 3.2% the larger ...".
NEAR = (
    r"(?:(?![.;:]\s|\bon\b|\bwhen\b|\bwhile\b|\bacross\b|\bwe\b"
    r"|,\s+(?:and\s+)?(?:with|reaching|achieving|using)\b).){0,90}?"
)
# "more than | a million samples": how many, not better than what.
_NO_COUNT = (
    r"(?!\s+(?:\d|(?:an?\s+)?(?:few|dozen|hundred|thousand|million|billion|half|third|quarter)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b(?!\s+of\b)))"
)
# "Our approach" is no verb.
_NO_NOUN = r"(?<!our )(?<!this )(?<!the )(?<!an )(?<!proposed )(?<!novel )(?<!new )(?<!based )"
# To approach may be one.
_MAY = r"(?:(?<=to )|(?<=can )|(?<=even )|(?<=ly )|(?<=may )|(?<=still )|(?<=models ))"
#: Words after which something stands that the own work is compared with.
COMPARES = (
    r"\b(?:outperform|surpass|exceed|beat|rival|overtak|outclass|outscor)\w*|\bmatch(?:es|ing)?\b"
    rf"|\b(?=approach)(?:{_NO_NOUN}approach(?:es|ing)|{_MAY}approach)\b"
    r"|\b(?:competitive|comparable|on par|on a par|in"
    r" comparison|compared|comparison|parity|similar|close|superior|inferior|equal"
    r"|preferable|relative|comparably|favorably|level)\s+(?:\w+\s+){0,2}?(?:to|with"
    r"|against|between)\b"
    rf"|\b(?:than{_NO_COUNT}|vs\.?|versus|unlike|ahead of|behind|same \w+ as"
    r"|(?:below|above) (?:that|those) of|against\s+[\d.,]+\s?%?\s+(?:\w+\s+)?(?:with|for|of|by)"
    r"|(?:improv\w+|gains?|advantages?"
    r"|lead|superiority|edge|win\w*|boost\w*|increase\w*|advancements?) (?:\w+ ){0,4}?"
    r"(?:over|upon|against|beyond))(?!\w)"
)
_STOPS = (
    r"(?:on|when|while|whereas|across|we|our|for|at|under|where|that(?!\s+of)|which|who|whose|with"
    r"|using|via|through|to|after|behind|trailing|during|despite|without|within|because|since|if|but|not|though|although|except|is|are|was"
    r"|were|has|have|can|in(?!\s+the\s+⟦)|by(?=\s+(?:\w+ing|our)\b)|(?<!such\s)as(?!\s+well)"
    r"|(?:match|rival|achiev|maintain|reduc|enabl|remain|show|demonstrat|improv|reach"
    r"|provid|perform|generali[sz]|clos|sav|requir|yield|attain|deliver|sett?|solv|pass|scor|obtain"
    r"|surpass|outperform|beat|exceed)(?:s|es|ing|e)?)\b"
)
_ITEM = (
    r"(?:such\s+as|like|including|e\.g\.|i\.e\.|namely|even|especially|notably|particularly"
    r"|specifically|both|⟦\w+⟧(?:[,.;)]|\s(?:\(|(?:by|and|or|in|on|for)\b)))"
)
_WORD = (
    rf"(?:(?!{_STOPS})[^\s;:,]+(?:,\d{{3}}\b)*(?:,(?=\s+{_ITEM}))?|[(\"']?(?:e\.g\.|i\.e\.|like),?"
    r"|(?:based|built|trained)\s+(?:up)?on)\s+"
)
#: From a cue to what it speaks of: "surpasses | all strong baselines, including the larger | X".
TOWARDS = rf",?\s+(?:{_WORD}){{0,12}}?[(\[\"'~]*(?:vanilla-)?"
#: From one object of a cue to the next: "X | by 7% and the larger | Y".
ONWARDS = (
    r"[)\"']*(?:'s|-(?:based|style|like))?(?:\s*\([^()]{0,60}\))?(?:\s+[a-z-]+){0,2}?(?:\s+by\s+[^\s;⟦]+(?:\s(?:points"
    r"|percentage|pp))*)?(?:,\s*(?:and\s+|as\s+well\s+as\s+)?|\s+(?:and|or|as\s+well\s+as)\s+)"
    rf"(?:{_WORD}){{0,5}}?[(\"'~]*"
)
#: What a cue speaks of: a method or model, or up to three in a row.
_PLAIN = (
    r"(?!⟦\w+⟧-(?:generated|era|(?:style|like)(?!\s(?:baselines|models|methods|architectures)\b)"
    r"|distilled|annotated|adapted|compatible)|⟦M\d+⟧-{0,2}\s?-based)"
)
# "and | X passes 50%" begins another clause.
_NO_SUBJECT = (
    r"(?!\s+(?!(?:baselines|models|methods|variants|systems|approaches|techniques|agents|backbones"
    r"|networks|architectures|policies|experts|across|as|plus|versus|this|its|thus)\b)[a-z]+s\b)"
)
_ONE_MORE = rf"(?:{ONWARDS}{_PLAIN}{{W}}{_NO_SUBJECT})?"
OBJECTS = rf"{_PLAIN}{{W}}{_ONE_MORE}{_ONE_MORE}"

#: Verbs that say that the subject does better.
SURPASSES = (
    r"(?:(?:out(?:perform|scor|class|strip|rank|shin|pac|do)|surpass|exceed|overtak|eclips)(?:e|es|s|ed|ing)?"
    r"|beat(?:s|ing)?)"
)
_COMPARATIVE = (
    r"\b(?:better|higher|greater|stronger|superior\w*|prefer(?:able|red)|improv\w*|enhanc\w*"
    r"|gain(?:s|ing|ed)?|advantages?|advance(?:s|ments?)?|lead|edge|w[io]n(?:s|-?rates?)?|boost\w*"
    r"|increas\w*|rais\w*|uplifts?|margins?|benefits?|reduc\w*|ahead|lower|points|\d(?:\.\d+)?%"
    r"|(?:state-of-the-art|SOTA)(?=\s+[^.;,]{0,60}compared)"
    r"|more\s+(?:closely|accurate|effective|robust|faithful|reliabl|stabl|precise|consistent|realistic"
    r"|coherent|interpretabl|expressive|powerful|capabl|divers|natural|plausibl|informative"
    r"|discriminative)\w*)"
)
_AGAINST = (
    r"(?:than|over(?!\s+\d)|upon|compared\s+(?:to|with|against)|in\s+comparison\s+(?:to|with)"
    r"|relative\s+to|versus|vs\.?|against|beyond|above|ahead\s+of)"
)
# "3.963 for X", "those of X".
_VALUE = r"(?:\s+(?:[\d.,]+%?(?:\s+points)?|that|those)\s+(?:for|of|by|with|from|in))?"
#: A gain, and over what: "improves accuracy by 3% over", "2.1 points ahead of".
BETTER = (
    rf"(?:{_COMPARATIVE}(?:\s+(?:[^\s,;:]+|[^\s,;:]*\d[^\s,;:]*,)){{0,12}}?\s+{_AGAINST}{_VALUE}"
    r"|\b(?:superior|preferable|or\s+(?:even\s+)?better)\s+(?:[a-z]+\s+){0,3}?to\b)"
)
#: Behind data that was trained on, how well: "fine-tuned on X, with results close to".
WITH_SCORES = (
    r",?\s+(?:and\s+)?(?:with|reach(?:es|ed|ing)?|obtain(?:s|ed|ing)|attain(?:s|ed|ing)"
    r"|achiev(?:es|ed|ing))\s+(?:(?!(?:the|on)\b)[\w%.-]+\s+){0,3}?"
    r"(?:results|scores?|accurac(?:y|ies)|performance|f1|quality)\b(?!\s+(?:on|for|in|across)\b)"
)
#: Between a name and what it is a version of: ", a light variant of", "(an extension of".
VERSION_OF = (
    r"(?:\s*\([^()]{0,60}\))?(?:,|\s+is|\s*\(|\s*--|\s+[—–])\s*(?:an?|the|our)\s+"
    r"(?:[^\s,;:()]+\s+){0,4}?(?:version|variant|extension|adaptation|derivative|reformulation"
    r"|generali[sz]ation|modification)\s+(?:of|to)\s+"
)
