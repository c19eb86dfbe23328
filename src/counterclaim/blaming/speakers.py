"""For which party those speak in whose words a blame stands: "we", "our forces", the page of an army itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from counterclaim.model import Party, Span, Statement
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse

UNNAMED = "unnamed: "
PRESS = frozenset({"agency", "media"})
OUR = "our"
OTHERS = frozenset({"it", "its", "they", "their", "them", "he", "his"})  # in nobody's words they mean no house
HANDLE = "official"  # at the end of an account's name


class Speakers:
    """The speakers of one page; `accountable` is the party that bears the blame for what another does."""

    def __init__(
        self,
        parse: Parse,
        statements: Sequence[Statement],
        catalogue: Catalogue,
        outlet: str | None,
        offices: frozenset[str],
        accountable: Callable[[Party | None], Party | None],
    ) -> None:
        self._parse = parse
        self._statements = statements
        self._catalogue = catalogue
        self._outlet = outlet
        self._offices = offices
        self._accountable = accountable

    def first_person(self, i: int) -> Party | None:
        """Whom "we" means: the party that the speaker stands for, in nobody's words the outlet's."""
        at = self._parse.span(i, i + 1)
        said = [s for s in self._statements if any(c.covers(at) for c in s.content)]
        if not said:
            word = self._parse.tokens[i].lower
            return None if word in OTHERS else self._house(word == OUR)
        name = self._innermost(said).parties[0][0]
        return self._accountable(self._catalogue.lookup(name)) if name else None

    def is_told(self, i: int) -> bool:
        """Whether a token stands in the words of a statement."""
        at = self._parse.span(i, i + 1)
        return any(c.covers(at) for s in self._statements for c in s.content)

    def office(self, i: int) -> range:
        """The words for the nameless one in whose words a token stands: "a military source"."""
        at = self._parse.span(i, i + 1)
        said = [s for s in self._statements if any(c.covers(at) for c in s.content)]
        nameless = [s for s in said if s.source and (s.party or UNNAMED).startswith(UNNAMED)]
        source = self._innermost(nameless).source[0] if nameless else None
        first = self._parse.at(source.start) if source else None
        last = self._parse.at(source.end - 1) if source else None
        return range(first.index, last.index + 1) if first and last else range(0)

    @staticmethod
    def _innermost(said: Sequence[Statement]) -> Statement:
        return min(said, key=lambda s: sum(len(c.exact) for c in s.content))

    def speaking(self, i: int) -> Party | None:
        """The party of the statement that has the token in the words for its source: "the ministry in Tarn said it"."""
        at = self._parse.span(i, i + 1)
        return next((p for s in self._statements if (p := self._of(s, at))), None)

    def _of(self, statement: Statement, at: Span) -> Party | None:
        if not any(source.covers(at) for source in statement.source):
            return None
        name = statement.party or UNNAMED
        return None if name.startswith(UNNAMED) else self._accountable(self._catalogue.lookup(name))

    def _house(self, ours: bool) -> Party | None:
        """Whose page it is: an army's, a ministry's or an armed group's own, of "ours" also that of a side's press."""
        return self._accountable(self._side if ours else self._outlets)

    def force(self, country: str | None) -> Party | None:
        """Whose "the army" is on a page of its own; an armed group's press calls so the group's in its country."""
        if self._outlets and self._outlets.kind in PRESS:
            ruling = self._side and self._side.kind == "armed_group" and self._side.country == country
            return self._side if ruling else None
        if self._outlets and self._outlets.kind == "state":  # a town's paper, by the name of the town
            return None
        return self._accountable(self._outlets)

    @cached_property
    def _side(self) -> Party | None:
        """The outlet's party, for a side's press this side."""
        if self._outlets and self._outlets.kind in PRESS:
            return self._catalogue.lookup(self._outlets.side) if self._outlets.side else None
        return self._outlets

    @cached_property
    def _outlets(self) -> Party | None:
        """The outlet as a party, also by what stands before its office: "Rurian Army Media Centre"."""
        words = (self._outlet or "").removeprefix("@").split()
        while words:
            name = " ".join(words)
            if party := self._catalogue.lookup(name) or self._catalogue.lookup(name.removesuffix(HANDLE).upper()):
                return party
            if words.pop().lower() not in self._offices:
                return None
        return None
