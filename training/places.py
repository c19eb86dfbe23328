"""Learn the weights of models/places.json: which of a page's places is that of a claim.

    python training/places.py OUT.json --pages DOCS.jsonl GOLD.jsonl [--pages …] [--articles DOCS.jsonl] [--folds 8]

Pages and claims are those of training/answers.py, `--articles` the pages of FA-KES; our own pages are
always among them. A claim is an example where the
pipeline found it and its `place` is known. `--folds` prints how often the answer is right when the pages of its
incident were not learnt from, beside the rules' own answer.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answers import Answered, asked, findings, matched
from choosing import Example, chosen, fit, write
from counterclaim.model import RESPONSIBILITY
from counterclaim.pipeline import heard
from counterclaim.resources import Resources, load_resources
from counterclaim.setting.choosing import Chooser
from counterclaim.stages.settings import PageScenes, read_scenes

PENALTY = 8.0
SCALE = 2.75  # what a page with n claims teaches grows with the root of n; so scaled all pages teach as much as before
OURS = 0.3  # of what another page teaches: held out, what outlets printed is read a little better so than with half
SMALL = re.compile(r"\b(al|el|ar|as|an|ash|at|the|city|town|village|province|district|governorate|of|near)\b")


@dataclass(frozen=True)
class Choice:
    """An example, with whether the rules are right and whether it is a count."""

    example: Example
    ruled: bool
    counted: bool
    settled: int | None

    def is_right(self, best: int | None) -> bool:
        """Whether the answer is right when candidate number `best` is the best one."""
        given = best if self.settled is None else self.settled
        return given is not None and self.example.right[given]


def choices(told: Answered, resources: Resources) -> Iterator[Choice]:
    """The claims of one page whose place is known."""
    page = findings(told.page, resources)
    if not page.findings:
        return
    reader = read_scenes(told.page, heard(page), page.parse, page.mentions, page.times, resources.lexicon)
    scenes = PageScenes(reader, resources.lexicon)
    taught = [(i, answer, [p for p in answer.right if p]) for i, answer in matched(page.findings, told.answers)]
    weight = (OURS if told.ours else 1.0) * SCALE / math.sqrt(max(1, sum(bool(places) for *_, places in taught)))
    for i, answer, places in taught:
        if places:
            ruled = scenes.ruled(*scenes.placer.homes[i])
            view = scenes.placer.view(i, ruled)
            names = [scenes.placer.named(view, n).name for n in range(len(view.keys))]
            right = tuple(is_same(name, places) for name in names)
            example = Example(told.group, tuple(scenes.placer.features(view)), right, weight)
            counted = answer.aspect != RESPONSIBILITY
            if names:
                yield Choice(example, bool(ruled and is_same(ruled.name, places)), counted, view.settled)


def is_same(name: str, places: Sequence[str]) -> bool:
    """Whether a name is that of one of the places, or a part of it, once spelling is evened out."""
    one = evened(name)
    return any(one and (other := evened(p)) and (one in other or other in one) for p in places)


def evened(name: str) -> str:
    """A name without marks, articles and words for kinds of place, in one transliteration."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = SMALL.sub(" ", re.sub(r"[^a-z0-9 ]+", " ", plain))
    for variant, usual in (("kh", "h"), ("ou", "u"), ("ei", "i"), ("ey", "i")):
        words = words.replace(variant, usual)
    return re.sub(r"[^a-z0-9]", "", re.sub(r"(.)\1", r"\1", words))


def report(told: Sequence[Choice], folds: int) -> None:
    """Print how often held-out answers are right."""
    best = chosen([c.example for c in told], folds, penalty=PENALTY)
    right = [c.is_right(n) for c, n in zip(told, best, strict=True)]
    for name, counted in (("counts", True), ("responsibility", False)):
        pairs = [(ok, c.ruled) for ok, c in zip(right, told, strict=True) if c.counted == counted]
        if pairs:
            reached, ruled = (100 * sum(part) / len(pairs) for part in zip(*pairs, strict=True))
            print(f"{name}: {len(pairs)}, rules right {ruled:.1f} %, held out right {reached:.1f} %")


def main() -> None:
    """Fit, report and write."""
    options, pages = asked(__doc__, "place")
    resources = load_resources()
    told = [c for page in pages for c in choices(page, resources)]
    if options.folds:
        report(told, options.folds)
    examples = [c.example for c in told]
    weights = fit(examples, penalty=PENALTY)
    write(options.out, weights)
    right = sum(c.is_right(Chooser(weights).best(c.example.candidates)) for c in told)
    print(f"{len(weights)} weights from {len(examples)} claims, right on them: {100 * right / len(examples):.1f} %")


if __name__ == "__main__":
    main()
