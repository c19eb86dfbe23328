"""What the rules and the trained reader find together made one list of statements.

The reader decides at every cue it knows: whether anything is reported there, and the extents. Where no cue stands,
where one cites another and where a toll is put at a figure, the rules go on alone. The thresholds were set on PolNeAR's
dev part and on 24 annotated pages of conflict news (bench/data), where F1 hardly changes within half a unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Act
from counterclaim.speech.draft import Draft, Range, holds, merged, painted, shared, without
from counterclaim.speech.ground import ENDS, Ground
from counterclaim.speech.reading import Learnt, Reading, covers
from counterclaim.syntax import Token

NEW = 0.5  # log-odds from which a cue is believed that the rules do not know
OLD = -2.0  # log-odds below which the rules' own statement is dropped
NEW_NESTED, OLD_NESTED = -0.5, -5.0  # the same inside another's content
SHORT = 4  # words in quotation marks that are no speech
BULLETIN = 12  # words of a line in which its count stands
LONGEST_LINE = 25  # words of a title before who speaks
PARTS = frozenset({"including", "among"})  # what a count goes on with


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A statement that may be; `known` when the rules read it too."""

    draft: Draft
    told: float
    nested: float
    known: bool

    @property
    def is_told(self) -> bool:
        """Whether the page itself reports it."""
        return self.told >= (OLD if self.known else NEW)

    @property
    def is_nested(self) -> bool:
        """Whether somebody reports it, where it stands in that one's words."""
        return self.nested >= (OLD_NESTED if self.known else NEW_NESTED)


def combine(ground: Ground, kept: Sequence[Draft], dropped: Sequence[Draft], learnt: Learnt) -> list[Draft]:
    """The drafts of both in the order of their first words; each has content."""
    candidates = [*_known(ground, kept, learnt), *_unknown(ground, kept, dropped, learnt)]
    told = [c for c in candidates if c.is_told]
    others = [c for c in candidates if not c.is_told]
    inside = painted(len(ground.tokens), [c.draft.content for c in told])
    spoken = [c for c in others if c.known and _is_left_speech(ground, c.draft, inside)]
    nested = [c for c in others if c.is_nested and inside[c.draft.head] >= 0]
    found = [*told, *spoken, *nested]
    return sorted(_apart(c.draft for c in found), key=lambda d: d.first)


def _is_left_speech(ground: Ground, draft: Draft, inside: Sequence[int]) -> bool:
    """Whether a statement is a quotation that stands in no other's content."""
    words = [i for first, stop in draft.content for i in range(first, stop)]
    return len(words) > SHORT and all(ground.quoted[i] >= 0 and inside[i] < 0 for i in words)


def _known(ground: Ground, kept: Sequence[Draft], learnt: Learnt) -> Iterator[_Candidate]:
    """The rules' statements with the extents of the readings."""
    for draft in kept:
        if not draft.cue or draft.within is not None or _is_toll(ground, draft) or _is_bulletin(ground, draft):
            yield _Candidate(draft, 0.0, 0.0, known=True)
            continue
        words = [draft.head, *(i for first, stop in draft.cue for i in range(first, stop))]
        told, nested = learnt.scores[words].max(axis=0)
        reading = _at(learnt.readings, draft)
        if reading is not None:  # its head may be another word: "was quoted as saying"
            told, nested = max(told, reading.told), max(nested, reading.nested)
        told = max(told, OLD) if _is_plain(ground, draft) else told
        yield _Candidate(_refined(ground, draft, reading), float(told), float(nested), known=True)


def _is_toll(ground: Ground, draft: Draft) -> bool:
    """Whether a toll is put at a figure: hardly a page that the reader learnt from counts the dead."""
    return ground.book.lemma(ground.tokens[draft.head]) in ground.book.tallying


