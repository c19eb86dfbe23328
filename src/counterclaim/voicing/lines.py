"""Lines of bulletins and headlines that give a number and say whose it is: "SOURCE: 15 dead", "22 dead, residents say".

They go by their marks, for a parser makes little of lines without verbs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import Attribution, Mention, Span, overlapping
from counterclaim.syntax import Parse

FIRST = re.compile(  # a clock, the number of an update, a place and what brackets add are no part of who speaks
    r"(?m)^[^\w\n(\"“']*+(?:(?:[Uu]pdate|UPDATE|[Ee]dit|UPD)\b(?: \d{1,2}(?![:.h]\d))?[^\w\n]{1,4})?"
    r"(?:\d{1,2}[:.h]\d{2}[^\w\n(\"“']+)?"
    r"(?:[^\W\d_][^:/|\n\"“]{1,30} / )?(?P<who>[^\W\d_][^:\n\"“]{1,70}?)"
    r"(?:[ \t]*\([^()\n]{1,60}\))?(?P<cue>:)[ \t]+(?P<said>[^\n]{8,})$"
)
INNER = re.compile(  # "…. The village council: four pupils dead."
    r"(?<=[.!?][ \t])(?P<who>(?:The )?[^\W\d_][^:.,;\n\"“]{2,50}?)(?P<cue>:)[ \t]+(?P<said>[\"“]?[^\W_][^\n;.]{7,200})"
)
LAST = re.compile(
    r"(?m)^(?P<said>[^\n]{15,180}?)(?:,[ \t]+(?P<who>[^\W\d_][^,:;.\n]{2,50}?)[ \t]+(?P<cue>say|says|said)"
    r"|[ \t]+(?P<mark>[-–—|])[ \t]+(?P<label>[^\W\d_][^,:;.\n]{2,60}?)\.?)[ \t]*$"
)
PLACED = re.compile(r"\s+(?:in|at|of|from|near|for)\s+")
NUMBER = re.compile(r"\d")
BRACKETED = re.compile(
    r"(?P<before>[^\s(]+)[ \t](?P<mark>[(\[])(?P<named>[Ss]ource: (?:the )?)?"
    r"(?P<who>[^\W\d_][^()\[\]:;\n]{2,50})[)\]](?=[.;\n]|$)"
)
PER = re.compile(
    r"(?m)(?P<said>[^\n.;:]{4,160}?) (?P<cue>per) (?P<who>(?:the )?[^\W\d_][^\n.;:,()\[\]]{3,60})(?=[.;,\n]|$)"
)
TOLL = re.compile(  # "Last toll of the X for June: 34 dead"
    r"(?m)^[^\w\n]*+(?:[^\W\d_]+ ){0,2}(?P<cue>toll|count|tally|figures|balance) (?:of|from|by) (?:the )?"
    r"(?P<who>[^\W\d_][^:.,;\n\"“]{2,60}?)"
    r"(?: (?:for|as of|on|since|until|at) [^:\n]{2,30})?:[ \t]+(?P<said>[^\n]{4,})$"
)
SOURCED = re.compile(  # "IN FIGURES (the X, since May): 91 killed", and lines under "Casualties (source: X)"
    r"(?m)^[^\w\n]*+(?:\w{1,2}\. )?[^\W\d_][^\n:()]{1,40}\((?:(?P<cue>[Ss]ource): (?:the )?|[Tt]he )?"
    r"(?P<who>[^\W\d_][^(),:\n]{2,60})"
    r"(?:, [^()\n]{2,40})?\)(?P<mark>:?)[ \t]*(?P<said>(?:[^\n]{4,}|(?:\n[^\n]{4,}){1,12}))$"
)
LETTERS = 3  # at least, of a body named by letters alone
TWO_WORDS = re.compile(r"\w \w")
SENTENCE = 4  # blanks in what is said: what is shorter under a plain noun only counts its victims
ACTING = frozenset(
    {"agency", "media", "armed_group", "armed_forces", "state", "coalition"}
)  # who is told of, or only carries
FIGHTING = frozenset({"armed_group", "armed_forces"})  # who may have counted, behind a verb: "were hurt (the X)"
NAMELESS = frozenset({"place", "people"})  # kinds of mentions that say where or what, and not who


@dataclass(frozen=True)
class LineWords:
    """`speakers` are nouns for who speaks, `labels` whole labels of headlines, `headings` words that head a line."""

    speakers: frozenset[str]
    labels: frozenset[str]
    headings: frozenset[str]


def find_lines(
    parse: Parse, attributions: Sequence[Attribution], mentions: Sequence[Mention], words: LineWords
) -> tuple[Attribution, ...]:
    """Read the lines with a number of which no attribution has the source or the words yet."""
    taken = [s for a in attributions for s in (*a.source, *a.content)]
    named = [m for m in mentions if m.kind not in NAMELESS and (m.party is not None or m.kind != "person")]
    ends = {m.span.end for m in named}
    found = (*_first(parse, ends, words), *_inner(parse, ends, words), *_last(parse, ends, words))
    found = (*_sourced(parse, ends), *found, *_bracketed(parse, {m.span.start: m for m in named}, words))
    found = (*found, *_toll(parse, ends, words), *_per(parse, ends, words))
    return tuple(a for a in found if not any(overlapping(taken, s) for s in (*a.source, *a.content)))


def _first(parse: Parse, ends: set[int], words: LineWords) -> Iterator[Attribution]:
    for m in FIRST.finditer(parse.text):
        who = m["who"].strip().lower()
        noun = PLACED.split(who)[0].rpartition(" ")[2]
        speaks = m.end("who") in ends or (noun in words.speakers and " " in who and m["said"].count(" ") >= SENTENCE)
        speaks = speaks and TOLL.match(parse.text, m.start()) is None  # whose toll it is, is read of its own
        if speaks and who not in words.headings and _has_number(parse, m):
            yield _made(parse, m.span("who"), m.span("cue"), m.span("said"))


def _last(parse: Parse, ends: set[int], words: LineWords) -> Iterator[Attribution]:
    for m in LAST.finditer(parse.text):
        if m["cue"]:
            noun = PLACED.split(m["who"].lower())[0].rpartition(" ")[2]
            speaks = noun in words.speakers or m.end("who") in ends
            source, cue = m.span("who"), m.span("cue")
        else:
            label = m["label"].lower()
            noun = PLACED.split(label.replace(" of ", " in "))[0].rpartition(" ")[2]
            is_one = label.startswith("the ") and m["mark"] in "–—" and noun in words.speakers
            speaks = label in words.labels or is_one
            source, cue = m.span("label"), m.span("mark")
        if speaks and _has_number(parse, m):
            yield _made(parse, source, cue, m.span("said"))


def _inner(parse: Parse, ends: set[int], words: LineWords) -> Iterator[Attribution]:
    """Sentences within a paragraph that have a speaker for their label: "…. The village council: four dead."."""
    for m in INNER.finditer(parse.text):
        noun = PLACED.split(m["who"].lower())[0].rpartition(" ")[2]
        is_one = m["who"].startswith("The ") and noun in words.speakers
        if (is_one or m.end("who") in ends) and _has_number(parse, m):
            yield _made(parse, m.span("who"), m.span("cue"), m.span("said"))


def _sourced(parse: Parse, ends: set[int]) -> Iterator[Attribution]:
    """Headings with the source of what stands behind them, or in the lines below, in brackets."""
    for m in SOURCED.finditer(parse.text):
        speaks = m["cue"] or ((m.end("who") in ends or _is_letters(m["who"])) and m["mark"])
        if speaks and _has_number(parse, m):
            yield _made(parse, m.span("who"), m.span("cue" if m["cue"] else "mark"), m.span("said"))


def _per(parse: Parse, ends: set[int], words: LineWords) -> Iterator[Attribution]:
    """What stands "per local committee", and not "per hospital", which is a share."""
    for m in PER.finditer(parse.text) if " per " in parse.text else ():
        noun = PLACED.split(m["who"].lower())[0].rpartition(" ")[2]
        first = parse.at(m.start("who"))
        share = m["who"] == noun and first is not None and first.tag == "NN"
        if ((noun in words.speakers and not share) or m.end("who") in ends) and _has_number(parse, m):
            yield _made(parse, m.span("who"), m.span("cue"), m.span("said"))


def _toll(parse: Parse, ends: set[int], words: LineWords) -> Iterator[Attribution]:
    """Lines that head a number with whose toll it is: "Last toll of the X for June: 34 dead"."""
    for m in TOLL.finditer(parse.text):
        last = m["who"].rpartition(" ")[2]
        if (m.end("who") in ends or last.lower() in words.speakers or _is_letters(last)) and _has_number(parse, m):
            yield _made(parse, m.span("who"), m.span("cue"), m.span("said"))


def _bracketed(parse: Parse, named: Mapping[int, Mention], words: LineWords) -> Iterator[Attribution]:
    """Sentences with a source in brackets at the end: "Four gunmen were shot (police).", "… in the valley (ORW)."."""
    for m in BRACKETED.finditer(parse.text):
        last = parse.at(m.start("who"))
        number = (
            last.sentence - (parse.tokens[parse.sentences[last.sentence].first].start >= m.start("mark")) if last else 0
        )
        first = parse.sentence_span(max(number, 0)).start if last else m.start()
        speaks = m["named"] or m["who"].lower() in words.labels or _is_body(parse, m, named.get(m.start("who")))
        is_told = speaks and first < m.start("mark") and TWO_WORDS.search(parse.text, first, m.start("mark"))
        if is_told:
            yield _made(parse, m.span("who"), m.span("mark"), (first, m.start("mark")))


def _is_body(parse: Parse, m: re.Match[str], mention: Mention | None) -> bool:
    """Whether brackets hold the name of a body behind plain words with a number, and no short form of those words."""
    if not m["before"].islower() or "," in m["who"]:
        return False
    party = mention.party if mention else None
    first = parse.at(m.start("before"))
    acts = party is not None and party.kind in ACTING and not (party.kind in FIGHTING and first and first.pos == "VERB")
    if mention is None or mention.span.end != m.end("who") or acts:
        return False
    sentence = parse.sentence_tokens(first.sentence) if first else ()
    before = [t for t in sentence if t.end <= m.end("before")]
    initials = "".join(t.text[0] for t in before[-len(m["who"]) :] if t.pos != "PUNCT").lower()
    is_short = _is_letters(m["who"]) and m["who"].lower()[:LETTERS] in initials
    return not is_short and any(t.pos == "NUM" for t in before)


def _is_letters(name: str) -> bool:
    return name.isupper() and name.isalpha() and len(name) >= LETTERS


def _has_number(parse: Parse, line: re.Match[str]) -> bool:
    """Whether a count stands in what the line says; and the line is read at all."""
    first = parse.at(line.start("said"))
    if first is None:
        return False
    said = parse.tokens[slice(*parse.within(Span.of(parse.text, *line.span("said"))))]
    return NUMBER.search(line["said"]) is not None or any(t.pos == "NUM" for t in said)


def _made(parse: Parse, source: tuple[int, int], cue: tuple[int, int], said: tuple[int, int]) -> Attribution:
    who, mark, told = (Span.of(parse.text, *s) for s in (source, cue, said))
    return Attribution((who,), (mark,), (told,), "indirect")
