"""The comparisons of two occurrences, each with its levels, as conditions on their rows (SQL).

The first level that holds counts. `_l` and `_r` mark the two rows; every condition is the same with the two changed
over. Where a comparison cannot be made its level is "unknown", which weighs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sin

from counterclaim.linking.records import SELDOM

EARTH_KM = 6371.0
UNKNOWN = "unknown"
ELSE = "ELSE"


def _within(km: float) -> str:
    """That two points on the unit sphere are no farther apart, by the square of the chord between them."""
    chord = 2 * sin(km / (2 * EARTH_KM))
    return f"(x_l - x_r) ** 2 + (y_l - y_r) ** 2 + (z_l - z_r) ** 2 <= {chord**2:.12f}"


OVERLAP = "first_l <= last_r AND first_r <= last_l"
DATED = "first_l IS NOT NULL AND first_r IS NOT NULL"
GAP = "greatest(first_l - last_r, first_r - last_l)"  # days from the one to the other
SHORT = "greatest(last_l - first_l, last_r - first_r) < 4"
TOLL = "running_l OR running_r"
# From the date of one to the day on which the one without a date was published.
SINCE = "CASE WHEN first_r IS NULL THEN published_r - last_l ELSE published_l - last_r END"
UNDATED = "(first_l IS NULL) <> (first_r IS NULL)"
APART = "abs(published_l - published_r)"
# Of two names the shorter is within the longer: "Khirbet al-Jammal" and "Jammal".
SHORT_NAME, LONG_NAME = (
    f"CASE WHEN length(place_name_l) {sign} length(place_name_r) THEN place_name_l ELSE place_name_r END"
    for sign in ("<", ">=")
)
LIKE_NAME = f"(length({SHORT_NAME}) > 2 AND contains({LONG_NAME}, {SHORT_NAME}))"
# Either page has a word of the name of the other's place: what it tells may be there too, its place misread.
NAMES_OTHER = "list_has_any(place_words_l, named_r) OR list_has_any(place_words_r, named_l)"
RARITY = "x & 15"
# How many of the figures of the one that gives fewer both give.
FIGURES = "len(list_intersect(figures_l, figures_r)) / least(len(figures_l), len(figures_r))"


def _bits(column: str) -> str:
    """The sum of the rarities of the words that both have."""
    return f"coalesce(list_sum(list_transform(list_intersect({column}_l, {column}_r), lambda x: {RARITY})), 0)"


def _likeness(column: str, length: str) -> str:
    """The cosine of two lists of words, each weighed by its rarity."""
    shared = f"list_transform(list_intersect({column}_l, {column}_r), lambda x: ({RARITY}) * ({RARITY}))"
    return f"coalesce(list_sum({shared}), 0) / greatest({length}_l * {length}_r, 1)"


CLOSE_KINDS = (("air", "shelling"), ("shelling", "clash"), ("air", "chemical"), ("bomb", "attack"), ("attack", "clash"))
CLOSE = " OR ".join(
    f"(family_l = '{a}' AND family_r = '{b}') OR (family_l = '{b}' AND family_r = '{a}')" for a, b in CLOSE_KINDS
)


def _count(column: str) -> Mapping[str, str]:
    both = f"list_intersect({column}_l, {column}_r)"
    less, more = (f"{f}(most_{column}_l, most_{column}_r)" for f in ("least", "greatest"))
    return {
        UNKNOWN: f"{TOLL} OR {column}_l IS NULL OR {column}_r IS NULL",
        "same large": f"list_max({both}) > 20",
        "same": f"list_max({both}) > 9",
        "same small": f"list_max({both}) > 3",
        "same few": f"list_max({both}) > 0",
        "no total": f"most_{column}_l IS NULL OR most_{column}_r IS NULL",
        "close": f"{less} >= 0.7 * {more}",
        "other": f"{less} >= 0.3 * {more}",
        "far": ELSE,
    }


def _steps(expression: str, steps: Mapping[str, float]) -> Mapping[str, str]:
    return {**{name: f"{expression} >= {step}" for name, step in steps.items()}, "none": ELSE}


WORDS = {"half": 0.5, "third": 0.33, "quarter": 0.22, "much": 0.15, "some": 0.09, "little": 0.04}
PAGES = {"half": 0.5, "third": 0.33, "quarter": 0.22, "much": 0.15, "some": 0.09}
PAGE = _likeness("page_words", "page_length")

COMPARISONS: Mapping[str, Mapping[str, str]] = {
    "time": {
        UNKNOWN: f"NOT running_l AND NOT running_r AND first_l + first_r IS NULL AND {SINCE} IS NULL",
        "toll and occurrence": "running_l <> running_r",
        "tolls": "running_l AND running_r AND (first_l IS NULL OR first_r IS NULL)",
        "tolls since": "running_l AND running_r AND abs(first_l - first_r) < 200",
        "other tolls": "running_l AND running_r",
        "same day": "first_l = first_r AND last_l = last_r AND last_l = first_l",
        "same days": f"first_l = first_r AND last_l = last_r AND {SHORT}",
        "overlap": f"{OVERLAP} AND {SHORT}",
        "long overlap": f"{OVERLAP} AND least(last_l - first_l, last_r - first_r) >= 4",
        "takes in": OVERLAP,
        "next day": f"{DATED} AND {GAP} = 1",
        "near days": f"{DATED} AND {GAP} <= 3",
        "other days": f"{DATED} AND {GAP} <= 10",
        "other time": DATED,
        "told at once": f"{UNDATED} AND {SINCE} BETWEEN 0 AND 1",
        "told soon": f"{UNDATED} AND {SINCE} BETWEEN 2 AND 4",
        "told later": f"{UNDATED} AND {SINCE} BETWEEN 5 AND 14",
        "told at another time": ELSE,
    },
    "published": {
        UNKNOWN: f"{TOLL} OR {APART} IS NULL",
        "same day": f"{APART} = 0",
        "next day": f"{APART} = 1",
        "days": f"{APART} <= 4",
        "week": f"{APART} <= 10",
        "month": f"{APART} <= 40",
        "apart": ELSE,
    },
    "place": {
        UNKNOWN: "place_l IS NULL OR place_r IS NULL",
        "tolls of one place": f"({TOLL}) AND (place_l = place_r OR country_l = country_r)",
        "tolls of two places": TOLL,
        "same": "place_l = place_r AND greatest(width_l, width_r) < 3",
        "same district": "place_l = place_r AND greatest(width_l, width_r) < 4",
        "same province": "place_l = place_r AND greatest(width_l, width_r) < 6",
        "same country": "place_l = place_r",
        "one in common": "list_has_any(places_l, places_r)",
        "same name": f"place_name_l = place_name_r OR {LIKE_NAME}",
        "country": "greatest(width_l, width_r) = 6 AND country_l = country_r",
        "unmapped": "x_l IS NULL OR x_r IS NULL",
        "one town": f"greatest(width_l, width_r) < 3 AND {_within(6)}",
        "near": f"greatest(width_l, width_r) < 3 AND {_within(20)}",
        "within": f"greatest(width_l, width_r) = 3 AND {_within(30)}",
        "in province": f"greatest(width_l, width_r) BETWEEN 4 AND 5 AND {_within(120)}",
        "region": _within(60),
        "apart, neither named": f"greatest(width_l, width_r) < 6 AND NOT ({NAMES_OTHER})",
        "apart": ELSE,
    },
    "kind": {
        UNKNOWN: f"{TOLL} OR kind_l IS NULL OR kind_r IS NULL",
        "same rare": f"kind_l = kind_r AND kind_l IN ({', '.join(map(repr, SELDOM))})",
        "same": "kind_l = kind_r",
        "family": "family_l = family_r",
        "close": CLOSE,
        "other": ELSE,
    },
    "party": {
        UNKNOWN: f"{TOLL} OR parties_l IS NULL OR parties_r IS NULL",
        "same": "list_has_any(parties_l, parties_r)",
        "other": ELSE,
    },
    "victims": {
        UNKNOWN: f"{TOLL} OR victims_l IS NULL OR victims_r IS NULL",
        "same": "list_has_any(victims_l, victims_r)",
        "other": ELSE,
    },
    "killed": _count("killed"),
    "injured": _count("injured"),
    "others": {
        UNKNOWN: f"{TOLL} OR others_l IS NULL OR others_r IS NULL",
        "same": "list_has_any(others_l, others_r)",
        "other": ELSE,
    },
    "figures": {
        UNKNOWN: f"{TOLL} OR figures_l IS NULL OR figures_r IS NULL",
        "all": f"{FIGURES} = 1",
        "half": f"{FIGURES} >= 0.5",
        "some": f"{FIGURES} > 0",
        "none": ELSE,
    },
    "target": {
        UNKNOWN: f"{TOLL} OR targets_l IS NULL OR targets_r IS NULL",
        "same": "list_has_any(targets_l, targets_r)",
        "other": ELSE,
    },
    "names": {
        UNKNOWN: f"{TOLL} OR length_l = 0 OR length_r = 0",
        "over 60": f"{_bits('names')} >= 60",
        "over 40": f"{_bits('names')} >= 40",
        "over 25": f"{_bits('names')} >= 25",
        "over 15": f"{_bits('names')} >= 15",
        "some": f"{_bits('names')} > 0",
        "none": ELSE,
    },
    "words": {
        UNKNOWN: f"{TOLL} OR length_l = 0 OR length_r = 0",
        **_steps(_likeness("words", "length"), WORDS),
    },
    "copied": {
        UNKNOWN: f"{TOLL} OR copied_l IS NULL OR copied_r IS NULL",
        "several": "len(list_intersect(copied_l, copied_r)) > 2",
        "some": "list_has_any(copied_l, copied_r)",
        "none": ELSE,
    },
    "page_names": {
        UNKNOWN: f"{TOLL} OR NOT leads_l OR NOT leads_r OR page_length_l = 0 OR page_length_r = 0",
        "over 90": f"{_bits('page_names')} >= 90",
        "over 60": f"{_bits('page_names')} >= 60",
        "over 40": f"{_bits('page_names')} >= 40",
        "over 25": f"{_bits('page_names')} >= 25",
        "over 15": f"{_bits('page_names')} >= 15",
        "some": f"{_bits('page_names')} > 0",
        "none": ELSE,
    },
    "page": {
        UNKNOWN: f"{TOLL} OR page_length_l = 0 OR page_length_r = 0",
        **{f"leads, {k}": f"leads_l AND leads_r AND {v}" for k, v in _steps(PAGE, PAGES).items() if v != ELSE},
        "leads, none": "leads_l AND leads_r",
        **_steps(PAGE, PAGES),
    },
}
