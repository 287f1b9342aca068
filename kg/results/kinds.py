"""Every wording that makes a result, in the order in which they are tried."""

from kg.results.added_costs import ADDED_COSTS
from kg.results.compared_values import COMPARED_VALUES
from kg.results.gains import CHANGES
from kg.results.ratios import RATIOS
from kg.results.values import VALUES
from kg.results.wordings import Wording

KINDS: tuple[Wording, ...] = (*CHANGES, *ADDED_COSTS, *RATIOS, *COMPARED_VALUES, *VALUES)
