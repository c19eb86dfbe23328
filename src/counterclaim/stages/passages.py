"""A page's text to passages with a role: what is the article, and what a page carries besides.

It works on the text alone: what lines look like, where they stand (Kohlschütter, Fankhauser and Nejdl 2010 find that
shape and neighbours go far), and the words with which pages name their own parts. In doubt a line is the article's: a
claim read from a menu can be struck out by a reader, one that was left out cannot be seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from counterclaim.layout.comments import find_comments, find_numbered, find_thread, opens_section
from counterclaim.layout.drafts import Draft, folded, name_all
from counterclaim.layout.inline import parted
from counterclaim.layout.lines import EDGE, Line, cut_lines
from counterclaim.layout.posts import is_post
from counterclaim.layout.words import PageWords
from counterclaim.layout.zones import (
    clear_before_title,
    clear_between,
    clear_contents,
    clear_repeated,
    close_tail,
    find_author_box,
    find_end,
    find_title,
)
from counterclaim.lexicon import Lexicon
from counterclaim.model import Document, Passage, Role, Span

MENU = 4  # so many lines of one to three words in a row are a menu
RUN = 3  # so many headlines in a row after the end of the article lead to other articles
SUBHEAD = 4  # words: a headline that a list leads to has more
TEASER = 60  # characters of a sentence that may be a paragraph by itself
LINKS = 4  # more links than that in a row, with their heading, are a list at the page's foot
RESUMED = 200  # characters of one paragraph of prose: longer than a teaser, so the article goes on

ACCOUNT = re.compile(r"(?:twitter|x)\.com/(\w{2,15})/status")
CLOCKED = re.compile(r"\d{1,2}:\d\d\s?[AP]M · \w{3} \d{1,2}, \d{4}")
VIEWS = re.compile(r"[\d.,]*[KM]?\s?[Vv]iews[\d.,KM]*$")
COUNTED = re.compile(r"[\d.,]+[KM]?\s(?:views|likes|shares)(?=\s?[A-Z])")
POSTED = re.compile(r"[^@\n]{1,60}@\w{2,40}?\s?(?:[A-Z][a-z]{2} \d{1,2}, \d{4}|· ?\d)")
QUOTED = ('"“«„', '"”»')


def split_passages(document: Document, lexicon: Lexicon) -> tuple[Passage, ...]:
    """Split a page into passages that do not overlap, stand in order and leave out nothing but white space."""
    words = PageWords.of(lexicon)
    lines = [piece for line in cut_lines(document.text) for piece in _unglued(line, document, words)]
    drafts = [Draft(line) for line in lines]
    if len(drafts) > 1:  # a page of one line is the article, whatever it says
        find_title(drafts, document.title)
        _name_by_words(drafts, words)
        clear_contents(drafts, words)
        _fill_sections(drafts, words)
        _spread_appeals(drafts, words)
        clear_before_title(drafts, words)
        _clear_head(drafts, words)
        clear_between(drafts)
        find_author_box(drafts, words)
        _clear_tail(drafts, words, document)
        close_tail(drafts, words, document.outlet)
        clear_repeated(drafts)
    _name_article(drafts, document, words)
    found = (Passage(Span(d.line.start, d.line.end, d.line.text), d.role or Role.BODY) for d in drafts)
    return tuple(parted(found, lexicon))


def _unglued(line: Line, document: Document, words: PageWords) -> Iterator[Line]:
    """Cut off what a page sticks to a line without a break: the account's name, the counters, a licence link."""
    cuts = {0, len(line.text)}
    account = ACCOUNT.search(document.url or "")
    if account:
        at = line.text.find("@" + account[1], 0, 120)
        cuts.add(at + 1 + len(account[1]) if at >= 0 else 0)
    end = line.text[-80:]
    if CLOCKED.search(end):
        views = VIEWS.search(end)
        cuts.add(len(line.text) - len(end) + _after_year(end, views.start()) if views else 0)
    counted = COUNTED.match(line.text[:40])
    cuts.add(counted.end() if counted else 0)
    for suffix in words.lists["credit.suffixes"]:
        if line.lower.endswith(suffix) and len(line.lower) == len(line.text):
            cuts.add(len(line.text) - len(suffix))
    edges = sorted(cuts)
    for first, stop in pairwise(edges):
        piece = line.text[first:stop]
        bare = piece.strip(EDGE)
        if bare:
            start = line.start + first + len(piece) - len(piece.lstrip(EDGE))
            yield Line(start, start + len(bare), bare, line.gap and first == 0)


def _after_year(end: str, views: int) -> int:
    """Where the counters begin: the year before them runs straight into their figures."""
    clocked = CLOCKED.search(end)
    return max(clocked.end(), views) if clocked else views


