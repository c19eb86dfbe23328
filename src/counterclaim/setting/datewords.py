"""The words around dates that tell what they date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.lexicon import Lexicon
from counterclaim.setting.clauses import ClauseWords
from counterclaim.setting.days import load_day_words
from counterclaim.setting.headings import HeadingWords
from counterclaim.setting.likening import likened
from counterclaim.setting.stretches import either

THEME = "settings"
WITHIN = r"[^.;:!?\n]"  # a character within a clause


@dataclass(frozen=True, slots=True)
class DateWords:
    """The lexicon's words around dates; see lexicons/en/settings.toml."""

    reporting: frozenset[str]
    reports: frozenset[str]
    begun: frozenset[str]
    running: tuple[str, ...]
    told: frozenset[str]
    tolling: frozenset[str]
    rising: frozenset[str]
    hours: frozenset[str]
    outlasting: frozenset[str]
    lasting: frozenset[str]
    uncovering: frozenset[str]
    remains: frozenset[str]
    recording: frozenset[str]
    incidents: frozenset[str]
    clause: ClauseWords
    heading: HeadingWords
    comparing: re.Pattern[str]
    likened: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> DateWords:
        """Read them; raises DataError when a list is missing."""
        reporting, reports, begun = (lexicon.words(THEME, name) for name in ("reporting", "reports", "begun"))
        words = lexicon.table("times", "words")
        running = tuple(sorted(lexicon.words(THEME, "running")))
        said, found = reporting | set(words["saying"]), reports | set(words["findings"])
        told, tolling, rising, doers, tolls = (
            frozenset(words[name]) for name in ("told", "tolling", "rising", "doers", "tolls")
        )
        hours = frozenset(lexicon.table("times", "parts_of_day"))
        outlasting, lasting, uncovering, remains, recording, incidents = (
            frozenset(words[name])
            for name in ("outlasting", "lasting", "uncovering", "remains", "recording", "incidents")
        )
        clause = ClauseWords(
            doers,
            tolls,
            lexicon.words(THEME, "spans"),
            frozenset(words["bringing"]),
            frozenset(words["appointed"]),
            frozenset(words["shares"]),
        )
        comparing = re.compile(rf"\b(?:{either(words['comparing'])})\b{WITHIN}{{0,80}}\bsince\b{WITHIN}{{0,90}}$", re.I)
        heading = HeadingWords(load_day_words(lexicon), tuple(words["bulletins"]))
        return cls(
            said,
            found,
            begun,
            running,
            told,
            tolling,
            rising,
            hours,
            outlasting,
            lasting,
            uncovering,
            remains,
            recording,
            incidents,
            clause,
            heading,
            comparing,
            likened(words["likened"], lexicon.table("times", "numbers")),
        )
