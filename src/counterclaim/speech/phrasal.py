"""Cues that are no verbs: "according to", "reportedly", "reports of", "the claim that", "is confident that"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model import Certainty
from counterclaim.speech.cuebook import Cue
from counterclaim.speech.draft import Draft, Range, merged, without
from counterclaim.speech.extents import clause_behind
from counterclaim.speech.ground import Ground
from counterclaim.speech.sources import find_agent, find_source
from counterclaim.speech.surface import phrase_from
from counterclaim.speech.verbs import cue_words
from counterclaim.syntax import Token

STATES = frozenset({"acomp", "ROOT", "conj"})
SHORTEST = 2  # words of what is said beside a phrase
NEXT_CLAUSE = frozenset({"but", "and", "although", "though", "while"})
MOTIVE = frozenset({"for", "with", "in", "out"})  # "for fear of", "in the hope that", "with the reasoning that"
BEHIND_SOURCE = frozenset({"when", "while", "after", "as", "but", "although"})


def read_phrases(ground: Ground) -> Iterator[Draft]:
    """Yield the drafts of all cues that are no verbs."""
    for token in ground.tokens:
        if token.lower == "according":
            yield from _according(ground, token)
        elif token.lower in ground.book.own_words and ground.tokens[token.head].lower == "in":
            yield from _in_words(ground, token)
        elif token.lower in ground.book.adverbs:
            yield from _adverb(ground, token)
        elif token.pos == "NOUN" and (noun := ground.book.noun(token)) is not None:
            yield from _noun(ground, token, noun)
        elif (token.pos == "ADJ" or token.tag == "VBN") and (adjective := ground.book.adjective(token)) is not None:
            yield from _adjective(ground, token, adjective)


def _according(ground: Ground, token: Token) -> Iterator[Draft]:
    to = token.index + 1
    if to >= len(ground.tokens) or ground.tokens[to].lower != "to":
        return
    source = _accorded(ground, to)
    if source is None:
        return
    first, stop = ground.sentence(token.index)
    first = ground.body(first)
    phrase = (token.index, source[1])
    content = _around(ground, token, phrase, (first, stop))
    if content:
        yield Draft(token.index, (source,), ((token.index, to + 1),), content, "says", "phrase")


def _in_words(ground: Ground, token: Token) -> Iterator[Draft]:
    """The clause beside "in the minister's words" or "in the words of"."""
    source = _noun_source(ground, token)
    for of in ground.parse.children(token.index, "prep"):
        objects = ground.parse.children(of.index, "pobj")
        if of.lower == "of" and objects and not source:
            source = (ground.noun_phrase(objects[0].index),)
    phrase = ground.clause(token.head)
    first, stop = ground.sentence(token.index)
    content = _around(ground, ground.tokens[token.head], phrase, (ground.body(first), stop)) if source else ()
    if content:
        yield Draft(
            token.index,
            source,
            ((token.head, token.head + 1), (token.index, token.index + 1)),
            content,
            "says",
            "phrase",
        )


def _accorded(ground: Ground, to: int) -> Range | None:
    """Whom a report accords with; None for a schedule or a plan."""
    objects = ground.parse.children(to, "pobj")
    if objects and objects[0].lemma in ground.book.measures:
        return None
    read = phrase_from(ground, to + 1)
    if not objects:
        return read
    head = objects[0].index
    phrase = ground.noun_phrase(head)
    if ground.lacks_commas and read is not None and read[1] < phrase[1]:
        return read
    for i in range(head + 1, phrase[1]):  # a clause with "when" behind the source belongs to what is said
        if ground.tokens[i].lower in BEHIND_SOURCE:
            return ground.trim(phrase[0], i)
    return phrase[0], _name_behind(ground, phrase[1])


def _name_behind(ground: Ground, stop: int) -> int:
    """The end of a phrase with the name between commas that explains it, drawn into what is said by the parser."""
    tokens, last = ground.tokens, ground.sentence(stop - 1)[1]
    at = stop + 1
    if at >= last or tokens[stop].text != "," or tokens[stop - 1].pos == "PROPN":
        return stop
    while at < last and tokens[at].entity == "PERSON" and tokens[at].pos == "PROPN":
        at += 1
    return at if at > stop + 2 and at < last and tokens[at].text == "," else stop


def _around(ground: Ground, token: Token, phrase: Range, sentence: Range) -> tuple[Range, ...]:
    """The clause that the phrase is put beside: all behind it, all before it, or both."""
    before, after = ground.trim(sentence[0], phrase[0]), ground.trim(phrase[1], sentence[1])
    if before[0] < before[1] and after[0] < after[1] and ground.tokens[before[1] - 1].lower == "that":
        return merged(
            [(after[0], max(after[0] + 1, min(after[1], ground.clause(_clause_behind(ground, after[0]))[1])))]
        )
    if before[1] - before[0] < SHORTEST:
        return merged([after])
    if after[1] - after[0] < SHORTEST:
        return merged([before])
    clause = ground.clause(ground.tokens[token.head].index)
    has_verb = any(t.pos in ("VERB", "AUX") for t in ground.tokens[slice(*before)])
    if not has_verb and ground.tokens[after[0]].tag in ("VBD", "VBZ", "VBP", "MD"):  # between a subject and its verb
        return merged([before, after])
    is_before = has_verb or clause[0] < phrase[0]
    if ground.lacks_commas or ground.tokens[phrase[1]].text == ",":
        is_new = ground.tokens[after[0]].lower in NEXT_CLAUSE and not _shares_subject(ground, after[0])
        is_after = clause[1] > phrase[1] and not is_new
    else:
        is_after = not is_before
    return merged([before] * is_before + [after] * is_after)


def _clause_behind(ground: Ground, first: int) -> int:
    """The verb of the clause that a word opens: "said that, according to the mayor, nine died"."""
    above = [ground.tokens[first], *ground.parse.ancestors(first)]
    return next((t.index for t in above if t.pos in ("VERB", "AUX")), first)


def _shares_subject(ground: Ground, first: int) -> bool:
    """Whether a clause goes on with the subject of the one before: "…, according to X, and displaced nine"."""
    verb = ground.tokens[first + 1] if first + 1 < len(ground.tokens) else ground.tokens[first]
    return ground.tokens[first].lower == "and" and verb.tag in ("VBD", "VBN") and verb.dep == "conj"


def _adverb(ground: Ground, token: Token) -> Iterator[Draft]:
    head = ground.tokens[token.head]
    if head.index == token.index or head.dep == "amod":
        return
    clause = ground.clause(head.index)
    parts = [ground.trim(*r) for r in without(clause, [(token.index, token.index + 1)])]
    content = merged(r for r in parts if r[0] < r[1])
    if content:
        yield Draft(token.index, (), ((token.index, token.index + 1),), content, "says", "phrase", "unverified")


def _noun(ground: Ground, noun: Token, cue: Cue) -> Iterator[Draft]:
    content = _noun_content(ground, noun, cue) or _answered(ground, noun)
    if not content or any(c.lower == "no" for c in ground.parse.children(noun.index, "det")):
        return
    source = _noun_source(ground, noun)
    is_common = noun.tag == "NNS" and noun.lemma in ground.book.alone
    if not source and not is_common and not _is_rejected(ground, noun):
        return
    certainty: Certainty = "certain" if source else "unverified"
    yield Draft(noun.index, source, ((noun.index, noun.index + 1),), content, cue.act, "noun", certainty)


def _is_rejected(ground: Ground, noun: Token) -> bool:
    """Whether somebody denies what the noun tells: "dismissed the claim that"."""
    cue = ground.book.verb(ground.tokens[noun.head])
    return (
        noun.dep == "dobj" and noun.lemma in ground.book.alone and cue is not None and cue.act in ("denies", "doubts")
    )


def _noun_content(ground: Ground, noun: Token, cue: Cue) -> tuple[Range, ...]:
    for child in ground.parse.children(noun.index, "acl", "ccomp", "relcl", "prep"):
        if child.index < noun.index:
            continue
        first = ground.clause(child.index)[0]
        opener = child if child.dep == "prep" else ground.tokens[first]
        is_opener = child.dep == "prep" or opener.lower == "to" or opener.dep == "mark"
        if is_opener and opener.lower in cue.takes:
            return merged([ground.trim(first, _noun_end(ground, noun, child))])
        if "that" in cue.takes and _is_bare_clause(ground, child):
            return merged([ground.trim(first, ground.clause(child.index)[1])])
    return _told_by_copula(ground, noun, cue)


def _answered(ground: Ground, noun: Token) -> tuple[Range, ...]:
    """The quotation behind a sentence without a verb: "The response from the army? “We do not comment.”"."""
    first, stop = ground.sentence(noun.index)
    if noun.lemma not in ground.book.answers or stop >= len(ground.tokens) or ground.quoted[noun.index] >= 0:
        return ()
    colon = next((t.index for t in ground.tokens[noun.index : stop] if t.text == ":"), None)
    at = stop if colon is None else colon + 1
    has_verb = any(t.pos in ("VERB", "AUX") and t.dep != "acl" for t in ground.tokens[first:at])
    is_asked = ground.tokens[at - 1].text in (":", "?") and not has_verb
    number = ground.quoted[at] if is_asked and at < len(ground.tokens) else -1
    return (ground.quotes[number],) if number >= 0 and ground.quotes[number][0] == at else ()


def _is_bare_clause(ground: Ground, clause: Token) -> bool:
    """Whether a clause behind a noun has lost its "that": "suggestions the shells came from the hill"."""
    subject = ground.subject(clause.index)
    is_whole = subject is not None and subject.index < clause.index and subject.tag not in ("WP", "WDT")
    if clause.dep == "relcl":  # "suggestions the shells came from the hill", but not "the claims he made in May"
        is_made = clause.lemma in ground.book.voicing or ground.book.verb(clause) is not None
        is_whole = (
            is_whole and not is_made and bool(ground.parse.children(clause.index, "dobj", "prep", "attr", "acomp"))
        )
    return clause.dep in ("acl", "ccomp", "relcl") and is_whole and ground.is_finite(clause.index)


def _told_by_copula(ground: Ground, noun: Token, cue: Cue) -> tuple[Range, ...]:
    """What "is" joins to the noun: "their aim was to hold the pass", "the claim is that nine died"."""
    be = ground.tokens[noun.head]
    if noun.dep != "nsubj" or be.lemma != "be":
        return ()
    for child in ground.parse.children(be.index, "xcomp", "ccomp", "attr", "acomp"):
        first, stop = ground.clause(child.index)
        if child.index > be.index and ground.tokens[first].lower in cue.takes:
            return merged([ground.trim(first, max(stop, clause_behind(ground, be.index, child)[1]))])
    return ()


def _noun_end(ground: Ground, noun: Token, child: Token) -> int:
    """Where the content ends: with the noun's own phrase, or with the sentence that says "there were reports of"."""
    if child.dep != "prep":
        return ground.clause(child.index)[1]
    head = ground.tokens[noun.head]
    if noun.dep in ("attr", "nsubj") and ground.parse.children(head.index, "expl"):
        return ground.clause(head.index)[1]
    ends = [
        ground.clause(c.index)[1]
        for c in ground.parse.children(noun.index, "prep", "relcl", "acl")
        if c.index >= child.index
    ]
    return max(ends)