def _is_plain(ground: Ground, draft: Draft) -> bool:
    """Whether people or a body tell how many: "the army claimed nine rebels were killed", "the UN verified 40 deaths".

    The reader, which hardly met the dead in numbers, takes such claims for those of "the blast claimed nine lives".
    """
    head, book = ground.tokens[draft.head], ground.book
    lemma = book.lemma(head)
    if lemma not in book.counting or head.dep != "ROOT" or not draft.source:
        return False
    words = ground.tokens[draft.source[0][0] : draft.source[-1][1]]
    speaks = ground.are_people(draft.source[0]) or any(t.lower in book.speakers for t in words)
    speaks = speaks or (lemma not in book.deadly and ground.is_named(words[0].index, words[-1].index + 1))
    return speaks and (_says_how_many(ground, draft.head) or ground.counts_harmed(draft.head))


def _says_how_many(ground: Ground, verb: int) -> bool:
    """Whether a clause behind a verb tells of a number: "claimed nine rebels were killed"."""
    clauses = ground.parse.children(verb, "ccomp", "xcomp")
    told = [c for c in clauses if c.index > verb and c.pos in ("VERB", "AUX") and _is_finished(ground, c)]
    return any(t.pos == "NUM" for c in told for t in ground.parse.subtree(c.index))


def _is_finished(ground: Ground, verb: Token) -> bool:
    """Whether a clause tells what has been: with a subject of its own, or "to have killed"."""
    kinds = {c.dep for c in ground.parse.children(verb.index)}
    had = any(c.lower in ("have", "has", "had") for c in ground.parse.children(verb.index, "aux"))
    return bool(kinds & {"nsubj", "nsubjpass"}) or had


def _is_bulletin(ground: Ground, draft: Draft) -> bool:
    """Whether a line gives a count before or behind who speaks: "Civil Defence: nine dead", "Nine dead - residents"."""
    if draft.how != "mark" or not draft.source:
        return False
    if draft.source[-1][1] <= draft.cue[0][0]:
        behind = ground.tokens[draft.content[0][0] : draft.content[0][0] + BULLETIN]
        named = ground.tokens[draft.source[0][0] : draft.source[-1][1]]
        is_body = any(t.lower in ground.book.speakers or t.lower in ground.book.headline_speakers for t in named)
        return is_body and any(t.pos == "NUM" for t in behind)
    line = [t for r in draft.content for t in ground.tokens[slice(*r)]]
    return len(line) <= LONGEST_LINE and any(t.pos == "NUM" for t in line) and ground.are_people(draft.source[0])


def _unknown(ground: Ground, kept: Sequence[Draft], dropped: Sequence[Draft], learnt: Learnt) -> Iterator[_Candidate]:
    """The readings at cues that the rules have no statement for."""
    shadows = {d.head: d for d in dropped}
    for reading in learnt.readings:
        if not reading.content or any(covers(reading, d.head) or holds(d.cue, reading.head) for d in kept):
            continue
        draft = _new(ground, reading, shadows.get(reading.head))
        if draft.content:
            yield _Candidate(draft, reading.told, reading.nested, known=False)


def _at(readings: Sequence[Reading], draft: Draft) -> Reading | None:
    """The best reading whose head lies in the draft's cue, or in whose cue the draft's head lies."""
    near = [r for r in readings if r.content and (covers(r, draft.head) or holds(draft.cue, r.head))]
    return max(near, key=lambda r: (max(r.told, r.nested), r.head == draft.head), default=None)


def _refined(ground: Ground, draft: Draft, reading: Reading | None) -> Draft:
    """The rules' draft with the extents of the reading."""
    if reading is None:
        return draft
    beyond = [part for r in draft.content for part in without(r, [reading.seen])]
    further = [r for r in draft.content if _is_further(ground, reading, r) or _is_charge(ground, draft, reading, r)]
    content = _trimmed(ground, [*(_with_parts(ground, r, draft) for r in reading.content), *beyond, *further])
    content = _up_to_the_source(draft, content)
    return replace(
        draft,
        source=_one_source(draft, _trimmed(ground, reading.source)),
        cue=reading.cue or draft.cue,
        content=content or draft.content,
    )


