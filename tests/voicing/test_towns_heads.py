"""The one head of a town goes by one name, however he is introduced; a place's people may have a body."""

import pytest

CLAIMS = {
    "mayor of": ("Nine people died, the mayor of Poltava, Ann Lee, said.", "Poltava mayor"),
    "possessive": ("Nine people died, Poltava's mayor said.", "Poltava mayor"),
    "title": ("Nine people died, Poltava Mayor Ann Lee said.", "Poltava mayor"),
    "office": ("Nine people died, the mayor's office in Poltava said.", "Poltava mayor"),
    "prefect": ("Nine people died, the prefect of Kaya, Ann Lee, said.", "Kaya prefect"),
    "as before": (
        "The Kaya governor spoke. Two fell ill, the Kaya governor said. Nine people died, the governor of Kaya said.",
        "Kaya governor",
    ),
    "miners": ("Nine people died, the Orla miners' association said.", "Orla miners' association"),
}


@pytest.mark.parametrize(("text", "voice"), CLAIMS.values(), ids=CLAIMS)
def test_the_name(read, text, voice):
    assert {c.voice for c in read(text).claims if "people" in c.span.exact} == {voice}
