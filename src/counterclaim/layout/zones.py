"""Where the article is on its page: what stands before the headline, after the end and in the midst of furniture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from counterclaim.layout.buttons import is_address
from counterclaim.layout.drafts import Draft, folded, name_all
from counterclaim.layout.words import PageWords
from counterclaim.model import Role

HEADLINE = 15  # characters: a shorter line may stand in a title by chance
BUTTON = 4  # words that a button has at most
SITE = 12  # words of a site's own name and motto at most
ENTRIES = 60  # of a table of contents at most
STREWN = 3  # pieces of furniture between two paragraphs
MENUS = frozenset({Role.NAVIGATION, Role.SOCIAL, Role.APPEAL, Role.TAGS})


def find_title(drafts: Sequence[Draft], title: str | None) -> None:
    """Mark the first line that repeats the page's title, or the part of it before the site's name."""
    whole = folded(title or "")
    for d in drafts if whole else ():
        line = folded(d.line.text[:500])
        if line == whole or (HEADLINE < len(line) < 400 and (_is_part(line, whole) or _carries(line, whole))):
            d.titled = True
            return


def _is_part(line: str, title: str) -> bool:
    """Whether a title holds a line, which is more than the site's name at its end."""
    return line in title and (not title.endswith(line) or 2 * len(line) > len(title))


def _carries(line: str, title: str) -> bool:
    """Whether a line is the title with a few words more or fewer."""
    if len(title) > 2 * HEADLINE and line.startswith(title):
        return True
    told, asked = set(line.split()), set(title.split())
    return 5 <= len(told) <= 30 and 5 * len(told & asked) >= 4 * len(told)


def clear_before_title(drafts: Sequence[Draft], words: PageWords) -> None:
    """Name what stands before the headline, when the title says which line that is: the site's own name and menus."""
    first = next((i for i, d in enumerate(drafts) if d.is_running), 0)
    for i, d in enumerate(drafts[:first]):
        if d.role is None and _leads_to(d, drafts[i + 1 : i + 5]):
            d.role, d.titled = Role.NAVIGATION, False
    at = next((i for i, d in enumerate(drafts) if d.titled), 0)
    before = drafts[:at]
    if any(d.is_running for d in before):
        return
    for d in before:
        if d.is_short and d.line.words <= SITE and not d.line.text.endswith(":") and not words.is_caption(d.line):
            d.role = Role.NAVIGATION


def _leads_to(path: Draft, following: Sequence[Draft]) -> bool:
    """Whether a line ends with the whole of a line below it: "Home News Bridge closed" above "Bridge closed"."""
    line = path.line.lower
    return any(
        d.line.words >= BUTTON and len(d.line.lower) < len(line) and line.endswith(d.line.lower) for d in following
    )


def clear_between(drafts: Sequence[Draft]) -> None:
    """Name the few short lines in the midst of buttons and menus: they are buttons too, however they are worded."""
    first = next((i for i, d in enumerate(drafts) if d.is_running), len(drafts))
    for start, stop in _gaps(drafts):
        inside = drafts[start:stop]
        longest = BUTTON if start > first else 2  # above the first paragraph it might be the headline
        if stop - start <= 3 and all(d.line.words <= longest for d in inside) and _pressed(drafts, start, stop):
            name_all(inside, drafts[start - 1].role or Role.NAVIGATION)


