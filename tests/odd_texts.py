"""Texts that no paper has: each is long, and made to be hard for some pattern or other."""

#: About as many words, or signs where there are no words.
LENGTH = 10_000

#: Repeated to `LENGTH`, with each of `_JOINTS` between.
_PIECES = {
    "gaps": " ",
    "letters": "x",
    "capitals": "X",
    "digits": "7",
    "accents": "é",
    "greek": "α",
    "cyrillic": "д",
    "chinese": "模",
    "hebrew": "שלום",
    "arabic": "نموذج",
    "emoji": "😀",
    "family emoji": "👩‍👩‍👧",
    "combining": "ẍ̧",
    "dotted capital": "İ",
    "open brackets": "(",
    "close brackets": ")",
    "brackets": "()",
    "nested": "([{",
    "marks": "⟦M7⟧",
    "quotes": '"',
    "apostrophes": "''",
    "backslashes": "\\",
    "dollars": "$",
    "braces": "{}",
    "LaTeX": "\\textbf{x}",
    "macros": "\\our",
    "dots": ".",
    "versions": "0.0.",
    "hyphens": "-",
    "dashes": "—",
    "underscores": "_",
    "slashes": "/",
    "at signs": "a@",
    "carets": "^2",
    "commas": ",",
    "colons": "a:",
    "percents": "5%",
    "sizes": "7B",
    "times": "3times",
    "years": "2024",
    "name": "LoRA",
    "model": "Llama-2-7B",
    "family": "Llama",
    "data": "GSM8K",
    "ambiguous": "MATH",
    "ambiguous family": "Falcon",
    "acronym": "ZQX",
    "camel": "aB",
    "unlisted": "Zorb-Net",
    "spelled out": "Zorb Net (ZN)",
    "introduces": "we propose Zorb",
    "named": "called Zorb",
    "passive": "Zorb is proposed",
    "compares": "outperforms LoRA",
    "term": "quantization",
    "address": "https://a.b/c",
    "mail": "a.b@c.de",
    "page": "a.github.io",
}
#: Before the pieces of some texts: what patterns begin with.
_CUES = {"proposed": "We propose ", "of a family": "We use GPT-4", "with a path": "x/y-7B "}
_JOINTS = {"glued": "", "spaced": " ", "listed": ", ", "hyphened": "-"}


def odd_texts() -> dict[str, str]:
    """Return the texts by what they are."""
    texts = {
        f"{kind}, {how}": joint.join([piece] * LENGTH)[: 10 * LENGTH]
        for kind, piece in _PIECES.items()
        for how, joint in _JOINTS.items()
    }
    behind_cues = {
        f"{cue}, {kind}": begins + piece * LENGTH + "x"
        for cue, begins in _CUES.items()
        for kind, piece in _PIECES.items()
        if len(piece) < 3
    }
    return texts | {
        **behind_cues,
        "all different": " ".join(f"Zorb{number}" for number in range(LENGTH)),
        "all spelled out": " ".join(f"Zorb Net {n} (ZN{n})" for n in range(LENGTH // 4)),
        "all proposed": " ".join(f"We propose Zorb{n}X, a model." for n in range(LENGTH // 5)),
        "all evaluated": " ".join(
            f"We propose Zorb{n}X, a method. We test it on Bench{n}Q." for n in range(LENGTH // 10)
        ),
        "all compared": "We compare " + ", ".join(f"Zorb{n}-7B" for n in range(LENGTH // 2)),
        "one sentence": "we test our new method on a set of words and " * (LENGTH // 10),
        "short sentences": "We test. " * (LENGTH // 2),
        "blanks": "LoRA" + " " * (5 * LENGTH) + "GSM8K",
        "lines": "LoRA\n\n\n" * LENGTH,
        "opened names": "(" * LENGTH + "LoRA" + ")" * LENGTH,
        "every sign": "".join(map(chr, range(32, 32 + LENGTH))),
    }
