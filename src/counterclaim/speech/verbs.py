"""Verbs that report, in the active and in the passive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.speech.behind import beside, clause_before, comes_first, is_as, report_before, speaker_beside
from counterclaim.speech.complements import complement
from counterclaim.speech.cuebook import Cue
from counterclaim.speech.draft import Draft, How, Range, merged, without
from counterclaim.speech.extents import clause_behind
from counterclaim.speech.ground import Ground
from counterclaim.speech.sources import find_agent, find_charge, is_citing, quoted_speaker, quoting_verb, speaker_of
from counterclaim.speech.surface import phrase_before
from counterclaim.syntax import Token

NEVER = frozenset({"aux", "auxpass", "amod", "compound"})
LATE = frozenset({"claims", "reports", "says"})
MODAL = frozenset({"would", "could", "should", "can", "may", "might", "must", "'d"})
PRONOUNS = frozenset({"it", "who", "which", "that"})


def read_verbs(ground: Ground) -> Iterator[Draft]:
    """Yield a draft for every verb that reports something, or that waits for a quotation."""
    last: Draft | None = None
    for token in ground.tokens:
        cue = ground.book.verb(token)
        if cue is not None and _is_cue(ground, token):
            is_passive = ground.is_passive(token.index) or _is_said_to(ground, token)
            draft = (
                _citing(ground, token, cue)
                or _quoted(ground, token, cue)
                or (_passive if is_passive else _active)(ground, token, cue)
            )
            if draft is None:
                continue
            if last is not None and _is_of_the_last(ground, token, draft, last):
                draft = replace(draft, source=last.source)
            draft = replace(draft, source=tuple(_before_verb(ground, r, token.index) for r in draft.source))
            if draft.source or is_passive:
                yield draft
                last = draft if draft.open and draft.source else last


def _is_of_the_last(ground: Ground, verb: Token, draft: Draft, last: Draft) -> bool:
    """Whether who spoke last says this too."""
    return (not draft.source and _lacks_subject(ground, verb)) or _goes_on_from(ground, verb, draft, last)


def _before_verb(ground: Ground, source: Range, verb: int) -> Range:
    """The part of a source that stands before the verb, where a phrase has swallowed it."""
    return ground.trim(source[0], verb) if source[0] < verb < source[1] and verb - source[0] > 1 else source


def _is_cue(ground: Ground, token: Token) -> bool:
    """Whether the token, as a verb, can report something where it stands."""
    if _is_late_verb(ground, token) or is_citing(ground, token):
        return True
    is_verb = token.pos in ("VERB", "AUX") or (token.tag.startswith("VB") and token.pos != "ADJ")
    return is_verb and token.dep not in NEVER and not _is_idle(ground, token) and _has_fitting_object(ground, token)


def _is_idle(ground: Ground, token: Token) -> bool:
    """Whether nothing is said after all: "worth noting", "rarely comments", "declined to say", a reporter's "Asked"."""
    head = ground.tokens[token.head]
    children = ground.parse.children(token.index, "aux", "neg", "advmod")
    beside = children + (ground.parse.children(head.index, "advmod") if token.dep == "conj" else [])
    is_question = token.lower == "asked" and token.tag == "VBN" and token.index == ground.sentence(token.index)[0]
    if is_question or head.lower == "worth" or any(c.lower in ground.book.rarely for c in beside):
        return True
    is_bare = token.tag == "VB" and token.dep in ("acl", "ccomp", "relcl")
    if is_bare or (token.dep == "xcomp" and head.lemma in ground.book.withholding):
        return True
    if any(c.lemma in ground.book.naming for c in ground.parse.children(token.index, "xcomp", "ccomp", "acl")):
        return ground.book.lemma(token) not in ground.book.only_speech  # "asked not to be named", "refused to be named"
    is_aside = token.tag == "VBG" and token.lemma == "count" and any(c.dep == "neg" for c in children)
    if is_aside or (token.lemma in ground.book.carrying_on and ground.parse.children(token.index, "xcomp")):
        return True  # "nine people, not counting the attackers"
    return any(c.lower in MODAL for c in children) and all(c.dep != "neg" for c in children)


