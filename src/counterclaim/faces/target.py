"""What `show` is asked for: PAGE:OFFSET, or the id of a claim or statement, to the words in context."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType

from counterclaim.errors import NotFoundError
from counterclaim.faces.excerpt import claim_excerpt, claims_at, statement_excerpt, statements_at
from counterclaim.faces.wording import page_names
from counterclaim.model import Page

SHORTEST = 4  # characters of an id that may stand for the whole


def excerpts(target: str, pages: Sequence[Page]) -> RenderableType:
    """All that stands at the target; raises NotFoundError, with what to try, when nothing does."""
    names = page_names([p.document for p in pages])
    name, colon, offset = target.rpartition(":")
    if colon and offset.isdecimal():
        page = _page(name, pages, names)
        return Group(*_at(page, int(offset), names[page.document.id]))
    return Group(*_with_id(target, pages, names))


def _page(name: str, pages: Sequence[Page], names: dict[str, str]) -> Page:
    exact = [p for p in pages if name in (p.document.id, names[p.document.id])]
    found = exact or [p for p in pages if len(name) >= SHORTEST and p.document.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(f"{name!r} may be any of {len(found)} pages: give more of the id")
    some = ", ".join(sorted(names.values())[:8])
    raise NotFoundError(f"no page is called {name!r}; there are {len(pages)}: {some}{' …' if len(pages) > 8 else ''}")


def _at(page: Page, offset: int, name: str) -> list[RenderableType]:
    claims = [claim_excerpt(c, page, name) for c in claims_at(page, offset)]
    if claims:
        return claims
    statements = [statement_excerpt(s, page, name) for s in statements_at(page, offset)]
    if statements:
        return statements
    starts = [c.span.start for c in page.claims]
    near = f"; the nearest claim is {name}:{min(starts, key=lambda s: abs(s - offset))}" if starts else ""
    raise NotFoundError(f"nothing is claimed or stated at {name}:{offset}{near}")


def _with_id(target: str, pages: Sequence[Page], names: dict[str, str]) -> list[RenderableType]:
    if len(target) >= SHORTEST:
        claims = [(c, p) for p in pages for c in p.claims if c.id.startswith(target)]
        statements = [(s, p) for p in pages for s in p.statements if s.id.startswith(target)]
        if claims:
            return [claim_excerpt(c, p, names[p.document.id]) for c, p in claims]
        if statements:
            return [statement_excerpt(s, p, names[p.document.id]) for s, p in statements]
    raise NotFoundError(f"no claim or statement has the id {target!r}; a place is written PAGE:OFFSET")
