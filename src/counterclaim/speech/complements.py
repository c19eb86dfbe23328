"""What a cue word governs as its content."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.speech.cuebook import Cue
from counterclaim.speech.draft import How, Range
from counterclaim.speech.extents import clause_behind, content_stop, object_behind
from counterclaim.speech.ground import Ground
from counterclaim.speech.sources import is_citing
from counterclaim.syntax import Token

Finder = Callable[[Ground, Token, Cue], Range | None]
FARTHEST_THAT = 12  # words between the verb and its "that"
NOTHING_SAID = frozenset({"it"})  # "as the general put it"
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def complement(ground: Ground, verb: Token, cue: Cue) -> tuple[How, tuple[Range, ...]]:
    """What the verb governs to its right, in the order of how surely it is content; empty when there is none."""
    finders: tuple[tuple[How, Finder], ...] = (
        ("clause", _clause),
        ("infinitive", _infinitive),
        ("order", _order),
        ("object", _object),
        ("preposition", _prepositional),
    )
    for how, find in finders:
        found = find(ground, verb, cue)
        if found is not None and found[0] < found[1]:
            return how, (found,)
    return "none", ()


def _clause(ground: Ground, verb: Token, cue: Cue) -> Range | None:
    if "clause" not in cue.takes:
        return None
    if verb.dep == "csubj":  # "what the police say was an accident"
        is_what = any(c.tag == "WP" for c in ground.parse.children(verb.index))
        return ground.trim(verb.index + 1, ground.clause(verb.head)[1]) if is_what else None
    behind = _behind_citing(ground, verb) or _shared_subject(ground, verb, cue)
    if behind is not None:
        return behind
    clauses = [c for c in ground.parse.children(verb.index, "ccomp") if c.index > verb.index]
    found = [c for c in clauses if not _is_counted(ground, c)]
    if found and "infinitive" in cue.takes:
        nearer = [c for c in ground.parse.children(verb.index, "xcomp") if verb.index < c.index < found[0].index]
        found = [] if any(_has_to(ground, c.index) for c in nearer) else found
    if not found and cue.act in ("asks", "demands", "doubts"):
        clauses = ground.parse.children(verb.index, "advcl")
        found = [c for c in clauses if c.index > verb.index and _is_question(ground, c)]
    if not found and "order" in cue.takes:
        found = _told(ground, verb)
    return clause_behind(ground, verb.index, found[0]) if found else _that(ground, verb)


def _behind_citing(ground: Ground, verb: Token) -> Range | None:
    """The clause behind a source put between: "reported, citing a doctor, that nine had died"."""
    at = verb.index + 1
    at += at < len(ground.tokens) and ground.tokens[at].text == ","
    stop = ground.sentence(verb.index)[1]
    if at >= stop or ground.tokens[at].tag != "VBG" or ground.book.lemma(ground.tokens[at]) not in ground.book.citing:
        return None
    for token in ground.tokens[at + 1 : min(stop, at + FARTHEST_THAT)]:
        if token.lower == "that" and token.dep == "mark" and ground.tokens[token.index - 1].text == ",":
            return ground.trim(token.index, content_stop(ground, token.index, stop, token.index))
        if token.pos in ("VERB", "AUX"):
            return None
    return None


def _shared_subject(ground: Ground, verb: Token, cue: Cue) -> Range | None:
    """A clause with two subjects of which the parser made the first an object: "claimed a ship and a tank were hit"."""
    if "object" in cue.takes and ground.book.lemma(verb) != "claim":
        return None
    for thing in ground.parse.children(verb.index, "dobj"):
        joint = ground.noun_phrase(thing.index)[1]
        for clause in ground.parse.children(verb.index, "conj"):
            subject = ground.subject(clause.index)
            is_next = subject is not None and ground.noun_phrase(subject.index, avoid=clause.index)[0] == joint + 1
            if is_next and ground.tokens[joint].lower == "and" and thing.lemma not in ground.book.claimed:
                first, stop = ground.noun_phrase(thing.index)[0], ground.clause(clause.index)[1]
                return ground.trim(first, content_stop(ground, first, stop, clause.index))
    return None


def _is_counted(ground: Ground, clause: Token) -> bool:
    """Whether the parser took people counted for a clause: "reported nine dead and 30 wounded"."""
    return (
        clause.tag in ("VBN", "VBD")
        and ground.tokens[clause.index - 1].pos == "NUM"
        and not ground.subject(clause.index)
    )


def _told(ground: Ground, verb: Token) -> list[Token]:
    """A clause that the parser has made a relative of the one who is told: "told a reporter the bridge fell"."""
    return [
        clause
        for hearer in ground.parse.children(verb.index, "dobj", "dative")
        for clause in ground.parse.children(hearer.index, "relcl")
        if ground.is_finite(clause.index)
        and ground.tokens[ground.clause(clause.index)[0]].tag not in ("WP", "WDT", "WRB")
    ]


def _is_question(ground: Ground, clause: Token) -> bool:
    return any(c.lower in ("if", "whether") for c in ground.parse.children(clause.index, "mark"))


def _that(ground: Ground, verb: Token) -> Range | None:
    """A clause that the parser has hung on a noun in between: "said in a statement that …"."""
    last = min(ground.parse.edges(verb.index)[1], verb.index + FARTHEST_THAT)
    cue = ground.book.verb(verb)
    things = ground.parse.children(verb.index, "dobj") if cue is not None and "object" in cue.takes else []
    for token in ground.tokens[verb.index + 1 : last]:
        if token.lower == "that" and token.tag == "IN" and token.dep != "mark" and not things:
            return ground.trim(
                token.index, content_stop(ground, token.index, ground.clause(verb.index)[1], token.index)
            )
        if token.lower == "that" and token.dep == "mark" and ground.tokens[token.head].dep in ("relcl", "acl"):
            noun = ground.tokens[ground.tokens[token.head].head]
            if _is_anothers(ground, verb, noun) or (things and things[0].index < noun.index):
                return None
            stop = content_stop(ground, token.index, ground.clause(verb.index)[1], token.head)
            return ground.trim(token.index, stop)
        if ground.book.lemma(token) in ground.book.citing and token.tag == "VBG":
            continue
        if token.pos == "VERB" or ground.quoted[token.index] != ground.quoted[verb.index]:
            return None
    return None


def _is_anothers(ground: Ground, verb: Token, noun: Token) -> bool:
    """Whether the clause is what somebody else says, whose saying is the verb's object: "repeated his claim that"."""
    is_object = noun.dep == "dobj" and noun.head == verb.index and ground.book.noun(noun) is not None
    return is_object and bool(ground.parse.children(noun.index, "poss"))


