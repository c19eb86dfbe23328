"""What a line of a page says it is: buttons, headings of sections, credits, appeals, by the lexicon's words alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.layout.lines import LONG, WORD, Line
from counterclaim.lexicon import Lexicon
from counterclaim.model import Role

ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)\S+|[\w.+\-]+@[\w\-]+\.[\w.]+", re.I)
COUNTER = re.compile(
    r"[\d.,]*[km]?\s?views[\d.,km]*|[\d.,]+[km]?\+?\s?(?:views?|likes?|shares?|comments?|retweets?|reads?|replies|followers|subscribers)",
    re.I,
)
BYLINE = re.compile(
    r"(?:by|BY|By):?\s+[A-Z][^\s,;&/|]*(?:[\s,;&/|]+(?:(?:and|in|for|at)\s+)?[A-Z][^\s,;&/|]*){0,11}[\s,;&/|]*"
)
NAMES = re.compile(r"[A-Z][^\s,;:&/|]*(?:[\s,;&/|]+[A-Z][^\s,;:&/|]*){0,5}")
ACCOUNT = re.compile(r"[^@\n]{1,60}@\w{2,15}")
MARKED = re.compile(
    r"#?\d{1,3}[.)\-+]?|[+\-]\d{1,4}|(?:\S+ ){0,5}\d+ ?"
    r"(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|[hd]) ago"
)
TALK = re.compile(
    r"\b(?:I|I'm|I’m|my|you|your|u|lol|hey|sorry|thanks|yes|why|please|stupid|shame)\b|[?!]{1,}|\.\.\.|…| – ", re.I
)
SAYING = re.compile(r"(?:\S+ ){1,3}says: |@\w+:? |#\d{1,3} |In reply to ")
BREADCRUMB = re.compile(r"\s*[|•·»›>/]\s*")
INNER_STOP = re.compile(r"[a-z)\d][.!?] +[A-Z]|https?://|www\.|pic\.twitter|@\w")
REPORTED = re.compile(r"\b(?:said|told|says|killed|wounded|injured|dead|died|arrested)\b|[\"“”]")
DATED = re.compile(
    r"\d{1,2}:\d\d|\b\d{1,4}[./\-]\d{1,2}[./\-]\d{1,4}\b"
    r"|\b\d{1,2} [a-z]{3,9},? (?:19|20)\d\d|[a-z]{3,9} \d{1,2},? (?:19|20)\d\d"
    r"|\b\d+ ?(?:min|minute|hour|day|week|month|year)s?(?: ago|$)"
)
QUOTES = re.compile(r"[\"“”«»]")
VERIFIED = ("✔", "✓", "☑")


@dataclass(frozen=True)
class PageWords:
    """The lexicon's words about pages, ready for look-up. `lists` holds the small lists by "theme.name"."""

    headings: Mapping[str, Role]
    lines: Mapping[str, Role]
    openings: Mapping[str, Sequence[tuple[str, Role]]]
    lists: Mapping[str, tuple[str, ...]]
    biography: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> PageWords:
        """Compile the theme "passages"; raises DataError when a table is missing."""
        lists = {
            f"{table}.{name}": tuple(words)
            for table in ("appeal", "comment", "credit", "caption", "biography", "dates")
            for name, words in lexicon.table("passages", table).items()
        }
        callings = "|".join(map(re.escape, lists["biography.callings"]))
        who = r"(?:(?:[A-Z][\w.'’\-]+ ){2,4}|He |She |They )"
        return cls(
            headings=_inverted(lexicon.table("passages", "headings")),
            lines=_inverted(lexicon.table("passages", "lines")),
            openings=_by_first_letter(lexicon.table("passages", "openings")),
            lists=lists,
            biography=re.compile(rf"{who}(?:is|are) (?:an?|the|our) .{{0,80}}\b(?i:{callings})s?\b"),
        )

    def starts(self, line: Line, name: str) -> bool:
        """Whether a line begins with a phrase of a list."""
        return line.lower.startswith(self.lists[name])

    def has(self, line: Line, name: str) -> bool:
        """Whether a line holds a phrase of a list."""
        return any(phrase in line.lower for phrase in self.lists[name])

    def heading(self, line: Line) -> Role | None:
        """The role of the section that a line opens, None when it is no heading."""
        return self.headings.get(line.key) if line.words <= 8 else None

    def kind(self, line: Line) -> Role | None:
        """The role that a line claims for itself, wherever it stands; None when it may be the article's."""
        if self.is_date(line):
            return None
        if self.is_account(line):
            return Role.SOCIAL
        own = self.lines.get(line.key) or self._opening(line)
        if own is None and self.is_menu(line):
            own = Role.NAVIGATION
        if own is None and self.is_credit(line):
            own = Role.CREDIT
        return Role.APPEAL if own is None and self.is_appeal(line) else own

    def _opening(self, line: Line) -> Role | None:
        """A role by a line's first words; a long paragraph must say more than that."""
        if len(line.text) > LONG:
            return None
        text = line.lower.lstrip("*_#•>»–—- ")
        for phrase, role in self.openings.get(text[:1], ()):
            if text.startswith(phrase):
                return None if role is Role.CREDIT and REPORTED.search(line.text) else role
        return None

    def is_menu(self, line: Line) -> bool:
        """Whether a line is a row of menu entries or the path to this page: "Home > World > Asia"."""
        if line.is_prose or not 4 <= len(line.text) <= LONG:
            return False
        entries = [e for e in BREADCRUMB.split(line.text) if e]
        known = sum(e.lower() in self.lines for e in entries)
        if len(entries) >= 4 and all(e.count(" ") <= 3 for e in entries):
            return True
        return len(entries) >= 2 and 2 * known >= len(entries)

    def is_headline(self, line: Line) -> bool:
        """Whether a line could be the headline of another article."""
        return (
            3 <= line.words <= 24
            and not line.is_stopped
            and not line.is_bullet
            and line.text[-1] not in ":,;)"
            and not INNER_STOP.search(line.text)
        )

    def is_account(self, line: Line) -> bool:
        """Whether a line is an address, an account on a network, or how often something was viewed."""
        if line.words > 8 or len(line.text) > LONG:
            return False
        forms = (ADDRESS, COUNTER, ACCOUNT)
        return line.text.endswith(VERIFIED) or any(form.fullmatch(line.text) for form in forms)

    def is_date(self, line: Line) -> bool:
        """Whether a line is nothing but a date or time, perhaps with "published" before it."""
        if len(line.text) > 90 or not any(c.isdigit() for c in line.text) or line.words > 14:
            return False
        words = re.findall(r"[^\W\d_]+", line.lower)
        known = sum(w in self.lists["dates.words"] for w in words)
        return known == len(words) and (bool(words) or len(line.text) >= 8)

    def is_credit(self, line: Line) -> bool:
        """Whether a line says who wrote or photographed, without more."""
        if line.words > 40:
            return False
        if line.words <= 16 and len(line.text) <= 200 and BYLINE.fullmatch(line.text):
            return True
        return line.key in self.lists["credit.lines"] or self.has(line, "credit.contributing")

    def is_appeal(self, line: Line) -> bool:
        """Whether a line asks its readers for something: their address, their money, their attention."""
        address = self._address(line)
        if not address:
            return False
        strong = sum(phrase in line.lower for phrase in self.lists["appeal.strong"])
        if REPORTED.search(line.text):  # what would be news or speech must speak to its readers all the more
            return strong >= 2 and address >= 3 and not QUOTES.search(line.text)
        weak = sum(phrase in line.lower for phrase in self.lists["appeal.weak"])
        return strong > 0 or weak >= (2 if "you" in line.lower else 3)

    def _address(self, line: Line) -> int:
        """How often a line speaks of "us" and "you"."""
        return sum(word in self.lists["appeal.address"] for word in WORD.findall(line.lower))

    def is_report(self, line: Line) -> bool:
        """Whether a line has words of news or of speech."""
        return bool(REPORTED.search(line.text))

    def goes_on_appealing(self, line: Line) -> bool:
        """Whether a line beside an appeal may be a part of it."""
        address = self._address(line)
        if line.words > 40 or REPORTED.search(line.text):
            return address >= 2 and not QUOTES.search(line.text)
        if address or any(phrase in line.lower for phrase in self.lists["appeal.strong"]):
            return True
        return line.key.split(" ", 1)[0] in self.lists["appeal.imperatives"]

    def is_comment(self, line: Line) -> bool:
        """Whether a line is one of the marks that stand around a reader's comment."""
        if line.words > 14:
            return bool(SAYING.match(line.text[:80]))
        if line.lower.endswith(self.lists["comment.ends"]) or line.key in self.lists["comment.lines"]:
            return True
        return bool(MARKED.fullmatch(line.lower)) or self._is_signed(line)

    def is_letter(self, line: Line) -> bool:
        """Whether a line is the salutation of a letter to the readers: "Dear readers,"."""
        return line.words <= 6 and line.key in self.lists["appeal.salutations"]

    def is_talk(self, line: Line) -> bool:
        """Whether a line talks as readers do among themselves rather than reports."""
        return bool(TALK.search(line.text[:1500])) and not line.text.startswith(("“", '"'))

    def _is_signed(self, line: Line) -> bool:
        """Whether a line is a name with a date or time beside it."""
        words = re.findall(r"[^\W\d_]+", line.lower)
        other = sum(w not in self.lists["dates.words"] for w in words)
        return 1 <= other <= 4 and not line.is_stopped and bool(DATED.search(line.lower))

    def is_biography(self, line: Line) -> bool:
        """Whether a line tells who its author is."""
        if QUOTES.search(line.text[:120]):
            return False
        return bool(self.biography.match(line.text[:400])) or self.starts(line, "biography.openings")

    def is_signature(self, line: Line) -> bool:
        """Whether a line could be the names or initials that end an article."""
        if line.words > 6 or len(line.text) > 80 or (line.is_stopped and len(line.text) > 8):
            return False
        return bool(NAMES.fullmatch(line.text))

    def is_caption(self, line: Line) -> bool:
        """Whether a line describes a picture."""
        return line.words <= 60 and (
            self.starts(line, "caption.openings") or any(m in line.lower[-120:] for m in self.lists["caption.marks"])
        )


def _inverted(table: Mapping[str, Sequence[str]]) -> dict[str, Role]:
    return {phrase: Role(role) for role, phrases in table.items() for phrase in phrases}


def _by_first_letter(table: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[str, Role]]]:
    found: dict[str, list[tuple[str, Role]]] = {}
    for role, phrases in table.items():
        for phrase in phrases:
            found.setdefault(phrase[0], []).append((phrase, Role(role)))
    return found
