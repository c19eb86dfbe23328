"""What `show` is asked for: PAGE:OFFSET, or the id of a claim or statement, to the words in context."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType

from counterclaim.errors import NotFoundError
from counterclaim.faces.copies import reuse_lines
from counterclaim.faces.excerpt import claim_excerpt, claims_at, statement_excerpt, statements_at
from counterclaim.faces.judged import claim_lines
from counterclaim.faces.wording import page_names
from counterclaim.model import NOTHING_JUDGED, Claim, Judged, Page, Reuse

SHORTEST = 4  # characters of an id that may stand for the whole


@dataclass(frozen=True)
class _Shelf:
    """The pages to look in, their names, and what they have in common."""

    pages: Sequence[Page]
    names: dict[str, str]
    reuse: Sequence[Reuse]
    judged: Judged

    def excerpt(self, claim: Claim, page: Page) -> RenderableType:
        """A claim in its words."""
        name = self.names[page.document.id]
        judged = claim_lines(claim, self.judged, self.names)
        return claim_excerpt(claim, page, name, reuse_lines(claim, self.reuse, self.names), judged)


def excerpts(
    target: str,
    pages: Sequence[Page],
    reuse: Sequence[Reuse] = (),
    judged: Judged = NOTHING_JUDGED,
    names: dict[str, str] | None = None,
) -> RenderableType:
    """All that stands at the target; raises NotFoundError, with what to try, when nothing does.

    `pages` are those that were read, `reuse` is what they have in common word for word, and `judged` what people say of
    them: the claims are shown as they were read, with the judgements below. `names` are those of all pages by their
    ids, where `pages` are only some of them.
    """
    names = page_names([p.document for p in pages]) if names is None else names
    shelf = _Shelf(pages, names, reuse, judged)
    name, colon, offset = target.rpartition(":")
    if colon and offset.isdecimal():
        there = {p.document.id: p for p in pages}
        return Group(*_at(there[page_called(name, there, names)], int(offset), shelf))
    return Group(*_with_id(target, shelf))


def page_called(name: str, ids: Iterable[str], names: Mapping[str, str]) -> str:
    """Which of these pages has this name or id, or an id that begins so; `names` are those of all pages by their ids.

    Raises NotFoundError when none has, or several.
    """
    ids = list(ids)
    exact = [id_ for id_ in ids if name in (id_, names[id_])]
    found = exact or [id_ for id_ in ids if len(name) >= SHORTEST and id_.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(f"{name!r} may be any of {len(found)} pages: give more of the id")
    raise _no_page(name, names)


def _no_page(name: str, names: Mapping[str, str]) -> NotFoundError:
    """The error for a page that nobody knows by this name; `names` are those that there are."""
    some = ", ".join(sorted(names.values())[:8])
    return NotFoundError(f"no page is called {name!r}; there are {len(names)}: {some}{' …' if len(names) > 8 else ''}")


def _at(page: Page, offset: int, shelf: _Shelf) -> list[RenderableType]:
    claims = [shelf.excerpt(c, page) for c in claims_at(page, offset)]
    if claims:
        return claims
    name = shelf.names[page.document.id]
    statements = [statement_excerpt(s, page, name) for s in statements_at(page, offset)]
    if statements:
        return statements
    starts = [c.span.start for c in page.claims]
    near = f"; the nearest claim is {name}:{min(starts, key=lambda s: abs(s - offset))}" if starts else ""
    raise NotFoundError(f"nothing is claimed or stated at {name}:{offset}{near}")


def _with_id(target: str, shelf: _Shelf) -> list[RenderableType]:
    if len(target) >= SHORTEST:
        claims = [(c, p) for p in shelf.pages for c in p.claims if c.id.startswith(target)]
        statements = [(s, p) for p in shelf.pages for s in p.statements if s.id.startswith(target)]
        if claims:
            return [shelf.excerpt(c, p) for c, p in claims]
        if statements:
            return [statement_excerpt(s, p, shelf.names[p.document.id]) for s, p in statements]
    raise NotFoundError(f"no claim or statement has the id {target!r}; a place is written PAGE:OFFSET")
