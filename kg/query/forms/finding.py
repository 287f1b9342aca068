"""Questions on listings, mentions and connections."""

from kg.query.forms.form import WORKS, Form
from kg.query.paths import connection
from kg.query.related import papers_listed, papers_listed_within, papers_mentioning

_MENTIONABLE = (*WORKS, "Task", "Metric", "Hardware")
_CONNECTABLE = (*WORKS, "Paper", "Task", "Metric", "Hardware", "CodeRepository")

FORMS = (
    Form(
        intent="papers_listed",
        asks="papers listed on DATE or in LISTING",
        example="papers listed in {name}",
        accepts=("Listing",),
        answer=papers_listed,
        frames=(
            "PAPERS LISTED ON listing",
            "PAPERS LISTED listing",
            "PAPERS OF listing",
            "PAPERS ON listing",
            "THING LISTED ON listing",
            "THING LISTED listing",
            "LISTED OF listing",
            "listing PAPERS",
        ),
        reads=(
            "papers listed on 2024-08-02",
            "papers listed in Hugging Face Daily Papers",
            "what was listed on 2 August 2024?",
            "papers of August 2024",
        ),
        leaves=("papers that use LoRA", "listed"),
    ),
    Form(
        intent="papers_listed_within",
        asks="papers listed since DATE",
        example="papers listed since 2024-08-01",
        accepts=(),
        answer=papers_listed_within,
        timely=True,
        frames=("PAPERS LISTED", "THING LISTED", "LISTED PAPERS", "PAPERS NEW LISTED"),
        reads=(
            "papers listed since 2024-08-01",
            "what was listed before August 2024?",
            "papers listed between 2024-07 and 2024-08",
        ),
        leaves=("papers listed", "papers listed in Hugging Face Daily Papers"),
    ),
    Form(
        intent="papers_mentioning",
        asks="papers that mention METHOD, MODEL, DATASET, BENCHMARK, TASK, METRIC or HARDWARE",
        example="papers that mention {name}",
        accepts=_MENTIONABLE,
        answer=papers_mentioning,
        topical=True,
        frames=(
            "PAPERS MENTION name",
            "WHO MENTION name",
            "THING MENTION name",
            "WHERE name MENTION",
            "PAPERS OF name MENTION",
            "PAPERS WHERE name MENTION",
            "PAPERS ON name",
            "name PAPERS",
            "NEW PAPERS ON name",
            "NEW PAPERS ABOUT name",
            "THING NEW ON name",
        ),
        reads=(
            "papers that mention LoRA",
            "papers about LoRA",
            "Which papers talk about GSM8K?",
            "where is GSM8K mentioned",
            "latest papers on LoRA",
        ),
        leaves=("papers that use LoRA", "who introduced GSM8K"),
    ),
    Form(
        intent="connection",
        asks="how is A connected to B",
        example="how is {name} connected to GSM8K",
        accepts=_CONNECTABLE,
        answer=connection,
        dated=False,
        frames=(
            "HOW name CONNECTED AND other",
            "HOW name AND other CONNECTED",
            "HOW CONNECTED name AND other",
            "THING CONNECTED BETWEEN name AND other",
            "CONNECTED BETWEEN name AND other",
            "CONNECTED OF name AND other",
            "THING CONNECTED name AND other",
            "CONNECTED name AND other",
            "name CONNECTED AND other",
        ),
        reads=(
            "how is LoRA connected to GSM8K",
            "How are LoRA and GSM8K related?",
            "path from LoRA to GSM8K",
            "what is the connection between LoRA and GSM8K",
            "what connects LoRA with GSM8K",
        ),
        leaves=("how is LoRA connected", "papers that use LoRA"),
    ),
)
