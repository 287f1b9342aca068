"""The tasks that a paper's work is for, or is tested on.

Papers name tasks where they say what their work is for; so every task in the title and in own
sentences holds, unless it is an example, a contrast or work of others.
"""

from kg.relations.rule import Rule

RELATION = "addressesTask"
TYPES = frozenset({"Task"})

RULES = (
    Rule(
        name="task-in-title",
        relation=RELATION,
        pattern=r"{T}",
        confidence=0.77,
        types=TYPES,
        terms=True,
        holds=(("A Small Corpus for Machine Translation", ("machine translation",)),),
        places=frozenset({"title"}),
    ),
    Rule(
        name="task-in-own-work",
        relation=RELATION,
        pattern=r"{T}",
        confidence=0.67,
        types=TYPES,
        terms=True,
        holds=(("We test it on machine translation.", ("machine translation",)),),
        fails=("Machine translation is old. We do something else.",),
        places=frozenset({"own"}),
    ),
    Rule(
        name="task-opens-abstract",
        relation=RELATION,
        pattern=r"^{T}",
        confidence=0.9,
        types=TYPES,
        terms=True,
        holds=(("Machine translation is hard. We do something else.", ("machine translation",)),),
        fails=("Much is known of machine translation. We do something else.",),
        places=frozenset({"background"}),
    ),
    Rule(
        name="task-in-background",
        relation=RELATION,
        pattern=r"{T}",
        confidence=0.75,
        types=TYPES,
        terms=True,
        holds=(
            ("Much is known of machine translation. We do other work.", ("machine translation",)),
        ),
        fails=("Models excel at tasks such as machine translation. We do other work.",),
        places=frozenset({"background"}),
    ),
    Rule(
        name="example-task",
        relation=RELATION,
        pattern=r"\b(?:such as|like|including|e\.g\.,?)\s(?:(?![.;:]\s).){0,60}?{T}",
        confidence=0.75,
        types=TYPES,
        terms=True,
        denies=True,
        holds=(
            (
                "Models excel at tasks such as machine translation. We do other work.",
                ("machine translation",),
            ),
        ),
        fails=("We translate speech.",),
        places=frozenset({"background"}),
    ),
    Rule(
        name="task-of-others",
        relation=RELATION,
        pattern=(
            r"\b(?:beyond|unlike|without|rather than|instead of|compatible with|in the absence of)"
            r"\s+(?:[\w-]+\s+){0,2}?{T}"
            r"|{T}\s+(?:models|methods|assistants|pipelines?|priors?|literature)\b"
        ),
        confidence=0.7,
        types=TYPES,
        terms=True,
        denies=True,
        holds=(
            ("We go beyond machine translation.", ("machine translation",)),
            ("Our scheme is put before machine translation models.", ("machine translation",)),
        ),
        fails=("We test on machine translation.",),
    ),
    Rule(
        name="task-as-means",
        relation=RELATION,
        pattern=(
            r"\b(?:via|through|using|by|employ\w*|incorporat\w+|leverag\w+|combin(?:es|ing)|utili[sz]\w+"
            r"|drawing on)\s+(?:[\w-]+\s+){0,2}?{T}"
        ),
        confidence=0.7,
        types=TYPES,
        terms=True,
        denies=True,
        holds=(
            ("Folding Maps via Machine Translation", ("machine translation",)),
            ("Our scheme employs machine translation.", ("machine translation",)),
        ),
        fails=("We test on machine translation.",),
        places=frozenset({"title", "own"}),
    ),
    Rule(
        name="task-in-prospect",
        relation=RELATION,
        pattern=(
            r"\b(?:enabl|facilitat|support|allow)(?:e|es|ing|s)\s+(?:[\w-]+\s+){0,3}?{T}"
            r"|\b(?:gap|bridg\w+)\b(?:(?![.;:]\s).){0,60}?{T}"
            r"|\bfuture (?:work|research|directions?)\b(?:(?![.;:]\s).){0,90}?{T}"
        ),
        confidence=0.7,
        types=TYPES,
        terms=True,
        denies=True,
        holds=(
            ("We bridge the gap to machine translation.", ("machine translation",)),
            ("It is small, enabling fast machine translation.", ("machine translation",)),
        ),
        fails=("We test on machine translation.",),
        places=frozenset({"own"}),
    ),
)