def _has_fitting_object(ground: Ground, token: Token) -> bool:
    """Whether verbs of many uses report here: "claimed the attack" but not "claimed ten lives", "put the toll at"."""
    objects = ground.parse.children(token.index, "dobj")
    if token.lemma == "seek":
        return all(o.lemma in ground.book.sought for o in objects)
    if token.lemma in ground.book.tallying:
        counts = any(o.lemma in ground.book.tallies for o in (*objects, *_counted(ground, token)))
        return counts or (any(o.lower == "it" for o in objects) and is_as(ground, token))  # "as the general put it"
    is_clause = any(ground.subject(c.index) for c in ground.parse.children(token.index, "conj"))
    if token.lemma != "claim" or is_clause or all(o.lemma in ground.book.claimed for o in objects):
        return True
    subject = ground.subject(token.index)  # "the army claimed 12 rebels killed" but not "the blast claimed 12 dead"
    return subject is not None and subject.lemma in ground.book.speakers and ground.counts_harmed(token.index)


def _counted(ground: Ground, verb: Token) -> list[Token]:
    """What a passive counts: "the toll was put at nine", "a toll put at nine by doctors"."""
    if not ground.is_passive(verb.index):
        return []
    subject = ground.subject(verb.index)
    return [subject] if subject is not None else [ground.tokens[verb.head]] if verb.dep == "acl" else []


def _is_late_verb(ground: Ground, token: Token) -> bool:
    """Whether the tagger took a verb at the sentence's end for a plural: "…, the agency reports."."""
    if token.tag != "NNS" or token.lower not in LATE or token.index + 2 < ground.sentence(token.index)[1]:
        return False
    phrase = phrase_before(ground, token.index)
    return phrase is not None and ground.is_named(*phrase)


def _lacks_subject(ground: Ground, verb: Token) -> bool:
    """A sentence that goes on with the speaker of the one before: "And also reported two deaths."."""
    begins = all(
        t.pos in ("CCONJ", "ADV", "PUNCT", "AUX") for t in ground.tokens[ground.sentence(verb.index)[0] : verb.index]
    )
    return begins and verb.dep == "ROOT" and ground.is_finite(verb.index)


def _goes_on_from(ground: Ground, verb: Token, draft: Draft, last: Draft) -> bool:
    """A participle whose comma is lost and that the parser has hung on what is told: "said he saw the dead noting"."""
    if not ground.is_unmended or verb.tag != "VBG" or ground.parse.children(verb.index, "nsubj", "aux"):
        return False
    before = ground.tokens[verb.index - 1]
    if quoting_verb(ground, verb) is not None or before.lemma in ground.book.documents:
        return False
    if any(ground.book.lemma(ground.tokens[r[0] - 1]) in ground.book.citing for r in draft.source):
        return False  # "citing a doctor saying"
    is_next = ground.tokens[last.head].sentence == verb.sentence and ground.quoted[last.head] < 0
    is_going_on = ground.book.lemma(verb) in ground.book.going_on or ground.tokens[verb.index - 1].lower == "without"
    return is_next and is_going_on and all(last.head < r[0] < verb.index for r in draft.source)


def _is_said_to(ground: Ground, token: Token) -> bool:
    """A passive without its auxiliary: "a drone, said to be foreign", since nobody "says to be"."""
    if token.lower in ground.book.thought_to and ground.tokens[token.index + 1 : token.index + 2]:
        return ground.tokens[token.index + 1].lower == "to" and not ground.parse.children(token.index, "aux")
    to_clauses = [c for c in ground.parse.children(token.index, "xcomp") if c.index > token.index]
    return token.lower == "said" and any(ground.tokens[ground.clause(c.index)[0]].lower == "to" for c in to_clauses)


def _quoted(ground: Ground, verb: Token, cue: Cue) -> Draft | None:
    """What somebody is quoted as saying, behind "as saying" or before "quoted"; None for other verbs."""
    quoting = quoting_verb(ground, verb)
    if quoting is None or "quotation" not in cue.takes:
        return None
    source = quoted_speaker(ground, quoting, verb)
    content = complement(ground, verb, cue)[1]
    how: How = "clause" if content else "before"
    if not content:
        hole = (min(r[0] for r in (*source, (quoting.index, 0))), verb.index + 1)
        before = report_before(ground, quoting, cue)[1]
        content = merged(ground.trim(*part) for r in before for part in without(r, [hole]))
    return Draft(verb.index, source, cue_words(ground, verb), content, cue.act, how, open=True)


