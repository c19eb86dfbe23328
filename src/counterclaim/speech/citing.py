"""Statements that reach the page through another: "the agency said, citing a doctor", "as quoted by the agency"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.speech.draft import Draft, Range, holds, merged, without
from counterclaim.speech.ground import Ground
from counterclaim.speech.sources import RELATIVE, find_agent, find_source, is_citing, quoting_verb
from counterclaim.syntax import Token

BETWEEN = frozenset({",", "as", "who", "which", "is", "are", "was", "were", "has", "been"})  # before "quoted by"


def cite(ground: Ground, drafts: Sequence[Draft]) -> list[Draft]:
    """Whom a speaker cites says what the speaker says: "the agency said, citing a doctor"."""
    by_head = {d.head: d for d in drafts if d.content}
    found: list[Draft] = []
    for draft in drafts:  # in the order of their heads, so that one cited may cite another
        cited = _cited(ground, draft, by_head)
        if cited is not None:
            by_head[cited.head] = cited
        found.append(cited or _told_by_cited(ground, draft, by_head) or draft)
    citing = {d.within: d.head for d in found if d.within is not None}
    return [_before_citing(ground, d, citing[d.head]) if d.head in citing else d for d in found]


def _before_citing(ground: Ground, draft: Draft, citing: int) -> Draft:
    """The draft, its source cut before "which cited a doctor" or ", quoting a doctor"."""
    first = citing - (ground.tokens[citing - 1].lower in RELATIVE)
    cut = [ground.trim(r[0], first) if r[0] < first < r[1] else r for r in draft.source]
    return replace(draft, source=tuple(cut), content=_uncited(ground, draft.content, citing))


def _uncited(ground: Ground, content: tuple[Range, ...], citing: int) -> tuple[Range, ...]:
    """The content without "citing a doctor" at its end."""
    if not holds(content[-1:], citing) or content[-1][0] >= citing - 1:
        return content
    return merged([*content[:-1], ground.trim(content[-1][0], citing)])


def _cited(ground: Ground, draft: Draft, by_head: Mapping[int, Draft]) -> Draft | None:
    """The draft of the one cited; None when the draft cites nobody, or nothing that another says."""
    token = ground.tokens[draft.head]
    source = _whom(ground, token)
    if ground.book.lemma(token) not in ground.book.citing or source is None or not _hangs_on(ground, token):
        return None
    if token.index and ground.tokens[token.index - 1].lower == "without":
        return None
    outer = next((by_head[a.index] for a in ground.parse.ancestors(token.index) if a.index in by_head), None)
    if outer is None:
        return None
    first, stop = source
    if any(first < head < stop for head in by_head):  # "quoting a doctor who said": his own words stand behind
        return None
    begin = outer.content[0][0]
    source = ground.trim(first, begin if first < begin < stop else stop)
    content = _uncited(ground, outer.content, draft.head)
    return replace(draft, source=(source,), content=content, act="says", within=outer.head, open=False)


def _told_by_cited(ground: Ground, draft: Draft, by_head: Mapping[int, Draft]) -> Draft | None:
    """What somebody says of whom another cites: "the agency said …, quoting a doctor who said nine had died"."""
    token = ground.tokens[draft.head]
    if token.dep != "relcl" or not draft.content:
        return None
    verb = ground.tokens[ground.tokens[token.head].head]
    if ground.book.lemma(verb) not in ground.book.citing or verb.tag != "VBG":
        return None
    outer = next((by_head[a.index] for a in ground.parse.ancestors(verb.index) if a.index in by_head), None)
    source = _whom(ground, verb)
    if outer is None or source is None or outer.head == draft.head:
        return None
    who = next((i for i in range(*source) if ground.tokens[i].lower in RELATIVE), token.index)
    return replace(draft, source=(ground.trim(source[0], who),), within=outer.head, open=False)


def _whom(ground: Ground, token: Token) -> Range | None:
    """Who is cited: the verb's object, or the words behind it where the parser has made it their adjective."""
    cited = ground.parse.children(token.index, "dobj")
    if cited:
        can_speak = ground.can_speak(cited[0].index, cited[0].index + 1)
        return ground.noun_phrase(cited[0].index) if can_speak else None
    head = ground.tokens[token.head]
    can_speak = is_citing(ground, token) and ground.can_speak(head.index, head.index + 1)
    return (token.index + 1, head.index + 1) if can_speak else None