def _infinitive(ground: Ground, verb: Token, cue: Cue) -> Range | None:
    for child in ground.parse.children(verb.index, "xcomp"):
        if child.index < verb.index or ground.parse.children(verb.index, "dobj"):
            continue
        if child.tag == "VBG" and ground.book.lemma(child) in ground.book.citing:  # "…, X reported quoting a doctor"
            continue
        if "order" in cue.takes and _has_addressee(ground, verb, child.index):
            continue
        if ("gerund" if child.tag == "VBG" else "infinitive") in cue.takes:
            return clause_behind(ground, verb.index, child)
    return None


def _has_addressee(ground: Ground, verb: Token, stop: int) -> bool:
    """Whether a preposition between names who is to do it: "called on both sides to stop"."""
    prepositions = (c for c in ground.parse.children(verb.index, "prep", "prt") if verb.index < c.index < stop)
    return any(c.lower in ("on", "upon", "for") for c in prepositions)


def _order(ground: Ground, verb: Token, cue: Cue) -> Range | None:
    """Whoever is to do it belongs to what is said: "urged both sides to stop"."""
    if "order" not in cue.takes:
        return None
    for child in ground.parse.children(verb.index, "xcomp", "ccomp", "advcl"):
        if child.index > verb.index and _has_to(ground, child.index):
            prepositions = ground.parse.children(verb.index, "prep")
            objects = ground.parse.children(verb.index, "dobj", "dative")
            objects += [o for p in prepositions for o in ground.parse.children(p.index, "pobj")]
            start = min(ground.parse.edges(o.index)[0] for o in (*objects, child) if o.index > verb.index)
            return start, clause_behind(ground, verb.index, child)[1]
    return None


def _has_to(ground: Ground, verb: int) -> bool:
    return any(c.lower == "to" for c in ground.parse.children(verb, "aux"))


def _object(ground: Ground, verb: Token, cue: Cue) -> Range | None:
    has_as = _has_as(ground, verb)
    if "object" not in cue.takes and not ("object_as" in cue.takes and has_as):
        return None
    is_it = NOTHING_SAID if ground.book.lemma(verb) in ground.book.tallying else frozenset()
    for child in ground.parse.children(verb.index, "dobj", "oprd", "ccomp"):
        if any(is_citing(ground, c) for c in ground.parse.children(child.index, "amod")):
            continue
        if child.index > verb.index and child.lower not in is_it and (child.lower not in REFLEXIVE or has_as):
            return object_behind(ground, verb.index, child)
    return None


def _has_as(ground: Ground, verb: Token) -> bool:
    return any(c.lower == "as" and c.index > verb.index for c in ground.parse.children(verb.index, "prep", "prt"))


def _prepositional(ground: Ground, verb: Token, cue: Cue) -> Range | None:
    for child in ground.parse.children(verb.index, "prep"):
        if child.index > verb.index and child.lower in cue.takes:
            first, stop = object_behind(ground, verb.index, child)
            return ground.trim(first + 1, stop)
    return None
