"""An OWL reasoner (HermiT) finds the demonstration graph consistent with ML-Schema and FAIR4ML.

Their files are not part of the project: the folder that KG_VOCABULARIES names holds them as Turtle.
What they mean is said in ``strict.ttl`` too, more strictly than in their files, so that the test
says something without them. The reasoner needs Java and owlready2.
"""

import os
import shutil
from pathlib import Path

import pyoxigraph
import pytest

from kg.rdf.ntriples import lines
from kg.schema import ontology_path

owlready2 = pytest.importorskip("owlready2", reason="needs owlready2, which holds HermiT")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java"),
]

STRICT = Path(__file__).parent / "strict.ttl"
BASE = "https://w3id.org/paperkg/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
FAULTS = {
    "a benchmark that is its data": (
        f"<{BASE}benchmark/gsm8k> <{TYPE}> <http://www.w3.org/ns/mls#Dataset> ."
    ),
    "a method that achieves a task": (
        f"<{BASE}method/lora> <http://www.w3.org/ns/mls#achieves> <{BASE}task/x> ."
    ),
    "a method that is a model": f"<{BASE}method/lora> <{TYPE}> <http://www.w3.org/ns/mls#Model> .",
    "a model trained on a benchmark, as FAIR4ML says it": (
        f"<{BASE}model/openvla> <https://w3id.org/fair4ml#trainedOn> <{BASE}benchmark/gsm8k> ."
    ),
}


def vocabularies() -> list[Path]:
    """Return the files of others, where a folder of them is named."""
    folder = os.environ.get("KG_VOCABULARIES")
    return sorted(Path(folder).glob("*.ttl")) if folder else []


@pytest.fixture(scope="module")
def facts(demo):
    """Return ontology, vocabularies and all things, triples and results as N-Triples."""
    engine = pyoxigraph.Store()
    for path in (ontology_path(), STRICT, *vocabularies()):
        engine.load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    ours = engine.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph())
    assert ours is not None
    return ours.decode() + "".join(lines(demo, provenance="none"))


def is_consistent(text: str, folder: Path) -> bool:
    """Ask HermiT."""
    path = folder / "all.nt"
    path.write_text(text, encoding="utf-8")
    world = owlready2.World()
    world.get_ontology("https://w3id.org/paperkg/all#").load(fileobj=path.open("rb"))
    try:
        owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    return True


def test_the_demo_graph_is_consistent(facts, tmp_path):
    assert is_consistent(facts, tmp_path)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(facts, tmp_path, fault):
    assert not is_consistent(f"{facts}{FAULTS[fault]}\n", tmp_path)
