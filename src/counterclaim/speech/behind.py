"""Verbs that stand behind or inside what they report: "…, the monitor said", "The raid, it said, killed four"."""

from __future__ import annotations

from counterclaim.speech.cuebook import Cue
from counterclaim.speech.draft import Range, merged
from counterclaim.speech.ground import Ground
from counterclaim.speech.sources import RELATIVE, speaker_of
from counterclaim.speech.surface import OPENERS, phrase_from
from counterclaim.syntax import Token

NEXT = frozenset({"after", "before", "when", "while", "as", "since"})  # "…, the mayor said after he had seen it"
PARTS = frozenset({"including", "among", "mostly", "mainly", "most"})  # "…, it said, including two children"
PART_OF_GROUP = frozenset({"nsubj", "aux", "neg", "prt", "advmod", "npadvmod"})
NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
TELLS = frozenset({"tell"})  # its object hears: "as the mayor told the agency"
LONGEST_NAME = 16  # words between a comma and the verb that may name who says it
FARTHEST_CLAUSE = 4  # words between a verb and its clause where commas are lost
SHORTEST = 3  # words that a report has at least
Found = tuple[tuple[Range, ...], tuple[Range, ...]]
NOTHING: Found = ((), ())


def report_before(ground: Ground, verb: Token, cue: Cue) -> Found:
    """Source and content of a verb behind what it reports; two empty tuples when it stands so behind nothing."""
    if "quotation" not in cue.takes or not ground.is_finite(verb.index):
        return NOTHING
    subject = ground.subject(verb.index)
    if subject is not None and subject.lower in RELATIVE:
        return NOTHING
    source = speaker_beside(ground, verb)
    if not source:
        return NOTHING
    head = _host(ground, verb)
    goes_on = verb.dep == "parataxis" and ground.clause(head.index)[1] > ground.clause(verb.index)[1] + 1
    if goes_on or (verb.dep == "advcl" and is_as(ground, verb) and _takes_nothing(ground, verb)):
        return source, _around(ground, verb, head)
    content = clause_before(ground, verb, source)
    return (source, content) if content else NOTHING


def _host(ground: Ground, verb: Token) -> Token:
    """The word that a verb is put into; of a part behind it, the clause: "Nine died, it said, two of them …"."""
    head = ground.tokens[verb.head]
    whole = ground.tokens[head.head]
    is_part = head.index > verb.index > whole.index and head.pos in NAMING and whole.pos in ("VERB", "AUX")
    return whole if is_part else head


def clause_before(ground: Ground, verb: Token, subject: tuple[Range, ...]) -> tuple[Range, ...]:
    """What stands before a verb and its subject, and is told by them; empty when nothing does."""
    group = _group(ground, verb, subject)
    first = _start(ground, verb, ground.sentence(verb.index))
    before = ground.trim(_behind_mark(ground, first, group[0]), group[0])
    return merged([before, *_rest(ground, verb, group)]) if _is_report(ground, before, group, verb) else ()


def speaker_beside(ground: Ground, verb: Token) -> tuple[Range, ...]:
    """Who says what stands before the verb: the words behind it, those between a comma and it, or its subject."""
    found = _inverted(ground, verb) or (_beside(ground, verb) if ground.subject(verb.index) is None else ())
    return found or speaker_of(ground, verb)


def _inverted(ground: Ground, verb: Token) -> tuple[Range, ...]:
    """The speaker right behind the verb ("…, said Colonel X"), whom the parser may have taken for its object."""
    phrase = phrase_from(ground, verb.index + 1)
    if phrase is None:
        return ()
    ends_quotation = verb.index > 0 and ground.quoted[verb.index - 1] >= 0 > ground.quoted[verb.index]
    if not ends_quotation and (ground.book.lemma(verb) not in ground.book.only_speech or not ground.can_speak(*phrase)):
        return ()
    for child in ground.parse.children(verb.index, "dobj", "nsubj"):
        if phrase[0] <= child.index < phrase[1]:
            return (ground.noun_phrase(child.index, avoid=verb.index),)
    before = ground.tokens[verb.index - 1] if verb.index else verb
    is_set_off = before.text == "," or ground.quoted[before.index] >= 0 or ground.lacks_commas
    return (phrase,) if is_set_off and _ends_sentence(ground, phrase) else ()


