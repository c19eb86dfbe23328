"""Those who take part in a deed, and charges that are called untrue."""

import pytest


def blamed(page):
    return {(c.party, c.polarity) for c in page.claims if c.aspect == "responsibility"}


@pytest.mark.parametrize(
    "text",
    [
        "With the support of Turkish drones the SDF stormed a farm near Orlu and took two herders away.",
        "The SDF stormed a farm near Orlu with Turkish air support and took two herders away.",
    ],
)
def test_those_with_whose_support_it_was_done_did_it_too(read, text):
    assert blamed(read(text)) == {("Syrian Democratic Forces", "affirms"), ("Turkey", "affirms")}


def test_help_of_nobody_in_particular_adds_no_one(read):
    page = read("The Turkish army shelled Orlu with the help of residents, killing nine people.")
    assert blamed(page) == {("Turkey", "affirms")}


@pytest.mark.parametrize(
    "text",
    [
        "The allegation that the aircraft of the Turkish Air Force hit a hospital in Orlu is a lie.",
        '"The statements about strikes of Turkish aviation on a camp are untrue," the Turkish army said.',
    ],
)
def test_what_is_called_untrue_is_denied(read, text):
    assert blamed(read(text)) == {("Turkey", "denies")}
