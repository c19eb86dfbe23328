"""Statements that marks carry: "Monitor: 22 dead", "22 dead: monitor", transcripts, tweets set into the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.model import Passage, Role
from counterclaim.speech.draft import Draft, Range, merged
from counterclaim.speech.ground import Ground
from counterclaim.syntax import Token

LONGEST_NAME = 8  # words of a speaker before or behind a colon
LONGEST_TITLE = 30  # words
SHORTEST = 3  # words of what is said
DASHES = frozenset({"—", "–", "-", "―", "--"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
AFTER_ALARM = frozenset({"|", ":", "-", "–", "—", "!", "||"})
BRACKETS = frozenset("|()/")
PLACES = frozenset({"GPE", "LOC", "FAC", "DATE"})
IN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "ADP", "PUNCT"})
COLONS = frozenset({":", "):"})
CLOCK = re.compile(r"\[?\d{1,2}[:.h]\d{2}\]?$")  # when a line of a live page was written
TWEET = re.compile(r"\s*[—–-] ?(?P<who>[^—–\n]{2,60}? ?\(@\w{1,20}\))")


def read_headlines(ground: Ground, passages: Sequence[Passage]) -> Iterator[Draft]:
    """Yield a draft for every passage whose marks say who speaks."""
    for number, passage in enumerate(passages):
        if not passage.role.is_article:
            continue
        first, stop = ground.parse.within(passage.span)
        heading = _heading(ground, passages, number, (first, stop))
        if heading is not None:
            yield heading
        if heading is not None or stop - first <= SHORTEST:
            continue
        draft = _tweet(ground, passage, (first, stop)) or _speaker_first(ground, (first, stop))
        if draft is None and passage.role is not Role.CAPTION:
            by_dash = passage.role is Role.HEADLINE or ground.lacks_commas
            title = (first, min(stop, ground.sentence(first)[1]))
            draft = _speaker_last(ground, (first, stop), by_dash) or _speaker_last(ground, title, by_dash)
            draft = draft or _signed(ground, (first, stop))
        if draft is None and ground.lacks_commas:
            draft = _unmarked(ground, (first, stop))
        if draft is not None:
            yield draft


def _heading(ground: Ground, passages: Sequence[Passage], number: int, whole: Range) -> Draft | None:
    """A speaker and a colon on a line of their own, of the paragraph below."""
    first, stop = whole
    if not first < stop - 1 or ground.tokens[stop - 1].text != ":" or number + 1 == len(passages):
        return None
    below = passages[number + 1]
    content = ground.trim(*ground.parse.within(below.span)) if below.role.is_article else (0, 0)
    if content[1] - content[0] < SHORTEST or not _is_speaker(ground, (first, stop - 1)):
        return None
    return Draft(stop - 1, ((first, stop - 1),), ((stop - 1, stop),), (content,), "says", "mark")


def _tweet(ground: Ground, passage: Passage, whole: Range) -> Draft | None:
    """A post set into the page, its writer's handle behind it."""
    found = TWEET.search(passage.span.exact)
    if found is None:
        return None
    at = [passage.span.start + found.start("who"), passage.span.start + found.end("who")]
    inside = [i for i in range(*whole) if at[0] <= ground.tokens[i].start < at[1]]
    if not inside or inside[0] - whole[0] < SHORTEST:
        return None
    content = ground.trim(whole[0], inside[0])
    return Draft(content[0], ((inside[0], inside[-1] + 1),), (), (content,), "says", "mark")


def _speaker_first(ground: Ground, whole: Range) -> Draft | None:
    """A speaker before a colon, of all that follows: "Monitor: 22 dead", or a turn in a transcript."""
    first = _behind_labels(ground, whole)
    for i in range(first, min(whole[1], first + LONGEST_NAME + 1)):
        if ground.tokens[i].text in COLONS:
            stop = ground.sentence(i + 1)[1] if ground.lacks_commas and i + 1 < whole[1] else whole[1]
            content = ground.trim(i + 1, stop)
            name = (first, _before_hearer(ground, first, _before_bracket(ground, first, i)))
            counted = content[1] - content[0] == SHORTEST - 1 and ground.tokens[content[0]].text.isdigit()
            if (counted or content[1] - content[0] >= SHORTEST) and _is_speaker(ground, name):
                return Draft(i, (name,), ((i, i + 1),), (content,), "says", "mark")
            return None
    return None


def _before_bracket(ground: Ground, first: int, colon: int) -> int:
    """The end of a speaker before what brackets add: "Security source (correction):"."""
    if ")" not in (ground.tokens[colon - 1].text, ground.tokens[colon].text[0]):
        return colon
    return next((i for i in range(first + 1, colon) if ground.tokens[i].text == "("), colon)


def _before_hearer(ground: Ground, first: int, colon: int) -> int:
    """The end of a speaker before the one who is told: "A medical source to our reporter:"."""
    last = ground.tokens[colon - 1]
    to = next((i for i in range(first + 1, colon) if ground.tokens[i].lower == "to"), colon)
    is_hearer = to >= colon - 4 and (last.lower in ground.book.hearers or last.pos == "PROPN")
    return to if is_hearer else colon


