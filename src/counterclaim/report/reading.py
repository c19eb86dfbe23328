"""How to read a report: its signs, words and figures, each in a sentence, for those who have nothing but the file."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model import GradeName, Verdict
from counterclaim.report.markup import Html, el
from counterclaim.report.words import facts, verdict

ANCHOR = "reading"
FIGURES = (
    ("page:445", "the words of a page, 445 characters after its beginning. A figure's link leads there, the words lead "
     "back to the figure"),
    ("≥17 · ≤40 · ~40 · 20–30", "at least 17, up to 40, about 40, between 20 and 30; 17 alone is exactly 17"),
    ("“dozens”", "the page gives no number: its own word"),
    ("not Upland Front", "the voice says that it was not they"),
    ("killed · children", "a part of those killed, as the page counts it; of these: a part of a number before it"),
    ("the page itself", "the outlet in brackets says so on its own word and names nobody for it"),
    ("unnamed: …", "somebody whom the page does not name"),
    ("(via …)", "through whom it came"),
    ("named voices", "how many different speakers with a name; those without one, and pages on their own word, do not "
     "count"),
)  # fmt: skip
STRUCK = "its own voice has since given another value"
VERDICTS = {
    Verdict.AGREE: "what two or more named voices now say can all be right at once; not that it is so",
    Verdict.REVISED: "one voice replaced its value by another: an update, which need not be right",
    Verdict.REPEATED: "several pages, one voice behind them all",
    Verdict.SINGLE: "one voice on one page, or nobody named; not that it is wrong",
    Verdict.OTHER_NUMBER: "what named voices now say cannot all be right; they may count other people, or later",
    Verdict.DENIED: "somebody denies it; not that the denial is true",
    Verdict.RIVAL: "voices name different parties",
}
BOUNDS = (
    "the lowest and the highest figure that stands, and the one that a rule prefers: that of a voice apart from all "
    "sides, else the one that can be right together with most others. Best is the rule's word, not a finding"
)
GRADE = "Airwars' words, given by rule from what is said; nobody has examined it, and a person gives grades"
GRADES = {
    GradeName.CONFIRMED: "a party says itself that it did it",
    GradeName.FAIR: "two or more independent voices tell of victims",
    GradeName.WEAK: "fewer than two such voices tell of any",
    GradeName.CONTESTED: "independent voices name different parties",
    GradeName.DISCOUNTED: "all who are counted were armed",
}


def reading_section() -> Html:
    """What each sign and word means, and what it does not mean."""
    return el("section", el("h3", "How to read it"), facts(_terms(), cls="terms"), id=ANCHOR)


def _terms() -> Iterator[tuple[Html | str, Html | str]]:
    yield from FIGURES
    yield el("del", "17"), STRUCK
    for found, told in VERDICTS.items():
        yield verdict(found), told
    yield "low, best, high", BOUNDS
    yield "suggested grade", GRADE
    for grade, told in GRADES.items():
        yield grade.value, told
