"""What numbers measure, and on which task, where no list knows it."""
