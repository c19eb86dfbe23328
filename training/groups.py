"""Learn the weights of models/groups.json: which findings of a page tell of one occurrence.

    python training/groups.py OUT.json --pages DOCS.jsonl GOLD.jsonl [--pages …] [--articles DOCS.jsonl] [--folds 5]

Pages and claims are those of training/answers.py; claims of a page with one `incident` tell of one occurrence. Every
two findings that would be compared are an example. Places and dates are part of what speaks for a pair: those of a page
are chosen by weights that were not learnt from its incident, as they will be on a page that nobody has seen. `--folds`
prints how well the counts of a page are grouped when the pages of its incident were not learnt from, beside the rules.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answers import Answered, asked, findings, matched
from choosing import Example, fit, write
from counterclaim.pipeline import heard
from counterclaim.resources import Resources, load_resources
from counterclaim.setting.choosing import Chooser, Choosers, Features
from counterclaim.setting.gathering import SAME, WINDOW, Pair, against, clustered
from counterclaim.setting.retelling import Retold, retell
from counterclaim.setting.sameness import Sameness, compared
from counterclaim.stages.settings import PageScenes, read_scenes
from dates import PENALTY as DATES_PENALTY
from dates import choices as date_choices
from places import PENALTY as PLACES_PENALTY
from places import choices as place_choices

PENALTY = 4.0
PARTS = 5  # in which places and dates are learnt for each other
BLAME = 0.5  # how much a pair counts of which one is no count
NOTHING = Chooser({})


@dataclass(frozen=True)
class Grouped:
    """A page's findings in order, the features of their pairs, and the incidents of those that people annotated."""

    group: str
    printed: bool
    told: Sequence[Retold]
    pairs: Mapping[Pair, Features]
    truth: Mapping[int, str]

    def examples(self) -> Iterator[Example]:
        """Its pairs of known findings; a page's weigh as much as it has such findings, half of that."""
        for (a, b), features in self.pairs.items():
            if a in self.truth and b in self.truth:
                one = self.truth[a] == self.truth[b]
                blames = self.told[a].blames or self.told[b].blames
                weight = (BLAME if blames else 1.0) / len(self.truth)
                yield Example(self.group, (features, {}), (one, not one), weight)

    def clusters(self, chooser: Chooser) -> dict[int, int]:
        """The cluster of each finding."""
        logits = {pair: chooser.score(f) for pair, f in self.pairs.items()}
        found = clustered(len(self.told), logits, against(printed=self.printed))
        return {n: k for k, cluster in enumerate(found) for n in cluster}

    def counts(self) -> list[int]:
        """The known findings that are counts."""
        return [n for n in self.truth if not self.told[n].blames]


def part_of(group: str, parts: int) -> int:
    """The part in which the pages of one group are held out."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % parts


def choosers(
    places: Sequence[Answered], dates: Sequence[Answered], resources: Resources, parts: int
) -> Iterator[Choosers]:
    """For each part the weights of places and dates learnt from the others."""
    placed = [c.example for page in places for c in place_choices(page, resources)]
    dated = [c.example for page in dates for c in date_choices(page, resources)]
    for k in range(parts):
        kept = ([e for e in told if part_of(e.group, parts) != k] for told in (placed, dated))
        by_place, by_date = next(kept), next(kept)
        chosen = fit(by_place, penalty=PLACES_PENALTY), fit(by_date, penalty=DATES_PENALTY)
        yield Choosers(Chooser(chosen[0]), Chooser(chosen[1]), NOTHING, NOTHING)


def grouped(told: Answered, chosen: Choosers, resources: Resources) -> Grouped:
    """One page."""
    page, lexicon = findings(told.page, resources), resources.lexicon
    reader = read_scenes(told.page, heard(page), page.parse, page.mentions, page.times, lexicon)
    scenes = PageScenes(reader, lexicon)
    likely = [one.shares for one in scenes.weighed(chosen.places)]
    retold = retell(reader, scenes.occurrences, scenes.ruled_settings(chosen), likely, lexicon)
    sameness = Sameness(reader, lexicon)
    pairs = {
        (a, b): dict.fromkeys(sameness.features(retold[a], retold[b]), 1.0) for a, b in compared(retold, WINDOW, SAME)
    }
    order = {r.number: r.order for r in retold}
    truth = {order[i]: a.right[0] for i, a in matched(page.findings, told.answers) if a.right[0]}
    return Grouped(told.group, sameness.printed, retold, pairs, truth)


def report(name: str, pages: Sequence[Grouped], found: Sequence[Mapping[int, int]]) -> None:
    """Print B-cubed (Bagga and Baldwin 1998) and the F1 of pairs within pages, over all counts."""
    shares, count, pairs = [0.0, 0.0], 0, [0, 0, 0]
    for page, cluster in zip(pages, found, strict=True):
        ours, theirs = defaultdict(set), defaultdict(set)
        for n in page.counts():
            ours[cluster[n]].add(n)
            theirs[page.truth[n]].add(n)
        for n in page.counts():
            one, two = ours[cluster[n]], theirs[page.truth[n]]
            shares[0] += len(one & two) / len(one)
            shares[1] += len(one & two) / len(two)
            pairs = [p + len(s) - 1 for p, s in zip(pairs, (one & two, one, two), strict=True)]
            count += 1
    precision, recall = (100 * share / max(1, count) for share in shares)
    both = 2 * precision * recall / (precision + recall)
    same = 200 * pairs[0] / max(1, pairs[1] + pairs[2])
    print(f"{name:10} B-cubed P {precision:.1f} R {recall:.1f} F1 {both:.1f}; pairs F1 {same:.1f}; {count} counts")


def parted(pages: Sequence[Grouped], parts: int) -> list[Chooser]:
    """For each part the weights of groups learnt from the others."""
    return [
        Chooser(fit([e for p in pages if part_of(p.group, parts) != k for e in p.examples()], penalty=PENALTY))
        for k in range(parts)
    ]


def held_out(pages: Sequence[Grouped], folds: int) -> list[dict[int, int]]:
    """For each page the clusters of its findings when its group was not learnt from."""
    weights = parted(pages, folds)
    return [p.clusters(weights[part_of(p.group, folds)]) for p in pages]


def main() -> None:
    """Fit, report and write."""
    options, places, dates, incidents = asked(__doc__, "place", "date", "incident")
    resources = load_resources()
    by_part = list(choosers(places, dates, resources, PARTS))
    read = [p for p in incidents if findings(p.page, resources).findings]
    pages = [grouped(p, by_part[part_of(p.group, PARTS)], resources) for p in read]
    report("rules", pages, [{r.order: r.rules for r in p.told} for p in pages])
    if options.folds:
        report("held out", pages, held_out(pages, options.folds))
    examples = [e for p in pages for e in p.examples()]
    weights = fit(examples, penalty=PENALTY)
    write(options.out, weights)
    report("learnt", pages, [p.clusters(Chooser(weights)) for p in pages])
    print(f"{len(weights)} weights from {len(examples)} pairs on {len(pages)} pages")


if __name__ == "__main__":
    main()
