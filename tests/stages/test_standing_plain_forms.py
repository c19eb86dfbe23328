"""On whose word counts stand in the plain forms of newsrooms."""

import pytest

ALL = {
    "the rest of a sentence": (
        "A drone hit a bus in Orla, officials said, killing nine and wounding six.",
        "officials",
    ),
    "what it comes to": (
        "Officials said nine people died in Orla, which brings the toll to 60 since May.",
        "officials",
    ),
    "put at": ("Officials put their losses since the start of the raid at nine killed and six wounded.", "officials"),
    "two that are put": ("Officials put the dead at nine and the wounded at six.", "officials"),
    "admitted": ("Rebels admitted to the loss of nine men in Orla.", "rebels"),
    "a version": ("In the rebels' version, nine men died in Orla.", "rebels"),
    "source in brackets": ("Nine people died in Orla (source: officials).", "officials"),
    "the counted give no toll": ("Officials said nine people died, putting the number of wounded at six.", "officials"),
    "claimed": ("The rebels claimed nine soldiers were killed.", "rebels"),
    "tracked": ("The officials tracked nine people killed in Orla.", "officials"),
    "claimed killed": ("The rebels claimed nine soldiers killed in Orla.", "rebels"),
    "claims to have": ("The rebels claim to have killed nine soldiers.", "rebels"),
    "those there": ("Nine people have been killed in Orla, officials there say.", "officials there"),
}


@pytest.mark.parametrize(("text", "voice"), ALL.values(), ids=ALL)
def test_every_count_stands_on_that_word(read, text, voice):
    counts = [c.voice for c in read(f"{text} The road was closed.").claims if c.aspect in ("killed", "injured")]
    assert counts and set(counts) == {f"unnamed: {voice}"}


@pytest.mark.parametrize("speaker", ["consultant", "sheikh", "youth", "clerk", "constable", "informant", "parent"])
def test_whoever_is_human_can_speak(read, speaker):
    (claim,) = read(f"A {speaker} said nine people died in Orla.").claims
    assert claim.voice == f"unnamed: {speaker}"


@pytest.mark.parametrize("speakers", ["recruits", "clerics in Orla", "nomads", "pupils"])
def test_and_so_can_many(read, speakers):
    (claim,) = read(f"On Monday {speakers} said nine people died in Orla.").claims
    assert claim.voice is not None


@pytest.mark.parametrize(
    "text",
    [
        "An air strike killed nine people in Orla on Sunday, police said, five of them in one house.",
        "An air strike killed nine people in Orla on Sunday, police said, among them five children.",
        "The police verified nine civilian deaths in Orla.",
    ],
)
def test_every_count_of_a_page_of_one_sentence_stands_on_that_word(read, text):
    assert {c.voice for c in read(text).claims if c.aspect == "killed"} == {"unnamed: police"}
