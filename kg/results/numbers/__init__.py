"""Numbers as a marked sentence writes them: with units, in ranges and pairs, in words."""
