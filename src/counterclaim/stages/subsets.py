"""Which counts of a page are part of one told of in an earlier sentence: "The dead included five children"."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from counterclaim.counting.people import PLAIN as UNARMED
from counterclaim.counting.shares import share_stop
from counterclaim.counting.victims import Victims, load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.model import COUNTED, Finding
from counterclaim.syntax import Parse

DEFINITE = frozenset({"the", "those", "these", "them"})
SHARING = frozenset({"of", "among", "amongst"})
LISTING = frozenset(
    {"include", "included", "includes", "including", "comprised", "comprise", "were", "are", "was", "is"}
)
BEING = frozenset({"were", "was", "are", "is"})
EARLIER = frozenset({"earlier", "initially", "previously", "originally", "first"})
APART = frozenset({"separately", "separate", "elsewhere", "previously"})
PAST = frozenset(
    {(a, b) for a in ("last", "previous") for b in ("month", "week", "year")}
    | {
        ("day", "before"),
        ("evening", "before"),
        ("earlier", "this"),
        ("days", "ago"),
        ("weeks", "ago"),
        ("month", "ago"),
    }
    | {("months", "ago"), ("years", "ago"), ("week", "earlier"), ("days", "earlier"), ("weeks", "earlier")}
    | {("week", "ago"), ("year", "ago"), ("day", "ago"), ("days", "after"), ("weeks", "after"), ("days", "before")}
)
ARMED = frozenset({"soldiers", "fighters"})
REST = frozenset({("the", "other"), ("the", "remaining")})
OF_THESE = (["these", ","], ["those", ","], ["them", ","])
PERSONS = frozenset({"men", "women", "children"})
TOTALS = frozenset({"total"})  # with "of the", these too are people told of before
CLOSE = 4  # tokens from "the victims" to the count that they include
NUMBERED = 2  # where the number stands in "of the 12 killed"
NEXT = 2  # sentences from a total that is not the page's first to the first of its parts
COUNTED_AS = frozenset(
    {"reported", "said", "put", "gave", "given", "counted", "confirmed", "announced", "spoke", "spoken"}
)
FAR = sys.maxsize
ITEMS = frozenset("-–—•·►*▪●▫◾▸🔴🔹🔸")  # what opens an item of a list
LISTED = 2  # people at least that a list shares out
OPENING = 5  # tokens from the sentence's start to "the dead were"
TAIL = 12  # tokens from the count to "among the dead"
REACH = 8  # sentences between a total and what it is made of


def link_subsets(findings: Sequence[Finding], parse: Parse, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Give `part_of` to findings that an earlier sentence's finding takes in; those that have it keep it."""
    found, harmed, victims = list(findings), lexicon.words("casualties", "harmed"), load_victims(lexicon)
    for i, finding in enumerate(found):
        if finding.part_of is None and (
            _is_share(finding, parse, victims) or _refers_back(finding, parse, harmed, _next_start(found, i))
        ):
            whole = _last_whole(found, i, parse)
            if whole is not None:
                found[i] = replace(finding, part_of=whole)
        elif (
            finding.part_of is None
            and i
            and (_is_the_rest(found[i - 1], finding, parse) or _goes_on(found[i - 1], finding, parse))
        ):
            found[i] = replace(finding, part_of=found[i - 1].part_of)
    for i in range(len(found) - 1, -1, -1):
        for part in _items(found, i, parse) or _summands(found, i, parse):
            found[part] = replace(found[part], part_of=i)
    return tuple(found)


def _sentence(finding: Finding, parse: Parse) -> int:
    token = parse.at(finding.span.start)
    return token.sentence if token else 0


def _next_start(found: Sequence[Finding], i: int) -> int:
    """The offset at which the next count stands, that of the text's end or more where there is none."""
    return min((f.span.start for f in found if f.span.start >= found[i].span.end), default=FAR)


