"""The statistical recogniser: what it learnt of how papers name things, beside what rules know."""

from kg.recogniser.features import Proposal
from kg.recogniser.tagger import Recogniser, Tagged, Tags, load

__all__ = ["Proposal", "Recogniser", "Tagged", "Tags", "load"]
