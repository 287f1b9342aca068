"""How much room a text takes on a terminal."""

import unicodedata


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> display_width("abc"), display_width("日本"), display_width("e\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, width: int) -> str:
    """Return a text with blanks behind it, up to so many columns.

    >>> padded("日本", 5) + "|"
    '日本 |'
    """
    return text + " " * (width - display_width(text))