def _is_share(finding: Finding, parse: Parse, victims: Victims) -> bool:
    """Whether it counts some of those told of: "five of those who died", "three of the 12 killed"."""
    first, stop = parse.within(finding.span)
    rest = parse.tokens[stop : parse.sentence(first).stop] if first < stop else ()
    numbered = len(rest) > NUMBERED and rest[NUMBERED].tag == "CD"
    return share_stop([t.lower for t in rest], 0, numbered, victims) is not None


def _refers_back(finding: Finding, parse: Parse, harmed: frozenset[str], following: int) -> bool:
    """Whether the count is of people that the page has told of: "five of the dead", "the victims included two"."""
    first, stop = parse.within(finding.span)
    if first >= stop:
        return False
    sentence = parse.sentence(first)
    words = [t.lower for t in parse.tokens[sentence.first : sentence.stop]]
    low, high = first - sentence.first, stop - sentence.first
    of_these = words[0] in SHARING and words[1:3] in OF_THESE  # "Of these, three died in Harl"
    if low <= OPENING and (of_these or words[high : high + 2] == ["of", "them"]):  # "Three of them are in hospital"
        return True
    for i in range(len(words) - 1):
        total = low > i > 0 and words[i - 1] == "of" and words[i + 1] in TOTALS  # of the total, five
        told = words[i] == "them" or words[i + 1] in harmed or total
        if words[i] not in DEFINITE or (not told and not low < i < high):
            continue
        sharing = i > 0 and words[i - 1] in SHARING
        if low < i < high:  # five of the dead
            return sharing and (words[i + 1] in harmed or finding.bound != "vague")
        if i < low and (i <= OPENING or low - i <= CLOSE) and words[i] != "them":  # among the dead were five
            opened = sharing and i == 1 and words[i + 2 : low] in ([","], [])
            if opened or LISTING & set(words[i + 2 : i + 4]):
                return True
        if high <= i < high + TAIL and sharing and words[i - 1] != "of":  # five are among the dead
            gap = [t for t in parse.tokens[stop : sentence.first + i] if t.end <= following]
            of_this = parse.tokens[sentence.first + i].start < following or not any(t.pos == "VERB" for t in gap)
            return of_this and (words[i] != "them" or words[i - 2] in BEING)  # "five, among them a child"
    return False


def _is_the_rest(before: Finding, finding: Finding, parse: Parse) -> bool:
    """Whether it counts those left of whom the one before it are some: "15 of them died in Harl, the other two"."""
    if (
        before.part_of is None
        or before.aspect != finding.aspect
        or _sentence(before, parse) != _sentence(finding, parse)
    ):
        return False
    first, _ = parse.within(finding.span)
    words = [t.lower for t in parse.tokens[max(0, first - 2) : first + 2]]
    return any(pair in REST for pair in pairwise(words))


def _goes_on(before: Finding, finding: Finding, parse: Parse) -> bool:
    """Whether it goes on with those whom a sentence opens: "Of the dead, 12 were women and nine were children"."""
    here = _sentence(finding, parse)
    words = [t.lower for t in parse.sentence_tokens(here)[:2]]
    same = before.part_of is not None and (before.aspect, before.trigger) == (finding.aspect, finding.trigger)
    return same and _sentence(before, parse) == here and words[:1] == ["of"] and words[1] in DEFINITE


def _size(finding: Finding) -> int | None:
    return finding.low if finding.low is not None else finding.high


def _last_whole(found: Sequence[Finding], i: int, parse: Parse) -> int | None:
    """The nearest earlier finding of the same aspect that is large enough and no part itself."""
    size, here = _size(found[i]) or 0, _sentence(found[i], parse)
    for k in range(i - 1, -1, -1):
        whole = found[k]
        largest = _size(whole)
        fits = whole.aspect == found[i].aspect and whole.part_of is None and (largest is None or largest > size)
        apart = here - _sentence(whole, parse)
        shared = apart == 0 and " of the " in found[i].span.exact.lower()  # "37 deaths …; 21 of the dead were minors"
        if fits and (shared or 0 < apart <= REACH):
            return k
    return None


