"""Which words hedge a claim, or deny it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from counterclaim.explaining.notes import Notes
from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY, Certainty, Evidence, Finding, Span, Standing, Statement
from counterclaim.phrases import Phrases

LEVELS: tuple[Certainty, ...] = ("certain", "hedged", "unverified")
NOT = frozenset({"not", "n't", "nt", "n’t", "no", "never", "nor", "neither", "without"})
NOT_REACH = 6  # tokens from "not" to its verb
VERIFY_REACH = 7  # tokens from "could not" to "verified"
BEHIND = 2  # sentences after a claim that may say that it could not be verified


def certainty(notes: Notes, finding: Finding, standing: Standing) -> Evidence:
    """The words that make a claim less than certain: about the count itself, else about the statement."""
    level = max((finding.certainty, standing.certainty), key=LEVELS.index)
    if level == "certain":
        return Evidence("certainty", None, "nothing hedges it")
    given = finding.certainty_span if finding.certainty == level else standing.certainty_span
    if given:
        return Evidence("certainty", given, notes.where(given, finding.span))
    statement = notes.by_id.get(standing.statement or "")
    cue = _guess(notes, statement) if statement and standing.certainty == level else None
    span = notes.nearest(_doubts(notes, finding.span, level), finding.span) or cue
    span = span or notes.nearest(_unproven(notes, finding.span), finding.span)
    span = span or notes.nearest(_doubts(notes, statement.content[0], level) if statement else (), finding.span)
    if span:
        return Evidence("certainty", span, notes.where(span, finding.span))
    return Evidence("certainty", None, f"told as {level} in the words around it")


def _doubts(notes: Notes, home: Span, level: Certainty) -> Iterator[Span]:
    """The words of doubt in the sentence of `home`."""
    phrases, sentence = _doubt_words(notes.lexicon), notes.parse.sentences[notes.sentence(home)]
    for at in range(sentence.first, sentence.stop):
        found = phrases.match(notes.words, at)
        if found and found[0] == level and found[1] <= sentence.stop:
            yield notes.parse.span(at, found[1])


def _unproven(notes: Notes, home: Span) -> Iterator[Span]:
    """What says, there or right after, that something could not be verified: from the "not" to its verb."""
    proving = notes.lexicon.words("casualties", "verifying")
    unable = notes.lexicon.words("casualties", "unable")
    first = notes.sentence(home)
    for sentence in notes.parse.sentences[first : first + BEHIND + 1]:
        for i in range(sentence.first, sentence.stop):
            if notes.words[i] in proving:
                start = max(sentence.first, i - VERIFY_REACH)
                yield from (notes.parse.span(k, i + 1) for k in range(start, i) if notes.words[k] in unable)


def _guess(notes: Notes, statement: Statement) -> Span | None:
    """A statement's cue or source where its own words hedge it: "estimates", "initial reports"."""
    phrases = _doubt_words(notes.lexicon)
    guessing = notes.lexicon.table("attribution", "certainty")["guessing"]
    for span in (*statement.cue, *statement.source):
        for i in range(*notes.parse.within(span)):
            if notes.parse.tokens[i].lemma in guessing or phrases.match(notes.words, i):
                return notes.parse.span(i, i + 1)
    return statement.cue[0] if statement.cue and statement.certainty != "certain" else None


@lru_cache(maxsize=4)
def _doubt_words(lexicon: Lexicon) -> Phrases[Certainty]:
    """Every word of doubt of the lexicon's themes, with how much it leaves open."""
    said = lexicon.table("attribution", "certainty")
    table: dict[str, Certainty] = {}
    for name in ("hedges", "preliminary"):
        table.update(dict.fromkeys(said[name], "hedged"))
    for name in ("hedges", "early_reports"):
        table.update(dict.fromkeys(lexicon.words("casualties", name), "hedged"))
    table.update(dict.fromkeys(said["unproven"], "unverified"))
    table.update(dict.fromkeys(lexicon.table("attribution", "adverbs")["unverified"], "unverified"))
    table.update(dict.fromkeys(lexicon.words("casualties", "unverified"), "unverified"))
    table.update(lexicon.table("responsibility", "doubts"))
    return Phrases(table)


def polarity(notes: Notes, finding: Finding, standing: Standing) -> Evidence:
    """The words of denial: of the count, of the deed, or of the statement that the claim stands in."""
    if finding.polarity == "affirms" and standing.polarity == "affirms":
        return Evidence("polarity", None, "nothing denies it")
    if finding.polarity == "denies":
        return Evidence("polarity", finding.polarity_span or _denial(notes, finding))
    statement = notes.by_id.get(standing.statement or "")
    cue = standing.cue_span or (statement.cue[0] if statement and statement.cue else None)
    return Evidence("polarity", cue, "the statement is a denial")


def _denial(notes: Notes, finding: Finding) -> Span:
    """The "no" of a count of nobody, "not" before a word of harm, else the word that refuses the blame."""
    quantity = notes.counts.get(finding.span.start)
    if finding.aspect != RESPONSIBILITY and quantity and quantity.low == quantity.high == 0:
        return quantity.span
    first = notes.parse.sentence(finding.trigger).first
    negation = _last(notes.words, max(first, finding.trigger - NOT_REACH), finding.trigger)
    at = finding.trigger if negation is None else negation
    return notes.parse.span(at, at + 1)


def _last(words: Sequence[str], first: int, stop: int) -> int | None:
    return next((i for i in range(stop - 1, first - 1, -1) if words[i] in NOT), None)
