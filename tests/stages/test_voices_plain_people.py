"""Voices that are plain people: who give their own name, are told of by rank and place, are cited by houses."""

import pytest


def voices(page, aspect="killed"):
    return [c.voice for c in page.claims if c.aspect == aspect]


@pytest.mark.parametrize(
    "source",
    [
        "An eyewitness, who simply identified himself as Osmo,",
        "A resident, who gave her name only as Osmo,",
        "Another villager, who asked to be identified as Osmo,",
    ],
)
def test_a_name_that_one_gives_is_his(read, source):
    page = read(f'{source} said four persons were killed in Orlu. "They took away eleven girls," she said.')
    assert voices(page) == ["Osmo"]


def test_he_is_who_gave_his_name(read):
    page = read(
        'An eyewitness, who identified himself as Osmo, said a raid hit Orlu. "Six people died there," he added.'
    )
    assert voices(page) == ["Osmo"]


def test_whom_a_source_identifies_is_not_the_source(read):
    page = read("A resident told police, who identified the gunman as Osmo, that four people were killed in Orlu.")
    assert voices(page) == ["unnamed: resident"]


def test_who_is_the_named_one_and_not_what_he_is_called(read):
    page = read('"I found his shoes," said Osmo Varn, an uncle, who says he lost six relatives.')
    assert voices(page) == ["Osmo Varn"]


def test_one_of_many_in_a_place_has_no_name(read):
    page = read("A police captain in Orlu province said that six people had died.")
    assert voices(page) == ["unnamed: police captain in Orlu province"]


@pytest.mark.parametrize("citing", ["reported citing police", "reported quoting officials", "said, citing a doctor"])
def test_whom_a_house_cites_is_the_voice(read, citing):
    (claim,) = (c for c in read(f"Twenty people were killed in Orlu, Reuters {citing}.").claims if c.aspect == "killed")
    assert claim.voice == "unnamed: " + citing.split()[-1]
    assert claim.relays == ("Reuters",)


@pytest.mark.parametrize(
    "text",
    [
        'Rami Abdel Rahman of the Syrian Observatory for Human Rights told Reuters so. "We have nine dead," he said.',
        'An officer confirmed the toll to Reuters.\n\n"We have nine dead," he added.',
        "A source disclosed to Reuters that nine people were killed in Orlu.",
    ],
)
def test_what_he_goes_on_to_tell_reaches_the_page_as_it_began(read, text):
    (claim,) = (c for c in read(text).claims if c.aspect == "killed")
    assert claim.relays == ("Reuters",)


@pytest.mark.parametrize(
    ("text", "voice", "relays"),
    [
        (
            "SANA, citing a police source, reported that nine men were killed in Orlu.",
            "unnamed: police source",
            ("SANA",),
        ),
        ("Reuters said police had counted nine dead in Orlu.", "unnamed: police", ("Reuters",)),
        ("An officer said on Al Jazeera that nine men were killed in Orlu.", "unnamed: officer", ("Al Jazeera",)),
        ("An officer said on Monday that nine men were killed in Orlu.", "unnamed: officer", ()),
    ],
)
def test_through_whom_a_plain_word_came(read, text, voice, relays):
    (claim,) = (c for c in read(text).claims if c.aspect == "killed")
    assert (claim.voice, claim.relays) == (voice, relays)
