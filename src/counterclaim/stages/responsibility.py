"""Who is said (not) to have done it: deeds with an author, and blame laid, refused and taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.blaming.accusers import UNNAMED, Accusers
from counterclaim.blaming.authors import OWNERS
from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.deeds import Deed, Deeds
from counterclaim.blaming.frames import Blames
from counterclaim.blaming.phrasing import Blame
from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY, Finding, Mention, Polarity, Span, Statement
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse

REPORTED = frozenset({"ccomp", "parataxis"})
HABIT = frozenset({"do", "does"})
Key = tuple[Span, str | None, str]


def find_responsibility(
    parse: Parse,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    catalogue: Catalogue,
    lexicon: Lexicon,
    outlet: str | None = None,
) -> tuple[Finding, ...]:
    """Find blame, denial and claims of responsibility, in page order; `party` is set in each.

    `voice` is set where the frame names the speaker and no statement has the accused in its content.
    """
    culprits = Culprits(parse, mentions, catalogue, lexicon, statements, outlet)
    deeds = Deeds(parse, culprits, lexicon)
    blames = Blames(parse, culprits, deeds, lexicon)
    accusers = Accusers(parse, culprits, statements, lexicon)
    laid = blames.all()
    found: dict[Key, Finding] = {}
    for finding in _of_deeds(deeds.all(), blames.denied, parse, statements):
        found[finding.span, finding.party, finding.polarity] = finding
    for blame in laid:
        finding = _of_blame(blame, accusers)
        found[finding.span, finding.party, finding.polarity] = finding
    ordered = [found[key] for key in sorted(found, key=lambda k: (k[0], k[1] or "", k[2]))]
    own = {(parse.tokens[b.cue].sentence, b.polarity): b for b in laid if b.own or b.polarity == "denies"}
    outdone = [f for f in ordered if f.event not in {b.cue for b in laid} and _is_outdone(f, own, parse)]
    return tuple(f for f in ordered if f not in outdone and not _repeats(f, ordered, parse))


def _is_outdone(finding: Finding, own: Mapping[tuple[int, Polarity], Blame], parse: Parse) -> bool:
    """Whether a deed's sentence tells better who did it, or who says that he did not.

    "Gunmen killed nine; the Banner claimed the attack" tells who they were. "Denied bombing the clinic and said it had
    hit a depot" tells of another deed than the one that is blamed.
    """
    sentence = parse.tokens[finding.event].sentence
    claimer, denier = own.get((sentence, "affirms")), own.get((sentence, "denies"))
    if claimer and claimer.culprit.sort != "described" and (finding.party or "").startswith(UNNAMED):
        return True
    if denier is None or finding.polarity == "denies" or finding.event < denier.cue:
        return False
    return denier.culprit.party == finding.party


def _repeats(finding: Finding, others: Sequence[Finding], parse: Parse) -> bool:
    """Whether a pronoun only says again what the same sentence says with a name."""
    if finding.span.exact.lower() not in OWNERS:
        return False
    sentence = parse.tokens[finding.event].sentence
    same = [f for f in others if (f.party, f.polarity) == (finding.party, finding.polarity) and f is not finding]
    return any(parse.tokens[f.event].sentence == sentence and f.span.exact.lower() not in OWNERS for f in same)


def _of_deeds(
    deeds: Iterable[Deed], denied: set[int], parse: Parse, statements: Sequence[Statement]
) -> Iterable[Finding]:
    for d in deeds:
        if d.event in denied or (d.negated and not _is_reported(d.event, parse, statements)):
            continue
        yield Finding(
            RESPONSIBILITY,
            d.culprit.span,
            d.event,
            d.event,
            polarity="denies" if d.negated else "affirms",
            certainty=d.certainty,
            party=d.culprit.party,
        )


def _is_reported(event: int, parse: Parse, statements: Sequence[Statement]) -> bool:
    """Whether a deed is told in somebody's words: what no one did is news only as a denial, and of one time."""
    if any(a.lower in HABIT for a in parse.children(event, "aux")):
        return False
    if any(t.dep in REPORTED for t in (parse.tokens[event], *parse.ancestors(event))):
        return True
    at = parse.span(event, event + 1)
    return any(c.overlaps(at) for s in statements for c in s.content)


def _of_blame(blame: Blame, accusers: Accusers) -> Finding:
    voice, voice_span = accusers.voice(blame)
    return Finding(
        RESPONSIBILITY,
        blame.culprit.span,
        blame.cue,
        blame.cue,
        polarity=blame.polarity,
        certainty=blame.certainty,
        party=blame.culprit.party,
        voice=voice,
        voice_span=voice_span,
    )
