"""Where what a cue word governs ends: before another's report, a second count, a report that goes on."""

from __future__ import annotations

from itertools import pairwise

from counterclaim.speech.draft import Range
from counterclaim.speech.ground import Ground
from counterclaim.syntax import Token

AFTER_CLAUSE = frozenset({"advcl", "prep", "npadvmod", "advmod", "oprd", "dobj", "xcomp", "ccomp", "dep", "acomp"})
AFTER_OBJECT = frozenset({"oprd", "xcomp", "ccomp", "acomp"})
OBJECT_PREPOSITIONS = frozenset({"as", "for", "of", "on", "against", "over", "to"})
EVENT_PREPOSITIONS = frozenset(
    {"of", "with", "in", "at", "near", "between", "from", "by", "during", "after", "across", "around", "along"}
)
ASIDE = frozenset({"while", "whereas", "although", "though", "but"})
FARTHEST_COUNT = 12  # words from a tally to the second count that it gives


def clause_behind(ground: Ground, verb: int, child: Token) -> Range:
    """From a clause behind the verb to the end of what belongs to the clause, adverbials that hang on the verb too."""
    first, stop = ground.clause(child.index)
    first = max(first, verb + 1)
    cut = content_stop(ground, first, stop, child.index)
    if cut < stop:
        return ground.trim(first, cut)
    for later in ground.parse.children(verb):
        left, right = ground.parse.edges(later.index)
        if later.index <= child.index or left < stop or later.dep == "punct":
            continue
        if later.dep == "cc":
            continue
        if later.dep == "conj" and _is_said_too(ground, later):
            stop = content_stop(ground, left, right + 1, later.index)
            continue
        if later.dep not in AFTER_CLAUSE or later.lower == "according":
            break
        if goes_on(ground, later) or _is_other_report(ground, later):
            break
        cut = content_stop(ground, left, right + 1, later.index)
        stop = cut
        if cut <= right:
            break
    return ground.trim(first, stop)


def _is_said_too(ground: Ground, clause: Token) -> bool:
    """Whether a clause that the parser joins to the verb belongs rather to what is said: it reports nothing itself."""
    subject = ground.subject(clause.index)
    return subject is not None and ground.is_finite(clause.index) and ground.book.verb(clause) is None


def object_behind(ground: Ground, verb: int, child: Token) -> Range:
    """From an object behind the verb to the end of what is said of it: "described the raid as a crime"."""
    records = ground.book.lemma(ground.tokens[verb]) in ground.book.recording
    tallies = ground.book.lemma(ground.tokens[verb]) in ground.book.tallying
    first, stop = ground.clause(child.index)
    stop = content_stop(ground, first, stop, child.index)
    for later in ground.parse.children(verb):
        left, right = ground.parse.edges(later.index)
        if later.index <= child.index or left < stop or later.dep == "punct":
            continue
        belongs = later.dep in AFTER_OBJECT or (later.dep == "prep" and later.lower in OBJECT_PREPOSITIONS)
        belongs = belongs or (records and (later.dep == "dobj" or later.lower in EVENT_PREPOSITIONS))
        belongs = belongs or (later.pos == "ADJ" and ground.tokens[ground.clause(later.index)[0]].lower == "as")
        belongs = belongs or (tallies and ground.tokens[ground.clause(later.index)[0]].lower == "with")
        if tallies and not belongs:
            continue  # "put the toll, ten days on, at 40"
        belongs = belongs and not (later.lower == "after" and ground.parse.children(later.index, "pcomp"))
        if not belongs or goes_on(ground, later):
            break
        stop = content_stop(ground, left, right + 1, later.index)
    return ground.trim(max(first, verb + 1), _second_count(ground, stop) if tallies else stop)


def _second_count(ground: Ground, stop: int) -> int:
    """Where a tally ends that counts a second thing: "put the toll at six and the number of wounded at 28"."""
    rest = ground.tokens[stop : min(ground.sentence(stop - 1)[1], stop + FARTHEST_COUNT)]
    if not rest or rest[0].lower != "and" or all(t.lemma not in ground.book.tallies for t in rest[:4]):
        return stop
    for at, number in pairwise(rest):
        if at.pos in ("VERB", "AUX") and at.tag != "VBN":
            return stop
        if at.lower == "at" and number.tag == "CD":
            return number.index + 1
    return stop


def content_stop(ground: Ground, first: int, stop: int, head: int) -> int:
    """Where the content ends because the report goes on: "…, adding that", "…, according to"."""
    number = ground.quoted[first]
    is_quotation = number >= 0 and first == ground.quotes[number][0] and ground.quoted[head] == number
    quote_stop = ground.quotes[number][1] if is_quotation else stop
    for token in ground.tokens[max(first, head) + 1 : stop]:
        if token.index >= quote_stop and token.dep in ("cc", "conj") and token.head < quote_stop:
            return quote_stop
        if _is_accord(ground, token) or (ground.quoted[token.index] < 0 and goes_on(ground, token)):
            return token.index
        if _is_contrast(ground, token, head):
            return token.index
        if _is_other_report(ground, token):
            return max(first, ground.parse.edges(token.index)[0])
    return stop


def _is_accord(ground: Ground, token: Token) -> bool:
    to = token.index + 1
    return token.lower == "according" and to < len(ground.tokens) and ground.tokens[to].lower == "to"


def _is_contrast(ground: Ground, token: Token, head: int) -> bool:
    """Whether "but" sets another's report behind a comma: "said nine had died, but the monitors spoke of two"."""
    if token.lower != "but" or token.head != head or ground.tokens[token.index - 1].text != ",":
        return False
    for verb in ground.parse.children(head, "conj"):
        subject = ground.subject(verb.index)
        if verb.index > token.index and subject is not None and ground.book.verb(verb) is not None:
            return ground.is_finite(verb.index) and ground.can_speak(
                *ground.noun_phrase(subject.index, avoid=verb.index)
            )
    return False


def _is_other_report(ground: Ground, token: Token) -> bool:
    """Whether a clause sets another's report beside this one: "…, while the army spoke of two"."""
    if token.dep != "advcl" or ground.book.verb(token) is None or ground.subject(token.index) is None:
        return False
    return any(c.lower in ASIDE for c in ground.parse.children(token.index, "mark", "advmod"))


def goes_on(ground: Ground, token: Token) -> bool:
    """Whether a participle goes on with the report ("…, adding that"): behind a comma, or with a clause of its own."""
    if token.tag != "VBG" or ground.book.lemma(token) not in ground.book.going_on:
        return False
    if token.dep not in ("advcl", "conj", "xcomp", "acl", "ccomp", "prep"):
        return False
    if token.dep == "acl" and ground.can_speak(token.head, token.head + 1):
        return False
    before = ground.tokens[token.index - 1].text if token.index else ""
    return before == "," or bool(ground.parse.children(token.index, "ccomp"))
