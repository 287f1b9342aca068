"""Names that a paper gives to its own work: found by the words that introduce them."""
