"""Fit the encoder that the accurate tier reads with, and write it in eight bits.

    python -m training.encoder --gold GOLD --corpus CORPUS --start START --out FOLDS

START is a folder with ``pieces.txt``, a vocabulary of WordPiece, and ``start.pt``, the weights of
an encoder that was trained on plain text (see README.md). It is fitted three times to tell where
names begin and go on: on either half of the annotated papers, for the weights that must not have
seen what they are learned from (``encoder0.npz`` has not seen half 0), and on all
(``encoder.npz``). Needs torch, and takes an hour on two cores.

One round goes over all papers, two over those that were read with care, those of GOLD twice.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import click
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.mentions import find_mentions
from kg.mentions.weigh import hints, proposals
from kg.recogniser.encoder import Chunk, Word, chunks
from kg.recogniser.features import Features
from kg.recogniser.pieces import Pieces
from kg.recogniser.second import told
from kg.recogniser.tagger import FOLDER, read_table
from training import annotated
from training.catalogue import RULES
from training.gold import Paper, all_papers, bio, stretches

WIDTH, HEADS, INNER, DEPTH, LONGEST = 384, 12, 1536, 4, 256
ROUNDS, BATCH, RATE, HEAD_RATE, WARM, DROPPED = 3, 16, 2e-4, 1e-3, 100, 0.1
#: What is told of fewer tokens than this is not known.
RARE = 15
#: A paper's kind of annotation is told: that of GOLD is asked for.
KINDS = ("gold", "daily-papers", "all-fields", "careful")
FAST = "all-fields"


class Example(NamedTuple):
    """Words that are read together, with the kind of their paper and the label of each."""

    kind: int
    chunk: Chunk
    labels: list[int]


@dataclass(frozen=True)
class Vocabulary:
    """The pieces, what rules may say, and the labels."""

    pieces: list[str]
    said: list[str]
    labels: list[str]


#: The words of a sentence and their labels.
Sentence = tuple[list[Word], list[str]]


def half(paper: str) -> int:
    """Return the half that a paper is in, by its id."""
    return crc32(paper.encode()) % 2


def read_sentences(papers: Sequence[Paper]) -> list[list[Sentence]]:
    """Return for each paper its sentences, as the recogniser tells them to the encoder."""
    tables = (read_table(FOLDER / f"{name}.tsv.gz") for name in ("clusters", "uses"))
    features = Features(*tables, tuple)
    found = []
    for paper in papers:
        reading, named = paper.reading, stretches(paper)
        proposed, hinted = proposals(find_mentions(reading, recognisers=RULES)), hints(reading)
        read = [one.tokens for one in features.sentences(reading, proposed, hinted) if one.tokens]
        words = told(reading.text, read, proposed, hinted)
        found.append(list(zip(words, (bio(tokens, named) for tokens in read), strict=True)))
    return found


def vocabulary(pieces: Path, read: Sequence[Sequence[Sentence]]) -> Vocabulary:
    """Return what the words of some papers are made of."""
    words = [word for sentences in read for one, _ in sentences for word in one]
    count = Counter(label for word in words for label in word.said if label)
    labels = {label for sentences in read for _, one in sentences for label in one}
    said = sorted(label for label, number in count.items() if number >= RARE)
    return Vocabulary(pieces.read_text(encoding="utf-8").split("\n"), said, sorted(labels))


def examples(sentences: Sequence[Sentence], kind: int, known: Vocabulary) -> Iterator[Example]:
    """Yield the words of whole sentences, as many as are read together."""
    said = {label: row for row, label in enumerate(known.said, 1)}
    label_of = {label: row for row, label in enumerate(known.labels)}
    wanted = [label_of[label] for _, labels in sentences for label in labels]
    words = (words for words, _ in sentences)
    for chunk in chunks(words, Pieces(known.pieces), said):
        yield Example(kind, chunk, [wanted[row] for row in chunk.rows])


class Layer(nn.Module):
    """One layer of an encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.f1, self.f2 = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.ln1, self.ln2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, given: Tensor, mask: Tensor) -> Tensor:
        """Return what the layer makes of rows of vectors, where the mask has pieces."""
        size, length, _ = given.shape
        dropped = DROPPED if self.training else 0.0
        parts = self.qkv(given).view(size, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(*parts, attn_mask=mask, dropout_p=dropped)
        mixed = self.o(mixed.transpose(1, 2).reshape(size, length, WIDTH))
        given = self.ln1(given + functional.dropout(mixed, dropped))
        inner = self.f2(functional.gelu(self.f1(given)))
        return self.ln2(given + functional.dropout(inner, dropped))


class Body(nn.Module):
    """What was trained on plain text."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.word, self.pos = nn.Embedding(pieces, WIDTH), nn.Embedding(LONGEST, WIDTH)
        self.ln = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(DEPTH))


class Tagger(nn.Module):
    """The encoder, with what it is told of each word and what it says of it."""

    def __init__(self, known: Vocabulary) -> None:
        super().__init__()
        self.enc, self.sh = Body(len(known.pieces)), nn.Embedding(10, WIDTH)
        self.ru = nn.Embedding(len(known.said) + 1, WIDTH, padding_idx=0)
        self.style = nn.Embedding(len(KINDS), WIDTH)
        self.out = nn.Linear(WIDTH, len(known.labels))
        for table in (self.sh, self.ru):
            table.weight.data.normal_(0, 0.02)
        self.ru.weight.data[0] = 0
        self.style.weight.data.zero_()

    def forward(self, batch: Mapping[str, Tensor]) -> Tensor:
        """Return the scores of the labels of all words of a batch."""
        dropped = DROPPED if self.training else 0.0
        places = self.enc.pos.weight[: batch["pieces"].shape[1]]
        found = self.enc.word(batch["pieces"]) + places + self.sh(batch["forms"])
        found = found + self.ru(batch["said"]).sum(2) + self.style(batch["kind"])[:, None]
        found = functional.dropout(self.enc.ln(found), dropped)
        for layer in self.enc.layers:
            found = layer(found, batch["mask"])
        return self.out(functional.dropout(found[batch["row"], batch["first"]], dropped))


def as_batch(chosen: Sequence[Example]) -> tuple[dict[str, Tensor], Tensor]:
    """Return examples side by side, filled up to the longest, and their labels."""
    size, length = len(chosen), max(len(one.chunk.pieces) for one in chosen)
    batch = {name: torch.zeros(size, length, dtype=torch.long) for name in ("pieces", "forms")}
    batch["said"] = torch.zeros(size, length, 3, dtype=torch.long)
    batch["mask"] = torch.zeros(size, 1, 1, length, dtype=torch.bool)
    for row, one in enumerate(chosen):
        count = len(one.chunk.pieces)
        for name in ("pieces", "forms", "said"):
            batch[name][row, :count] = torch.tensor(getattr(one.chunk, name))
        batch["mask"][row, :, :, :count] = True
    batch["kind"] = torch.tensor([one.kind for one in chosen])
    batch["row"] = torch.tensor([row for row, one in enumerate(chosen) for _ in one.labels])
    batch["first"] = torch.tensor([first for one in chosen for first in one.chunk.firsts])
    return batch, torch.tensor([label for one in chosen for label in one.labels])


def fit(rounds: Sequence[Sequence[Example]], known: Vocabulary, start: Path) -> Tagger:
    """Fit an encoder; each round goes over its examples once, those of a length together."""
    torch.manual_seed(1)
    chance = random.Random(1)
    model = Tagger(known)
    model.enc.load_state_dict({k: v.float() for k, v in torch.load(start).items()})
    body = {id(parameter) for parameter in model.enc.parameters()}
    heads = [parameter for parameter in model.parameters() if id(parameter) not in body]
    groups: list[dict[str, Any]] = [{"params": list(model.enc.parameters()), "lr": RATE}]
    groups.append({"params": heads, "lr": HEAD_RATE})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = sum(-(-len(one) // BATCH) for one in rounds)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARM) * max(0, 1 - step / steps)
    )
    for number, round_ in enumerate(rounds):
        total = 0.0
        for chosen in _batches(round_, chance):
            batch, wanted = as_batch(chosen)
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(batch).float()
            loss = functional.cross_entropy(scores, wanted)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            slope.step()
            total += loss.item() * len(chosen)
        click.echo(f"round {number}: loss {total / len(round_):.4f}", err=True)
    return model


def _batches(chosen: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    order = sorted(
        range(len(chosen)), key=lambda i: (len(chosen[i].chunk.pieces) // 16, chance.random())
    )
    starts = range(0, len(order), BATCH)
    batches = [[chosen[i] for i in order[start : start + BATCH]] for start in starts]
    chance.shuffle(batches)
    return batches


def write(model: Tagger, known: Vocabulary, path: Path) -> None:
    """Write an encoder: tables in eight bits with a scale for each row, single rows in full."""
    stored: dict[str, Any] = {
        name: np.frombuffer("\n".join(getattr(known, name)).encode(), np.uint8)
        for name in ("labels", "pieces", "said")
    }
    for name, weights in model.state_dict().items():
        found = weights.float()
        scale = torch.ones(1)
        if found.dim() > 1:
            scale = (found.abs().amax(-1, keepdim=True) / 127).clamp(min=1e-8)
            found = (found / scale).round().to(torch.int8)
        stored[f"{name}|int8"], stored[f"{name}|scale"] = found.numpy(), scale.half().numpy()
    np.savez_compressed(path, **stored)


def rounds_of(
    papers: Sequence[tuple[str, list[Example]]],
) -> list[list[Example]]:
    """Return the examples of each round, given kind and examples of each paper."""
    first = [one for _, found in papers for one in found]
    careful = [
        one
        for kind, found in papers
        if kind != FAST
        for one in found * (2 if kind == KINDS[0] else 1)
    ]
    return [first, *[careful] * (ROUNDS - 1)]


@click.command(help=__doc__)
@click.option("--gold", type=click.Path(path_type=Path), required=True)
@click.option("--corpus", type=click.Path(path_type=Path), required=True)
@click.option("--start", type=click.Path(path_type=Path), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--most", type=int, help="Of so many papers alone, to try it.")
def main(gold: Path, corpus: Path, start: Path, out: Path, most: int | None) -> None:
    """Fit and write three encoders."""
    papers = all_papers(gold / "train.json", gold / "train_texts.jsonl", corpus)[:most]
    kinds = {row["id"]: file for file, rows in annotated.rows_by_file().items() for row in rows}
    read = read_sentences(papers)
    known = vocabulary(start / "pieces.txt", read)
    taught = []
    for paper, sentences in zip(papers, read, strict=True):
        kind = kinds.get(paper.id, KINDS[0])
        taught.append((paper.id, kind, list(examples(sentences, KINDS.index(kind), known))))
    out.mkdir(parents=True, exist_ok=True)
    for name, held in (("encoder0", 0), ("encoder1", 1), ("encoder", None)):
        chosen = [(kind, found) for paper, kind, found in taught if half(paper) != held]
        write(fit(rounds_of(chosen), known, start / "start.pt"), known, out / f"{name}.npz")


if __name__ == "__main__":
    main()
