"""Learn the weights of models/agreement.json: what counts of one occurrence say of each other's places.

    python training/agreement.py OUT.json --pages DOCS.jsonl GOLD.jsonl [--pages …] [--articles DOCS.jsonl] [--folds 5]

Pages and claims are those of training/answers.py. Each page's first choices of places and dates and its groups are
made by weights that were not learnt from its incident (training/groups.py), as on a page that nobody has seen.
`--folds` prints how often the second choice is right when the pages of its incident were not learnt from, beside the
first.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answers import Answered, asked, findings, matched
from choosing import Example, chosen, fit, write
from counterclaim.model import RESPONSIBILITY
from counterclaim.pipeline import heard
from counterclaim.resources import Resources, load_resources
from counterclaim.setting.agreeing import Agreement, shares
from counterclaim.setting.choosing import Chooser, Choosers
from counterclaim.setting.gathering import gather
from counterclaim.setting.placing import Weighed
from counterclaim.stages.settings import PageScenes, read_scenes
from groups import PARTS, choosers, grouped, part_of, parted
from places import SCALE, is_same

PENALTY = 8.0


@dataclass(frozen=True)
class Again:
    """A claim with its first choice, and its second one as an example where another count says something."""

    first: bool
    example: Example | None
    counted: bool


def again(told: Answered, chosen_by: Choosers, resources: Resources) -> Iterator[Again]:
    """The claims of one page whose place is known."""
    page, lexicon = findings(told.page, resources), resources.lexicon
    reader = read_scenes(told.page, heard(page), page.parse, page.mentions, page.times, lexicon)
    scenes = PageScenes(reader, lexicon)
    weighed = scenes.weighed(chosen_by.places)
    likely = [shares(one) for one in weighed]
    numbers = gather(reader, scenes.occurrences, scenes.ruled_settings(chosen_by), likely, lexicon, chosen_by.groups)
    agreement = Agreement(scenes.placer.told, weighed, numbers)
    known = [(i, a, [p for p in a.right if p]) for i, a in matched(page.findings, told.answers)]
    taught = [(i, a, places) for i, a, places in known if places and weighed[i].view.keys]
    weight = SCALE / math.sqrt(max(1, len(taught)))
    for i, answer, places in taught:
        one = weighed[i]
        names = [scenes.placer.named(one.view, n).name for n in range(len(one.view.keys))]
        right = tuple(is_same(name, places) for name in names)
        features = agreement.features(i)
        example = Example(told.group, tuple(features), right, weight) if features else None
        yield Again(right[best(one)], example, answer.aspect != RESPONSIBILITY)


def best(weighed: Weighed) -> int:
    """The number of the first choice."""
    settled = weighed.view.settled
    return max(range(len(weighed.scores)), key=lambda n: weighed.scores[n]) if settled is None else settled


def report(told: Sequence[Again], folds: int) -> None:
    """Print how often first and held-out second choices are right."""
    examples = [a.example for a in told if a.example]
    second = iter(chosen(examples, folds, penalty=PENALTY))
    right = [a.example.right[next(second)] if a.example else a.first for a in told]
    for name, counted in (("counts", True), ("responsibility", False)):
        pairs = [(a.first, ok) for a, ok in zip(told, right, strict=True) if a.counted == counted]
        if pairs:
            first, later = (100 * sum(part) / len(pairs) for part in zip(*pairs, strict=True))
            print(f"{name}: {len(pairs)}, first choice right {first:.1f} %, held out right {later:.1f} %")


def main() -> None:
    """Fit, report and write."""
    options, places, dates, incidents = asked(__doc__, "place", "date", "incident")
    resources = load_resources()
    by_part = list(choosers(places, dates, resources, PARTS))
    read = [p for p in incidents if findings(p.page, resources).findings]
    pages = [grouped(p, by_part[part_of(p.group, PARTS)], resources) for p in read]
    known = [
        Choosers(c.places, c.dates, c.bearers, groups) for c, groups in zip(by_part, parted(pages, PARTS), strict=True)
    ]
    told = [
        a
        for p in places
        if findings(p.page, resources).findings
        for a in again(p, known[part_of(p.group, PARTS)], resources)
    ]
    if options.folds:
        report(told, options.folds)
    examples = [a.example for a in told if a.example]
    weights = fit(examples, penalty=PENALTY)
    write(options.out, weights)
    right = sum(e.right[Chooser(weights).best(e.candidates) or 0] for e in examples)
    print(f"{len(weights)} weights from {len(examples)} claims, right on them: {100 * right / len(examples):.1f} %")


if __name__ == "__main__":
    main()