def _citing(ground: Ground, verb: Token, cue: Cue) -> Draft | None:
    """Whom a participle cites that the parser took for an adjective; what he says is found when all is read."""
    if not is_citing(ground, verb):
        return None
    cited = ((verb.index + 1, verb.head + 1),)
    return Draft(verb.index, cited, cue_words(ground, verb), cited, cue.act, "object")


def _active(ground: Ground, verb: Token, cue: Cue) -> Draft | None:
    can_wait = "quotation" in cue.takes
    words = cue_words(ground, verb)
    how, content = complement(ground, verb, cue)
    if content and can_wait and (_is_inverted(ground, verb, content) or comes_first(ground, verb, content[0])):
        source, before = report_before(ground, verb, cue)
        if _is_inverted(ground, verb, content):
            source, before = content, merged([ground.trim(ground.body(ground.sentence(verb.index)[0]), verb.index)])
        if before:
            return Draft(verb.index, source, words, before, cue.act, "before", open=True)
    if content:
        source = speaker_of(ground, verb)
        negated = bool(ground.parse.children(verb.index, "neg")) or ground.tokens[verb.head].lower == "unable"
        return Draft(verb.index, source, words, content, ground.book.act(verb, cue, how, negated), how, open=can_wait)
    source, content = report_before(ground, verb, cue)
    if content:
        return Draft(verb.index, source, words, content, cue.act, "before", open=True)
    content = _spoken_of(ground, verb) if "object" in cue.takes else ()
    if content:
        return Draft(verb.index, speaker_of(ground, verb), words, content, cue.act, "object")
    if can_wait:
        return Draft(verb.index, source or speaker_beside(ground, verb), words, (), cue.act, open=True)
    return None


def _is_inverted(ground: Ground, verb: Token, content: tuple[Range, ...]) -> bool:
    """Whether the speaker stands behind the verb, at the end of what he says: "Nine died here, recalls the mayor."."""
    if verb.dep != "conj" or verb.tag not in ("VBZ", "VBD") or not content or ground.tokens[verb.index - 1].text != ",":
        return False
    first, last = ground.sentence(verb.index)
    ends = ground.trim(content[-1][0], last)[1] == content[-1][1] and content[0][0] == verb.index + 1
    return ends and verb.index - first > 2 and ground.can_speak(*content[0])


def _spoken_of(ground: Ground, verb: Token) -> tuple[Range, ...]:
    """What a relative clause says something of: "a charge they denied", "…, which the army disputes"."""
    subject = ground.subject(verb.index)
    if verb.dep != "relcl" or subject is None or subject.lower in PRONOUNS - {"it"} or subject.index > verb.index:
        return ()
    for child in ground.parse.children(verb.index, "dobj"):
        return ((child.index, child.index + 1),) if child.lower == "which" and child.index < verb.index else ()
    thing = ground.tokens[verb.head]
    is_said = ground.book.noun(thing) is not None or thing.lemma in ground.book.documents
    is_said = is_said and not ground.parse.children(verb.index, "ccomp", "xcomp", "prep")
    return (ground.noun_phrase(thing.index, avoid=verb.index),) if is_said else ()


def _passive(ground: Ground, verb: Token, cue: Cue) -> Draft | None:
    """Passives: "it is feared that", "is believed to hold", "was confirmed by", "was told that"."""
    if ground.book.lemma(verb) in ground.book.citing:
        return None
    subject = ground.subject(verb.index)
    source = find_agent(ground, verb.index)
    how: How = "none"
    content: tuple[Range, ...] = ()
    has_clause = "passive clause" in cue.takes and ground.parse.children(verb.index, "ccomp")
    if "passive addressed" in cue.takes or (has_clause and not _is_said_to(ground, verb)):
        how, content = complement(ground, verb, cue)
    elif source and subject is None and verb.dep == "advcl" and is_as(ground, verb):
        how, content = "phrase", beside(ground, verb)
    elif ground.book.lemma(verb) in ground.book.tallying:
        how, content = "object", _tally(ground, verb) if source else ()
    elif "passive raised" in cue.takes:
        how, content = "raised", _raised(ground, verb, bool(source))
    if not content and source and "passive addressed" in cue.takes:
        how, source, content = "phrase", *find_charge(ground, verb, source)
    if not content and source and "clause" in cue.takes and subject is not None and subject.lower == "it":
        how, content = "clause", _behind_doer(ground, verb, source[0][1])
        if not content:
            how, content = "before", clause_before(ground, verb, ((subject.index, subject.index + 1),))
    if not content and source and subject is not None and cue.takes & {"object", "passive addressed"}:
        how, content = "object", (ground.noun_phrase(subject.index, avoid=verb.index),)
    return Draft(verb.index, source, cue_words(ground, verb), content, cue.act, how) if content else None


