"""Learn the weights of models/dates.json: which of a page's dates is that of a claim, if any.

    python training/dates.py OUT.json --pages DOCS.jsonl GOLD.jsonl [--pages …] [--articles DOCS.jsonl] [--folds 8]

Pages and claims are those of training/answers.py, `--articles` the pages of FA-KES; our own pages are
always among them. A claim is an example where the
pipeline found it; its `date` is a day or an interval (2019-04-03/2019-04-10), null where the page does not date what it
tells. Where none of the page's dates is right the lesson is that none is, which counts less. `--folds` prints, for
pages not learnt from, how many dated claims get their date and how many undated ones get some date all the same, beside
what the rules give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answers import Answer, Answered, asked, findings, matched
from choosing import Example, chosen, fit, write
from counterclaim.model import RESPONSIBILITY, Interval
from counterclaim.resources import Resources, load_resources
from counterclaim.setting.choosing import Chooser
from counterclaim.stages.settings import PageScenes, read_scenes

PENALTY = 8.0
UNNAMED = 0.2  # how much a claim counts whose date is none of those that the page names
UNDATED = 0.8  # and one that no reader would date: they are three in ten on some pages that teach, one in ten on others


@dataclass(frozen=True)
class Choice:
    """An example, what is accepted, the days that stand to choice, and what the rules give."""

    example: Example
    answer: Answer
    days: tuple[Interval | None, ...]
    ruled: Interval | None
    settled: Interval | None

    def given(self, best: int) -> Interval | None:
        """The answer when candidate number `best` is the best one."""
        return self.settled or self.days[best]


def choices(told: Answered, resources: Resources) -> Iterator[Choice]:
    """The counts of one page."""
    page = findings(told.page, resources)
    if not page.findings:
        return
    reader = read_scenes(told.page, page.findings, page.parse, page.mentions, page.times, resources.lexicon)
    dates = PageScenes(reader, resources.lexicon).dates
    for i, answer in matched(page.findings, told.answers):
        if answer.aspect != RESPONSIBILITY:
            view = dates.view(i)
            days = (None, *view.keys)
            right = [is_right(d, answer) for d in days]
            weight = weighed(answer, right)
            right[0] |= not any(right)
            example = Example(told.group, tuple(dates.features(view)), tuple(right), weight)
            yield Choice(example, answer, days, view.ruled, view.settled)


def weighed(answer: Answer, right: Sequence[bool]) -> float:
    """How much a claim teaches, by what is accepted for it and which candidates that makes right."""
    if set(answer.right) == {None}:
        return UNDATED
    return 1.0 if any(right) else UNNAMED


def is_right(days: Interval | None, answer: Answer) -> bool:
    """Whether days are among those accepted, of which a month or year may stand for its days' beginning."""
    for right in answer.right:
        first, _, last = (right or "").partition("/")
        if days is None or right is None:
            if days is None and right is None:
                return True
        elif days.earliest.startswith(first) and days.latest.startswith(last or first):
            return True
    return False


def report(name: str, told: Sequence[Choice], given: Sequence[Interval | None]) -> None:
    """Print how many dated claims get their date, and how many undated ones get any."""
    pairs = list(zip(told, given, strict=True))
    dated = [is_right(d, c.answer) for c, d in pairs if None not in c.answer.right]
    undated = [d is not None for c, d in pairs if set(c.answer.right) == {None}]
    print(
        f"{name:10} right {100 * sum(dated) / max(1, len(dated)):5.1f} % of {len(dated)} dated claims;",
        f"a date for {sum(undated)} of {len(undated)} undated ones",
    )


def main() -> None:
    """Fit, report and write."""
    options, pages = asked(__doc__, "date")
    resources = load_resources()
    told = [c for page in pages for c in choices(page, resources)]
    examples = [c.example for c in told]
    report("rules", told, [c.ruled for c in told])
    if options.folds:
        numbers = chosen(examples, options.folds, penalty=PENALTY)
        report("held out", told, [c.given(n) for c, n in zip(told, numbers, strict=True)])
    weights = fit(examples, penalty=PENALTY)
    write(options.out, weights)
    best = [Chooser(weights).best(e.candidates) or 0 for e in examples]
    report("learnt", told, [c.given(n) for c, n in zip(told, best, strict=True)])
    print(f"{len(weights)} weights from {len(told)} claims")


if __name__ == "__main__":
    main()