def _gaps(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Stretches of short free lines."""
    at = 0
    for short, group in groupby(drafts, key=lambda d: d.is_short):
        size = len(list(group))
        if short:
            yield at, at + size
        at += size


def _pressed(drafts: Sequence[Draft], start: int, stop: int) -> bool:
    """Whether furniture stands on both sides, and two lines of it on one: a lone advertisement has a text around it."""
    before, after = drafts[max(0, start - 2) : start], drafts[stop : stop + 2]
    if not before or not after or before[-1].role not in MENUS or after[0].role not in MENUS:
        return False
    return any(len(side) == 2 and all(d.role in MENUS for d in side) for side in (before, after))


def clear_contents(drafts: Sequence[Draft], words: PageWords) -> None:
    """Name a table of contents: after its heading, the lines that stand on the page again as headings of parts."""
    last = {d.line.key: i for i, d in enumerate(drafts) if d.line.key and d.line.words <= SITE}
    for i, d in enumerate(drafts):
        if d.line.key in words.lists["contents.headings"]:
            end = i + 1
            while (
                end < min(len(drafts), i + ENTRIES)
                and not drafts[end].titled
                and _is_entry(drafts[i + 1 : end + 1], last, end)
            ):
                end += 1
            if end > i + 2:
                name_all(drafts[i:end], Role.NAVIGATION)


def _is_entry(entries: Sequence[Draft], last: Mapping[str, int], at: int) -> bool:
    """Whether the last of these lines stands on the page again, or is numbered after one that does."""
    entry = entries[-1].line
    if last.get(entry.key, 0) > at:
        return True
    fresh = all(before.line.key != entry.key for before in entries[:-1])
    return len(entries) > 1 and fresh and entry.is_bare and entry.is_bullet and entries[-2].line.is_bullet


def clear_repeated(drafts: Sequence[Draft]) -> None:
    """Name the links within the article that lead where the list of related articles leads too."""
    linked = {d.line.key for d in drafts if d.role is Role.RELATED and d.line.words > BUTTON}
    for d in drafts:
        if d.role is None and not d.titled and d.line.key in linked and not d.line.is_prose:
            d.role = Role.RELATED


def find_author_box(drafts: Sequence[Draft], words: PageWords) -> None:
    """Name the box that gives the author's name on a line of its own and then tells what the author does."""
    running = [i for i, d in enumerate(drafts) if d.is_running]
    for i in running[2:]:
        box = range(max(0, i - 2), i)
        name = next((j for j in box if words.is_author(drafts[j].line, drafts[i].line)), None)
        if name is not None and all(not drafts[j].is_running for j in range(name, i)):
            name_all(drafts[name : i + 1], Role.BIOGRAPHY)


def find_end(drafts: Sequence[Draft], words: PageWords) -> int:
    """Index of the article's last paragraph; a lone sentence below furniture that reports nothing is the site's own."""
    running = [i for i, d in enumerate(drafts) if d.is_running]
    while len(running) > 2:
        i = running[-1]
        above = [d for d in drafts[running[-2] + 1 : i] if not d.dated]
        strewn = sum(d.role is not None for d in above) >= STREWN or len(above) > 2 * STREWN
        if not strewn or words.is_report(drafts[i].line):
            return i
        running.pop()
    return running[-1] if running else len(drafts)


def _drop_self(drafts: Sequence[Draft], words: PageWords) -> None:
    """Name a last paragraph below furniture or credits in which a site says what it is."""
    last = max((i for i, d in enumerate(drafts) if d.is_running), default=0)
    above = drafts[max(0, last - 2) : last]
    near = [d for d in above if not d.is_short][-1:]
    below = any(d.role is not None for d in near)
    if below and words.is_self(drafts[last].line):
        drafts[last].role = Role.NAVIGATION


def close_tail(drafts: Sequence[Draft], words: PageWords, outlet: str | None) -> None:
    """After the article's last paragraph, let every piece of furniture draw in the short lines that follow it."""
    _drop_outlet(drafts, folded(outlet or ""))
    _drop_self(drafts, words)
    tail = drafts[find_end(drafts, words) + 1 :]
    role: Role | None = None
    for d in tail:
        if d.is_furniture:
            role = d.role
        elif role and d.is_short and not d.line.is_bullet:
            if role in MENUS and (d.line.words > SITE or words.is_report(d.line)):
                continue
            d.role = Role.NAVIGATION if role in MENUS else role
        elif d.role is None and is_address(d.line):
            d.role = role = Role.NAVIGATION


def _drop_outlet(drafts: Sequence[Draft], outlet: str) -> None:
    """Name the last paragraphs in which the site tells of itself."""
    for i in range(len(drafts) - 1, 1, -1):
        d = drafts[i]
        if not d.is_running:
            continue
        told = len(outlet) > BUTTON and folded(d.line.text[:200]).startswith(outlet)
        if not told or not any(b.is_furniture or folded(b.line.text[:200]) == outlet for b in drafts[i - 2 : i]):
            return
        d.role = Role.NAVIGATION
