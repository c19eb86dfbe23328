"""What an export is made of, and what every format says alike: names, addresses, clean text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import quote

from counterclaim.model import RESPONSIBILITY, Account, Answer, Claim, Document, Incident, Page, Party, Reuse, one_line

URN = "urn:counterclaim:"
UNNAMED = "unnamed: "
# Half a surrogate pair, which no file can hold, and control characters, which many formats refuse.
UNSAFE = re.compile(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
PLAIN = "%!$&'()*+,;=:@/?#[]~-._"  # signs that may stand in an address as they are
UNBALANCED = str.maketrans({"[": "%5B", "]": "%5D"})
COUNTS = {"exactly": "{}", "at least": "at least {}", "at most": "at most {}", "about": "about {}"}


@dataclass(frozen=True)
class Case:
    """Pages with what they claim, the incidents made of them, what they share, and what people say of all this.

    `accounts` and `reuse` are there only where the format asks for them. `lookup` knows parties by name; `reader` names
    the program and models that read the pages.
    """

    pages: tuple[Page, ...]
    incidents: tuple[Incident, ...] = ()
    accounts: tuple[Account, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    answers: tuple[Answer, ...] = ()
    reader: str = ""
    lookup: Callable[[str], Party | None] = field(default=lambda name: None, compare=False)

    @cached_property
    def incident_of(self) -> Mapping[str, str]:
        """By the id of a claim, the id of its incident."""
        return {c.id: incident.id for incident in self.incidents for c in incident.claims}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The pages by id."""
        return {p.document.id: p.document for p in self.pages}

    def claims(self) -> Iterator[tuple[Claim, Document]]:
        """Every claim with its page, page by page, in reading order."""
        return ((c, p.document) for p in self.pages for c in p.claims)


def urn(*parts: object) -> str:
    """A name that is the same on every machine, for what has no address: "urn:counterclaim:claim:…"."""
    return URN + ":".join(quote(clean(str(part)), safe="") for part in parts)


def address(url: str | None) -> str | None:
    """A web address without anything that does not belong in one; None for what is no such address ("javascript:")."""
    if not url or not WEB.match(url):
        return None
    scheme, rest = clean(url).split("://", 1)
    return f"{scheme.lower()}://{quote(rest, safe=PLAIN).translate(UNBALANCED)}"


def clean(text: str) -> str:
    """The text with U+FFFD for what no file should hold; as long as before, so that offsets stay."""
    return UNSAFE.sub("\ufffd", text)


def cleaned(value: Any) -> Any:
    """The same for every string in lists and dicts."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return [cleaned(item) for item in value]
    if isinstance(value, dict):
        return {k: cleaned(v) for k, v in value.items()}
    return value


def compact(value: Any) -> str:
    """A value as JSON on one line; equal values give the same characters."""
    return json.dumps(cleaned(value), ensure_ascii=False, separators=(",", ":"))


def listed(items: Iterable[Any]) -> Iterator[str]:
    """The items of a JSON list, each on a line of its own, with the commas between them."""
    for n, item in enumerate(items):
        yield f"{',' if n else ''}{compact(item)}\n"


def present(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without what is unknown."""
    return {k: v for k, v in row.items() if v is not None and v not in ([], "")}


def sentence(claim: Claim) -> str:
    """What a claim says, in plain words: "killed: at least 12 civilians, says X (via Y), hedged"."""
    if claim.aspect == RESPONSIBILITY:
        told = f"responsible: {'not ' if claim.polarity == 'denies' else ''}{claim.party or claim.span.exact}"
    else:
        whom = f" {claim.who}" if claim.who and claim.bound != "vague" else ""
        told = f"{claim.aspect}: {'denied, ' if claim.polarity == 'denies' else ''}{figure(claim)}{whom}"
    via = f" (via {', '.join(claim.relays)})" if claim.relays else ""
    sure = "" if claim.certainty == "certain" else f", {claim.certainty}"
    return one_line(f"{told}, says {claim.voice or 'the page itself'}{via}{sure}")


def figure(claim: Claim) -> str:
    """The value of a count in words: "at least 12", "12 to 20"; the page's own where it is vague."""
    if claim.bound == "between":
        return f"{claim.low} to {claim.high}"
    value = claim.high if claim.bound == "at most" else claim.low
    form = COUNTS.get(claim.bound or "")
    return one_line(claim.span.exact) if form is None or value is None else form.format(value)


def named(voice: str | None) -> str | None:
    """A voice that has a name; None for the page itself and for "unnamed: medics"."""
    return None if voice is None or voice.startswith(UNNAMED) else voice