def _noun_source(ground: Ground, noun: Token) -> tuple[Range, ...]:
    for owner in ground.parse.children(noun.index, "poss"):
        return (ground.noun_phrase(owner.index),)
    for by in ground.parse.children(noun.index, "prep", "agent"):
        objects = ground.parse.children(by.index, "pobj")
        if by.lower in ("by", "from", "among") and objects:
            return (ground.noun_phrase(objects[0].index),)
    head = ground.tokens[noun.head]
    if noun.dep == "dobj" and head.lemma in ground.book.voicing:
        return find_agent(ground, head.index) or find_source(ground, head.index)
    cue = ground.book.noun(noun)
    is_motive = cue is not None and cue.act == "believes" and head.lower in MOTIVE
    if noun.dep == "pobj" and is_motive and ground.tokens[head.head].pos == "VERB":
        return find_source(ground, head.head)
    return _adjectival(ground, noun)


def _adjectival(ground: Ground, noun: Token) -> tuple[Range, ...]:
    """Whose saying an adjective or a name before the noun makes it: "a Velmish proposal to"."""
    for child in ground.parse.children(noun.index, "amod", "compound", "nmod"):
        if child.entity == "NORP" or (
            child.dep != "amod" and child.entity in ("ORG", "GPE") and child.text[0].isupper()
        ):
            return ((child.index, child.index + 1),)
    return ()


def _adjective(ground: Ground, token: Token, cue: Cue) -> Iterator[Draft]:
    is_verb = bool(ground.parse.children(token.index, "auxpass", "nsubjpass"))
    copula = token if token.dep == "ROOT" or is_verb else ground.tokens[token.head]
    if (token.lower == "clear") != (copula.lemma == "make") or (
        token.dep not in STATES and copula.lemma != "make" and not is_verb
    ):
        return
    clauses = [c for c in ground.parse.children(token.index, "ccomp", "xcomp", "advcl") if c.index > token.index]
    clauses = clauses or [c for c in ground.parse.children(copula.index, "ccomp") if c.index > token.index]
    things = [c for c in ground.parse.children(token.index, "prep", "agent") if c.lower in cue.takes]
    if clauses:
        content = merged([clause_behind(ground, token.index, clauses[0])])
    elif things and things[0].index > token.index:
        content = merged([ground.trim(*ground.clause(things[0].index))])
    else:
        return
    source = find_source(ground, copula.index)
    if content:
        yield Draft(token.index, source, cue_words(ground, token), content, cue.act, "clause")
