"""Who is held to have done what a count tells of: one of the parties that the page blames for anything, or nobody.

Every party blamed on the page is a candidate and "nobody" another. What speaks for each are named features: whether it
is blamed in the count's own sentence, for its occurrence or elsewhere, how near, by whose word, and what kind of party
kills whom by what means. models/bearers.json has the weights, with their card beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.model import Span
from counterclaim.parties import Catalogue
from counterclaim.setting.buckets import GAPS, STEPS, bucket, same_setting
from counterclaim.setting.choosing import Chooser, Features
from counterclaim.setting.habits import is_habit, takes_up_doers
from counterclaim.setting.told import Bearer, Told
from counterclaim.syntax import Parse, Token

UNNAMED = "unnamed: "
LOSE = "lose"
CLASH = "Armed clash"
ARMED = frozenset({"fighters", "soldiers"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
DESCRIBED = frozenset({"rebels", "separatists", "settlers"})
SORTS = {"state": "state", "armed_forces": "state", "coalition": "state"}
FAR = 12  # steps between words of different sentences
LATER, ELSEWHERE = 1.5, 3.0  # sentences that blame laid afterwards, or for another occurrence, counts as farther off
MANY = 5000  # a count so high is that of a war
PARTIES = 12  # candidates on one page, the most blamed first
MOST, FEW = 0.5, 0.2  # shares of a page's blame


class Bearers:
    """The parties that one page blames, and which of them bears each count."""

    def __init__(self, told: Sequence[Told], parse: Parse, catalogue: Catalogue) -> None:
        self._parse = parse
        self._catalogue = catalogue
        blames: dict[str, list[Told]] = {}
        for t in told:
            if t.blames:
                blames.setdefault(t.finding.party or "", []).append(t)
        most = sorted(blames, key=lambda p: -len(blames[p]))[:PARTIES]
        self._bearers = [
            Bearer(p, _sort(p, catalogue), tuple(sorted(found, key=lambda b: b.sentence)))
            for p, found in blames.items()
            if p in most
        ]
        self._sorts: dict[str | None, str] = {b.party: b.sort for b in self._bearers}
        self.parties = tuple(b.party for b in self._bearers)
        self._all = sum(len(b.blames) for b in self._bearers)

    def choose(self, count: Told, chooser: Chooser) -> tuple[str | None, Span | None]:
        """The party that bears a count with the words that say so, None for nobody."""
        if (did := self._doer(count)) is not None:
            return did.finding.party, did.finding.span
        found = self.candidates(count)
        bears = [not (self._is_own_loss(count, b.party) or self._is_elsewhere(count, b)) for b in self._bearers]
        open_to = [0, *(n for n, may in enumerate(bears, start=1) if may)]
        best = chooser.best([found[n] for n in open_to])
        if not best:
            if not open_to[1:]:
                return None, None
            return self._of_deed(count, open_to[1:]) or self._taken_up(count) or self._blamed_next(count)
        bearer = self._bearers[open_to[best] - 1]
        return bearer.party, self._nearest(count, bearer).finding.span

    def _is_elsewhere(self, count: Told, bearer: Bearer) -> bool:
        """Whether a party is blamed only for what it does at other times, and not where the count is told."""
        return count.sentence not in bearer.sentences and all(is_habit(b.finding, self._parse) for b in bearer.blames)

    def _doer(self, count: Told) -> Told | None:
        """Who alone, without a name, is the author of the very deed that is counted: "gunmen shot nine dead"."""
        found = [b for bearer in self._bearers for b in bearer.blames if b.finding.event == count.finding.event]
        if len({b.finding.party for b in found}) != 1 or _victims(count) == "fighters":
            return None
        one = self._sorts[found[0].finding.party] == "described"
        return found[0] if one and not self._is_own_loss(count, found[0].finding.party or "") else None

    def _of_deed(self, count: Told, open_to: Sequence[int]) -> tuple[str | None, Span | None] | None:
        """The only party blamed for what is counted, where those who blame it also count."""
        found = [b for n in open_to if count.setting.occurrence in (b := self._bearers[n - 1]).occurrences]
        if len(found) != 1 or count.setting.event_type == CLASH or found[0].voices.isdisjoint(count.voices):
            return None
        return found[0].party, self._nearest(count, found[0]).finding.span

    def _blamed_next(self, count: Told) -> tuple[str | None, Span | None]:
        """The page's only party, of no name, on which the next sentence lays the count, or the outlet just before."""
        blame = self._bearers[0].blames[0]
        if len(self._bearers) > 1 or self._bearers[0].sort != "described" or _victims(count) == "fighters":
            return None, None
        apart = blame.sentence - count.sentence
        told = (count if apart > 0 else blame).voices == {None}
        same = blame.setting.occurrence == count.setting.occurrence
        same &= count.setting.event_type != CLASH
        return (blame.finding.party, blame.finding.span) if same and told and abs(apart) == 1 else (None, None)

    def _taken_up(self, count: Told) -> tuple[str | None, Span | None] | None:
        """The only party that the sentence before blames, where those told of there do more: "the attackers killed"."""
        if not takes_up_doers(self._parse, count.finding) or _victims(count) == "fighters":
            return None
        found = [b for bearer in self._bearers for b in bearer.blames if count.sentence - b.sentence in (0, 1)]
        one = len({b.finding.party for b in found}) == 1 and found[0].sentence < count.sentence
        one = one and self._sorts[found[0].finding.party] == "described" and found[0].voices == count.voices
        return (found[0].finding.party, found[0].finding.span) if one else None

    def _is_own_loss(self, count: Told, party: str) -> bool:
        """Whether a party's own men are counted: "a Rurian soldier" never died by Ruria, nor do those it "lost"."""
        trigger = self._parse.tokens[count.finding.trigger]
        lost = trigger.lemma == LOSE
        if lost and any(b.finding.party == party for b in self._blamed_within(self._who_lost(trigger))):
            return True
        sides = {s for v in count.voices if v for s in self._sides(v)} if lost else set()
        if count.finding.who == "soldiers":
            own = (self._catalogue.demonyms.get(w.lower()) for w in count.finding.span.exact.split())
            sides |= {s.name for s in own if s}
        return bool(sides & {party, *self._sides(party)})

    def _who_lost(self, t: Token) -> list[Token]:
        """The words of who lost somebody: "rebels killed six soldiers and lost two men"."""
        verb = t
        while verb.dep == "conj" and not self._parse.children(verb.index, "nsubj"):
            verb = self._parse.head(verb.index)
        return [w for s in self._parse.children(verb.index, "nsubj") for w in self._parse.subtree(s.index)]

    def _blamed_within(self, words: Sequence[Token]) -> Iterator[Told]:
        told = (b for bearer in self._bearers for b in bearer.blames)
        return (b for b in told if any(b.finding.span.start <= w.start < b.finding.span.end for w in words))

    def _sides(self, name: str) -> set[str]:
        known = self._catalogue.lookup(name)
        return {s for s in (known.name, known.side, known.parent) if s} if known else set()

    def candidates(self, count: Told) -> list[Features]:
        """What speaks for and against each candidate: nobody first, then the `parties`."""
        nearest = [self._nearest(count, b) for b in self._bearers]
        nobody = dict.fromkeys(self._of_nobody(count), 1.0)
        return [nobody, *(dict.fromkeys(self._of(count, k, nearest), 1.0) for k in range(len(nearest)))]

    def _of(self, count: Told, k: int, nearest: Sequence[Told]) -> Iterator[str]:
        bearer, near = self._bearers[k], nearest[k]
        yield from self._nearness(count, near)
        yield from self._rivals(count, k, nearest)
        yield from self._voices(count, bearer)
        yield from same_setting(count.setting, near.setting)
        yield f"certainty:{near.finding.certainty}"
        kind, sort = count.setting.event_type, bearer.sort
        yield from (f"sort:{sort}", f"sort:{sort}:{kind}", f"sort:{sort}:{_victims(count)}")
        yield f"sort:{sort}:{count.finding.aspect}"
        if count.setting.occurrence in bearer.occurrences:
            yield from ("occurrence", f"occurrence:{kind == CLASH}")
        if kind in bearer.kinds:
            yield "type"
        if near.sentence != count.sentence:
            yield from self._echo(count, bearer)

    def _nearness(self, count: Told, near: Told) -> Iterator[str]:
        apart = near.sentence - count.sentence
        same = "same" if near.setting.occurrence == count.setting.occurrence else "other"
        if apart:
            side, gap = "after" if apart > 0 else "before", bucket(abs(apart), GAPS)
            yield from (f"{side}:{gap}", f"{side}:{same}", f"{side}:{gap}:{same}")
            return
        steps = bucket(self._steps(near.finding.event, count.finding.event), STEPS)
        side = "right" if near.finding.event > count.finding.event else "left"
        yield from ("here", f"here:{same}", f"here:{steps}", f"here:{side}:{steps}", f"here:{count.setting.event_type}")

    def _rivals(self, count: Told, k: int, nearest: Sequence[Told]) -> Iterator[str]:
        others = [b for b in self._bearers if b is not self._bearers[k]]
        if not others:
            yield "only"
            return
        near, share = nearest[k], len(self._bearers[k].blames) / self._all
        yield "most" if share > MOST else "few" if share < FEW else "some"
        rivals = [self._far(count, n) for j, n in enumerate(nearest) if j != k]
        yield "outdone" if min(rivals) < self._far(count, near) else "nearest"
        joint = [n for n, b in zip(nearest, self._bearers, strict=True) if near.finding.event in b.events]
        if len(joint) > 1:
            here = [n.finding.span.start for n in joint if n.sentence == near.sentence]
            yield from ("joint", "joint:first" if near.finding.span.start <= min(here) else "joint:later")
        if any(b.is_between(count.sentence - 1, count.sentence + 1) for b in others):
            yield "rival:here" if near.sentence == count.sentence else "rival:only"
        if any(b.is_between(near.sentence, count.sentence) for b in others):
            yield "superseded"
        if not any(count.setting.occurrence in b.occurrences for b in others):
            yield "unrivalled"

    def _voices(self, count: Told, bearer: Bearer) -> Iterator[str]:
        shared = "other" if bearer.voices.isdisjoint(count.voices) else "same"
        yield f"voice:{shared}:{'own' if count.voices == {None} else 'told'}"
        if bearer.party in count.voices:
            yield f"self:{_victims(count)}"

    def _echo(self, count: Told, bearer: Bearer) -> Iterator[str]:
        """Whether the count's sentence takes up the word of a deed told near by: "the raid"."""
        tokens = self._parse.tokens
        deeds = {tokens[b.finding.event].lemma.lower() for b in bearer.around(count.sentence)}
        found = [t for t in self._parse.sentence_tokens(count.sentence) if t.lemma.lower() in deeds]
        if found:
            yield "echo"
        if any(d.lower in DEFINITE for t in found for d in self._parse.children(t.index, "det")):
            yield "echo:the"

    def _of_nobody(self, count: Told) -> Iterator[str]:
        kind = count.setting.event_type
        yield from ("nobody", f"nobody:{kind}", f"nobody:{count.finding.aspect}", f"nobody:{_victims(count)}")
        here = sum(b.is_between(count.sentence - 1, count.sentence + 1) for b in self._bearers)
        there = sum(count.setting.occurrence in b.occurrences for b in self._bearers)
        yield from (f"nobody:here:{min(here, 2)}", f"nobody:there:{min(there, 3)}")
        yield f"nobody:page:{min(len(self._bearers), 4)}"
        yield f"nobody:own:{count.voices == {None}}"
        if here:
            yield f"nobody:here:{kind}"
        if (count.finding.low or 0) >= MANY:
            yield "nobody:many"

    def _nearest(self, count: Told, bearer: Bearer) -> Told:
        return min(bearer.around(count.sentence), key=lambda b: self._far(count, b))

    def _far(self, count: Told, blame: Told) -> tuple[float, int]:
        """How far blame stands from a count: in sentences, then in steps of the tree."""
        apart = blame.sentence - count.sentence
        if not apart:
            return 0.0, self._steps(blame.finding.event, count.finding.event)
        same = blame.setting.occurrence == count.setting.occurrence
        return (apart + LATER if apart > 0 else -apart) + (0.0 if same else ELSEWHERE), 0

    def _steps(self, a: int, b: int) -> int:
        up = {a: 0} | {t.index: n for n, t in enumerate(self._parse.ancestors(a), start=1)}
        path = (b, *(t.index for t in self._parse.ancestors(b)))
        return next((n + up[i] for n, i in enumerate(path) if i in up), FAR)


def _sort(party: str, catalogue: Catalogue) -> str:
    known = catalogue.lookup(party)
    if known is None or party.startswith(UNNAMED) or known.name in DESCRIBED:
        return "described"
    return SORTS.get(known.kind, "group")


def _victims(count: Told) -> str:
    return count.finding.who if count.finding.who in ARMED else "others"