def _beside(ground: Ground, verb: Token) -> tuple[Range, ...]:
    """The words between a comma or a quotation and the verb, where the parser has not seen a subject in them."""
    sentence = ground.sentence(verb.index)
    first = verb.index
    while first > sentence[0] and verb.index - first < LONGEST_NAME:
        before = ground.tokens[first - 1]
        if before.text == "," or ground.quoted[before.index] >= 0:
            name = ground.trim(first, verb.index)
            is_name = name[0] < name[1] and (ground.can_speak(*name) or ground.tokens[name[1] - 1].text[0].isupper())
            return (name,) if is_name and first - 1 > sentence[0] else ()
        if before.pos in ("VERB", "AUX", "SCONJ", "CCONJ"):
            return ()
        first -= 1
    return ()


def is_as(ground: Ground, verb: Token) -> bool:
    """Whether the verb's clause begins with "as": "as the general said"."""
    return any(c.lower == "as" for c in ground.parse.children(verb.index, "mark", "advmod"))


def _takes_nothing(ground: Ground, verb: Token) -> bool:
    """Whether the verb has no content of its own: "as the army said", but not "as the army responded to"."""
    relations = ("xcomp", "prep") if ground.book.lemma(verb) in TELLS else ("dobj", "xcomp", "prep")
    behind = [c for c in ground.parse.children(verb.index, *relations) if c.index > verb.index]
    return all(c.lower in ("it", "on", "in", "at", "during", "after") for c in behind)


def beside(ground: Ground, verb: Token) -> tuple[Range, ...]:
    """The clause that a verb's own hangs on, without it: "Nine died, as reported by the agency"."""
    return _around(ground, verb, ground.tokens[verb.head])


def _around(ground: Ground, verb: Token, head: Token) -> tuple[Range, ...]:
    """The clause that the verb is put into, without the verb's own."""
    first, stop = ground.clause(head.index)
    hole = ground.clause(verb.index)
    if hole[0] - first < SHORTEST and stop - hole[1] < SHORTEST:
        return ()
    return merged(ground.trim(*r) for r in ((first, hole[0]), (hole[1], stop)))


def _group(ground: Ground, verb: Token, source: tuple[Range, ...]) -> Range:
    """The words from the speaker to the verb with its auxiliaries, whichever of the two comes first."""
    first, stop = verb.index, verb.index + 1
    for child in reversed(ground.parse.children(verb.index, *PART_OF_GROUP)):
        left, right = ground.parse.edges(child.index)
        if right < first and right >= first - 2 and child.dep != "nsubj":
            first = left
    for left, right in source:
        if right <= first and right >= first - 1:
            first = left
        elif left >= stop and left <= stop + 1:
            stop = right
    return first, stop


def _start(ground: Ground, verb: Token, sentence: Range) -> int:
    """Where the report may begin: at the sentence's start, or behind the cue before in a row of them."""
    if verb.dep == "conj" and not ground.lacks_commas:
        has_clause = ground.parse.children(verb.index, "ccomp")
        if not has_clause and _is_loose(ground, verb):
            return ground.body(sentence[0])
        return max(sentence[0], ground.parse.edges(verb.index)[0]) if has_clause else sentence[1]
    number = ground.quoted[verb.index]
    start = ground.body(sentence[0])
    return max(start, ground.quotes[number][0]) if number >= 0 else start


def _is_loose(ground: Ground, verb: Token) -> bool:
    """Whether nothing but a comma joins the verb to the clause before: "A bomb killed nine, town sources told X"."""
    subject = ground.subject(verb.index)
    if subject is None or subject.index > verb.index:
        return False
    first = ground.noun_phrase(subject.index, avoid=verb.index)[0]
    return first > 0 and ground.tokens[first - 1].text == ","


