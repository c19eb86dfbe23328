"""Places of counts in the plain forms of reports: hospitals elsewhere, directions, shares with their own parts."""

import pytest

BEFORE = "Shells killed nine people in the town of Kupiansk on Sunday. "
ALL = {
    "taken to hospital in another town": (
        BEFORE + "Some 50 people were injured in the attack, and taken to hospital in Izium.",
        ["Kupiansk", "Kupiansk"],
    ),
    "hurt and evacuated": (BEFORE + "Eighteen others were injured and evacuated to Izium.", ["Kupiansk", "Kupiansk"]),
    "hurt and flown": (BEFORE + "Eighteen others were wounded and flown to Izium.", ["Kupiansk", "Kupiansk"]),
    "told where the wounded were treated": (
        BEFORE + "Residents of Izium, where the wounded were treated, said 30 people had been hurt.",
        ["Kupiansk", "Kupiansk"],
    ),
    "a region that lies west of a town": (
        "Gunmen killed 22 soldiers in Niger near the border with Mali, the ministry said. "
        '"A unit fell into an ambush on Saturday in the Tillabéri region, west of Niamey," it said.',
        ["Tillabéri region"],
    ),
    "shares with parts of their own": (
        "Soldiers killed 44 people, including 20 children, in Tarn village, and 179 people, including 36 children, "
        "in the nearby Lowmere village.",
        ["Tarn village", "Tarn village", "Lowmere village", "Lowmere village"],
    ),
    "where a shell was fired from": (
        BEFORE + "The shells were fired from a base in Izium. On April 2, six people were killed in the same town.",
        ["Kupiansk", "Kupiansk"],
    ),
    "where a convoy went": (
        BEFORE + "The shells hit a convoy heading from Balakliia to Izium. Two women were also among the dead.",
        ["Kupiansk", "Kupiansk"],
    ),
    "a part that was elsewhere": (
        "Shells killed nine people, including four in Tarn village, and wounded six in Lowmere village.",
        [None, "Tarn village", "Lowmere village"],
    ),
}


@pytest.mark.parametrize(("text", "places"), ALL.values(), ids=ALL)
def test_places_of_plain_forms(read, text, places):
    found = sorted((c for c in read(text).claims if c.aspect in ("killed", "injured")), key=lambda c: c.span.start)
    given = [c.place and c.place.name for c in found]
    assert len(given) == len(places)
    assert all(want in (None, got) for got, want in zip(given, places, strict=True)), given


@pytest.mark.parametrize("label", ["Toll", "Result", "Balance", "Army", "Overall", "Military", "Key facts"])
def test_a_label_of_what_follows_is_no_place(read, label):
    assert all(c.place is None for c in read(f"{label}: 12 killed and 30 wounded.").claims)
