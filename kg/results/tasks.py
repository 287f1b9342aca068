"""Whether a number was measured on the task beside it: "5% in image generation"."""

import re

from kg.results.attached import Attached

#: A task that only tells of what kind the data or the models are.
_KIND = re.compile(r"[- ](?:tasks like|benchmarks?|data ?sets?|systems?|settings?|models?)\b")
_OPENS_IN = re.compile(r"(?:[\w, ]{0,30}, )?(?:[Ii]n|[Oo]n|[Ff]or) (?:the )?")
_LEADS_ON = re.compile(
    r"[^,;.()\d]{0,45}\b(?:in|on|for) (?:the )?(?:⟦o?T⟧(?:,? and |, ))?(?:[\w-]+ ){0,2}?"
)


def is_on_task(text: str, attached: Attached) -> bool:
    """Say whether words lead right from a number to its task, or the sentence opens with that."""
    marks = [part.mark for part in attached.names.get("task", ())]
    if not marks or _KIND.match(text, marks[-1].end):
        return False
    start = marks[0].start
    opens = _OPENS_IN.fullmatch(text, 0, start) and text.startswith(",", marks[-1].end)
    return bool(opens or _LEADS_ON.fullmatch(text, attached.measured.quantity.end, start))
