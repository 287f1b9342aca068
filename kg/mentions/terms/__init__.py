"""Terms of the field that are no proper names: tasks, what is measured, classes of things."""
