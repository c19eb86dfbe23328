"""Fit a conditional logit with an L2 penalty to choices among candidates (setting/choosing.py uses the weights).

The loss is convex where one candidate is right, and is minimised by Adam from nought in a set number of steps: the same
data give the same weights, and no seed matters. Examples of one group are held out together when it is cross-validated.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from counterclaim.setting.choosing import Chooser, Features

STEPS = 400
RATE = 0.06
LEAST = 0.005  # weights nearer to nought are left out


@dataclass(frozen=True)
class Example:
    """One choice: the candidates' features, which of them are right, how much it counts; `group` is held out whole."""

    group: str
    candidates: tuple[Features, ...]
    right: tuple[bool, ...]
    weight: float = 1.0


def fit(examples: Sequence[Example], *, penalty: float = 1.0, rare: int = 5, steps: int = STEPS) -> dict[str, float]:
    """The weights, by feature. Features of fewer than `rare` candidates are left out, and so is what cannot teach.

    An example teaches when some candidates are right and some are not; several right ones share the credit.
    """
    examples = [e for e in examples if any(e.right) and not all(e.right)]
    seen = Counter(name for e in examples for c in e.candidates for name in c)
    names = sorted(name for name, n in seen.items() if n >= rare)
    index = {name: k for k, name in enumerate(names)}
    rows = [(e, c, ok) for e, one in enumerate(examples) for c, ok in zip(one.candidates, one.right, strict=True)]
    cells = [(r, index[n], v) for r, (_, c, _) in enumerate(rows) for n, v in c.items() if n in index]
    if not cells:
        return {}
    row, column, value = (np.array(part) for part in zip(*cells, strict=True))
    example, good = np.array([e for e, _, _ in rows]), np.array([ok for _, _, ok in rows], dtype=float)
    counts = np.array([e.weight for e in examples])[example]
    weights = np.zeros(len(names))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        scores = np.bincount(row, weights[column] * value, minlength=len(rows))
        wrong = (_shares(scores, example, np.ones_like(good)) - _shares(scores, example, good)) * counts
        slope = np.bincount(column, wrong[row] * value, minlength=len(names)) + penalty * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {n: round(float(w), 3) for n, w in zip(names, weights, strict=True) if abs(w) >= LEAST}


def _shares(scores: np.ndarray, example: np.ndarray, among: np.ndarray) -> np.ndarray:
    """Each candidate's probability within its example, of those `among` which one is sought."""
    top = np.full(example[-1] + 1, -np.inf)
    np.maximum.at(top, example, scores)
    odds = np.exp(scores - top[example]) * among
    return odds / np.maximum(np.bincount(example, odds), 1e-300)[example]


def chosen(examples: Sequence[Example], folds: int, *, penalty: float = 1.0, rare: int = 5) -> list[int]:
    """For each example the number of the best candidate when its group was not learnt from."""
    groups = sorted({e.group for e in examples})
    fold = {group: k % folds for k, group in enumerate(groups)}
    best = [0] * len(examples)
    for k in range(folds):
        chooser = Chooser(fit([e for e in examples if fold[e.group] != k], penalty=penalty, rare=rare))
        for i, e in enumerate(examples):
            if fold[e.group] == k:
                best[i] = chooser.best(e.candidates) or 0
    return best


def held_out(examples: Sequence[Example], folds: int, *, penalty: float = 1.0, rare: int = 5) -> list[bool]:
    """For each example whether the best candidate is right when its group was not learnt from."""
    best = chosen(examples, folds, penalty=penalty, rare=rare)
    return [bool(e.right) and e.right[n] for e, n in zip(examples, best, strict=True)]


def is_right(chooser: Chooser, example: Example) -> bool:
    """Whether the best candidate is a right one."""
    best = chooser.best(example.candidates)
    return best is not None and example.right[best]


def write(path: Path, weights: dict[str, float]) -> None:
    """Write the weights as the package reads them."""
    path.write_text(json.dumps({"weights": weights}, indent=0, sort_keys=True) + "\n", encoding="utf-8")
