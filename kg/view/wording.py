"""Short texts for the picture."""

_LONGEST = 34


def short_label(label: str) -> str:
    """Return what stands beside a node: the name before a subtitle, else the first words.

    >>> short_label("LoRA: Low-Rank Adaptation of Large Language Models")
    'LoRA'
    >>> short_label("Training Compute-Optimal Large Language Models at Scale")
    'Training Compute-Optimal Large…'
    """
    name, colon, _ = label.partition(": ")
    text = " ".join((name if colon and 1 < len(name) <= _LONGEST else label).split())
    if len(text) <= _LONGEST:
        return text
    cut = text[:_LONGEST]
    return (cut.rsplit(" ", 1)[0] if " " in cut[12:] else cut).rstrip(",;:-– ") + "…"
