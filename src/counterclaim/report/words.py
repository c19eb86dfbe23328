"""Days, counts and degrees of exactness in the words of the report."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.linking.revisions import moment
from counterclaim.linking.titles import day_words
from counterclaim.model import Interval, Place, Verdict
from counterclaim.report.markup import Html, el, join

WHERE = {
    1: "the place itself",
    2: "near it",
    3: "somewhere in the district",
    4: "somewhere in the province",
    5: "somewhere in the region or along a line",
    6: "somewhere in the country",
    7: "on water or in the air",
}
VERDICT_CLASS = {
    Verdict.AGREE: "agree",
    Verdict.REVISED: "revised",
    Verdict.OTHER_NUMBER: "other",
    Verdict.DENIED: "denied",
    Verdict.RIVAL: "rival",
}


def counted(n: int, word: str, plural: str = "") -> str:
    """How many there are of something: 3 pages, 1 page."""
    return f"{n:,} {word if n == 1 else plural or word + 's'}"


def told_on(published: str | None) -> Html:
    """A time of publication as an element that machines can read; the hour where it is given."""
    found = moment(published) if published else None
    if published is None or found is None:
        return el("span", published or "date unknown", cls="undated")
    when, to_hour = found
    day = day_words(Interval(when.date().isoformat(), when.date().isoformat()))
    shown = f"{day}, {when:%H:%M} UTC" if to_hour else day
    return el("time", shown, datetime=published)


def kept_together(title: str) -> str:
    """A heading in which no line begins with the point between two parts."""
    return title.replace(" ·", "\u00a0·")


def exactness(place: Place) -> str:
    """How exactly a place is known, in words."""
    return WHERE.get(place.precision or 0, "how exactly is not known")


def sign(mark: str, words: str, kind: str) -> Html:
    """A verdict or relation: its sign and its word; the sign is left out where text is read aloud."""
    return el(
        "span",
        el("span", mark, cls="sign", aria_hidden="true"),
        " ",
        el("span", words, cls="word"),
        cls=f"verdict {kind}",
    )


def verdict(found: Verdict, rest: str = "") -> Html:
    """A verdict by its sign and word."""
    return sign(found.sign, found.value + rest, VERDICT_CLASS.get(found, "single"))


def facts(pairs: Iterable[tuple[str, Html | str | None]], cls: str = "facts") -> Html:
    """A list of names and values; what has no value is left out."""
    rows = [el("div", el("dt", name), el("dd", value)) for name, value in pairs if value]
    return el("dl", join(*rows), cls=cls) if rows else Html("")