def _hangs_on(ground: Ground, token: Token) -> bool:
    """Whether a verb of citing stands beside a speaker's own: "…, citing a doctor", "the agency, which cited him"."""
    subject = ground.subject(token.index)
    return token.tag == "VBG" or (token.dep == "relcl" and subject is not None and subject.lower in RELATIVE)


def relay(ground: Ground, drafts: Sequence[Draft]) -> list[Draft]:
    """Who quotes somebody says what that one says: "the colonel, as quoted by the agency, said"."""
    found = _quoters(ground, drafts)
    for token in ground.tokens:
        is_quoting = ground.book.lemma(token) in ground.book.citing or _is_passed_on(ground, token)
        agents = find_agent(ground, token.index) if is_quoting else ()
        quoted = next((n for n, d in enumerate(found) if agents and _is_quoted(ground, d, token.index)), None)
        if quoted is not None:
            draft = _before_quoted(ground, found[quoted], token, agents[0])
            found[quoted] = draft
            found = [d for d in found if d.head != token.index]
            found.append(Draft(token.index, agents, ((token.index, token.index + 1),), draft.content, "says", "phrase"))
    return found


def _is_passed_on(ground: Ground, token: Token) -> bool:
    """Whether a participle says who carried a statement: "as reported by the agency"."""
    return ground.book.lemma(token) in ground.book.carrying and ground.tokens[token.index - 1].lower == "as"


def _quoters(ground: Ground, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and beside each "as saying" the draft of who quotes it: "the agency quoted the mayor as saying"."""
    found = list(drafts)
    for draft in drafts:
        quoting = quoting_verb(ground, ground.tokens[draft.head])
        if quoting is None or draft not in found:  # "quoted the mayor as quoting a doctor as saying"
            continue
        is_passive = ground.is_passive(quoting.index)
        agents = find_agent(ground, draft.head) if is_passive else find_source(ground, quoting.index)
        if not agents:
            continue
        is_behind = not is_passive and draft.content[0][0] > draft.head
        content = merged([(draft.source[0][0], draft.content[-1][1])]) if is_behind and draft.source else draft.content
        found = [d for d in found if d.head != quoting.index]
        found[found.index(draft)] = replace(draft, within=quoting.index)
        cue = ((quoting.index, quoting.index + 1),)
        found.append(Draft(quoting.index, agents, cue, content, "says", "phrase"))
    return found


def _is_quoted(ground: Ground, draft: Draft, quoting: int) -> bool:
    """Whether a draft is what "quoted by" speaks of: its words stand in or behind the source, or it hangs on it."""
    if not draft.content or quoting in (draft.head, draft.within):
        return False
    if draft.source and (draft.source[0][0] < quoting < draft.head or holds(draft.source, quoting)):
        return True
    end = max([draft.head, *(stop - 1 for _, stop in draft.source)])
    if end < quoting and all(t.lower in BETWEEN for t in ground.tokens[end + 1 : quoting]):
        return True
    if holds(draft.content, quoting) and ground.tokens[quoting - 1].lower == "as":
        rest = ground.tokens[quoting + 1 : draft.content[-1][1]]
        is_first = draft.content[0][0] == quoting - 1
        return draft.head < quoting and (is_first or all(t.pos not in ("VERB", "AUX") for t in rest))
    above = [a.index for a in ground.parse.ancestors(draft.head)]
    return (quoting in above or _in_statement(ground, draft, quoting)) and not holds(draft.content, quoting)


def _in_statement(ground: Ground, draft: Draft, quoting: int) -> bool:
    """Whether the quoted words are a paper's through which the draft is told: "in a statement quoted by X, it said"."""
    paper = ground.tokens[ground.tokens[quoting].head]
    preposition = ground.tokens[paper.head]
    return paper.lemma in ground.book.documents and preposition.dep == "prep" and preposition.head == draft.head


def _before_quoted(ground: Ground, draft: Draft, token: Token, agent: Range) -> Draft:
    """The draft without "as quoted by X" in its source and its content, told within what X says."""
    end = token.index
    while end and ground.tokens[end - 1].lower in BETWEEN:
        end -= 1
    sources = (ground.trim(first, end) if first < token.index < stop else (first, stop) for first, stop in draft.source)
    parts = [p for r in draft.content for p in without(r, [(end, agent[1])] if holds([r], token.index) else [])]
    content = merged(ground.trim(*p) for p in parts)
    source = tuple(r for r in sources if r[0] < r[1])
    return replace(draft, within=token.index, source=source, content=content or draft.content)
