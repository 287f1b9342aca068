"""Shares that are no results: of data, of the parts of a text or a network, and of people."""

from kg.results.numbers.units import SHARE as _SHARE
from kg.results.wordings.wording import Wording

SHARES = (
    Wording(
        name="share-of-data",
        kind="none",
        confidence=0.9,
        families=_SHARE,
        before=(
            r"\b(?:with|us(?:e[sd]?|ing)|train\w*|tun\w*|on|given|from|label\w*|requir\w+|needs?"
            r"|select\w*|than|only|\(|by|cover\w*|replac\w+|retain\w*|keep\w*|of|to|and|for|mask\w*"
            r"|sampl\w+|prun\w+|remov\w+|discard\w*|filter\w*)(?: (?:under|below))?"
        ),
        after=(
            r"(?!(?:points? )?(?:across|over|above|on)\b)"
            r"(?:(?:and|or|to|,|/) [\d.]+ ?% )?"
            r"(?:of (?:the |its |all |our |their )?"
            r"(?:(?!(?:on|in|for|at|to|from|over|and) )[\w'’-]+ |⟦o?\w⟧(?:'s|-[a-z]+)? ){0,4}?)?"
            r"(?:(?:(?!(?:on|in|for|at|to|from|over|and) )[\w-]+|⟦M⟧) ){0,2}?(?:data\b"
            r"|data ?sets?\b|labels?\b|labell?ed\b|annotat\w+|training set|samples\b"
            r"|corpus|corpora|images\b|⟦o?D⟧(?! (?:correct|right))|documents|training examples"
            r"|sentences)"
        ),
        holds=("It works with [10%] of the training data.", "With [1%] labeled data it is better."),
        fails=(
            "It solves [10%] of the tasks.",
            "We reach [61%] on GSM8K.",
            "It answers half and [41%] of SQuAD correctly.",
        ),
    ),
    Wording(
        name="part-of-data",
        kind="none",
        confidence=0.85,
        families=_SHARE,
        before=r"(?:^|[.:] |\b(?:which|where|that|Notably,|as) |, )",
        after=(
            r"(?:of (?:the |all |its |our )?(?:[\w-]+ ){0,2}?(?:samples|questions|tasks|videos"
            r"|instances|items|examples|prompts|problems|images|scenarios|cases) |of them )?"
            r"(?:are (?:inherently|human|multi|new|from)|requir|need|involv|contain|includ"
            r"|come from|span|demand|belong)\w*"
        ),
        holds=("It has 900 tasks, of which [78%] require tools.",),
        fails=("Then, [78%] of the tasks are solved.",),
    ),
    Wording(
        name="top-share",
        kind="none",
        confidence=0.9,
        families=_SHARE,
        before=(
            r"\b(?:top|bottom|first|last|smallest|largest|upper|lower|remaining|other|least|lowest"
            r"|highest)[ -]?"
        ),
        holds=("We keep the top [5%] of tokens.",),
        fails=("We keep [5%] more tokens.",),
    ),
    Wording(
        name="share-of-tokens",
        kind="none",
        confidence=0.75,
        families=_SHARE,
        before=(
            r"\b(?:retain\w*|keep\w*|with|us(?:e[sd]?|ing)|preserv\w+|select\w*|only|evict\w*"
            r"|mask\w*|fewer than|ensembl\w+|identif\w+|modif\w+|ablat\w+|exempt\w*|restructur\w+"
            r"|refin\w+|touch\w*|alter\w*|freez\w+|involv\w+"
            r"|(?:when|while|after|by) (?:remov|prun|discard|dropp|skipp)\w+)(?: the| only| just)?"
        ),
        after=(
            r"of (?:the |all |its )?(?:[\w-]+ ){0,3}?"
            r"(?:tokens|heads|layers|neurons|KV|experts|frames|weights)"
        ),
        holds=("It works with only [10%] of visual tokens.",),
        fails=("It removes [90%] of visual tokens.",),
    ),
    Wording(
        name="share-of-all",
        kind="none",
        confidence=0.85,
        families=_SHARE,
        before=r"\(",
        after=r"of (?:the |all )?(?:total|whole|all)[^()]{0,20}\)",
        holds=("It adds 1,536 parameters ([0.001%] of total).",),
        fails=("It is better ([61%] of the votes).",),
    ),
    Wording(
        name="share-checked",
        kind="none",
        confidence=0.85,
        families=_SHARE,
        after=(
            r"of (?:the |all |its |our )?(?:[\w-]+ ){0,4}?(?:are|were|is|was) (?:\w+ly )?"
            r"(?:validat|annotat|review|check|held|reserv|sampl|collect|drawn|translat|written"
            r"|curat|verified by)\w*\b(?! (?:correct|right|well))"
        ),
        holds=("For quality, [20%] of QA pairs are validated by experts.",),
        fails=("[20%] of QA pairs are solved.", "[61%] of sentences are translated correctly."),
    ),
    Wording(
        name="share-of-people",
        kind="none",
        confidence=0.8,
        families=_SHARE,
        after=(
            r"of (?:the |all )?(?:[\w'-]+ ){0,3}?(?:papers|respondents|participants|users|people"
            r"|publications|languages|population|companies|authors|students|websites|articles"
            r"|developers|clinicians|repositories|cancers?|deaths|patients|women|men|adults"
            r"|speakers|web pages|web\b|internet)"
        ),
        holds=("[70%] of the respondents use such tools.",),
        fails=("[70%] of the tasks are solved.",),
    ),
)