def _behind_labels(ground: Ground, whole: Range) -> int:
    """Where a line begins behind what only calls for attention, or says when: "#UPDATE", "Urgent |", emoji, "16:20"."""
    first = whole[0]
    if whole[1] - first > SHORTEST and CLOCK.match(ground.tokens[first].text):
        first += 1
    while first < whole[1]:
        token = ground.tokens[first]
        marked = first > whole[0] and ground.tokens[first - 1].text == "#"
        after = ground.tokens[first + 1].text if first + 1 < whole[1] else ""
        calls = token.lower.lstrip("#") in ground.book.alarms
        is_bar = token.text == "|" and first > whole[0]
        if not (_is_ornament(token) or token.text == "#" or is_bar or (calls and (marked or after in AFTER_ALARM))):
            calls = calls and (token.text.isupper() or token.text.startswith("#"))
            if not calls:
                break
        first += 1
    return first if first < whole[1] else whole[0]


def _is_ornament(token: Token) -> bool:
    """Whether a token before the speaker is a mark or an emoji, and neither a word nor a bracket."""
    return token.text not in BRACKETS and token.text != ":" and not any(c.isalnum() or c in "@#" for c in token.text)


def _speaker_last(ground: Ground, whole: Range, by_dash: bool) -> Draft | None:
    """A speaker behind a colon, in a line without a full stop: "22 dead in raids: monitor"."""
    stop = whole[1]
    if ground.tokens[stop - 1].text == "." and not (ground.lacks_commas and stop - whole[0] <= LONGEST_TITLE):
        return None
    for i in range(stop - 2, max(whole[0], stop - LONGEST_NAME - 2), -1):
        token = ground.tokens[i]
        is_dash = token.text in DASHES and token.start > ground.tokens[i - 1].end
        is_dash = is_dash and (by_dash or ground.tokens[stop - 1].text.islower())
        if token.text == ":" or is_dash:
            name = ground.trim(i + 1, stop)
            content = ground.trim(whole[0], i)
            if content[1] - content[0] >= SHORTEST and name[0] < name[1] and _is_speaker(ground, name):
                return Draft(i, (name,), ((i, i + 1),), merged([content]), "says", "mark")
            return None
    return None


def _signed(ground: Ground, whole: Range) -> Draft | None:
    """A person's name behind a dash at a paragraph's end, as posts have it: "Three dead. — Mayor Osmo Varn."."""
    stop = whole[1] - (ground.tokens[whole[1] - 1].text == ".")
    for i in range(stop - 2, max(whole[0] + SHORTEST, stop - LONGEST_NAME - 2), -1):
        if ground.tokens[i].text not in DASHES or ground.tokens[i].start == ground.tokens[i - 1].end:
            continue
        name = ground.tokens[i + 1 : stop]
        named = name[-1].entity == "PERSON" and name[-1].pos == "PROPN" and ground.quoted[i] < 0
        named = named or (name[0].entity == "PERSON" and ground.quoted[i - 1] >= 0 > ground.quoted[i])
        titled = all(t.pos in IN_NAMES or t.lower in ground.book.speakers for t in name)
        if named and titled and _is_speaker(ground, (i + 1, stop)):
            return Draft(i, ((i + 1, stop),), ((i, i + 1),), (ground.trim(whole[0], i),), "says", "mark")
        return None
    return None


def _unmarked(ground: Ground, whole: Range) -> Draft | None:
    """A title that has lost its colon and runs into a byline: "Raid kills 22 Monitor Newswire Sunday 5 May"."""
    for i in range(whole[0] + SHORTEST, min(whole[1] - 1, whole[0] + LONGEST_TITLE)):
        token, follower = ground.tokens[i], ground.tokens[i + 1]
        first = i - 1 if token.lower in ("media", "tv", "television", "group") else i
        before = ground.tokens[first - 1]
        if token.lower not in ground.book.headline_speakers or before.pos in ("DET", "ADP", "PRON", "CCONJ", "PUNCT"):
            continue
        if any(t.lower == "according" for t in ground.tokens[max(0, first - 4) : first]):
            continue
        is_byline = ground.is_named(i + 1, i + 2) or follower.text.isupper() or follower.entity in ("DATE", "TIME")
        if first - whole[0] >= SHORTEST and (is_byline or follower.text == "."):
            return Draft(i, ((first, i + 1),), (), (ground.trim(whole[0], first),), "says", "mark")
    return None


def _is_speaker(ground: Ground, name: Range) -> bool:
    """Whether the words before or behind a mark name somebody who speaks, and are no label, place or clause."""
    words = ground.tokens[slice(*name)]
    if not 0 < len(words) <= LONGEST_NAME or not ground.can_speak(*name):
        return False
    before = ground.tokens[words[0].index - 2] if words[0].index > 1 else words[0]
    is_body = words[-1].lower in ground.book.speakers
    if before.lower in ground.book.labels or all(
        (t.entity in PLACES and not is_body) or t.index in ground.places or not t.text[0].isalnum() for t in words
    ):
        return False
    is_described = len(words) > 1 and words[-2].pos in ("ADJ", "NOUN") and words[-1].pos == "NOUN"
    described = {words[-1].index} if is_described else set()  # "a medical source", and not "Source"
    return not any(_rules_out(ground, t) for t in words if t.index not in described)


def _rules_out(ground: Ground, token: Token) -> bool:
    """Whether a word shows that the words are no name: a label, a number, a bracket, a verb."""
    is_verb = token.tag in FINITE and token.lower not in ground.book.speakers
    return (
        is_verb or token.lower in ground.book.labels or token.text in BRACKETS or any(c.isdigit() for c in token.text)
    )