def _behind_mark(ground: Ground, first: int, stop: int) -> int:
    """Where the report begins when it is a quotation that a bracket or a colon sets off from the words before."""
    number = ground.quoted[stop - 1] if stop else -1
    number = ground.quoted[stop - 2] if number < 0 and stop > 1 and ground.tokens[stop - 1].text == "," else number
    if number < 0:
        return first
    begin = ground.quotes[number][0]
    return begin if begin > first and ground.tokens[begin - 1].text in ("(", ":") else first


def comes_first(ground: Ground, verb: Token, content: Range) -> bool:
    """Whether what stands before a verb is likelier to be what it reports than the clause that it governs behind it."""
    if ground.quoted[verb.index] >= 0 or ground.tokens[content[0]].lower == "that":
        return False
    if _inverted(ground, verb):
        return True
    if ground.lacks_commas:
        words = [t.lower for t in ground.tokens[verb.index + 1 : verb.index + 4]]
        is_clause = any(ground.is_finite(i) for i in range(*content))
        return content[0] - verb.index > FARTHEST_CLAUSE or "after" in words or not is_clause
    subject = ground.subject(verb.index)
    is_left = subject is not None and subject.index < verb.index
    first = ground.noun_phrase(subject.index, avoid=verb.index)[0] if subject is not None and is_left else verb.index
    return first > ground.sentence(verb.index)[0] and ground.quoted[first - 1] >= 0


def _is_report(ground: Ground, before: Range, group: Range, verb: Token) -> bool:
    """Whether the words before can be what is said: long enough, with a verb or a comma, and not a relative's noun."""
    words = ground.tokens[slice(*before)]
    if group[0] == 0 or (len(words) < SHORTEST and not any(ground.quoted[t.index] >= 0 for t in words)):
        return False
    mark = ground.tokens[group[0] - 1]
    is_set_off = mark.text in (",", "—", "–") or ground.quoted[mark.index] >= 0
    if not is_set_off and ground.lacks_commas:
        is_name = mark.text[0].isupper() and mark.index > ground.sentence(mark.index)[0]
        is_new = (group[0] == verb.index or ground.tokens[group[0]].tag in OPENERS) and mark.tag in (
            "VBN",
            "VBD",
            "VBG",
        )
        is_set_off = is_name or is_new or mark.pos not in ("CCONJ", "SCONJ", "ADP", "DET", "VERB", "AUX")
    if verb.dep == "relcl" and not is_set_off:
        return False
    has_verb = any(t.pos in ("VERB", "AUX") or t.tag.startswith("VB") for t in words)
    left_clause = any(c.index < verb.index for c in ground.parse.children(verb.index, "ccomp"))
    return left_clause or (has_verb and is_set_off and _ends_sentence(ground, group))


def _ends_sentence(ground: Ground, group: Range) -> bool:
    """Whether nothing but adjuncts follows: a mark, a day, "in a statement"."""
    stop = ground.sentence(group[0])[1]
    rest = ground.tokens[group[1] : stop]
    for t in rest:
        if (
            t.text in (",", ";", ".")
            or ground.quoted[t.index] >= 0
            or (ground.lacks_commas and (t.lower in NEXT or t.lower == "who"))
        ):
            return True
        if t.tag == "VBG" and ground.book.lemma(t) in ground.book.going_on:
            return True
        if t.pos in ("VERB", "AUX") and t.tag not in ("VBG", "VBN"):
            return False
        if ground.lacks_commas and (t.tag in OPENERS or t.tag == "PRP") and t.text[0].isupper():
            return True  # a sentence that has lost its stop
    return True


def _rest(ground: Ground, verb: Token, group: Range) -> list[Range]:
    """What follows the verb and still belongs to the clause before it."""
    at = group[1]
    sentence_stop = ground.sentence(verb.index)[1]
    while at < sentence_stop and (ground.tokens[at].text == "," or ground.tokens[at].entity in ("DATE", "TIME")):
        at += 1
    if at < sentence_stop and ground.tokens[at].lower in PARTS:
        return [ground.trim(at, sentence_stop)]
    for child in ground.parse.children(verb.index, "ccomp"):
        stop = ground.clause(child.index)[1]
        if child.index < verb.index and stop > group[1]:
            return [ground.trim(group[1], stop)]
    return []
