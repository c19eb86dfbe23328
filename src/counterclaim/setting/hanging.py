"""How a place hangs on what its sentence tells: as what was struck, or by which preposition."""

from __future__ import annotations

from counterclaim.setting.spots import Spot
from counterclaim.setting.whereabouts import Whereabouts
from counterclaim.syntax import UNDERGOING, Parse, Token

NEAR = 2  # UCDP's precision of a place near which something was
APART = frozenset({"in", "on", "at", "of", "from", "to", "into", "against", "by"})  # prepositions told apart


def hangs(parse: Parse, where: Whereabouts, spot: Spot) -> str:
    """The word for it: "struck", "near", a preposition, "other" for those not told apart, "none"."""
    token = parse.tokens[spot.mention.token]
    word = where.objections.landing(token)
    if word in ("", "of") and _is_struck(parse, token, where.objections.told):
        return "struck"
    if spot.place.precision == NEAR or word in where.words.beside:
        return "near"
    return word if word in APART else "other" if word else "none"


def _is_struck(parse: Parse, token: Token, told: frozenset[int]) -> bool:
    """Whether a place, or what the place is said of, is what an attack was done to: "shelled the town of Arven"."""
    for up in (token, *parse.ancestors(token.index)):
        if up.dep in UNDERGOING and up.head in told:
            return True
        if up.pos == "VERB":
            return False
    return False
