"""The questions that kg reads: each form with its frames and its own examples.

A form says by which frames it is worded (see `kg.query.words`), what types of things it accepts,
and which function answers. `reads` and `leaves` are run by the tests: the form reads each question
of the first, and none of the second. Where one wording serves several forms ("papers on X"), the
type of the thing decides: the first form that accepts it answers. There is a module a topic.
"""

from collections.abc import Iterator

from kg.errors import QuestionError
from kg.query.filters import Filters
from kg.query.forms import (
    authors,
    code,
    comparisons,
    evaluation,
    finding,
    kinds,
    lineage,
    news,
    results,
    subjects,
    topics,
    usage,
)
from kg.query.forms.form import Form, cuts
from kg.query.words import Binding

__all__ = ["FORMS", "Form", "readings"]

FORMS: tuple[Form, ...] = (
    *results.FORMS,
    *comparisons.FORMS,
    *lineage.FORMS,
    *code.FORMS,
    *subjects.FORMS,
    *evaluation.FORMS,
    *usage.FORMS,
    *finding.FORMS,
    *authors.FORMS,
    *news.FORMS,
    *kinds.FORMS,
    *topics.FORMS,
)


#: How many characters a question may have: those of three of the longest titles.
LONGEST = 2_000


def readings(question: str) -> Iterator[tuple[Form, Binding, Filters]]:
    """Yield each way to read a question, the likeliest first: whole, then with its time cut off.

    Raises QuestionError for what is too long for a question.
    """
    if (length := len(question)) > LONGEST:
        reason = f"it has {length:,} characters, and a question at most {LONGEST:,}"
        raise QuestionError(question, (), reason)
    for wording, filters in cuts(question):
        for form in FORMS:
            for binding in form.match(wording, filters):
                yield form, binding, filters
