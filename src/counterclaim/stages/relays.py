"""Through whom the whole page came: bylines, datelines, sign-offs and credits.

An agency counts where its name stands as a label (alone on its line, in the brackets of a dateline, after "Source",
at the very end) near the top or the end of the article, and not where it is a word of a sentence or took the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.identity import same_house
from counterclaim.lexicon import Lexicon
from counterclaim.model import Document, Mention, Passage, Role, Span, one_line
from counterclaim.parties import Catalogue

TOP = 320  # characters from the start of the article within which a byline or dateline stands
TAIL = 60  # characters before its end within which a sign-off stands
LABEL = 60  # characters: a line no longer than this that names an agency is its byline
DATED = 4  # words of a place and a day, "City. March 3."
DASHES = "-–—−"
NAMED_SOURCE = re.compile(
    r"(?:(?:^|[\s(\[])Source\s*[:\-–—]\s*|[(\[](?:With|Via|Source)[\s:]+)"
    r"(?P<name>[^\W\d_][^\n,;|()\[\]]{1,59}?)\s*(?:$|[\n)\]|;,]|\.\s|\.$)",
    re.MULTILINE,
)
SIGNATURE = re.compile(rf"[.!?”\"']\s*[{DASHES}]+\s*(?P<name>[A-Z][\w.& ]{{1,30}}?)(?:/\w{{1,6}})?[\s.]*$")
OFFICE = re.compile(r"(?:['’]s?)?\s+(?:media|press|information)\s+(?:office|centre|center)$", re.IGNORECASE)
DATELINE = re.compile(rf"\((?P<name>[^\W\d_][^()\n]{{1,40}})\)\s*(?P<dash>[{DASHES}])?")
PLACE_BEFORE = re.compile(
    r"(?:^|[\s,])(?:[A-Z]{3,}|\d{1,2})[,.]?\s*$|\b[A-Z]{3,}, [A-Z][a-z]+(?: [A-Z][a-z]+)?\s*$|^\s*$|\n\s*$"
)  # capitals, a day, a line's start
BYLINE = re.compile(r"(?m)(?:^|,\s*)((?:[A-Z][\w-]+|of|and)(?: (?:[A-Z][\w-]+|of|and)){1,5})\s*$")
LATE_DATELINE = re.compile(
    r"[A-Z][\w'’-]*(?:[ /][A-Z][\w'’-]*){0,3}, (?:[A-Z][a-z]+, )?(?:[A-Z][a-z]{2,8}\.? \d{1,2} |)\($"
)
RIGHTS = re.compile(  # "© 2021 AFP", "Copyright 1994-2021 The Associated Press. All rights reserved."
    r"(?m)^[ \t]*(?:(?:copyright|\(c\)|©)[ \t]*){1,2}(?:\d{4}(?:\s?[-–]\s?\d{4})?,?[ \t]+)?(?:by[ \t]+)?(?:the[ \t]+)?"
    r"(?P<name>[^\W\d_][\w.&' -]{1,40}?)(?=[.,|;]|[ \t]*$|[ \t]+all\s)",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"\s*(?:/|\+|&|,|\band\b)\s*")


@dataclass(frozen=True)
class _Words:
    shared: re.Pattern[str]
    picture: frozenset[str]
    credit: re.Pattern[str]
    before: frozenset[str]
    after: frozenset[str]
    dates: frozenset[str]


@lru_cache(maxsize=4)
def _compile(lexicon: Lexicon) -> _Words:
    def words(name: str) -> frozenset[str]:
        return lexicon.words("relays", name)

    def either(name: str) -> str:
        return "|".join(sorted(map(re.escape, words(name)), key=len, reverse=True))

    return _Words(
        shared=re.compile(rf"\b(?:{either('shared')})\b", re.IGNORECASE),
        picture=words("picture"),
        credit=re.compile(
            rf"(?:^|[\s(\[|{DASHES}])(?:{either('credit')})\s*[:{DASHES}]?\s*(?:\d{{4}}\s+)?$", re.IGNORECASE
        ),
        before=words("sentence_before"),
        after=words("sentence_after"),
        dates=words("weekdays") | words("months"),
    )


def find_page_relays(
    document: Document,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    catalogue: Catalogue,
    lexicon: Lexicon,
) -> tuple[str, ...]:
    """Name the agencies that the page as a whole is credited to, without the outlet itself.

    A page that carries its own outlet's dateline came through nobody; a credit shared with unnamed "agencies" names
    nobody either.
    """
    words, text = _compile(lexicon), document.text
    article = [p.span for p in passages if p.role.is_article]
    credited = [p.span for p in passages if p.role is Role.CREDIT]
    if not article and not credited:
        return ()
    agencies = [m for m in mentions if m.party is not None and m.party.kind == "agency"]
    own = _is_own_dateline(document, agencies, article, catalogue)
    top = () if own or not article else _headed(text, article[0].start, agencies, words)
    labels = [*_labels(text, agencies, article, credited, words)]
    labels += [*_signed(text, article, catalogue), *_copyrighted(text, article, catalogue)]
    named = list(_named_sources(text, article, credited, words))
    found = [_canonical(name, catalogue) for name in (*top, *labels, *named)]
    return tuple(dict.fromkeys(n for n in found if not same_house(n, document.outlet, catalogue)))


def _canonical(name: str, catalogue: Catalogue) -> str:
    """The catalogue's form of a name where it knows it, also with the office or the "s" of a house left out."""
    bare = OFFICE.sub("", name)
    for form in (name, bare, bare.removesuffix("s")):
        party = catalogue.lookup(form)
        if party:
            return party.name
    return bare