def _name_by_words(drafts: Sequence[Draft], words: PageWords) -> None:
    """Give every line the role that its own words claim."""
    seen = Counter(d.line.key for d in drafts if d.line.words <= 4)
    for i, d in enumerate(drafts):
        d.heads = words.heading(d.line) or _heads_list(drafts, i, words)
        d.dated = words.is_date(d.line)
        d.role = d.heads or words.kind(d.line)
        if d.role is None and not d.dated and d.line.words <= 4 and seen[d.line.key] > 2:
            d.role = Role.NAVIGATION
        if d.heads is Role.APPEAL:
            d.heads = None  # a heading alone draws nothing in: the lines beside it must appeal too
        if words.is_letter(d.line):
            d.role = d.heads = Role.APPEAL
            if i and words.starts(drafts[i - 1].line, "appeal.announcements"):
                drafts[i - 1].role = Role.APPEAL
        _keep_title(d, words)
        if d.role is None and POSTED.match(d.line.text[:200]):
            d.role = d.heads = Role.COMMENT


def _heads_list(drafts: Sequence[Draft], i: int, words: PageWords) -> Role | None:
    """Whether line `i` is built as the heading of a list and something like a link follows."""
    if not words.buttons.heads_list(drafts[i].line) or i + 1 == len(drafts) or drafts[i + 1].line.is_prose:
        return None
    return Role.RELATED


def _keep_title(d: Draft, words: PageWords) -> None:
    """A headline may begin as a link or a menu does ("In pictures: …"), but not be a button word for word."""
    if d.titled and d.line.key not in words.lines and d.line.key not in words.headings:
        d.role = d.heads = None


def _fill_sections(drafts: Sequence[Draft], words: PageWords) -> None:
    """Let every heading draw in the lines that belong to its section."""
    read = 0  # lines of running prose before this one
    prose = sum(d.line.is_prose for d in drafts)
    section: Role | None = None
    for i, d in enumerate(drafts):
        if d.titled and d.role is None:
            section = None
        elif d.heads:
            section = d.heads if opens_section(drafts, i, words, read=read, prose_lines=prose) else None
        elif section and _belongs(drafts, i, section, read) and not _reports_on(drafts, i, section, words):
            d.role = d.role if d.role in (Role.SOCIAL, Role.APPEAL) else section
        elif d.role is None:
            section = None
            read += d.is_running


def _reports_on(drafts: Sequence[Draft], i: int, section: Role, words: PageWords) -> bool:
    """Whether the article goes on below a letter to the readers: two paragraphs of news that address nobody."""
    following = [d for d in drafts[i : i + 4] if d.line.is_prose][:2]
    return section is Role.APPEAL and drafts[i].line.is_prose and all(words.is_news(d.line) for d in following)


def _belongs(drafts: Sequence[Draft], i: int, section: Role, read: int) -> bool:
    """Whether line `i` goes on with the section before it."""
    line = drafts[i].line
    if section in (Role.COMMENT, Role.APPEAL):
        return True
    if section is Role.TAGS:
        return line.words <= 4 and not line.is_stopped
    if section is Role.BIOGRAPHY:
        return not _resumes(drafts, i, read)
    return section is Role.RELATED and _is_link(drafts, i, read)


def _is_link(drafts: Sequence[Draft], i: int, read: int) -> bool:
    """Whether line `i` goes on with a list of links, or is a teaser in it."""
    line = drafts[i].line
    if line.is_spoken:
        return False
    if line.is_bullet:
        before = drafts[i - 1]
        return not line.is_stopped and bool(before.heads or (before.line.is_bullet and before.role is Role.RELATED))
    return not (line.is_prose and (_resumes(drafts, i, read) or _ends_links(drafts, i)))


def _resumes(drafts: Sequence[Draft], i: int, read: int) -> bool:
    """Whether running prose at line `i` takes the article up again rather than telling what a link leads to."""
    if read == 0:
        return drafts[i].line.is_prose
    following = [d for d in drafts[i + 1 : i + 3] if not d.dated]
    return bool(following) and following[0].is_running and (len(drafts[i].line.text) > RESUMED or drafts[i].is_running)


def _ends_links(drafts: Sequence[Draft], i: int) -> bool:
    """Whether the paragraph at line `i` is the article's last after bare links: a teaser has others beside it."""
    if len(drafts[i].line.text) < TEASER or not drafts[i].line.is_stopped:
        return False
    after = next((d for d in drafts[i + 1 : i + 4] if not d.dated), None)
    before = drafts[max(0, i - LINKS - 1) : i]
    links = list(takewhile(lambda d: d.role is Role.RELATED and not d.line.is_prose, reversed(before)))
    teaser = len(links) < len(before) and before[-1 - len(links)].role is Role.RELATED
    return (
        not teaser and len(links) <= LINKS and (after is None or after.role is not None or after.line.words <= SUBHEAD)
    )


