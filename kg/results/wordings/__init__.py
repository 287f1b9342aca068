"""How a text says what a number is: a value, a gain, so many times another, or no result."""
