"""People counted in a sentence of whom the next one tells as "they": "It returned four men. They had been held."."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.counting.harm import BE
from counterclaim.counting.layout import Scene
from counterclaim.model import Finding
from counterclaim.syntax import SUBJECTS

THEY = frozenset({"they", "all", "both"})
TELLING = frozenset({"past", "state", "intransitive"})
SEVERAL = 2  # people that "they" are at least


def taken_up(scene: Scene, before: Scene) -> Iterator[Finding]:
    """The one count of people of the sentence `before`, as what the word of harm after "they" tells of it."""
    first = scene.parse.sentence(scene.triggers[0].first).first
    they = scene.parse.tokens[first]
    if they.lower not in THEY or they.dep not in SUBJECTS or before.index != scene.index - 1:
        return
    people = [
        c
        for c, aside in zip(before.counts, before.bystanders, strict=True)
        if c.kind == "noun" and not aside and (c.quantity.low or 0) >= SEVERAL
    ]
    near = (t for t in scene.triggers if scene.light(first + 1, t.first) or t.first <= they.head < t.stop)
    t = next((t for t in near if t.forms & TELLING and not t.weak), None)
    if t is None or len(people) != 1 or t.modal or t.infinitive or scene.negated(t):
        return
    if "intransitive" not in t.forms and BE.isdisjoint(scene.words[first + 1 : t.first]):
        return  # "they killed"
    count = people[0]
    q, stop = count.quantity, max(h + 1 for h in count.counted.heads)
    who = before.victims.who(before.words, count.first, count.counted) or "people"
    for aspect in t.aspects:
        yield Finding(
            aspect=aspect, span=scene.parse.span(q.first, max(q.stop, stop)), trigger=t.first, event=t.first,
            low=q.low, high=q.high, bound=q.bound, who=who,
        )  # fmt: skip
