"""How names are compared: by their letters and numbers, and by the coarse group of their type."""

import re
import unicodedata
from functools import lru_cache

_RUNS = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?|\+")


def words(text: str) -> list[str]:
    """Return the letters and the numbers of a text, apart, without case and accents.

    >>> words("On Llama-2 7B")
    ['on', 'llama', '2', '7', 'b']
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(character for character in folded if not unicodedata.combining(character))
    return _RUNS.findall(bare)


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Return what two spellings of one name share: letters run together, numbers kept apart.

    >>> name_key("Llama-2 7B"), name_key("Llama-27B"), name_key("BLIP 2")
    ('llama|2|7|b', 'llama|27|b', 'blip|2')
    """
    key = ""
    for run in words(name):
        is_apart = key and (run[0].isdigit() or key[-1].isdigit())
        key += f"|{run}" if is_apart else run
    return key
