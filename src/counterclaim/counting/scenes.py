"""The sentences of a page in which people are counted or harm is told of, as linking sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import Count, Scene, load_hints
from counterclaim.counting.triggers import load_triggers
from counterclaim.counting.victims import load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.model import Quantity
from counterclaim.phrases import plain_words
from counterclaim.syntax import Parse


def find_scenes(parse: Parse, quantities: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Scene]:
    """The sentences that have a count or a word of harm, in page order."""
    words, victims, hints = plain_words(parse), load_victims(lexicon), load_hints(lexicon)
    counts: dict[int, list[Count]] = {}
    for q in quantities:
        itself = q.noun is not None and q.noun < q.stop
        counted = victims.itself(q.stop - 1) if itself else victims.counted(parse, words, q.stop)
        count = Count(q, counted, q.first, max(q.stop, counted.stop))
        counts.setdefault(parse.tokens[q.first].sentence, []).append(count)
    triggers: dict[int, list[Trigger]] = {}
    for t in load_triggers(lexicon).find(parse, words):
        triggers.setdefault(parse.tokens[t.first].sentence, []).append(t)
    for number in sorted(counts.keys() | triggers.keys()):
        here, told = counts.get(number, ()), triggers.get(number, ())
        yield Scene(parse, words, tuple(here), tuple(told), victims, hints)
