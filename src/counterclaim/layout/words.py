"""What a line of a page says it is: buttons, headings of sections, credits, appeals, by the lexicon's words alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.layout.buttons import NEWS, Buttons
from counterclaim.layout.lines import INNER_STOP, LONG, WORD, Line
from counterclaim.layout.patterns import (
    ACCOUNT,
    ADDRESS,
    AT_WORK,
    BREADCRUMB,
    BYLINE,
    COUNTER,
    CREDITED,
    DATED,
    FIGURED,
    MARKED,
    NAMES,
    OF_SITE,
    QUOTES,
    READER,
    SAYING,
    SELF,
    TALK,
    VERIFIED,
)
from counterclaim.lexicon import Lexicon
from counterclaim.model import Role

LIVE = 24  # words of a heading or a notice


@dataclass(frozen=True)
class PageWords:
    """The lexicon's words about pages, ready for look-up. `lists` holds the small lists by "theme.name"."""

    headings: Mapping[str, Role]
    lines: Mapping[str, Role]
    openings: Mapping[str, Sequence[tuple[str, Role]]]
    lists: Mapping[str, tuple[str, ...]]
    biography: re.Pattern[str]
    buttons: Buttons
    strong: re.Pattern[str]
    weak: frozenset[str]

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, lexicon: Lexicon) -> PageWords:
        """Compile the theme "passages"; raises DataError when a table is missing."""
        lists = {
            f"{table}.{name}": tuple(words)
            for table in ("appeal", "comment", "credit", "caption", "biography", "dates", "contents")
            for name, words in lexicon.table("passages", table).items()
        }
        callings = "|".join(map(re.escape, lists["biography.callings"]))
        who = r"(?:(?:[A-Z][\w.'’\-]+ ){2,4}|He |She |They )"
        lines = _inverted(lexicon.table("passages", "lines"))
        return cls(
            headings=_inverted(lexicon.table("passages", "headings")),
            lines=lines,
            openings=_by_first_letter(lexicon.table("passages", "openings")),
            lists=lists,
            biography=re.compile(rf"{who}(?:is|are) (?:an?|the|our) .{{0,80}}\b(?i:{callings})s?\b"),
            buttons=Buttons.of(lexicon, lines),
            weak=frozenset(lists["appeal.weak"]),
            strong=re.compile(rf"\b(?:{'|'.join(map(re.escape, lists['appeal.strong']))})\b"),
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
        own = self.lines.get(line.key) or self._opening(line) or self.buttons.role(line)
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
                return None if self._is_paragraph(line, role) else role
        return None

    def _is_paragraph(self, line: Line, role: Role) -> bool:
        """Whether a line begins as a button does, but goes on as prose: "By joining the talks, …"."""
        if role is Role.CREDIT or not line.is_prose:
            return role is Role.CREDIT and bool(NEWS.search(line.text))
        if role not in (Role.APPEAL, Role.SOCIAL, Role.NAVIGATION):
            return False
        if self._address(line):
            return bool(NEWS.search(line.text)) and self._address(line) < 2
        if line.key.split(" ", 1)[0] in self.lists["appeal.imperatives"] and not NEWS.search(line.text):
            return False
        return line.words > 12 and not OF_SITE.search(line.lower)

    def is_menu(self, line: Line) -> bool:
        """Whether a line is a row of menu entries or the path to this page: "Home > World > Asia"."""
        if line.is_prose or not 4 <= len(line.text) <= LONG:
            return False
        entries = [e for e in BREADCRUMB.split(line.text) if e]
        if len(entries) < 2:
            return False
        short = all(e.count(" ") <= 3 for e in entries)
        known = sum(e.lower() in self.buttons.names for e in entries)
        if short and (len(entries) >= 4 or 2 * known >= len(entries)):
            return True
        return len(entries) >= 3 and entries[0].lower() in self.lines

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
        if line.words > 12 or len(line.text) > LONG:
            return False
        parts = [part.strip() for part in BREADCRUMB.split(line.text)]
        if len(parts) > 1 and any(COUNTER.fullmatch(p) for p in parts):
            return all(COUNTER.fullmatch(p) or any(c.isdigit() for c in p) for p in parts)
        forms = (ADDRESS, COUNTER, ACCOUNT)
        return line.text.endswith(VERIFIED) or any(form.fullmatch(line.text) for form in forms)

    def is_date(self, line: Line) -> bool:
        """Whether a line is nothing but a date or time, perhaps with "published" before it."""
        if len(line.text) > 90 or not any(c.isdigit() for c in line.text) or line.words > 14:
            return False
        words = re.findall(r"[^\W\d_]+", line.lower)
        known = sum(w in self.lists["dates.words"] for w in words)
        return known == len(words) and (bool(words) or (len(line.text) >= 8 and bool(FIGURED.search(line.text))))

    def is_credit(self, line: Line) -> bool:
        """Whether a line says who wrote or photographed, without more."""
        if line.words > 40:
            return False
        if line.words <= 16 and len(line.text) <= 200 and BYLINE.fullmatch(line.text):
            return True
        return line.key in self.lists["credit.lines"] or (
            self.has(line, "credit.contributing") and not QUOTES.search(line.text)
        )

    def is_appeal(self, line: Line) -> bool:
        """Whether a line asks its readers for something: their address, their money, their attention."""
        address = self._address(line)
        if not address:
            return False
        strong = len(set(self.strong.findall(line.lower)))
        if NEWS.search(line.text):  # what would be news or speech must speak to its readers all the more
            return strong >= 2 and address >= 3 and not QUOTES.search(line.text)
        weak = sum(phrase in line.lower for phrase in self.lists["appeal.weak"])
        return (strong > 0 and self._turns_to_reader(line, strong)) or weak >= (2 if "you" in line.lower else 3)

    def _turns_to_reader(self, line: Line, strong: int) -> bool:
        """Whether a line asks somebody: an aid agency that goes on with "our work" asks nobody."""
        asks = line.key.split(" ", 1)[0] in self.lists["appeal.imperatives"]
        return asks or strong > 1 or line.words <= 8 or bool(READER.search(line.lower))

    def _address(self, line: Line) -> int:
        """How often a line speaks of "us" and "you"."""
        return sum(
            word.lower() in self.lists["appeal.address"] for word in WORD.findall(line.text[:1500]) if word != "US"
        )

    def _names_gifts(self, line: Line) -> bool:
        """Whether a line has one of the words of appeals: support, donation, mission."""
        return any(word in self.weak for word in WORD.findall(line.lower))

    def is_report(self, line: Line) -> bool:
        """Whether a line has words of news or of speech."""
        return bool(NEWS.search(line.text))

    def is_news(self, line: Line) -> bool:
        """Whether a line reports and addresses nobody."""
        return self.is_report(line) and not self._address(line)

    def may_appeal(self, line: Line) -> bool:
        """Whether a line between two appeals may be a part of them."""
        return not self.is_report(line) and (not line.is_prose or bool(READER.search(line.lower)))

    def goes_on_appealing(self, line: Line) -> bool:
        """Whether a line beside an appeal may be a part of it."""
        address = self._address(line)
        if line.words > 40 or NEWS.search(line.text):
            return address >= 2 and bool(READER.search(line.lower)) and not QUOTES.search(line.text)
        if (
            address and (not line.is_prose or READER.search(line.lower) or self._names_gifts(line))
        ) or self.strong.search(line.lower):
            return True
        return line.key.split(" ", 1)[0] in self.lists["appeal.imperatives"]

    def is_comment(self, line: Line) -> bool:
        """Whether a line is one of the marks that stand around a reader's comment."""
        if line.words > 14:
            return bool(SAYING.match(line.text[:80]))
        if line.lower.endswith(self.lists["comment.ends"]) or line.key in self.lists["comment.lines"]:
            return True
        return bool(MARKED.fullmatch(line.lower)) or self._is_signed(line)

    def is_live(self, line: Line) -> bool:
        """Whether a heading or a notice says that the page goes on while things happen: "Live updates"."""
        return line.words <= LIVE and self.has(line, "comment.live")

    def is_reader(self, line: Line) -> bool:
        """Whether a line is such a mark, and neither a button for sharing nor the article's own "she said:"."""
        if self.lines.get(line.key) is Role.SOCIAL or line.lower.endswith((" said:", " replied:")):
            return False
        return line.has_letters and self.is_comment(line)

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

    def is_author(self, name: Line, told: Line) -> bool:
        """Whether a line is a name and another goes on to tell what its bearer writes."""
        if not 2 <= name.words <= 4 or not self.is_signature(name) or NEWS.search(told.text):
            return False
        return told.text.startswith(name.text + " ") and bool(
            AT_WORK.match(told.text[len(name.text) :]) or self.is_biography(told)
        )

    def is_self(self, line: Line) -> bool:
        """Whether a line says what a site or a society is, and no news."""
        return bool(SELF.match(line.text[:300])) and not NEWS.search(line.text)

    def is_signature(self, line: Line) -> bool:
        """Whether a line could be the names or initials that end an article."""
        if line.words > 6 or len(line.text) > 80 or (line.is_stopped and len(line.text) > 8):
            return False
        return bool(NAMES.fullmatch(line.text))

    def is_caption(self, line: Line) -> bool:
        """Whether a line describes a picture."""
        return line.words <= 60 and (
            bool(CREDITED.search(line.text[-120:]))
            or self.starts(line, "caption.openings")
            or any(m in line.lower[-120:] for m in self.lists["caption.marks"])
        )


def _inverted(table: Mapping[str, Sequence[str]]) -> dict[str, Role]:
    return {phrase: Role(role) for role, phrases in table.items() for phrase in phrases}


def _by_first_letter(table: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[str, Role]]]:
    found: dict[str, list[tuple[str, Role]]] = {}
    for role, phrases in table.items():
        for phrase in phrases:
            found.setdefault(phrase[0], []).append((phrase, Role(role)))
    return found