def _is_own_dateline(
    document: Document, agencies: Iterable[Mention], article: Sequence[Span], catalogue: Catalogue
) -> bool:
    if not article:
        return False
    text, top = document.text, article[0].start + 3 * TOP
    for found in DATELINE.finditer(text, article[0].start, top):
        if same_house(found["name"], document.outlet, catalogue):
            return True
    return any(
        m.span.start < top and text[m.span.end : m.span.end + 2].strip()[:1] in (*DASHES,) and _opens(text, m.span)
        for m in agencies
        if same_house(m.name, document.outlet, catalogue)
    )


def _headed(text: str, start: int, agencies: Iterable[Mention], words: _Words) -> list[str]:
    """Agencies in the page's first lines, and whatever stands in the brackets of a dateline, known or not."""
    found = [
        (m.span.start, m.name)
        for m in agencies
        if (m.span.start - start <= TOP or _is_late_dateline(text, m.span, start))
        and not _is_shared(text, m.span, words)
        and _heads(text, m.span, words)
    ]
    for line in DATELINE.finditer(text, start, start + TOP):
        place = PLACE_BEFORE.search(text[max(start, line.start() - 30) : line.start()])
        if line["dash"] and place and not _pictures(line["name"], words):
            found.append((line.start("name"), _in_full(line["name"], text[max(0, start - TOP) : line.start()])))
    return [name for _, name in sorted(found)]


def _is_late_dateline(text: str, span: Span, start: int) -> bool:
    """Whether a place, a day and the agency in brackets open a paragraph below a lead and its furniture."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return span.start - start <= 3 * TOP and LATE_DATELINE.match(line) is not None


def _in_full(letters: str, above: str) -> str:
    """The name of which the letters in a dateline are the initials, where a byline above has it."""
    if not letters.isupper() or not letters.isalpha():
        return letters
    names = (name.split() for name in BYLINE.findall(above))
    return next((" ".join(n) for n in names if "".join(w[0] for w in n if w[0].isupper()) == letters), letters)


def _is_shared(text: str, span: Span, words: _Words) -> bool:
    line = _line(text, span)
    return len(line) <= LABEL * 2 and bool(words.shared.search(line))


def _opens(text: str, span: Span) -> bool:
    """Whether only a place stands before the words on their line ("City, ABC-")."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return len(line) <= 40 and ("." not in line or len(line.split()) <= DATED)


def _is_label(text: str, span: Span, article: Sequence[Span], credited: Sequence[Span], words: _Words) -> bool:
    if any(c.covers(span) for c in credited):
        return _in_credit(text, span, words)
    if not article:
        return False
    if _is_shared(text, span, words):
        return False
    return article[-1].end - span.end <= TAIL and _signs_off(text, span, article[-1].end, words)


def _labels(
    text: str, agencies: Iterable[Mention], article: Sequence[Span], credited: Sequence[Span], words: _Words
) -> Iterator[str]:
    """The agencies that stand as labels, and those beside one of them: "(Reuters, AFP and AP)"."""
    last: Span | None = None
    for m in agencies:
        beside = last is not None and SEPARATOR.fullmatch(text, last.end, m.span.start) is not None
        if beside or _is_label(text, m.span, article, credited, words):
            last = m.span
            yield m.name


