"""A town and a dash before a report say where it was written from, where the report names its own place."""

LEAD = "Gunmen kill 20 in Nigeria\n\n"


def test_a_town_and_a_dash_before_a_report_are_a_dateline(read):
    text = (
        f"{LEAD}Maiduguri — At least 20 people were killed on Monday when gunmen attacked the village of Zabarmari in "
        "Borno State, officials said. Thirty people were injured and taken to Maiduguri."
    )
    assert {c.place.name for c in read(text, published="2021-05-04").claims} == {"Zabarmari"}


def test_a_town_and_a_dash_before_items_are_where_it_happened(read):
    text = (
        "Maiduguri — At least 20 people were killed on Monday when gunmen attacked a market, officials said on Tuesday.\n"
        "Konduga — Five people were killed on Monday when a mine went off under a bus, officials said on Tuesday."
    )
    assert [c.place.name for c in read(text, published="2021-05-04").claims if c.aspect == "killed"] == [
        "Maiduguri",
        "Konduga",
    ]


def test_what_a_headline_calls_by_its_country_is_no_village_of_that_name(read):
    text = "Nigeria village massacre leaves 20 dead\n\nGunmen killed 20 people in Zabarmari, officials said on Monday."
    assert {c.place.name for c in read(text, published="2021-05-04").claims} == {"Zabarmari"}
