"""Counts that a sentence calls untrue are denied, and those beside them are not."""

from collections.abc import Callable

import pytest

from counterclaim.model import Page

Read = Callable[[str], Page]

DENIALS = [
    "It is not true that 40 people died in Orla, the army said.",
    "The army said it was not true that 40 people had died in Orla.",
    "Reports that 40 people had died in Orla are false, the army said.",
    "The army said reports that 40 people had died in Orla were untrue.",
    "The army called reports that 40 people had died in Orla false.",
    "The army rejected reports that 40 people had died in Orla.",
    "The army dismissed as baseless a report that 40 people had died in Orla.",
    "The army denied reports that 40 people had died in Orla.",
]


def killed(page: Page) -> list[tuple[int | None, str | None, str]]:
    return [(c.low, c.voice, c.polarity) for c in page.claims if c.aspect == "killed"]


@pytest.mark.parametrize("text", DENIALS)
def test_what_is_called_untrue_is_denied_by_whoever_calls_it_so(read: Read, text: str) -> None:
    ((low, voice, polarity),) = killed(read(text))
    assert (low, polarity) == (40, "denies")
    assert voice is not None and voice.endswith("army")


@pytest.mark.parametrize(
    "text",
    [
        "The army said 40 people had died in Orla and called other figures false.",
        "It is true that 40 people died in Orla, the army said.",
        "Reports of a raid were false, but 40 people died in a fire in Orla, the army said.",
        "The army said 40 people died in Orla, which the governor called a false statement.",
    ],
)
def test_what_stands_beside_an_untruth_is_told(read: Read, text: str) -> None:
    assert {polarity for _, _, polarity in killed(read(text))} == {"affirms"}
