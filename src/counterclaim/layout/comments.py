"""Where on a page its readers speak: sections with a heading, lists without one, threads under a post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from counterclaim.layout.drafts import Draft, name_all
from counterclaim.layout.words import PageWords
from counterclaim.model import Role

BELOW = 12  # so many lines below its heading show whether a section is of readers' comments
BUTTONS = ("view", "show", "see", "read", "hide", "load")  # "View comments" leads elsewhere more often than it heads
ITEM = re.compile(r"#?\(?(\d{1,3})[.):]")
CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d\b|\d{1,2} ?[ap]\.?m\b|\d+ ?(?:s|m|h|d|secs?|mins?|minutes?|hours?|days?) ago\b", re.IGNORECASE
)
"""How an entry of a live page begins: "9:55 pm: …", "3 hours ago"."""
WORDS_OF_TIME = 3  # "3 hours ago"
HANDLE = re.compile(r"@[\w.\-]{2,40}")


def opens_section(drafts: Sequence[Draft], i: int, words: PageWords, *, read: int, prose_lines: int) -> bool:
    """Whether a heading has its section below it: "3 comments" above the article's text is only a button.

    `read` counts the lines of the article's prose above it, `prose_lines` all lines of prose on the page.
    """
    if drafts[i].heads not in (Role.COMMENT, Role.APPEAL):
        return True
    if drafts[i].heads is Role.APPEAL or not read:
        return read > 0
    below = list(takewhile(lambda d: d.heads in (None, Role.COMMENT), drafts[i + 1 : i + 1 + BELOW]))
    free = [d for d in below if d.role in (None, Role.COMMENT)]
    if any(words.is_reader(d.line) for d in free) or any(_signs(below, n, words) for n in range(len(below))):
        return True
    prose = [d.line for d in below if d.line.is_prose]
    if drafts[i].line.key.startswith(BUTTONS) or (below and below[0].role in (Role.SOCIAL, Role.NAVIGATION)):
        return False
    return 2 * read > prose_lines or 2 * sum(map(words.is_talk, prose)) >= len(prose)


def find_comments(drafts: Sequence[Draft], words: PageWords, *, live: bool = False) -> None:
    """Name a list of readers' comments that no heading announces, from its first mark to the next section.

    `live` says that the page calls itself a live one.
    """
    marks = [
        i for i, d in enumerate(drafts) if d.role is None and (words.is_comment(d.line) or _signs(drafts, i, words))
    ]
    if not any(drafts[i].line.has_letters for i in marks):  # figures alone number a list
        return
    if _are_entries(drafts, marks, words, live=live):
        return
    if len(marks) < 2 or 4 * len(marks) < sum(d.is_running for d in drafts[marks[0] :]):
        return
    named = marks[0] > 0 and words.is_signature(drafts[marks[0] - 1].line)
    for d in drafts[marks[0] - named :]:
        if d.role is None:
            d.role = Role.COMMENT


def _are_entries(drafts: Sequence[Draft], marks: Sequence[int], words: PageWords, *, live: bool) -> bool:
    """Whether the marks are the times of a live page's entries, with nobody's name beside them and news below.

    On a page that does not call itself live the times must head lines of their own: "9:55 pm: Ferry shelled".
    """
    clocks = [i for i in marks if CLOCK.match(drafts[i].line.text) and (live or drafts[i].line.words > WORDS_OF_TIME)]
    times = [i for i in clocks if i == 0 or not words.is_signature(drafts[i - 1].line)]
    prose = [d.line for d in drafts[times[0] :] if d.line.is_prose] if times else []
    news, talk = sum(map(words.is_news, prose)), sum(map(words.is_talk, prose))
    return len(times) > 1 and 2 * len(times) > len(marks) and 2 * news >= len(prose) > 2 * talk


def find_numbered(drafts: Sequence[Draft], words: PageWords) -> None:
    """Name readers' comments that are numbered from one to the page's end, told from a list by how they talk."""
    found = [(i, ITEM.match(d.line.text[:8])) for i, d in enumerate(drafts) if d.role is None]
    items = [(i, int(match[1])) for i, match in found if match]
    if len(items) < 2 or [n for _, n in items] != list(range(1, len(items) + 1)) or items[0][0] == 0:
        return
    first = items[0][0]
    if drafts[first - 1].line.text.endswith(":"):
        return
    last = drafts[first:]
    if 2 * sum(words.is_talk(d.line) for d in last if d.role is None) >= len(last):
        name_all([d for d in last if d.role is None], Role.COMMENT)


def find_thread(drafts: Sequence[Draft]) -> None:
    """Name the answers under a post: accounts on lines of their own, each with a text below it."""
    handles = [i for i, d in enumerate(drafts) if HANDLE.fullmatch(d.line.text[:60])]
    if not handles:
        return
    first = handles[0]
    named = first > 0 and drafts[first - 1].role is None and not drafts[first - 1].line.is_prose
    for d in drafts[first - named :]:
        if d.role in (None, Role.SOCIAL):
            d.role = Role.COMMENT


def _signs(drafts: Sequence[Draft], i: int, words: PageWords) -> bool:
    """Whether line `i` is the date under a reader's name."""
    return i > 0 and drafts[i].dated and words.is_signature(drafts[i - 1].line)