def _line(text: str, span: Span) -> str:
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return text[start : end if end >= 0 else len(text)].strip()


def _in_credit(text: str, span: Span, words: _Words) -> bool:
    line = _line(text, span)
    return not words.shared.search(line) and not _pictures(line, words)


def _pictures(line: str, words: _Words) -> bool:
    return any(w in words.picture for w in re.findall(r"[a-z]+", line.lower()))


def _heads(text: str, span: Span, words: _Words) -> bool:
    """Whether the name stands as a byline or in a dateline."""
    line = _line(text, span)
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 60]
    if before.rstrip(" ").endswith("("):
        return _closes_dateline(before.rstrip(" ")[:-1], after)
    if len(line) <= LABEL and len(line) - len(span.exact) <= 30:
        return not _pictures(line, words)
    if after.lstrip(" ")[:1] and after.lstrip(" ")[0] in DASHES and _opens(text, span):
        return True
    return _runs_on(before, after, words)


def _closes_dateline(before: str, after: str) -> bool:
    """Whether "(NAME)" follows a place in capitals or a date, or is followed by a dash: not so under a picture."""
    closed = re.match(rf"(?:\s*/[^()\n]{{1,30}})?\s*\)\s*(?P<dash>[{DASHES}:])?", after)
    return bool(closed and (closed["dash"] or PLACE_BEFORE.search(before)))


def _runs_on(before: str, after: str, words: _Words) -> bool:
    """Whether the name stands between a headline and a date or a first sentence, all run together on one line."""
    last = re.findall(r"\S+", before)[-1:] or [""]
    following = re.match(r"\s+(?P<word>[A-Z0-9]\S*)(?:\s+(?P<next>\S+))?", after)
    if not following or not before.strip():
        return bool(following and _dated(after, words))
    if last[0].lower() in words.before or last[0][-1:] in ",;":
        return False
    if following["word"].lower() in words.after or (following["next"] or "").lower() in words.picture:
        return False
    return _dated(after, words) or not _pictures(f"{before[-25:]} {following['word']}", words)


def _dated(after: str, words: _Words) -> bool:
    return any(w.strip(",.").lower() in words.dates for w in after.split()[:2])


def _signs_off(text: str, span: Span, end: int, words: _Words) -> bool:
    """Whether the name stands after the last sentence, alone or with the initials of a desk ("-ABC", "ABC/XY")."""
    before = text[max(0, span.start - 40) : span.start]
    rest = text[span.end : end].strip(" \n\t.,)]|*")
    if len(rest.split()) > 3 or any(w.lower() in words.picture for w in re.findall(r"\w+", rest)):
        return False
    lead = before.rstrip(" \t")
    if words.credit.search(before):
        return not re.search(r"[a-z]\s+(?:by|with|from|via)\s*$", before) or "(" in before[-10:]
    return lead[-1:] in (*DASHES, "(", "[", "\n", "/", "|", "") or lead[-1:] in ".”\"'"


def _signed(text: str, article: Sequence[Span], catalogue: Catalogue) -> list[str]:
    """The agency that signs at the very end, even where its name is glued to the last word ("… of siege.-ABC")."""
    if not article:
        return []
    found = SIGNATURE.search(text, max(article[-1].start, article[-1].end - TAIL), article[-1].end)
    party = catalogue.lookup(found["name"]) if found else None
    return [party.name] if party and party.kind == "agency" else []


def _copyrighted(text: str, article: Sequence[Span], catalogue: Catalogue) -> list[str]:
    """The agencies whose rights a line below the article reserves; above and within it such a line is a picture's."""
    lines = RIGHTS.finditer(text, article[-1].start) if article else ()
    parties = (catalogue.lookup(m["name"].strip()) for m in lines)
    return [p.name for p in parties if p and p.kind == "agency"]


def _named_sources(text: str, article: Sequence[Span], credited: Sequence[Span], words: _Words) -> Iterator[str]:
    """Names after "Source:" in a credit or at the very end, whether an agency or not; several are given in order."""
    edges = [*credited, *(Span.of(text, max(a.start, a.end - 160), a.end) for a in article[-1:])]
    for edge in edges:
        for found in NAMED_SOURCE.finditer(text, edge.start, edge.end):
            name = one_line(found["name"])
            if not words.shared.search(name) and not _pictures(name, words) and len(name.split()) <= 8:
                yield from (part for part in SEPARATOR.split(name) if part[:1].isupper())
