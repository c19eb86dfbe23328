"""Lines of bulletins and headlines that say by their marks whose number they give."""

import pytest

LINES = {
    "a group before a colon": (
        "SDF: 15 gunmen killed in Orla\n\nThe battle went on.",
        "15 gunmen",
        "Syrian Democratic Forces",
    ),
    "a source placed": (
        "Rockets hit Orla.\n\nMedical source in Raqqa Hospital: Six civilians died there for want of medicine.",
        "Six civilians",
        "unnamed: medical source",
    ),
    "a clock and brackets": (
        "LIVE\n\n16:20 Russian defence ministry (the general's man): a hospital was shelled, two nurses killed.",
        "two nurses",
        "Russian Defence Ministry",
    ),
    "behind a headline": (
        "Mali: 22 dead in attack on Orla, residents say\n\nMen came.",
        "22 dead",
        "unnamed: residents",
    ),
    "in brackets at the end": ("Four gunmen were shot dead in Orla (police).", "Four gunmen", "unnamed: police"),
    "under a line that only says whose": (
        "The Civil Defence informs:\n\nShells hit Orla at noon. Two civilians were killed there.\n\nBoys played on.",
        "Two civilians",
        "Civil Defence",
    ),
    "until another speaks": (
        "The Tern Hospital informs:\n\nTwo women were killed.\n\nAmnesty International said nine men had died.",
        "nine men",
        "Amnesty International",
    ),
    "a list behind a colon": (
        "The Tern Hospital said the raids led to 23 dead, distributed as follows:\n- Orla: 9 dead\n- Elm: 14 dead",
        "14 dead",
        "Tern Hospital",
    ),
    "another entry of a live page": (
        "16:22 Amnesty International: nine men were killed.\n\n16:40 A bus was hit. Two more women were hurt.",
        "Two more women",
        None,
    ),
    "the number of an update": (
        "A shell fell on Orla.\nUpdate 2: Spokesman of the Tern Brigades: six martyrs and nine wounded.",
        "six martyrs",
        "Tern Brigades",
    ),
    "behind a place": (
        "The news.\n\n● Orla / a source in the Elm Command: shells on the market wounded 4 displaced persons.",
        "4 displaced persons",
        "unnamed: source in the Elm Command",
    ),
    "within a paragraph": (
        "A jet dropped a bomb on the school of Orla. The village council: three pupils dead. Nobody else spoke.",
        "three pupils",
        "unnamed: village council",
    ),
    "a body in brackets": (
        "Since January 61 civilians have been killed in the valley (Tern Relief Network).",
        "61 civilians",
        "Tern Relief Network",
    ),
    "a short form in brackets": (
        "Nine men were killed by an improvised explosive device (IED).",
        "Nine men",
        None,
    ),
    "in square brackets": (
        "Shells fell on Orla; two girls were killed. [Tern Human Rights Office]",
        "two girls",
        "Tern Human Rights Office",
    ),
    "per whom": ("Orla, the valley. 3 killed per local committee.", "3", "unnamed: local committee"),
    "a share": ("Orla, the valley. The week left 12 dead per hospital.", "12 dead", None),
    "figures of": (
        "Bombs fell.\n\nIN FIGURES (Institute of Tern Affairs, since May): 182 civilians killed, 89 held.",
        "182 civilians",
        "Institute of Tern Affairs",
    ),
    "lines under a source": (
        "The day.\n\nLosses (source: Amnesty International, as of 23 June)\nTroops killed: 64\nCivilians killed: 33",
        "33",
        "Amnesty International",
    ),
    "a post in full": (
        'The mayor of Poltava wrote on the net. His post in full:\n\n"Drones came at noon. One man died.\n\n'
        'Elm: two women were injured."\n\nA dog barked.',
        "two women",
        "Poltava mayor",
    ),
    "a people's union": (
        "Orla again.\n\nThe Bara teachers' union: 9 civilians killed at the well.",
        "9 civilians",
        "Bara teachers' union",
    ),
    "whose toll": ("Last toll of the Tern Network for June: 34 dead.", "34 dead", "Tern Network"),
    "a general staff": (
        "The week.\n\nThe General Staff: from 3 to 9 May, 41 terrorists neutralised in Mali, 3 soldiers fallen.",
        "41 terrorists",
        "Malian General Staff",
    ),
    "a place": ("Raqqa: 15 people killed in raids on the market.\n\nThe raids went on.", "15 people", None),
}


@pytest.mark.parametrize(("text", "value", "voice"), LINES.values(), ids=LINES)
def test_the_voice_of_a_line(read, text, value, voice):
    assert {c.voice for c in read(text).claims if value in c.span.exact} == {voice}
