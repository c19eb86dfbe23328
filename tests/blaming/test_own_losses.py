"""Whom a party cannot have killed: its own men, told as such."""

import pytest


def bearer(page, words):
    return next(c.party for c in page.claims if c.span.exact == words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Turkish jets struck PKK hideouts near Orlu after a Turkish soldier was killed there.", "a Turkish soldier"),
        (
            "The army of Pakistan said it bombed hideouts near Orlu. The army says it has killed 900 insurgents and"
            " lost 86 soldiers since it launched its offensive.",
            "86 soldiers",
        ),
        ("The Islamic State killed six soldiers and lost 12 fighters near Orlu.", "12 fighters"),
    ],
)
def test_a_party_does_not_bear_its_own_losses(read, text, words):
    assert bearer(read(text), words) is None


def test_it_bears_those_of_others(read):
    page = read("The Russian army shelled Orlu, killing nine Ukrainian soldiers, officials said.")
    assert bearer(page, "nine Ukrainian soldiers") == "Russia"
