"""Names of models: families, their versions, sizes and variants, listed or not."""