def _spread_appeals(drafts: Sequence[Draft], words: PageWords) -> None:
    """Let an appeal draw in the lines beside it that go on with it."""
    for order in (drafts, drafts[::-1]):
        for before, d in pairwise(order):
            if before.role is Role.APPEAL and d.role is None and words.goes_on_appealing(d.line):
                d.role = Role.APPEAL
    appeals = [i for i, d in enumerate(drafts) if d.role is Role.APPEAL]
    for i, j in pairwise(appeals):
        between = drafts[i + 1 : j]
        if len(between) <= 2 and all(words.may_appeal(d.line) for d in between):
            name_all([d for d in between if d.role is None], Role.APPEAL)


def _runs(drafts: Sequence[Draft], most_words: int) -> Iterator[list[Draft]]:
    """Stretches of lines, free or of a menu, of at most so many words and without a full stop."""
    run: list[Draft] = []
    for d in drafts:
        free = d.role in (None, Role.NAVIGATION) and not d.dated and not d.titled
        if free and d.line.words <= most_words and not d.line.is_stopped:
            run.append(d)
        else:
            yield run
            run = []
    yield run


def _clear_head(drafts: Sequence[Draft], words: PageWords) -> None:
    """Name the menus and tags that stand before the first paragraph."""
    first = next((i for i, d in enumerate(drafts) if d.is_running), 0)
    for run in _runs(drafts[:first], 3):
        if len(run) >= MENU:
            name_all(run, Role.NAVIGATION)
        elif len(run) >= 2 and not any(d.line.text.isupper() for d in run):
            name_all([d for d in run if d.role is None], Role.TAGS)


def _clear_tail(drafts: Sequence[Draft], words: PageWords, document: Document) -> None:
    """Name what stands after the article's last paragraph: comments, the author, signatures, links, menus."""
    running = [i for i, d in enumerate(drafts) if d.is_running]
    if not running:
        return
    find_comments(drafts[running[0] + 1 :], words, live=any(words.is_live(d.line) for d in drafts))
    find_numbered(drafts[running[0] + 1 :], words)
    find_thread(drafts[running[0] + 1 :])
    _find_biography(drafts, words)
    last = min(find_end(drafts, words), len(drafts) - 1)
    tail = drafts[last + 1 :]
    if drafts[last].line.text.endswith(":"):  # a list follows, and it is the article's
        return
    for d in tail[:4]:
        if d.role is None and not d.dated and words.is_signature(d.line):
            d.role = Role.CREDIT
        elif d.role is None:
            break
    for run in _runs(tail, 3):
        if len(run) >= MENU:
            name_all(run, Role.NAVIGATION)
    for run in () if is_post(document, drafts, last) else _runs(tail, 24):
        if len(run) >= RUN and 4 * sum(words.is_headline(d.line) for d in run) >= 3 * len(run):
            name_all(run, Role.RELATED)


def _find_biography(drafts: Sequence[Draft], words: PageWords) -> None:
    """Name the last paragraphs that tell who the author is, and the name over them."""
    running = [i for i, d in enumerate(drafts) if d.is_running]
    for n, i in reversed(list(enumerate(running))):
        signed = any(d.role is Role.CREDIT for d in drafts[max(0, i - 8) : i])
        if not words.is_biography(drafts[i].line) or (n < 2 and not signed):
            return
        drafts[i].role = Role.BIOGRAPHY
        if i and drafts[i - 1].role is None and words.is_signature(drafts[i - 1].line):
            drafts[i - 1].role = Role.BIOGRAPHY


def _is_quotation(text: str) -> bool:
    """Whether a line is all one speaker's words, from the first mark to the last."""
    marks = "".join(QUOTED)
    return text[0] in QUOTED[0] and text[-1] in QUOTED[1] and not any(c in marks for c in text[1:-1])


def _name_article(drafts: Sequence[Draft], document: Document, words: PageWords) -> None:
    """Tell apart the parts of the article itself."""
    title = folded(document.title or "")
    free = [d for d in drafts if d.role is None]
    begun = False
    for d in free:
        short = d.line.words <= 40 and not d.line.is_prose and len(free) > 1
        if d.dated or not d.line.has_letters:
            d.role = Role.BODY
        elif len(d.line.text) > 15 and len(d.line.text) < 400 and folded(d.line.text) in title:
            d.role = Role.HEADLINE
        elif words.is_caption(d.line) and len(free) > 1:
            d.role = Role.CAPTION
        elif _is_quotation(d.line.text):
            d.role = Role.QUOTATION
        elif short and not begun and d.line.words >= 3:
            d.role = Role.HEADLINE
        elif short and d.line.words <= 12 and not d.line.is_bullet and not d.line.is_stopped:
            d.role = Role.SUBHEAD
        begun = begun or d.role is not Role.BODY
