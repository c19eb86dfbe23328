"""Whether a page is a post or a channel's run of posts, whose lines end without full stops."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.layout.drafts import Draft
from counterclaim.model import Document

PLATFORM = re.compile(
    r"telegram|twitter|facebook|instagram|whatsapp|\bvkontakte\b|\bt\.me/|\bvk\.com/|\bx\.com/|\bfb\.com/|\bx \(|^x:",
    re.IGNORECASE,
)
AROUND = re.compile(  # what such a platform prints around a post
    r"[\d.,\s]+[KM]?\s(?:subscribers|followers|members)$|Forwarded from |Seen by \d|.{1,40}· Public$|t\.me/\w"
    r"|Translated from |Show more$|See translation$"
)
LONG = 8  # words of a line that says something
FEWEST = 2  # lines without a full stop


def is_post(document: Document, drafts: Sequence[Draft], last: int) -> bool:
    """Whether a platform is named or its marks stand on the page, or most lines down to `last` have no full stop."""
    if PLATFORM.search(document.outlet or "") or PLATFORM.search(document.url or ""):
        return True
    if any(AROUND.match(d.line.text) for d in drafts):
        return True
    telling = [d.line for d in drafts[: last + 1] if d.role is None and d.line.words >= LONG]
    open_ended = sum(not line.is_stopped for line in telling)
    return open_ended >= FEWEST and 2 * open_ended >= len(telling)
