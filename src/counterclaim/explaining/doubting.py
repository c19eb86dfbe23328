"""Which words hedge a claim, or deny it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from counterclaim.explaining.notes import Notes
from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY, Certainty, Evidence, Finding, Span, Standing, Statement
from counterclaim.phrases import Phrases

LEVELS: tuple[Certainty, ...] = ("certain", "hedged", "unverified")
NOT = frozenset({"not", "n't", "nt", "n’t", "no", "never", "nor", "neither", "without"})
NOT_REACH = 6  # tokens from "not" to its verb
OR_REACH = 4  # tokens from one who may have done it to "or"
VERIFY_REACH = 7  # tokens from "could not" to "verified"


def certainty(notes: Notes, finding: Finding, standing: Standing) -> Evidence:
    """The words that make a claim less than certain: about what it tells, else about the statement it stands in."""
    level = max((finding.certainty, standing.certainty), key=LEVELS.index)
    if level == "certain":
        return Evidence("certainty", None, "nothing hedges it")
    own = finding.certainty == level
    span = _of_finding(notes, finding, level) if own else _of_statement(notes, finding, standing, level)
    if span:
        return Evidence("certainty", span, notes.where(span, finding.span))
    return Evidence("certainty", None, f"told as {level} in the words around it")


def _of_finding(notes: Notes, finding: Finding, level: Certainty) -> Span | None:
    """The words of doubt nearest to a count, or to one who is said to have done it."""
    if finding.aspect == RESPONSIBILITY:
        doubt = notes.nearest([*_doubts(notes, finding.span, level, "responsibility")], finding.span)
        return doubt or _either(notes, finding) or notes.parse.span(finding.trigger, finding.trigger + 1)
    whole = finding.span if finding.part_of is None else notes.findings[finding.part_of].span
    found = chain.from_iterable(_doubts(notes, home, level, "casualties") for home in (finding.span, whole))
    return notes.nearest(sorted(found), finding.span) or _unproven(notes, finding.span)


def _of_statement(notes: Notes, finding: Finding, standing: Standing, level: Certainty) -> Span | None:
    """The words of doubt in a statement's source, cue or content, else what says of it that nobody could verify it."""
    statement = notes.by_id.get(standing.statement or "")
    if statement is None:
        around = [s for s in notes.statements if any(c.overlaps(finding.span) for c in s.content)]
        statement = next((s for s in around if s.certainty == level), None)
    if statement is None:
        return None
    guess = _guess(notes, statement, level) if statement.certainty == level else None
    doubts = chain.from_iterable(_doubts(notes, c, level, "attribution") for c in (finding.span, *statement.content))
    found = guess or notes.nearest(sorted(doubts), finding.span) or _unproven(notes, finding.span)
    return found or (statement.cue[0] if statement.cue and not statement.source else None)


def _guess(notes: Notes, statement: Statement, level: Certainty) -> Span | None:
    """A word of a statement's cue or source that hedges it: "estimates", "initial reports"."""
    phrases = _doubt_words(notes.lexicon, "attribution")
    guessing = notes.lexicon.table("attribution", "certainty")["guessing"]
    for span in (*statement.cue, *statement.source):
        first, stop = notes.parse.within(span)
        for i in range(max(0, first - 1), stop):  # "unconfirmed | reports"
            found = phrases.match(notes.words, i)
            if (found and found[0] == level) or (level == "hedged" and notes.parse.tokens[i].lemma in guessing):
                return notes.parse.span(i, i + 1)
    return None


def _doubts(notes: Notes, home: Span, level: Certainty, theme: str) -> Iterator[Span]:
    """The words of doubt in the sentence of `home`."""
    phrases, sentence = _doubt_words(notes.lexicon, theme), notes.parse.sentences[notes.sentence(home)]
    for at in range(sentence.first, sentence.stop):
        found = phrases.match(notes.words, at)
        if found and found[0] == level and found[1] <= sentence.stop:
            yield notes.parse.span(at, found[1])


def _unproven(notes: Notes, home: Span) -> Span | None:
    """What says, there or later in the same or the next paragraph, that nobody could verify it: from "not" on."""
    proving = notes.lexicon.words("casualties", "verifying")
    unable = notes.lexicon.words("casualties", "unable")
    first = notes.sentence(home)
    passage = notes.parse.sentences[first].passage
    for number in range(first, len(notes.parse.sentences)):
        sentence = notes.parse.sentences[number]
        if sentence.passage > passage + 1:
            break
        for i in range(sentence.first, sentence.stop):
            before = range(max(sentence.first, i - VERIFY_REACH), i) if notes.words[i] in proving else ()
            if (at := next((k for k in before if notes.words[k] in unable), None)) is not None:
                return notes.parse.span(at, i + 1)
    return None


def _either(notes: Notes, finding: Finding) -> Span | None:
    """The "or" between two who may have done it, of whom neither is sure to have."""
    first, stop = notes.parse.within(finding.span)
    near = (*range(stop, stop + OR_REACH), *range(first - OR_REACH, first))
    inside = (i for i in near if 0 <= i < len(notes.words) and notes.words[i] == "or")
    return next((notes.parse.span(i, i + 1) for i in inside), None)


@lru_cache(maxsize=12)
def _doubt_words(lexicon: Lexicon, theme: str) -> Phrases[Certainty]:
    """The words of doubt by which counts, deeds or statements are read, each with how much it leaves open."""
    table: dict[str, Certainty] = {}
    if theme == "casualties":
        for name in ("hedges", "early_reports"):
            table |= dict.fromkeys(lexicon.words(theme, name), "hedged")
        table |= dict.fromkeys(lexicon.words(theme, "unverified"), "unverified")
    elif theme == "attribution":
        said = lexicon.table(theme, "certainty")
        table |= dict.fromkeys((*said["hedges"], *said["preliminary"]), "hedged")
        table |= dict.fromkeys((*said["unproven"], *lexicon.table(theme, "adverbs")["unverified"]), "unverified")
    else:
        table |= lexicon.table(theme, "doubts")
    return Phrases(table)


def polarity(notes: Notes, finding: Finding, standing: Standing) -> Evidence:
    """The words of denial: of the count, of the deed, or of the statement that the claim stands in."""
    if finding.polarity == "affirms" and standing.polarity == "affirms":
        return Evidence("polarity", None, "nothing denies it")
    if finding.polarity == "denies":
        return Evidence("polarity", _denial(notes, finding))
    statement = notes.by_id.get(standing.statement or "")
    cue = standing.cue_span or (statement.cue[0] if statement and statement.cue else None)
    return Evidence("polarity", cue, "the statement is a denial")


def _denial(notes: Notes, finding: Finding) -> Span:
    """The "no" of a count of nobody, "not" before a word of harm, "false", else the word that refuses the blame."""
    quantity = notes.counts.get(finding.span.start)
    if finding.aspect != RESPONSIBILITY and quantity and quantity.low == quantity.high == 0:
        return quantity.span
    first = max(notes.parse.sentence(finding.trigger).first, finding.trigger - NOT_REACH)
    negations = (i for i in range(finding.trigger - 1, first - 1, -1) if notes.words[i] in NOT)
    untrue, sentence = notes.lexicon.words("casualties", "untrue"), notes.parse.sentence(finding.trigger)
    called = (i for i in range(sentence.first, sentence.stop) if notes.words[i] in untrue)
    at = next(negations, next(called, finding.trigger))
    return notes.parse.span(at, at + 1)
