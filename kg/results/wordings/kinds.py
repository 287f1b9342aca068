"""Every wording that makes a result, in the order in which they are tried."""

from kg.results.wordings.added_costs import ADDED_COSTS
from kg.results.wordings.compared_values import COMPARED_VALUES
from kg.results.wordings.gains import CHANGES
from kg.results.wordings.ratios import RATIOS
from kg.results.wordings.values import VALUES
from kg.results.wordings.wording import Wording

KINDS: tuple[Wording, ...] = (*CHANGES, *ADDED_COSTS, *RATIOS, *COMPARED_VALUES, *VALUES)