def _up_to_the_source(draft: Draft, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """What is told before its source goes up to it: a reading that breaks off in "Raid on X kills 12, medics say"."""
    if draft.how != "before" or len(draft.content) != 1 or len(content) != 1:
        return content
    (first, stop), (begun, left) = draft.content[0], content[0]
    return draft.content if first == begun and left < stop else content


def _is_charge(ground: Ground, draft: Draft, reading: Reading, part: Range) -> bool:
    """Whether a part is what somebody was accused of, and the reading has but the accused: "of taking six youths"."""
    is_of = draft.act == "accuses" and ground.tokens[part[0]].lower == "of"
    return is_of and not any(shared([part], r) for r in (*reading.content, *reading.source))


def _is_further(ground: Ground, reading: Reading, part: Range) -> bool:
    """Whether a part of the rules' content is a quotation of its own in another sentence than all that was read."""
    number = ground.quoted[part[0]]
    if number < 0 or ground.quotes[number][0] < part[0] - 1 or any(shared([part], r) for r in reading.content):
        return False
    sentences = {ground.tokens[i].sentence for r in (*reading.content, *reading.cue) for i in (r[0], r[1] - 1)}
    return ground.tokens[part[0]].sentence not in sentences


def _with_parts(ground: Ground, part: Range, draft: Draft) -> Range:
    """A content taken on over ", including nine children", which belongs to the count before it."""
    last = part[1] + (part[1] < len(ground.tokens) and ground.tokens[part[1]].text == ",")
    whole = next((r for r in draft.content if r[0] <= part[1] - 1 and last < r[1]), None)
    return (part[0], whole[1]) if whole is not None and ground.tokens[last].lower in PARTS else part


def _one_source(draft: Draft, read: tuple[Range, ...]) -> tuple[Range, ...]:
    """The source as read; of several, the one that the rules have, for the others speak at cues of their own."""
    own = tuple(r for r in read if shared(draft.source, r))
    return own or read or draft.source


def _new(ground: Ground, reading: Reading, shadow: Draft | None) -> Draft:
    token = ground.tokens[reading.head]
    cue = ground.book.verb(token) or ground.book.noun(token) or ground.book.adjective(token)
    act: Act = shadow.act if shadow is not None else cue.act if cue is not None else "says"
    return Draft(
        reading.head,
        _trimmed(ground, reading.source),
        reading.cue or ((reading.head, reading.head + 1),),
        _trimmed(ground, _to_the_mark(ground, reading)),
        act,
        shadow.how if shadow is not None else "phrase",
    )


def _to_the_mark(ground: Ground, reading: Reading) -> tuple[Range, ...]:
    """The content, taken on to the end of a quotation that runs out of what was looked at."""
    last = reading.content[-1] if reading.content else (0, 0)
    if last[1] < reading.seen[1] or last[1] >= len(ground.tokens):
        return reading.content
    number = ground.quoted[last[1]]
    is_same = number >= 0 and ground.quoted[last[1] - 1] == number
    return (*reading.content[:-1], (last[0], ground.quotes[number][1])) if is_same else reading.content


def _trimmed(ground: Ground, ranges: Sequence[Range]) -> tuple[Range, ...]:
    return merged(ground.trim(*_to_marks(ground, *r)) for r in merged(ranges))


def _to_marks(ground: Ground, first: int, stop: int) -> Range:
    """A range with the quotation marks that stand right around it."""
    if (number := ground.quoted[first]) >= 0 and ground.quotes[number][0] == first - 1:
        first -= 1
    if (number := ground.quoted[stop - 1]) >= 0:
        end = ground.quotes[number][1]
        stop = end if all(t.text in ENDS for t in ground.tokens[stop:end]) else stop
    return first, stop


def _apart(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, of those with the same cue only the first."""
    found: dict[tuple[Range, ...] | int, Draft] = {}
    for draft in drafts:
        found.setdefault(draft.cue or draft.head, draft)
    return list(found.values())
