"""The question files of the ontology, as the page offers them."""

from kg.schema import ontology_path


def examples() -> list[dict[str, str]]:
    """Return each file's name, its question, and the query without that line."""
    paths = sorted(ontology_path("queries").glob("*.rq"))
    return [_example(path.stem, path.read_text(encoding="utf-8")) for path in paths]


def _example(name: str, text: str) -> dict[str, str]:
    first, _, rest = text.partition("\n")
    return {"name": name, "question": first.lstrip("# "), "query": rest}
