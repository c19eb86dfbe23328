"""Who is said to speak, and on whose word the claims rest."""

import pytest

from counterclaim.voicing.voice import joint_name

DIED = "said nine people had died."


@pytest.mark.parametrize(
    ("source", "voice", "party"),
    [
        ("British Foreign Secretary Oren Vale", "Oren Vale", "British Foreign Ministry"),
        ("Oren Vale, a spokesman for the British foreign ministry,", "British Foreign Ministry", None),
        ("Oren Vale, head of the media office at the Dawn League,", "Dawn League", None),
        ("Mira Sole, a researcher at Amnesty International,", "Amnesty International", None),
        ("Mira Sole, executive director of UNICEF,", "Mira Sole", "UNICEF"),
        ("The deputy head of the Dawn League, Abu Leys al-Tarfi,", "Abu Leys al-Tarfi", "Dawn League"),
        ("A US official", "unnamed: US official", None),
        ("A Reuters correspondent in Orlu", "unnamed: Reuters correspondent in Orlu", "Reuters"),
        ("Reuters", "Reuters", None),
    ],
)
def test_a_minister_is_himself_and_a_spokesman_his_house(read, source, voice, party):
    statement = read(f"Shells hit Kharkiv in Ukraine. {source} {DIED}").statements[-1]
    assert statement.voice == voice
    assert statement.behind == party
    assert statement.party == (party or voice)


@pytest.mark.parametrize(
    ("second", "voice"),
    [
        ("He said more might die.", "Oren Vale"),
        ("Vale said more might die.", "Oren Vale"),
        ("The 54-year-old said more might die.", "Oren Vale"),
        ("The premier said more might die.", "Oren Vale"),
        ("“We will respond,” he said.", "Oren Vale"),
    ],
)
def test_words_that_point_back_mean_the_person(read, second, voice):
    page = read(f"Prime Minister Dr. Oren Vale of Ukraine {DIED} {second}")
    assert page.statements[-1].voice == voice


def test_claims_rest_on_the_word_of_the_party_behind_a_person(read):
    (claim,) = read("The British foreign secretary, Oren Vale, said nine people were killed in Kharkiv.").claims
    assert claim.voice == "British Foreign Ministry"


def test_somebody_named_before_with_an_office_speaks_in_it(read):
    page = read(f"Deputy national security adviser Oren Vale of the White House left Kyiv. Vale {DIED}")
    assert page.statements[-1].voice == "Oren Vale"
    assert page.statements[-1].party == "White House"


def test_a_name_is_taken_in_its_longest_form(read):
    page = read(f"Johnson {DIED} Later Peter Johnson left the town.")
    assert page.statements[0].voice == "Peter Johnson"


@pytest.mark.parametrize(
    ("names", "joint"),
    [
        ([], ""),
        (["Tarn Watch"], "Tarn Watch"),
        (["Tarn Watch", "unnamed: medics"], "Tarn Watch and medics"),
        (["unnamed: police", "unnamed: medics"], "unnamed: police and medics"),
        (["A", "B", "C"], "A, B and C"),
    ],
)
def test_several_voices_as_one(names, joint):
    assert joint_name(names) == joint
