"""Who says it: the noun phrase that governs a cue verb, wherever the tree has put it."""

from __future__ import annotations

from counterclaim.speech.draft import Range
from counterclaim.speech.ground import Ground
from counterclaim.speech.surface import phrase_from, speaker_before
from counterclaim.syntax import Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
CLIMB = frozenset({"xcomp", "advcl", "conj", "pcomp", "ccomp", "prep", "acl", "relcl", "acomp"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
STEPS = 6  # upwards in the tree
LONGEST_QUOTED = 20  # words between "quoted" and "as saying"


def speaker_of(ground: Ground, verb: Token) -> tuple[Range, ...]:
    """The source of a verb; read off the words beside it where the tree has none, or cannot be trusted."""
    found = tuple(_behind_object(ground, r, verb) for r in find_source(ground, verb.index))
    parted = any(t.text == ";" for r in found for t in ground.tokens[r[1] : verb.index])
    if (found and not ground.lacks_commas and not parted) or not ground.is_finite(verb.index):
        return found
    first = verb.index
    while first and ground.tokens[first - 1].pos in ("AUX", "ADV", "PART"):
        first -= 1
    phrase = speaker_before(ground, first) if first else None
    if phrase is None:
        return found
    before = [r for r in found if r[0] < phrase[0] <= r[1]]
    if before and _is_apposed(ground, (before[0][0], phrase[0])):
        return ((before[0][0], phrase[1]),)
    return (phrase,)


def _behind_object(ground: Ground, phrase: Range, verb: Token) -> Range:
    """The speakers of "killing nine people, a doctor and a nurse said", where a parser made all one row."""
    before = ground.tokens[phrase[0] - 1] if phrase[0] else None
    if before is None or before.tag not in ("VBG", "VBD", "VBN") or phrase[1] > verb.index:
        return phrase
    comma = next((t.index for t in ground.tokens[slice(*phrase)] if t.text == ","), None)
    return phrase if comma is None else ground.trim(comma + 1, phrase[1])


def _is_apposed(ground: Ground, name: Range) -> bool:
    """Whether a name stands right before a phrase that explains it: "the Observatory a war monitor"."""
    words = ground.tokens[slice(*name)]
    if not ground.is_named(*name) or words[0].pos in ("VERB", "ADV", "ADP"):
        return False
    return not any(t.pos in ("AUX", "NUM") or t.tag in TENSED or t.entity == "DATE" for t in words)


def find_source(ground: Ground, verb: int) -> tuple[Range, ...]:
    """The source of a verb in the active: its subject, a relative's antecedent, or the subject of what governs it."""
    if (paper := _repeating(ground, verb)) is not None:
        return (paper,)
    stray = _stray(ground, verb)
    at = verb
    for _ in range(STEPS):
        subject = ground.subject(at)
        if subject is not None and at != verb and _is_told_of(ground, at, subject):
            at = ground.tokens[at].head  # "said the dead were thieves, and put their number at nine"
            continue
        if subject is not None and (at == verb or subject.dep != "csubj"):
            return _behind_quotation(ground, subject, verb) or subject_phrases(ground, subject, verb)
        token = ground.tokens[at]
        owner = stray.index if stray is not None else _owner(ground, token)
        if owner is not None:
            return (ground.noun_phrase(owner, avoid=verb),)
        if token.head == at or token.dep not in CLIMB or (token.dep == "ccomp" and ground.is_finite(at)):
            return ()
        at = _reporter(ground, token, verb)
    return ()


def _repeating(ground: Ground, verb: int) -> Range | None:
    """The paper right before a participle that tells what it says: "saw a tweet by the mayor repeating the claim"."""
    token = ground.tokens[verb]
    if token.tag != "VBG" or token.dep not in ("advcl", "acl") or not verb:
        return None
    for paper in ground.parse.children(token.head, "dobj"):
        words = ground.tokens[paper.index + 1 : verb]
        is_by = bool(words) and words[0].lower in ("by", "from", "of") and all(t.text != "," for t in words)
        is_next = is_by or (not words and not _is_issued(ground, paper))
        if paper.index < verb and is_next and paper.lemma in ground.book.documents:
            return ground.trim(ground.noun_phrase(paper.index)[0], verb)
    return None


def _is_told_of(ground: Ground, clause: int, subject: Token) -> bool:
    """Whether a clause that somebody reports is about what cannot speak itself."""
    head = ground.tokens[ground.tokens[clause].head]
    is_reported = ground.tokens[clause].dep == "ccomp" and ground.book.verb(head) is not None
    return is_reported and not ground.can_speak(*ground.noun_phrase(subject.index, clause))


def _behind_quotation(ground: Ground, subject: Token, verb: int) -> tuple[Range, ...]:
    """Who stands between a quotation and the verb, where the parser took a word of the quotation for the subject."""
    number = ground.quoted[subject.index]
    if number < 0 or ground.quoted[verb] >= 0 or ground.quotes[number][1] > verb:
        return ()
    phrase = phrase_from(ground, ground.quotes[number][1])
    return (phrase,) if phrase is not None and phrase[1] <= verb else ()


def _owner(ground: Ground, token: Token) -> int | None:
    """The noun whose saying a clause tells: the one it describes, or the object that it belongs to."""
    head = ground.tokens[token.head]
    if token.dep in ("acl", "relcl") and head.pos in NOMINAL and _is_speakers(ground, token):
        if token.tag == "VBG" and _is_issued(ground, head):
            return None
        return head.index
    return _controller(ground, token)


def _reporter(ground: Ground, token: Token, verb: int) -> int:
    """The head of a token; for "…, noting that" on a clause that is reported, the verb that reports the clause."""
    head = ground.tokens[token.head]
    if token.dep in ("acl", "relcl") and head.pos in NOMINAL:
        head = ground.tokens[head.head]  # the noun's verb: "condemned the raid, saying"
    if token.index != verb or token.tag != "VBG" or ground.book.lemma(token) not in ground.book.going_on:
        return head.index
    subject = ground.subject(head.index)
    while head.dep in ("ccomp", "conj") and (
        subject is None
        or ground.quoted[head.index] >= 0 > ground.quoted[verb]  # its own quotation is over
        or not ground.can_speak(*ground.noun_phrase(subject.index, verb))
    ):
        head = ground.tokens[head.head]
        subject = ground.subject(head.index)
    return head.index


def _stray(ground: Ground, verb: int) -> Token | None:
    """The subject of a tensed verb whose long phrase the parser took for a clause: "Veterans asked here, said they"."""
    if ground.tokens[verb].tag not in TENSED:
        return None
    for clause in ground.parse.children(verb, "ccomp", "advcl", "dep"):
        subject = ground.subject(clause.index) if clause.index < verb else None
        is_parted = ground.tokens[verb - 1].text in (",", ")", "-", "–", "—")
        if subject is not None and subject.dep == "nsubj" and is_parted and subject.tag != "VBG":
            return subject
    return None


def _is_speakers(ground: Ground, token: Token) -> bool:
    """Whether a participle behind a noun is that noun's: "a doctor saying", but not "condemned the raid saying"."""
    if token.tag != "VBG" or ground.book.lemma(token) not in ground.book.going_on:
        return True
    return ground.tokens[token.head].dep not in ("dobj", "pobj") or ground.can_speak(token.head, token.head + 1)


def _is_issued(ground: Ground, paper: Token) -> bool:
    """Whether it is a paper of the one who issues it: "the ministry issued a statement saying"."""
    is_object = paper.dep == "dobj" and ground.tokens[paper.head].lemma in ground.book.voicing
    has_author = any(c.lower in ("by", "from", "of") for c in ground.parse.children(paper.index, "prep"))
    owned = has_author or bool(ground.parse.children(paper.index, "poss"))
    return is_object and paper.lemma in ground.book.announcements and not owned


def _controller(ground: Ground, token: Token) -> int | None:
    """The object that an infinitive or "as saying" belongs to: "quoted a doctor as saying", "heard him say"."""
    head = ground.tokens[token.head]
    if token.dep == "pcomp" and head.lower == "as":
        head = ground.tokens[head.head]
    elif token.dep != "xcomp":
        return None
    objects = ground.parse.children(head.index, "dobj", "dative")
    if not objects or not head.index < objects[0].index < token.index:
        return None
    return objects[0].index if token.dep == "pcomp" or "order" in _takes(ground, head) else None


def _takes(ground: Ground, verb: Token) -> frozenset[str]:
    cue = ground.book.verb(verb)
    return cue.takes if cue else frozenset()


def subject_phrases(ground: Ground, subject: Token, verb: int) -> tuple[Range, ...]:
    """The subject's phrase; for "who" and "which" the noun they stand for as well."""
    own = ground.noun_phrase(subject.index, avoid=verb)
    if subject.pos == "VERB" and subject.index < verb:  # the parser has read a verb into the name
        own = ground.trim(ground.clause(subject.index)[0], min(verb, ground.clause(subject.index)[1]))
    clause = ground.tokens[subject.head]
    while clause.dep in ("conj", "xcomp", "ccomp") and clause.head != clause.index:
        clause = ground.tokens[clause.head]
    if subject.lower in RELATIVE and clause.dep == "relcl":
        return (ground.noun_phrase(clause.head, avoid=clause.index), own)
    return (own,) if own[0] < own[1] else ()


def find_charge(ground: Ground, verb: Token, source: tuple[Range, ...]) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """The doer and the charge, which a parser hangs on him: "was accused by the tribes of kidnapping six"."""
    stop = ground.clause(verb.index)[1]
    by = next((t for t in ground.tokens[verb.index + 1 : stop] if t.lower == "by"), None)
    behind = ground.tokens[by.index + 1 : stop] if by else ()
    of = next((t for t in behind if t.lower == "of" and ground.parse.children(t.index, "pcomp")), None)
    if by is None or of is None:
        return source, ()
    return (ground.trim(by.index + 1, of.index),), (ground.trim(of.index, stop),)


def find_agent(ground: Ground, verb: int) -> tuple[Range, ...]:
    """The doer of a passive: "confirmed by the ministry"; without the clause of "claimed by the army that"."""
    for by in ground.parse.children(verb, "agent", "prep"):
        objects = ground.parse.children(by.index, "pobj")
        if by.lower == "by" and objects and (by.dep == "agent" or ground.tokens[verb].tag == "VBG"):
            first, stop = ground.noun_phrase(objects[0].index, avoid=verb)
            that = next((i for i in range(first, stop) if ground.tokens[i].lower == "that"), stop)
            return (ground.trim(first, that if that > first else stop),)
    return ()


def is_citing(ground: Ground, token: Token) -> bool:
    """Whether a participle cites the noun whose adjective the parser has made it: "said, quoting witnesses, that"."""
    before = ground.tokens[token.index - 1] if token.index else token
    is_misread = token.dep == "amod" and token.index < token.head and (before.text == "," or before.tag == "VBD")
    return is_misread and token.tag == "VBG" and ground.book.lemma(token) in ground.book.citing


def quoting_verb(ground: Ground, token: Token) -> Token | None:
    """The verb of quoting before "as saying": "quoted the mayor as saying", "was cited by the agency as saying"."""
    at = token.index - 2
    if token.tag != "VBG" or at < 0 or ground.tokens[at + 1].lower != "as":
        return None
    first = max(ground.sentence(token.index)[0], at - LONGEST_QUOTED)
    for i in range(at, first - 1, -1):
        if ground.book.lemma(ground.tokens[i]) in ground.book.citing and ground.tokens[i].tag.startswith("VB"):
            return ground.tokens[i]
        if ground.tokens[i].text in (";", ":"):
            return None
    return None


def quoted_speaker(ground: Ground, quoting: Token, saying: Token) -> tuple[Range, ...]:
    """Who is quoted as saying: the words between the two, or in the passive the subject."""
    if ground.is_passive(quoting.index):
        return find_source(ground, quoting.index) or _described(ground, quoting)
    return (ground.trim(quoting.index + 1, saying.index - 1),)


def _described(ground: Ground, participle: Token) -> tuple[Range, ...]:
    """The noun that a participle describes: "a doctor quoted by the agency as saying"."""
    return (ground.noun_phrase(participle.head, avoid=participle.index),) if participle.dep == "acl" else ()
