"""The sentences of a page in which people are counted or harm is told of, as linking sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
    for t, number in list(_cut_off(parse, words, triggers, counts)):
        triggers.setdefault(number, []).insert(0, t)
    for number in sorted(counts.keys() | triggers.keys()):
        here, told = counts.get(number, ()), triggers.get(number, ())
        yield Scene(parse, words, tuple(here), tuple(told), victims, hints)


def _cut_off(
    parse: Parse, words: Sequence[str], triggers: Mapping[int, Sequence[Trigger]], counts: Mapping[int, Sequence[Count]]
) -> Iterator[tuple[Trigger, int]]:
    """Labels that the parser cut off their numbers, and the sentences of these: "KILLED: 12. WOUNDED: 30."."""
    for number, told in triggers.items():
        label, stop = told[-1], parse.sentences[number].stop
        if label.stop != stop - 1 or words[label.stop] != ":" or number + 1 not in counts:
            continue
        gap = parse.text[parse.tokens[stop - 1].end : parse.tokens[stop].start]
        if counts[number + 1][0].first == stop and "\n" not in gap:
            yield label, number + 1
