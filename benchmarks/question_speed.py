"""Time each form of question on a large store.

    python benchmarks/question_speed.py [kg.sqlite]

Takes a store that is there; without one, makes one of 13,338 papers, with a few things that very
many papers speak of, as GSM8K and LoRA are. Prints seconds, rows, form and question, the slowest
first.
"""

import random
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from kg.errors import KgError
from kg.ids import fact_id
from kg.model import Document, Entity, Evidence, Fact, Graph, Identifier, PartialDate, Result
from kg.query import ask
from kg.store import open_store, open_writer

PAPERS = 13_338
TEXT = "We present a thing. It runs on many models. It is scored with care. " * 8
#: Relation, type, how many things of the type there are, and how many a paper names at most.
NAMED = (
    ("evaluatedOn", "Benchmark", 1500, 3),
    ("evaluatedOnModel", "Model", 1200, 2),
    ("usesMethod", "Method", 800, 3),
    ("trainedOn", "Dataset", 600, 1),
    ("addressesTask", "Task", 300, 2),
    ("comparedWith", "Method", 800, 1),
    ("outperforms", "Method", 800, 1),
    ("usesHardware", "Hardware", 40, 1),
)
QUESTIONS = (
    "leaderboard of Benchmark0", "leaderboard of Benchmark0 by Metric0", "results of Method0",
    "results of Model0 on Benchmark0", "what outperforms Method0", "what does Own77 outperform",
    "what is Method0 compared with", "compare Method0 and Method1", "compare Model0 and Model1",
    "models based on Model0", "models fine-tuned from Model0", "methods that extend Method0",
    "what is Model1199 based on", "what was trained on Dataset0", "papers that train on Dataset0",
    "papers on Task0", "papers on Task0 since 2025", "methods for Task0", "benchmarks for Task0",
    "papers using Hardware0", "papers that use Method0", "papers that use Method0 since 2025",
    "methods evaluated on Model0", "methods evaluated on Benchmark0",
    "models evaluated on Benchmark0", "methods used together with Method0",
    "papers that mention Method0", "what is new since 2026-06", "new methods since 2026-06",
    "how is Method0 connected to Benchmark0", "code of Own5", "methods evaluated on Modell0",
)  # fmt: skip


def thing(type_name, number):
    return f"{type_name.lower()}/x{number}"


class Made:
    """A graph in the making: things are picked the more often the lower their number."""

    def __init__(self):
        self.draw = random.Random(3)
        self.facts, self.results, self.documents = {}, [], []
        counts = {type_name: count for _, type_name, count, _ in NAMED} | {"Metric": 150}
        self.entities = [
            Entity(
                thing(name, number), name, f"{name}{number}", direction=("higher", "")[number % 2]
            )
            for name, count in counts.items()
            for number in range(count)
        ]
        for number in range(PAPERS):
            self.paper(number)
        for number in range(1, 1200):
            other = int(number * self.draw.random() ** 2)
            proof = self.proof(self.documents[number].id)
            self.add(thing("Model", number), "fineTunedFrom", thing("Model", other), proof)

    def pick(self, type_name, count):
        return thing(type_name, int(count * self.draw.random() ** 3))

    def proof(self, paper):
        return Evidence(paper, "abstract", 0, self.draw.randint(20, 180), "made", 0.9)

    def add(self, subject, relation, target, proof, premises=()):
        status = "derived" if premises else "extracted"
        if subject != target:
            fact = Fact(subject, relation, target, (proof,), status, premises)
            self.facts.setdefault((subject, relation, target), fact)

    def paper(self, number):
        paper, own = (
            f"paper/{20 + number // 4000}{number % 12 + 1:02d}.{number:05d}",
            f"method/own{number}",
        )
        date = PartialDate(2020 + number * 7 // PAPERS, number % 12 + 1, number % 28 + 1)
        identifier = Identifier("arxiv", paper.removeprefix("paper/"))
        title = f"Own{number}: A Title as Long as Titles Are"
        self.documents.append(Document(paper, title, TEXT, date=date, identifiers=(identifier,)))
        self.entities.append(Entity(paper, "Paper", title, date=date))
        self.entities.append(Entity(own, "Method", f"Own{number}", listed=False))
        self.add(paper, "introduces", own, self.proof(paper))
        if number % 3 == 0:
            self.add(own, "extends", self.pick("Method", 800), self.proof(paper))
        for relation, type_name, count, most in NAMED:
            for _ in range(self.draw.randint(0, most)):
                self.say(paper, own, relation, self.pick(type_name, count))
        for _ in range(self.draw.randint(0, 3)):
            self.measure(paper, own)

    def say(self, paper, own, relation, target):
        premises = sorted((fact_id(paper, "introduces", own), fact_id(paper, relation, target)))
        self.add(paper, relation, target, self.proof(paper))
        self.add(own, relation, target, self.proof(paper), tuple(premises))
        self.add(paper, "mentions", target, self.proof(paper))

    def measure(self, paper, own):
        value, kind = (
            Decimal(self.draw.randint(100, 999)) / 10,
            self.draw.choice(("absolute", "delta")),
        )
        slots = {"method": own, "data": self.pick("Benchmark", 1500)}
        slots |= {"model": self.pick("Model", 1200), "metric": self.pick("Metric", 150)}
        role = self.draw.choice(("own", "own", "baseline"))
        proof = (self.proof(paper),)
        self.results.append(
            Result(paper, (value,), "", proof, unit="%", kind=kind, role=role, **slots)
        )

    def graph(self):
        return Graph(
            documents=tuple(sorted(self.documents, key=lambda item: item.id)),
            entities=tuple(sorted(self.entities, key=lambda item: item.id)),
            facts=tuple(self.facts[key] for key in sorted(self.facts)),
            results=tuple(self.results),
        )


def timed(path, question):
    with open_store(path) as store:
        began = time.process_time()
        try:
            answer = ask(store, question)
            told = (answer.total, answer.intent)
        except KgError as error:
            told = (0, type(error).__name__)
        return (time.process_time() - began, *told, question)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if sys.argv[1:] else Path(folder) / "kg.sqlite"
        if not sys.argv[1:]:
            with open_writer(path) as writer, writer.transaction():
                writer.replace_graph(Made().graph(), {"graph_id": "made"})
        for seconds, rows, intent, question in sorted(
            (timed(path, question) for question in QUESTIONS), reverse=True
        ):
            print(f"{seconds:6.2f} s {rows:6} {intent:24} {question}")


if __name__ == "__main__":
    main()
