"""Kinds of people by their trade: those who heal, and an army's own."""

import pytest


@pytest.mark.parametrize(("noun", "who"), [("midwives", "medics"), ("commandos", "soldiers"), ("commando", "soldiers")])
def test_trades_tell_the_kind(read, noun, who):
    number = "Nine" if noun.endswith("s") else "One"
    page = read(f"{number} {noun} died in an attack on Orlu on Friday.")
    assert [c.who for c in page.claims if c.aspect == "killed"] == [who]
