"""Whom "a monitor" means where no list has it, or only by a noun."""


def voices(page):
    return [s.voice for s in page.statements]


def test_a_monitor_that_no_list_knows_is_named_further_on(read):
    page = read(
        "A shell killed nine people in Orla on Sunday, a monitoring group said. "
        "The Orla Institute for Human Rights said that the shell hit a market."
    )
    assert voices(page)[0] == voices(page)[1]
    assert voices(page)[0].endswith("Orla Institute for Human Rights")


def test_the_observatory_is_that_of_the_country(read):
    page = read(
        "Rockets killed nine people in northern Syria, a monitor said. "
        "Two more people died in Syria's Homs, the Observatory said."
    )
    assert set(voices(page)) == {"Syrian Observatory for Human Rights"}


def test_capitals_of_a_headline_make_no_name_of_a_monitoring_group(read):
    page = read(
        "Army ambush kills 62 rebels near Homs: Monitoring Group\n\n"
        "Sixty-two rebels were killed in an ambush on Wednesday, the Syrian Observatory for Human Rights said."
    )
    assert set(voices(page)) == {"Syrian Observatory for Human Rights"}


def test_a_country_before_it_makes_no_name_of_a_monitor(read):
    page = read(
        "Sudan monitor says raids kill 22 in a school\n\n"
        "The Kordofan Rights Watch said on Monday that raids killed at least 22 people in a village."
    )
    assert set(voices(page)) == {"Kordofan Rights Watch"}


def test_a_monitor_before_a_byline_is_no_outlet(read):
    page = read(
        "Syria forces execute 10 children of alleged rebels Monitor AFP Saturday 21 Feb 2015 Ten children were among "
        "48 people killed in a village this week, the Syrian Observatory for Human Rights said."
    )
    assert set(voices(page)) == {"Syrian Observatory for Human Rights"}
