"""Which names of a sentence belong to which of its numbers, by where they stand."""