def _behind_doer(ground: Ground, verb: Token, at: int) -> tuple[Range, ...]:
    """The clause right behind the doer: "it was claimed by the rebels that nine had died"."""
    stop = ground.clause(verb.index)[1]
    return (ground.trim(at, stop),) if at < stop and ground.tokens[at].lower == "that" else ()


def _tally(ground: Ground, verb: Token) -> tuple[Range, ...]:
    """What is counted and at how many: "the toll was put at nine by doctors"."""
    number = [ground.clause(c.index) for c in ground.parse.children(verb.index, "prep") if c.lower in ("at", "as")]
    things = [ground.noun_phrase(t.index, avoid=verb.index) for t in _counted(ground, verb)]
    return merged([*things, *number]) if number and things else ()


def _raised(ground: Ground, verb: Token, has_agent: bool) -> tuple[Range, ...]:
    """The subject of the passive, and what it is said to be or do."""
    prepositions = ("as", "of") if verb.lower == "suspected" else ("as",)
    rest = [
        c
        for c in ground.parse.children(verb.index, "xcomp", "oprd", "acomp", "ccomp", "dobj", "prep")
        if c.index > verb.index and (c.dep != "prep" or c.lower in prepositions)
    ]
    is_sure = has_agent or bool(
        rest and (rest[0].dep in ("xcomp", "ccomp") or rest[0].tag in ("VBN", "JJ") or rest[0].lower == "of")
    )
    if not rest or not is_sure:
        return ()
    after = clause_behind(ground, verb.index, rest[0])
    ends = [start for child in rest[:1] for start in _later_clauses(ground, verb.index, child) if start > after[0]]
    after = ground.trim(after[0], min([after[1], *ends]))
    subject = ground.subject(verb.index)
    is_reduced = not ground.parse.children(verb.index, "auxpass")  # "jets believed to be Velmish"
    if is_reduced and ground.tokens[verb.index - 1].text == ",":
        owner = subject.index if subject is not None else verb.head if verb.dep == "acl" else verb.index
        comma = next((t.index for t in ground.tokens[slice(*after)] if t.text == ","), after[1])
        thing = () if owner == verb.index else (ground.noun_phrase(owner, avoid=verb.index),)
        return merged([*thing, ground.trim(after[0], comma)])
    if subject is None or is_reduced or subject.lower in PRONOUNS:
        return merged([after])
    return merged([ground.noun_phrase(subject.index, avoid=verb.index), after])


def _later_clauses(ground: Ground, verb: int, rest: Token) -> Iterator[int]:
    """Where a doer begins, or a clause behind a comma, that is no part of what somebody is said to do."""
    for parent in (verb, rest.index):
        for child in ground.parse.children(parent, "agent", "advcl", "ccomp"):
            start = ground.clause(child.index)[0]
            if child.index != rest.index and (child.dep == "agent" or ground.tokens[start - 1].text == ","):
                yield start


def cue_words(ground: Ground, verb: Token) -> tuple[Range, ...]:
    """The verb, with a particle behind it, and with what negates it before it."""
    first, stop = verb.index, verb.index + 1
    negations = ground.parse.children(verb.index, "neg")
    if negations:
        first = min(c.index for c in (*negations, *ground.parse.children(verb.index, "aux", "auxpass"), verb))
    while stop < len(ground.tokens) and ground.tokens[stop].dep == "prt" and ground.tokens[stop].head == verb.index:
        stop += 1
    return ((first, stop),)
