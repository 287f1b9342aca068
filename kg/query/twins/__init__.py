"""The SPARQL twin of each question: it gives the rows of the answer from the exported RDF.

In each, what must be there stands together and first, then what may be there, then conditions and
names for what is computed: engines join a pattern that comes after an OPTIONAL row by row. What
OPTIONAL and MINUS hold begins with the thing asked for, for engines look for it on its own. What
many rows need stands in a SELECT of its own: engines then go through it once, and not for each row.
An assertion stands before the triple that it is of: engines that count no triples take the first of
what looks alike, and from a paper's side all that it says would be gone through for each.
Candidates have an assertion and no direct triple, so that asking for the triple leaves them out.
"""

from kg.query.twins.facts import (
    authors_of,
    code_of,
    compared_with,
    data_for_task,
    evaluated_on,
    facts_between,
    facts_of,
    introduced_by,
    introduced_with,
    lineage,
    methods_used_with,
    models_of_family,
    models_on_data,
    new_papers,
    new_things,
    papers_by,
    papers_listed,
    papers_making,
    papers_matching,
    papers_that,
    papers_with_code,
    targets,
    things_of,
    works_by,
    works_that,
    works_that_use,
)
from kg.query.twins.patterns import KINDS_OF_METHODS, also, papers_saying, within
from kg.query.twins.results import POINTS, UNNAMED, outperformed_on, outperforming_on, results

__all__ = [
    "KINDS_OF_METHODS",
    "POINTS",
    "UNNAMED",
    "also",
    "authors_of",
    "code_of",
    "compared_with",
    "data_for_task",
    "evaluated_on",
    "facts_between",
    "facts_of",
    "introduced_by",
    "introduced_with",
    "lineage",
    "methods_used_with",
    "models_of_family",
    "models_on_data",
    "new_papers",
    "new_things",
    "outperformed_on",
    "outperforming_on",
    "papers_by",
    "papers_listed",
    "papers_making",
    "papers_matching",
    "papers_saying",
    "papers_that",
    "papers_with_code",
    "results",
    "targets",
    "things_of",
    "within",
    "works_by",
    "works_that",
    "works_that_use",
]
