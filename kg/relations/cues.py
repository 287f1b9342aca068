"""Cue words that several relations share, as parts of patterns."""

#: What may stand between a cue and its object: "surpasses by 3.2% the larger ...".
NEAR = (
    r"(?:(?![.;:]\s|\bon\b|\bwhen\b|\bwhile\b|\bacross\b|\bwe\b"
    r"|,\s+(?:and\s+)?(?:with|reaching|achieving|using)\b).){0,90}?"
)
#: Words after which something stands that the own work is compared with.
COMPARES = (
    r"\b(?:outperform|surpass|exceed|beat|rival|overtak|outclass|outscor)\w*|\bmatch(?:es|ing)?\b"
    r"|\bapproach(?:es|ing)?\b|\b(?:competitive|comparable|on par|on a par|in"
    r" comparison|compared|comparison|parity|similar|close|superior|inferior|equal"
    r"|preferable|relative|comparably|favorably|level)\s+(?:\w+\s+){0,2}?(?:to|with"
    r"|against|between)\b"
    r"|\b(?:than|vs\.?|versus|unlike|ahead of|behind|same \w+ as|(?:below|above) (?:that|those) of"
    r"|(?:improv\w+|gains?|advantages?"
    r"|lead|superiority|edge|win\w*|boost\w*|increase\w*|advancements?) (?:\w+ ){0,4}?"
    r"(?:over|upon|against|beyond))(?!\w)"
)
