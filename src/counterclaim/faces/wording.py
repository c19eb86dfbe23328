"""Names and words as people see them: page names, voices, and text from pages made safe to show."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePath

from counterclaim.model import Claim, Document, one_line

HASH = re.compile(r"[0-9a-f]{16}")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))  # marks without shape or effect
LONGEST = 40  # characters of a page's name
JUDGED = "✎"  # the sign of what rests on a person's judgement
OWN_WORD = "the page itself"
UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})  # controls, bidirectional overrides, surrogates


def printable(text: str) -> str:
    """Text from a page on one line, with whatever could steer a terminal or turn the writing round replaced by `�`."""
    seen = one_line(text.translate(INVISIBLE))
    return "".join("�" if unicodedata.category(c) in UNSAFE else c for c in seen)


def page_names(documents: Iterable[Document]) -> dict[str, str]:
    """A short name for each page by its id: the id it was given, else its file's name, else the start of its hash.

    Of a longer one stands the beginning, with the start of its hash behind "~".
    """
    documents = list(documents)
    wished = {d.id: _shortened(_wished(d)) for d in documents}
    taken = Counter(wished.values())
    return {id_: name if taken[name] == 1 else f"{name}~{id_[:6]}" for id_, name in wished.items()}


def _wished(document: Document) -> str:
    if not HASH.fullmatch(document.id):
        return printable(document.id)
    stem = PurePath(document.source).stem if document.source and document.source != "-" else ""
    return printable(stem) or document.id[:8]


def _shortened(name: str) -> str:
    """The name itself, or its beginning and what tells it from others that begin so; a screen is 80 columns wide."""
    if len(name) <= LONGEST:
        return name
    mark = f"~{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"
    return name[: LONGEST - len(mark)] + mark


def voice_name(voice: str | None) -> str:
    """The voice as the screen shows it."""
    return printable(voice) if voice else OWN_WORD


def chain(claim: Claim, document: Document) -> str:
    """From the voice through the relays to the outlet: "the ministry → Interfax → Daily", each named once."""
    links = [voice_name(claim.voice) if claim.voice else None, *map(printable, claim.relays)]
    outlet = printable(document.outlet) if document.outlet else "outlet unknown"
    told = [*filter(None, links)]
    return " → ".join(told if told[-1:] == [outlet] else [*told, outlet])
