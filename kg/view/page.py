"""One self-contained page: template, style and scripts are files of `assets`, inlined here.

The page may run exactly the scripts and the style whose hashes its policy names, and load nothing.
Data is JSON in a block that browsers do not run; the script shows it as text only.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kg.store.own_files import refuse_own_file
from kg.whole_file import whole_file

if TYPE_CHECKING:
    from kg.store import Store
    from kg.view.payload import Json

_ASSETS = Path(__file__).parent / "assets"
_SCRIPTS = ("data", "search", "graph", "labels", "panel", "results", "table", "filters", "main")
#: What ends a script or a line in it, and what a terminal may take for a command.
_ESCAPES = str.maketrans(
    {sign: f"\\u{ord(sign):04x}" for sign in ("<", ">", "&", "\u2028", "\u2029")}
    | {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
)


def render(store: Store, focus: str = "", limit: int = 300) -> str:
    """Return the page: the best connected part of the graph, or what lies around `focus`.

    Raises UnknownNameError where nothing has that name.
    """
    from kg.view.network import network
    from kg.view.payload import Payload
    from kg.view.selection import select

    data = Payload(store, select(store, focus, limit)).data()
    data["network"] = network(data)
    return _fill(data)


def write(page: str, path: Path) -> None:
    """Write a page to a file, whole or not at all: what stood there before stays until then.

    Raises DataError where a store or a curation file stands there, or there is no such folder.
    """
    refuse_own_file(path)
    with whole_file(path) as out:
        out.write(page.encode("utf-8"))


def _fill(data: Json) -> str:
    """Put data, style and scripts into the template, with the policy that lets them run."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    files = Environment(
        loader=FileSystemLoader(_ASSETS), autoescape=True, undefined=StrictUndefined
    )
    library, script, style = vis_network(), _script(), _asset("style.css")
    policy = (
        f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; "
        f"style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )
    focus = data["things"][data["focus"]]["label"] if data["focus"] >= 0 else ""
    return files.get_template("page.html").render(
        title=f"{focus} · kg" if focus else "kg · papers, models and benchmarks",
        policy=policy,
        style=style,
        library=library,
        script=script,
        data=to_script_json(data),
    )


def to_script_json(value: Json) -> str:
    r"""Write JSON that may stand in a script block, whatever its texts say.

    >>> to_script_json(["</script>", "a & b"])
    '["\\u003c/script\\u003e","a \\u0026 b"]'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return re.sub(r"[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)


@cache
def vis_network() -> str:
    """Return vis-network as pyvis brings it, with its licence notice (Apache-2.0 or MIT)."""
    package = find_spec("pyvis")
    folders = package.submodule_search_locations if package else None
    found = sorted(Path((folders or [""])[0]).glob("lib/vis-*/vis-network.min.js"))
    if not found:
        raise FileNotFoundError("pyvis brings no vis-network")
    text = found[-1].read_text(encoding="utf-8")
    return re.sub(r"\n//# sourceMappingURL=.*", "", text)


def _script() -> str:
    """Join the scripts into one that leaves no names behind."""
    parts = "\n".join(_asset(f"{name}.js") for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
