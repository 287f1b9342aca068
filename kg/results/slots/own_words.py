"""Words that speak of the own work without its name."""

import re

#: What speaks of the own system, whatever else a paper is of.
OWN_SYSTEM = re.compile(
    r"\b[Oo]ur (?:[\w-]+ ){0,2}?(?:method|model|approach|framework|system|agent|algorithm)\b"
)
#: What speaks of the own work.
OWN = re.compile(
    r"\b(?:we|our|ours|it|its|this|these|such|(?:[\w-]+ )?(?:experiments?|results?|evaluations?"
    r"|findings|study|studies|analys[ei]s|tests?|benchmarking|experimentally|empirically)"
    r"|the (?:[\w-]+ )?(?:method|model|framework|approach|system|agent|pipeline|technique"
    r"|architecture|algorithm|policy|strategy)|the (?:synthetic|resulting|proposed|generated)"
    r"|improving|reducing|yielding|improvements?|gains?|comprehensively|extensively)\b",
    re.IGNORECASE,
)
