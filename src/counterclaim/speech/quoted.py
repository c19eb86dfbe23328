"""Quotations to the cues that they belong to; speech that goes on; words quoted without any cue."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from counterclaim.speech.draft import Draft, Range, holds, merged, shared
from counterclaim.speech.ground import Ground

NEAR = 3  # tokens between a cue and a word or two that it quotes
SHORT = 5  # tokens of a title or a name in quotation marks
LONG = 12  # tokens of a quotation with a verb that is speech even without a sentence's marks
REACH = 30  # tokens between a quotation and its cue


def join_quotations(ground: Ground, drafts: list[Draft]) -> list[Draft]:
    """Give each quotation to the draft that reports it; those that nobody reports go to the running speaker.

    Drafts that still have no content at the end are left out.
    """
    joiner = _Joiner(ground, drafts)
    for number, (first, stop) in enumerate(ground.quotes):
        if first < stop:
            joiner.join(number)
    found = (d if d.content or not d.open else replace(d, content=_next_passage(ground, d)) for d in joiner.drafts)
    return [d for d in found if d.content]


def _next_passage(ground: Ground, draft: Draft) -> tuple[Range, ...]:
    """The paragraph behind one that ends with the cue and a colon: "Velm Radio reports:"."""
    stop = ground.sentence(draft.head)[1]
    if stop >= len(ground.tokens) or ground.tokens[stop - 1].text != ":" or stop - draft.head > NEAR:
        return ()
    first = ground.parse.sentence(stop)
    if first.passage == ground.parse.sentence(stop - 1).passage:
        return ()
    inside = takewhile(lambda s: s.passage == first.passage, ground.parse.sentences[first.index :])
    return merged([ground.trim(stop, max(s.stop for s in inside))])


class _Joiner:
    """Goes through a page's quotations in order; `drafts` stand in the order of their heads and grow at the end."""

    def __init__(self, ground: Ground, drafts: list[Draft]) -> None:
        self.ground = ground
        self.drafts = list(drafts)
        self.last: int | None = None  # the draft of the speech before

    def join(self, number: int) -> None:
        """Find the draft of one quotation and extend its content over it."""
        quote = self.ground.quotes[number]
        is_speech = self._is_speech(number)
        turn = self._turn(quote)
        if turn is not None:
            self.last = turn
            return
        found = self._covering(quote)
        if found is None:
            found = self._behind(quote, is_speech)
        if found is None:
            found = self._before(quote, is_speech)
        if found is None and is_speech:
            found = self._running(number)
        if found is not None:
            draft = self.drafts[found]
            self.drafts[found] = replace(draft, content=merged([*draft.content, quote]))
            self.last = found if is_speech else self.last

    def _is_speech(self, number: int) -> bool:
        """Whether whole sentences are quoted, and not a word or two at arm's length."""
        first, stop = self.ground.quotes[number]
        stretch = self.ground.stretches[number]
        words = stretch.span.exact
        after = self.ground.tokens[stop].text if stop < len(self.ground.tokens) else "."
        ends = words[-1] in ".!?…,—-" or (stop - first > SHORT + NEAR and after in (".", ","))
        begins = words[0].isupper() or not words[0].isalpha()
        has_verb = any(t.pos in ("VERB", "AUX") for t in self.ground.tokens[first:stop])
        return stretch.continues or (ends and begins) or (has_verb and stop - first > LONG)

    def _turn(self, quote: Range) -> int | None:
        """The turn of a transcript, or the line with its speaker, that the quotation is or stands in."""
        for n, draft in enumerate(self.drafts):
            if (
                draft.how == "mark"
                and draft.cue
                and (quote[0] <= draft.head < quote[1] or holds(draft.content, quote[0]))
            ):
                return n
        return None

    def _covering(self, quote: Range) -> int | None:
        """The draft, its cue outside the quotation, whose content holds most of it."""
        best, most = None, 0
        for n, draft in enumerate(self.drafts):
            both = 0 if quote[0] <= draft.head < quote[1] else shared(draft.content, quote)
            is_its = draft.open or both == quote[1] - quote[0] or holds(draft.content, quote[0])
            if both > most and is_its:
                best, most = n, both
        return best

    def _behind(self, quote: Range, is_speech: bool) -> int | None:
        """The first cue behind the quotation, unless it has other content in a sentence of its own: “…,” said X."""
        first = quote[1]
        if first >= len(self.ground.tokens) or self._passage(first) != self._passage(first - 1):
            return None
        stop = min(self.ground.sentence(first)[1], first + REACH)
        outside = (n for n, d in enumerate(self.drafts) if d.open and self.ground.quoted[d.head] < 0)
        found = next((n for n in outside if first <= self.drafts[n].head < stop), None)
        if found is None or self._quotes_between(first, self.drafts[found].head):
            return None
        draft = self.drafts[found]
        is_apart = self._is_apart(quote)
        if is_apart and (draft.content or self._quotes_between(draft.head, stop)):
            return None
        if not draft.content or draft.content[0][0] < first:
            return found
        is_aside = self.ground.tokens[draft.content[0][0]].lower != "that"  # “…,” he said, asked about the delay
        if not is_speech or not is_aside or draft.cue_start > first + 1:
            return None
        kept = tuple(r for r in draft.content if self.ground.quoted[r[0]] >= 0)
        self.drafts[found] = replace(draft, content=kept)
        return found

    def _is_apart(self, quote: Range) -> bool:
        """Whether the quotation ends a sentence, and what follows is one of its own."""
        tokens = self.ground.tokens
        ends = quote[1] - quote[0] > 1 and tokens[quote[1] - 2].text == "."
        return ends and tokens[quote[1] - 1].sentence != tokens[quote[1]].sentence

    def _before(self, quote: Range, is_speech: bool) -> int | None:
        """The last cue before the quotation in its sentence, or in the one that a colon ends: X said: “…”."""
        first = self.ground.sentence(quote[0])[0]
        if quote[0] and self.ground.tokens[quote[0] - 1].text == ":":
            first = min(first, self.ground.sentence(quote[0] - 1)[0])
        first = max(first, quote[0] - REACH + 1)
        heads = [n for n, d in enumerate(self.drafts) if first <= d.head < quote[0] and d.open]
        heads = [n for n in heads if self.ground.quoted[self.drafts[n].head] < 0]
        if not heads:
            return None
        draft = self.drafts[heads[-1]]
        if self._quotes_between(draft.head, quote[0]) or (not is_speech and quote[0] - draft.head > NEAR):
            return None
        is_near = not draft.content or quote[0] - self._end(heads[-1]) <= NEAR
        return heads[-1] if is_near or (is_speech and quote[1] - quote[0] > SHORT) else None

    def _running(self, number: int) -> int | None:
        """The draft that this quotation goes on with, or a new one without a cue where it fills a paragraph."""
        quote = self.ground.quotes[number]
        if self.ground.stretches[number].continues and self.last is not None:
            return self.last
        nearest = self._nearest(quote[0]) if self.ground.sentence(quote[0])[0] >= quote[0] - 1 else None
        if nearest is None:
            return None
        apart = self._passage(quote[0]) - self._passage(self._end(nearest))
        if apart == 1 and self._fills_passage(quote) and quote[1] - quote[0] > SHORT:
            self.drafts.append(Draft(quote[0], self.drafts[nearest].source, (), (quote,), "says", "mark"))
            return len(self.drafts) - 1
        return nearest if apart == 0 else None

    def _nearest(self, token: int) -> int | None:
        """The last draft before a token whose speaker may go on: one that is not itself told in a quotation."""
        found = [
            n
            for n, d in enumerate(self.drafts)
            if d.head < token and d.source and d.content and (not d.cue or (d.open and self.ground.quoted[d.head] < 0))
        ]
        return max(found, key=lambda n: self.drafts[n].head, default=None)

    def _end(self, number: int) -> int:
        """The last token of a draft's cue and content."""
        draft = self.drafts[number]
        return max([draft.head, *(stop - 1 for _, stop in draft.content)])

    def _quotes_between(self, first: int, stop: int) -> bool:
        return any(self.ground.quoted[i] >= 0 for i in range(first, stop))

    def _fills_passage(self, quote: Range) -> bool:
        """Whether the quotation is all that its paragraph holds."""
        stop = quote[1]
        while stop < len(self.ground.tokens) and self.ground.tokens[stop].pos == "PUNCT":
            stop += 1
        ends = stop >= len(self.ground.tokens) or self._passage(stop) != self._passage(quote[0])
        return ends and (quote[0] == 0 or self._passage(quote[0] - 1) != self._passage(quote[0]))

    def _passage(self, token: int) -> int:
        return self.ground.parse.sentence(token).passage