def _summands(found: Sequence[Finding], i: int, parse: Parse) -> list[int]:
    """Later findings that add up to finding `i`: "At least nine died. … four civilians … another five rebels"."""
    total, left = found[i], found[i].low
    parts: list[int] = []
    whole = total.aspect in COUNTED and total.bound in ("exactly", "at least", "about")
    grown = any(f.part_of == i and f.who == total.who == "people" for f in found)  # "rose to 14 after two hurt died"
    if left is None or left < 2 or grown or not whole or total.part_of is not None:
        return []
    here = _sentence(total, parse)
    first = all(f.aspect != total.aspect for f in found[:i])
    for k in range(i + 1, len(found)):
        part = found[k]
        if _sentence(part, parse) - here > REACH:
            return []
        if part.aspect != total.aspect or part.part_of is not None or part.low == total.low:
            continue
        if _is_older(part, parse):
            continue
        late = not parts and not first and _sentence(part, parse) - here > NEXT
        if late or _sentence(part, parse) == here or _is_unlike(part, total, parse) or part.low is None:
            return []
        parts.append(k)
        left -= part.low
        if left <= 0:  # "a man … a man" is one man told of twice
            unlike = len({found[p].who for p in parts} & PERSONS) == len(parts)  # "a man … a boy" are two
            unlike = unlike or any(found[p].span.exact.lower().startswith("another ") for p in parts[1:])
            return parts if left == 0 and (unlike or any(found[p].low != 1 for p in parts)) else []
    return []


def _items(found: Sequence[Finding], i: int, parse: Parse) -> list[int]:
    """Findings in the lines of a list right below the line that tells of the total: "… 17 dead: / - 6 from …"."""
    total, text = found[i], parse.text
    left = (total.low or 0) if total.bound in ("exactly", "about") and total.part_of is None else 0
    end = seen = _line_end(text, total)
    if left < LISTED or _is_item(text, total.span.start):
        return []
    parts: list[int] = []
    for k in range(i + 1, len(found)):
        part = found[k]
        if part.span.start < end or part.aspect != total.aspect or part.part_of is not None:
            continue
        lines = [line.strip() for line in text[seen : _line_end(text, part)].splitlines()]
        if any(line and line[0] not in ITEMS for line in lines):
            break
        seen = max(seen, _line_end(text, part))
        left -= part.low or 0
        if left < 0 or part.low is None:
            return []
        parts.append(k)
    return parts


def _line_end(text: str, finding: Finding) -> int:
    end = text.find("\n", finding.span.end)
    return len(text) if end < 0 else end


def _is_item(text: str, at: int) -> bool:
    """Whether the line of an offset opens with the mark of a list's item."""
    return text[text.rfind("\n", 0, at) + 1 : at + 1].lstrip()[:1] in ITEMS


def _is_unlike(part: Finding, total: Finding, parse: Parse) -> bool:
    """Whether a count cannot be a summand of the total: of another incident, of others, or not said to a man."""
    return part.bound != "exactly" or _is_elsewhere(part, parse) or _is_of_others(part, total)


def _is_elsewhere(finding: Finding, parse: Parse) -> bool:
    """Whether the sentence of the count tells of another incident: "Last month …", "In a separate attack …"."""
    words = [t.lower for t in parse.sentence_tokens(_sentence(finding, parse))]
    return not APART.isdisjoint(words) or any((a, b) in PAST for a, b in pairwise(words))


def _is_of_others(part: Finding, total: Finding) -> bool:
    """Whether those who bear arms would be part of civilians, or the other way round."""
    sides = {total.who, part.who}
    return sides == ARMED or (bool(sides & ARMED) and bool(sides & UNARMED))


def _is_older(finding: Finding, parse: Parse) -> bool:
    """Whether the count is what somebody "had earlier reported": an older total and no part of a newer one."""
    words = [t.lower for t in parse.sentence_tokens(_sentence(finding, parse)) if t.start < finding.span.start]
    return any(w in EARLIER and after in COUNTED_AS for w, after in pairwise(words))
