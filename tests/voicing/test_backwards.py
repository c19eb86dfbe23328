"""Who told the sentences before, and on whose word something stands by a phrase that has no speaker."""

import pytest

SAID = {
    "this was reported": (
        "Six people died in Orla. This was reported by the Orla Rescue Service.",
        "Orla Rescue Service",
    ),
    "reported this": (
        "Six people died in Orla. The Orla Rescue Service reported this on Telegram.",
        "Orla Rescue Service",
    ),
    "the post": (
        '"Six people died," the post says. The Orla Rescue Service reported this on Telegram.',
        "Orla Rescue Service",
    ),
    "as clarified in": ("As clarified in the Orla Rescue Service, six people died.", "Orla Rescue Service"),
    "as per": ("Six people died as per the Orla Rescue Service.", "Orla Rescue Service"),
    "was told in": ("Six people died, Reuters was told in the Orla Rescue Service.", "Orla Rescue Service"),
    "with reference to": (
        "Six people died, Reuters reports with reference to the Orla Rescue Service.",
        "Orla Rescue Service",
    ),
    "nobody": ("Six people died in Orla. This was the third raid of the week.", None),
}


@pytest.mark.parametrize(("text", "voice"), SAID.values(), ids=SAID)
def test_the_voice_behind_six_dead(read, text, voice):
    assert {c.voice for c in read(text).claims if c.aspect == "killed"} == {voice}


@pytest.mark.parametrize("phrase", ["was told in", "reports with reference to"])
def test_the_house_that_was_told_passes_it_on(read, phrase):
    (claim,) = read(f"Six people died, Reuters {phrase} the Orla Rescue Service.").claims
    assert claim.relays == ("Reuters",)


def test_sentences_with_a_speaker_of_their_own_are_not_told_back(read):
    page = read("Six people died, doctors said. This was reported by the Orla Rescue Service.")
    assert [c.voice for c in page.claims] == ["unnamed: doctors"]
