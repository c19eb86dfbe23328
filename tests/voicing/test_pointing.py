"""Whom "the group", "its ally" and "a statement" mean."""

import pytest

WATCH = "Amnesty International, a rights group, said it was quiet."


@pytest.mark.parametrize(
    ("before", "sentence", "voice"),
    [
        (f"Hamas holds Orlu. {WATCH}", "The militant group said nine people had died.", "Hamas"),
        (f"Hamas holds Orlu. {WATCH}", "The rights group said nine people had died.", "Amnesty International"),
        ("It was quiet.", "Syria and its ally Russia said nine people had died.", "Syrian government and Russia"),
        (
            "It was quiet.",
            "Both Hamas and Amnesty International said nine died.",
            "Hamas and Amnesty International",
        ),
        (WATCH, "Other rights groups said nine people had died.", "unnamed: rights groups"),
        ("It was quiet.", "Hamas issued a statement saying nine people had died.", "Hamas"),
        (WATCH, "Mira Sole, the group's Africa director, said nine people had died.", "Amnesty International"),
        (WATCH, "The group's investigators said nine people had died.", "Amnesty International"),
        (
            "Iran denied it.",
            "Foreign ministry spokesman Oren Vale said nine people had died.",
            "Iranian Foreign Ministry",
        ),
        ("Turkey sent troops.", "The country denied that nine people had died.", "Turkey"),
    ],
)
def test_whom_a_description_means(read, before, sentence, voice):
    assert read(f"{before} {sentence}").statements[-1].voice == voice


def test_they_are_all_who_spoke_together(read):
    page = read("Hamas and Amnesty International said nine people had died. They said more people might die.")
    assert {s.voice for s in page.statements} == {"Hamas and Amnesty International"}
    assert len(page.statements) > 1


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Nine people reportedly died in Orlu.", "unnamed: reports"),
        ("Nine people are believed to have died in Orlu.", "unnamed: belief"),
        ("The toll is expected to rise in Orlu.", "unnamed: expectation"),
    ],
)
def test_what_nobody_is_named_for(read, text, voice):
    (statement,) = read(text).statements
    assert (statement.voice, statement.voice_span) == (voice, None)


def test_what_nobody_is_named_for_is_claimed_by_the_outlet(read):
    (claim,) = read("Nine people were reportedly killed in Orlu.").claims
    assert claim.voice is None


def test_the_same_source_is_the_unnamed_one_just_heard(read):
    page = read(
        "Reuters, citing a police source, said nine people had died. Reuters said it was quiet. "
        "The same source said more people might die."
    )
    assert page.statements[-1].voice == "unnamed: police source"


def test_a_statement_that_we_issued_is_the_outlets(read):
    page = read("We published a statement saying that nine people had died.", outlet="Orlu Harm Register")
    assert page.statements[-1].party == "Orlu Harm Register"


WATCHER = "Syrian Observatory for Human Rights"
POINTED = {
    "no group but those who fight": (
        "Fighters of Al-Shabaab stormed a house. Six people were freed, a Somali police spokesman said. "
        "The group said it had killed 20 soldiers.",
        "al-Shabaab",
    ),
    "its teams": (
        "Amnesty International said a house had fallen. Its teams said 20 soldiers had died.",
        "Amnesty International",
    ),
    "the spokesman again": (
        "Nobody was hit, said Chris Sanders, a spokesman for the US-led coalition. Thousands fled, by UN figures. "
        "A raid killed 20 soldiers, the spokesman noted.",
        "US-led coalition",
    ),
    "a name in marks": ('According to the group "Data for Orla", 20 soldiers were killed.', "Data for Orla"),
    "a name between commas": (
        "An activist group, Deir Ezzor 24/7, gave a toll of 20 soldiers killed.",
        "Deir Ezzor 24/7",
    ),
    "a toll from them": (
        "A raid killed nine, the Lebanese Health Ministry said. A strike killed 20 soldiers, "
        "according to a final toll from the ministry.",
        "Lebanese Health Ministry",
    ),
    "forces by their seat": ("The Southern forces in Aden said 20 soldiers had died.", "Southern forces"),
    "authorities by their seat": (
        "Azerbaijan blamed Armenia. The separatist authorities in Stepanakert said 20 soldiers had died.",
        "Stepanakert authorities",
    ),
    "people behind a place": ("In Idlib province rebels said they had killed 20 soldiers.", "unnamed: rebels"),
    "a federal ministry": (
        "Cholera spread in Sudan. 20 soldiers died, said the Federal Ministry of Health in Port Sudan.",
        "Sudanese Health Ministry",
    ),
    "told to a house": (
        "20 soldiers were killed in the raid a local official told Anadolu Agency.",
        "unnamed: local official",
    ),
    "behind a place and a colon": (
        "Aleppo: a source at the police command said 20 soldiers had died.",
        "unnamed: source at the police command",
    ),
    "whose director": (
        f"The {WATCHER} keeps lists. 20 soldiers were killed the Observatorys director told AFP.",
        WATCHER,
    ),
    "a kind before a name": ("The rescue group Violet said 20 soldiers had died.", "Violet"),
    "its own director": (
        "The Turkish military has said nothing. Afrin Hospital received 20 soldiers killed in raids, "
        "according to its director Khalil Sabri.",
        "Afrin Hospital",
    ),
    "its own pastor": (
        "A UNHCR spokesman said nobody knew. 20 men were killed in a church at Orla, its pastor said.",
        "unnamed: pastor",
    ),
    "a surname like a newspaper": ("A raid killed 20 soldiers, said Yaser Nahar, a doctor.", "Yaser Nahar"),
}


@pytest.mark.parametrize(("text", "voice"), POINTED.values(), ids=POINTED)
def test_who_is_meant(read, text, voice):
    assert {c.voice for c in read(text).claims if c.span.exact.startswith("20") and c.aspect == "killed"} == {voice}


@pytest.mark.parametrize("rank", ["Colonel", "Captain"])
@pytest.mark.parametrize("calling", ["doctor", "nurse", "farmer"])
def test_who_has_a_rank_is_nobody_of_civil_life(read, rank, calling):
    before = f"{rank} Peter Lual Wek told reporters that six people had been abducted in Orlu."
    assert read(f"{before} The {calling} said nine people had died.").statements[-1].voice == f"unnamed: {calling}"


def test_a_surgeon_of_rank_is_the_surgeon(read):
    before = "Colonel Peter Lual Wek, a surgeon, said six people had been wounded in Orlu."
    assert read(f"{before} The surgeon said nine people had died.").statements[-1].voice == "Peter Lual Wek"
