"""Unlisted names that a text tells to be models of a size: "Foo-Base, a 15B-parameter open LLM"."""

import re

_SIZE = r"(?:\d+(?:\.\d+)?\s?[BMT](?:illion)?|[\w.]+[- ](?:billion|million|trillion))"
_MODEL = (
    r"(?:LLMs?|VLMs?|MLLMs?|(?:language|foundation|base|reasoning|vision-language) models?|model)"
)
_TOLD = re.compile(
    rf"(?: \([^()]{{1,40}}\))?,? (?:which is |is )?an? (?:[\w-]+,? ){{0,2}}{_SIZE}"
    rf"(?:[- ](?:parameters?|params?|scale))?,?[- ](?:[\w-]+,? ){{0,4}}?{_MODEL}\b(?!-)"
)


def is_told_model(text: str, end: int) -> bool:
    """Say whether the words behind a name at [..., end) make it a model of a definite size.

    >>> text = "It is trained on Foo-Base, a 15B-parameter open-weight LLM."
    >>> is_told_model(text, text.index(","))
    True
    """
    return _TOLD.match(text, end) is not None
