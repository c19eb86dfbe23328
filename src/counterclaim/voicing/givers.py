"""Who gives a number by a plain verb: "The fund has 40,000 displaced", "the prefect deplores two dead"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.model import Attribution, Mention, Span
from counterclaim.syntax import Parse

PLACED = re.compile(r",? (?:in|at|from|for|of) (?:the )?")
GIVES = (
    r"(?:^|(?<=[.;:]\s)|(?<=\n)|(?<=[;,] )(?:and |but |while )?)"
    r"(?P<who>(?:[Tt]he |[Aa]n? )?[^\W\d_][^,;:.()\n\"“”]{1,60}?) (?P<cue>@tells@)"
    r"(?: of| in (?:his|her|its|their) turn)? (?P<said>(?:(?:@bounds@) )?[\"“]?(?:\d[\d,]*|@numbers@)\b[^.;\n]{0,120})"
)
LISTS = (
    r"(?:^|(?<=[.;:]\s)|(?<=\n))(?P<who>(?:[Tt]he )?[^\W\d_][^,;:.()\n\"“”]{1,60}?)"
    r"(?:,? for (?:its|his|their) part,?)? (?P<cue>@shows@)(?: on [^,;.\n]{2,20})? (?:a |the )?"
    r"(?P<said>(?:@lists_of@) of (?:the )?(?:(?:@bounds@) )?(?:\d[\d,]*|@numbers@)\b[^.;\n]{0,120})"
)
HAVING = frozenset({"has", "have"})
TELLERS = frozenset({"un", "ngo", "monitor", "ministry", "rescue", "other"})  # who count others' dead


class Givers:
    """Reads this shape; `words` are the lists of lexicons/…/voices.toml by name. Built once a lexicon."""

    def __init__(self, words: Mapping[str, Iterable[str]], speakers: frozenset[str]) -> None:
        lists = {name: "|".join(sorted(map(re.escape, found), key=len, reverse=True)) for name, found in words.items()}
        self._shapes = [re.compile(re.sub(r"@([a-z_]+)@", lambda m: lists[m[1]], shape)) for shape in (GIVES, LISTS)]
        self._speakers, self._shows = speakers, frozenset(words["shows"])

    def read(self, parse: Parse, mentions: Sequence[Mention]) -> Iterator[Attribution]:
        """What of a page's article has the shape."""
        named = {m.span.end: m for m in mentions if m.kind not in ("place", "people", "person")}
        for m in (m for shape in self._shapes for m in shape.finditer(parse.text)):
            if parse.at(m.start("who")) is not None and self._speaks(m, named):
                who, cue, said = (Span.of(parse.text, *m.span(name)) for name in ("who", "cue", "said"))
                yield Attribution((who,), (cue,), (said,), "indirect")

    def _speaks(self, m: re.Match[str], named: Mapping[int, Mention]) -> bool:
        """Whether those are somebody of whom one expects numbers; what houses of the sick have, they only have."""
        bare = PLACED.split(m["who"])[0]
        mention = named.get(m.start("who") + len(bare)) or named.get(m.end("who"))
        party = mention.party if mention else None
        if mention is not None and (m["cue"] in self._shows or (party is not None and party.kind in TELLERS)):
            return True
        return m["cue"] not in HAVING and bare.rpartition(" ")[2].lower() in self._speakers
