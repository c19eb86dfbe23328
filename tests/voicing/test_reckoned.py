"""Whose count it is, and whose word what things show."""

import pytest

CLAIMS = {
    "put": ("Shells hit Orla on Friday. The Orla hospital put the wounded at 12.", "12", "Orla hospital"),
    "toll given by": ("The toll given by the village head was 26 dead.", "26 dead", "unnamed: village head"),
    "counted": ("Jets bombed Orla. The Tern Hospital, a mile away, counted 44 dead.", "44 dead", "Tern Hospital"),
    "recorded by": ("Since April, 3,500 deaths have been recorded by Orla Watch.", "3,500 deaths", "Orla Watch"),
    "by its count": (
        "By Amnesty International's count, 40 people were killed in Orla.",
        "40 people",
        "Amnesty International",
    ),
    "by one report": ("By one report, 13 people were killed in Orla.", "13 people", "unnamed: report"),
    "a man by name": ("The mayor of Orla counted nine bodies in the market.", "nine bodies", "Orla mayor"),
    "toll that one put": ("Raids hit Orla in a toll which the government put at 39.", "39", "government"),
    "toll of one's": ("Gunmen attacked Orla on Sunday. The government's toll is 39.", "39", "government"),
    "figures of one's": (
        "Fighting went on in Orla. The health ministry's latest figures show 39 dead.",
        "39 dead",
        "Health Ministry",
    ),
    "report of one's": ("Forty people died in Orla, the commission's report found.", "Forty people", "commission"),
    "toll of a name's": ("The UN's toll of 39 dead in Orla is too low.", "39 dead", "United Nations"),
    "no speaker": ("Monday's attack recalled the massacre in which 20 people died in Orla.", "20 people", None),
    "no name": (
        "Human rights activists said 20 people died in Orla.",
        "20 people",
        "unnamed: human rights activists",
    ),
    "diggers": ("The gravediggers counted nine bodies in Orla.", "nine bodies", "unnamed: gravediggers"),
    "a count of theirs": ("By UN count, 40 people were killed in Orla.", "40 people", "United Nations"),
    "a tally": ("A UNICEF tally counts 40 dead in Orla.", "40 dead", "UNICEF"),
    "a place": ("The city of Mosul recorded 40 deaths on Friday.", "40 deaths", None),
    "a capital": ("Baghdad recorded 40 deaths on Friday.", "40 deaths", None),
    "it said": ("The Tern Hospital took in nine bodies, it said.", "nine bodies", "Tern Hospital"),
    "held": (
        "Amnesty International found soldiers responsible for the deaths of 40 people in Orla.",
        "40 people",
        "Amnesty International",
    ),
    "images": (
        "Satellite images show that army jets hit the market, killing 20 people, Amnesty International said.",
        "20 people",
        "Amnesty International",
    ),
    "whose sources": (
        "Nine people died, said Amnesty International, whose network of sources gave a toll of 11 dead on Sunday.",
        "11 dead",
        "Amnesty International",
    ),
    "toll of": ("A new toll from Amnesty International put the number of dead at 61.", "61", "Amnesty International"),
}


@pytest.mark.parametrize(("text", "value", "voice"), CLAIMS.values(), ids=CLAIMS)
def test_the_voice_of_a_count(read, text, value, voice):
    assert {c.voice for c in read(text).claims if value in c.span.exact} == {voice}


def test_nobody_is_held_responsible_by_those_who_quote_themselves(read):
    page = read('"We hold the army responsible for nine deaths in Orla," Amnesty International said.')
    assert {s.voice for s in page.statements} == {"Amnesty International"}
