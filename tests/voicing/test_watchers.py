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
