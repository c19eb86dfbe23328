"""Counts told of by words apart: verbs of moving, numbers given again, lines without a verb, whose people they are."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding
from counterclaim.resources import load_governing
from counterclaim.stages.casualties import find_casualties
from counterclaim.stages.quantities import find_quantities
from counterclaim.stages.subsets import link_subsets
from counterclaim.syntax import Parse

Read = Callable[[str], tuple[Finding, ...]]


@pytest.fixture
def findings(parse: Callable[[str], Parse], lexicon: Lexicon) -> Read:
    def run(text: str) -> tuple[Finding, ...]:
        page = parse(text)
        found = find_casualties(page, find_quantities(page, lexicon), lexicon, load_governing())
        return link_subsets(found, page, lexicon)

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 3,400 people have since left on foot for the hills.", [("displaced", "More than 3,400 people")]),
        ("Some 900 crossed overnight into Ostrava land.", [("displaced", "Some 900")]),
        ("Officials said 1,300 families had arrived in the camp on foot.", [("displaced", "1,300 families")]),
        ("The clashes have driven some 60,000 people toward the border.", [("displaced", "some 60,000 people")]),
        ("Two hundred trucks crossed into Veskad with aid.", []),
        ("About 60 soldiers reached the town.", []),
        ("Another 130 families were taken out to the coast road.", [("evacuated", "Another 130 families")]),
        ("Nine men were taken to the town's Harl hospital.", [("injured", "Nine men")]),
        ("A woman lost an arm and a boy was hit by a stray bullet.", [("injured", "A woman"), ("injured", "a boy")]),
        ("They killed eleven soldiers and took nine alive.", [("killed", "eleven soldiers"), ("detained", "nine")]),
        ("On that day, 89 migrants were moved from the centre in Harl.", [("evacuated", "89 migrants")]),
        ("A gang has held four farmers since Monday.", [("detained", "four farmers")]),
        ("The party held two seats.", []),
        ("Nine women were taken by the militia.", [("detained", "Nine women")]),
        ("Nine women were taken by the army to a hospital.", []),
        ("Some 900 people came up the valley.", [("displaced", "Some 900 people")]),
        ("Some 900 people have come up with a plan.", []),
        ("Some 300 children were put out of harm's way.", []),
        (
            "Gunmen kidnapped three men. Later they killed the three.",
            [("detained", "three men"), ("killed", "three")],
        ),
        ("Gunmen kidnapped three men. Later they freed the three.", [("detained", "three men")]),
        ("The army said that 170 persons fell to such attacks.", [("killed", "170 persons")]),
        ("Prices fell by ten percent.", []),
        ('Their forces "neutralised" 18 terrorists.', [("killed", "18 terrorists")]),
        ("A spokesman gave four as the number of dead.", [("killed", "four")]),
        (
            "A bomb killed seven people and injured over thirty.",
            [("killed", "seven people"), ("injured", "over thirty")],
        ),
        ("A Tarnish engineer suffered a shrapnel wound.", [("injured", "A Tarnish engineer")]),
        ("Nobody can say how many died.", []),
        ("Three girls have not been found.", [("missing", "Three girls")]),
        ("Drones killed a glazier in Veskad.", [("killed", "a glazier")]),
        ("Soldiers broke into houses in Harl and took nine youths.", [("detained", "nine youths")]),
        ("Five students taken from a wedding were freed.", [("detained", "Five students")]),
        ("Three bodies taken from the rubble were buried.", [("killed", "Three bodies")]),
        ("The bus took 30 passengers from Harl to Orm.", []),
        ("Seven of his men in rebel hands, says the commander.", [("detained", "Seven of his men")]),
        ("They tracked the band that is holding two traders.", [("detained", "two traders")]),
        ("The prison that holds 90 men was shelled.", []),
        ("The army freed 14 hostages on Friday.", []),
        ("Two farmers were hit by a drone near Harl.", [("injured", "Two farmers")]),
        ("Residents were hit by power cuts.", []),
        ("The governor announced the arrival in Harl of 6,300 people.", [("displaced", "6,300 people")]),
        ("The hospital received 60 people.", []),
        ("More than 2,000 people sleep in the school.", [("displaced", "More than 2,000 people")]),
        ("Shells fell on Harl but no one was hurt.", []),
        ("More than ten were wounded, some of them badly.", [("injured", "More than ten")]),
        ("One of the girls is not yet sixteen.", []),
        ("Her nephew, who is fifteen, was taken from the house.", []),
        ("Nine men were taken from their homes by soldiers.", [("detained", "Nine men")]),
        ("Nine soldiers were taken from the field by helicopter.", []),
        ("A bus carried 40 pilgrims and a bomb killed six of them.", [("killed", "six")]),
        ("Nine have fallen in love.", []),
        ("The boy and a girl, who was about nine, were killed.", [("killed", "a girl")]),
        ("The toll goes up to 76.", [("killed", "up to 76")]),
        (
            "The doctor confirmed that two women aged 41 and 63 had been admitted with leg injuries.",
            [("injured", "two women")],
        ),
        (
            "We have buried 22 people since Friday and seven are in the general hospital.",
            [("killed", "22 people"), ("injured", "seven")],
        ),
        ("Two are in the military hospital's morgue.", []),
        (
            "Three soldiers paid the supreme price and five are responding to treatment.",
            [("killed", "Three soldiers"), ("injured", "five")],
        ),
        ("We counted eight dead, and five badly burned.", [("killed", "eight dead"), ("injured", "five")]),
        ("They went away with more than 20 people, mostly women.", [("detained", "more than 20 people")]),
        ("They went away with two trucks.", []),
        ("Over 3,000 people have moved to Harl and Orm.", [("displaced", "Over 3,000 people")]),
        ("The raid forced about 300 villagers to sleep in the bush.", [("displaced", "about 300 villagers")]),
        ("Footage shows several burned-out vehicles.", []),
        ("Gunmen killed twenty people in the four communities.", [("killed", "twenty people")]),
        ("The service evacuated 3,200 residents of 11 communities.", [("evacuated", "3,200 residents")]),
        ("Six workers of the plant were concussed.", [("injured", "Six workers")]),
        (
            "One was killed and two injured in Harl. Another one died in Orm.",
            [("killed", "One"), ("injured", "two"), ("killed", "Another one")],
        ),
        ("Rebels hacked at least 13 civilians to death.", [("killed", "at least 13 civilians")]),
        ("The forces forcibly disappeared 46 people in the valley.", [("detained", "46 people")]),
        ("Gunmen on a motorcycle shot dead an officer in Harl.", [("killed", "an officer")]),
        (
            "The death toll reached 19 civilians and 80 people were wounded.",
            [("killed", "19 civilians"), ("injured", "80 people")],
        ),
        (
            '"Three medics were killed and five people, including a driver, wounded," a spokesman told the radio.',
            [("killed", "Three medics"), ("injured", "five people"), ("injured", "a driver")],
        ),
        ("Two-thirds of the 46 injured are children.", [("injured", "46")]),
        (
            "A raid killed ten people. Four of the victims were charcoal burners.",
            [("killed", "ten people"), ("killed", "Four")],
        ),
        (
            "A raid killed 38 people in Harl. Thirteen of those in Harl were from one family.",
            [("killed", "38 people"), ("killed", "Thirteen")],
        ),
        (
            "A volunteer who was driving a van and an eight-year-old girl were among those killed.",
            [("killed", "A volunteer"), ("killed", "an eight-year-old girl")],
        ),
        ("Security forces sent 14 militants to hell.", [("killed", "14 militants")]),
        ("Nine bandits were sent to hell.", [("killed", "Nine bandits")]),
        ("Two suspects were held after the raid.", [("detained", "Two suspects")]),
        ("Three officials were held responsible.", []),
        ("The search for six others goes on.", [("missing", "six others")]),
        ("Troops are searching for three gunmen.", []),
        ("Contact has been lost with 24 servicemen.", [("missing", "24 servicemen")]),
        ("About 30 remain in captivity; 12 escaped.", [("detained", "About 30")]),
        ("Several people remained under the collapsed roof.", [("missing", "Several people")]),
        (
            "They seized 90 hostages, including 34 the army says are dead.",
            [("detained", "90 hostages"), ("killed", "34")],
        ),
        ("Two English-speaking regions are on strike after nine deaths.", [("killed", "nine deaths")]),
        (
            "They arrested 40 men, among them a journalist and former detainees.",
            [("detained", "40 men"), ("detained", "a journalist")],
        ),
        (
            "A month: two killed, fourteen hurt, nine arrested.",
            [("killed", "two"), ("injured", "fourteen"), ("detained", "nine")],
        ),
        (
            "A nurse, a guard and three displaced women were hit.",
            [("injured", "A nurse"), ("injured", "a guard"), ("injured", "three displaced women")],
        ),
    ],
)
def test_a_second_word_tells_what_became_of_them(findings: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.aspect, f.span.exact) for f in findings(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed twenty-six people in Veskad. In Tarnholt, two kilometres further, nineteen.", [26, 19]),
        ("Raids on Harl killed seven people; in Veskad, in the next province, three.", [7, 3]),
        ("A raid killed forty people in Veskad. The governor gave the figure as 41.", [40, 41]),
        ('A raid killed forty people in Veskad. A lawmaker put it at "over 60".', [40, 60]),
        ("Mortars killed four soldiers at Harl. The enemy admits only two.", [4, 2]),
        ("A girl died in hospital in Veskad: the number is now 6.", [1, 6]),
        ("Gunmen killed nine people in Veskad. Hospital director: 11.", [9, 11]),
        ("Gunmen killed nine people in Veskad. The chairman has stated 12.", [9, 12]),
        ("The clinic counted 14 people dead, up from nine on Sunday.", [14, 9]),
    ],
)
def test_numbers_are_taken_for_what_was_told_before(findings: Read, text: str, expected: list[int]) -> None:
    assert [(f.aspect, f.low) for f in findings(text)] == [("killed", n) for n in expected]


def test_what_somebody_gives_again_may_have_parts(findings: Read) -> None:
    found = findings("A raid killed a hundred people. The monitor speaks of 134, including 81 civilians.")
    assert [(f.low, f.part_of) for f in found] == [(100, None), (134, None), (81, 1)]


def test_what_stands_in_brackets_shares_out_what_stands_before_them(findings: Read) -> None:
    found = findings(
        "The office documented 132 casualties: 30 killed (19 men, 9 women and 2 children) and 102 injured."
    )
    assert [(f.aspect, f.low, f.part_of) for f in found if f.low in (19, 9, 2)] == [
        ("killed", 19, 0), ("killed", 9, 0), ("killed", 2, 0),
    ]  # fmt: skip


def test_the_wounded_who_were_moved_are_wounded(findings: Read) -> None:
    found = findings("Nine people were injured in Harl. Two of them were evacuated by helicopter.")
    assert [(f.aspect, f.low, f.part_of) for f in found] == [("injured", 9, None), ("injured", 2, 0)]


def test_grades_share_out_the_wounded(findings: Read) -> None:
    found = findings("Sixty-four people were injured, two in critical condition, six moderately and 56 lightly.")
    assert [(f.aspect, f.low, f.part_of) for f in found] == [
        ("injured", 64, None), ("injured", 2, 0), ("injured", 6, 0), ("injured", 56, 0),
    ]  # fmt: skip


def test_the_rest_is_a_part_like_the_others(findings: Read) -> None:
    found = findings("Gunmen killed 17 people. Fifteen of them died in Harl, and the other two on the road to Orm.")
    assert [(f.low, f.part_of) for f in found] == [(17, None), (15, 0), (2, 0)]


def test_another_one_makes_two(findings: Read) -> None:
    found = findings(
        "Two citizens were killed in Harl. A shell killed a citizen. Another citizen was killed by a sniper."
    )
    assert [(f.low, f.part_of) for f in found] == [(2, None), (1, 0), (1, 0)]


def test_a_bound_may_stand_behind_the_people(findings: Read) -> None:
    found = findings("The raid killed nine civilians at least.")
    assert [(f.low, f.high, f.bound) for f in found] == [(9, None, "at least")]


def test_of_these_takes_up_those_told_of_before(findings: Read) -> None:
    found = findings("A raid killed nine people. Of these, four died in Harl.")
    assert [(f.low, f.part_of) for f in found] == [(9, None), (4, 0)]


def test_others_are_no_part(findings: Read) -> None:
    found = findings(
        "Eighty of the wounded were hit by bullets, among them a paramedic, while dozens of others choked."
    )
    assert found[-1].low == 24 and found[-1].part_of is None


def test_bare_numbers_in_places_are_parts_though_they_do_not_add_up(findings: Read) -> None:
    found = findings(
        "The committees report 131 dead: 49 in Harl and its suburbs, 38 in Orm, 21 in Veskad and 11 in Tarn."
    )
    assert [(f.low, f.part_of) for f in found] == [(131, None), (49, 0), (38, 0), (21, 0), (11, 0)]


def test_places_share_out_those_who_were_hurt(findings: Read) -> None:
    found = findings("Another seven persons got wounded during the day: four in Harl, two in Orm and one in Veskad.")
    assert [(f.low, f.part_of) for f in found] == [(7, None), (4, 0), (2, 0), (1, 0)]


def test_some_of_those_told_of_are_their_parts(findings: Read) -> None:
    found = findings("Troops killed 18 militants. Of the militants, 12 were hit in the north and six in the south.")
    assert [(f.low, f.part_of) for f in found] == [(18, None), (12, 0), (6, 0)]


def test_those_by_whom_a_toll_grew_are_part_of_it(findings: Read) -> None:
    found = findings("The toll of the blast rose to 14 after two of the injured died.")
    assert [(f.low, f.part_of) for f in found] == [(14, None), (2, 0)]


def test_whoever_is_shot_in_a_war_is_dead_where_no_more_is_said(findings: Read) -> None:
    war = "Rebels and army troops fought in Veskad. At least 17 people were shot when they withdrew."
    peace = "Three men were shot outside a nightclub in Harl."
    hurt = "Rebels and army troops fought in Veskad. Two boys were shot in the leg."
    assert [f.aspect for f in findings(war)] == ["killed"]
    assert {f.aspect for f in findings(peace)} == {"injured"}
    assert {f.aspect for f in findings(hurt)} == {"injured"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A policeman said the army had lost 27 men.", "soldiers"),
        ("The rebels admit to 14 dead.", "fighters"),
        ("The Civil Defence said that two of its members were wounded.", "medics"),
        ("The ambulance service said one of its drivers was wounded.", "medics"),
        ("The militia lost nine of its members.", "fighters"),
        ("Troops killed a jihadist commander and two of his guards.", "fighters"),
        ("A tribal elder was killed by a mine.", "people"),
        ("Four men were killed at home.", "men"),
        ("A drone killed two teachers.", "civilians"),
        ("A drone killed two ambulance drivers.", "medics"),
        ("A shell killed two farm guards.", "civilians"),
        ("Troops killed 17 Shabaab in the hills.", "fighters"),
        ("The army put its losses at 12.", "soldiers"),
        ("Army side: 3 dead, 6 wounded.", "soldiers"),
        ("Police: three killed in Harl.", "people"),
        ("Troops killed nine militants. Eleven were captured.", "fighters"),
        ("Two of its blue helmets died in Harl.", "soldiers"),
        ("A shell killed two pensioners.", "people"),
        ("The toll indicates 12 soldiers fallen and eight wounded.", "soldiers"),
        ("A lieutenant was killed and one of his men wounded.", "soldiers"),
        ("A mine killed two members of the Orm Liberation Army.", "fighters"),
        ("A mine wounded four elements of the Federal Police.", "soldiers"),
        ("Among the dead were two students of Harl University.", "civilians"),
        ("A shell wounded a foreign worker.", "civilians"),
        ("A shell killed a teacher of the school in Harl.", "civilians"),
        ("A raid killed nine people. Of the dead, four were women.", "women"),
    ],
)
def test_whose_people_they_are(findings: Read, text: str, who: str) -> None:
    assert findings(text)[-1].who == who


def test_a_label_in_brackets_says_who_a_part_is(findings: Read) -> None:
    found = findings("Dead: 8 (children 3, women 2)")
    assert [(f.low, f.who, f.part_of) for f in found] == [(8, "people", None), (3, "children", 0), (2, "women", 0)]


def test_a_number_taken_up_again_is_no_count_of_its_own(findings: Read) -> None:
    found = findings("We registered six dead and 21 wounded; three of the six are schoolgirls.")
    assert [(f.aspect, f.low, f.who, f.part_of) for f in found] == [
        ("killed", 6, "people", None), ("injured", 21, "people", None), ("killed", 3, "children", 0),
    ]  # fmt: skip


def test_parts_stand_beside_other_harm(findings: Read) -> None:
    text = "Gunmen killed nine people. The mayor said that six of the victims are women and that two men were abducted."
    assert [(f.aspect, f.low, f.part_of) for f in findings(text) if f.aspect == "killed"] == [
        ("killed", 9, None), ("killed", 6, 0),
    ]  # fmt: skip


def test_the_lines_of_a_list_share_out_the_line_above(findings: Read) -> None:
    listed = (
        "The hospital received 17 martyrs:\n- 6 martyrs from Harl;\n- 8 martyrs from Orm.\nThe day before, 2 martyrs."
    )
    assert [(f.low, f.part_of) for f in findings(listed)] == [(17, None), (6, 0), (8, 0), (2, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The north returned to Harl four servicemen. They had been detained in May.", [("detained", 4)]),
        ("Seven farmers went to their fields on Monday. They were found dead the next day.", [("killed", 7)]),
        ("Five policemen guard the bridge. They were not wounded.", []),
        ("Five policemen guard the bridge. They killed and wounded.", []),
    ],
)
def test_they_are_those_counted_before(findings: Read, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(f.aspect, f.low) for f in findings(text)] == expected


def test_people_of_two_families_are_counted_once(findings: Read) -> None:
    assert [f.low for f in findings("The raid killed eleven children from two families.")] == [11]


def test_armed_men_are_no_summands_of_civilians(findings: Read) -> None:
    found = findings("Shells killed nine civilians in Veskad. Four soldiers died in Harl. Five soldiers died in Orm.")
    assert [f.part_of for f in found] == [None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        "Seven people died. Seven were rebels and five",
        "Twelve people were killed. Of these, three",
        "Twelve people were killed. Of the dead, five were children and two",
        "Twelve people were hurt, two in",
        "131 dead: 49 in Harl, at least 38",
    ],
)
def test_a_page_may_end_with_a_number(findings: Read, text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KILLED: 12. WOUNDED: 30.", [("killed", 12), ("injured", 30)]),
        ("Killed: 12, wounded: 30, missing: 4", [("killed", 12), ("injured", 30), ("missing", 4)]),
        ("Dead: 12 / Injured: 30", [("killed", 12), ("injured", 30)]),
        ("12 die, 30 hurt as bomb hits Tarnholt market", [("killed", 12), ("injured", 30)]),
    ],
)
def test_each_label_has_its_own_number(findings: Read, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(f.aspect, f.low) for f in findings(text) if f.part_of is None] == expected


@pytest.mark.parametrize(
    "text",
    [
        "There were 30 casualties (12 killed and 18 injured).",
        "The office documented 30 civilian casualties: 12 deaths and 18 injured.",
    ],
)
def test_casualties_shared_out_are_not_all_dead(findings: Read, text: str) -> None:
    assert [(f.aspect, f.low, f.part_of) for f in findings(text)] == [("killed", 12, None), ("injured", 18, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said 12 people had been killed but later corrected this to six.", [12, 6]),
        ("Police said four people had died. They later raised it to seven.", [4, 7]),
        ("The toll was revised down from 12 to six.", [6]),
    ],
)
def test_figures_are_put_right(findings: Read, text: str, expected: list[int]) -> None:
    assert [(f.aspect, f.high) for f in findings(text)] == [("killed", n) for n in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Thirty people were wounded. Ten are in critical condition.",
        "Thirty were wounded, and ten remain in hospital.",
    ],
)
def test_the_gravely_hurt_are_some_of_the_wounded(findings: Read, text: str) -> None:
    assert [(f.aspect, f.low, f.part_of) for f in findings(text)] == [("injured", 30, None), ("injured", 10, 0)]


def test_more_wounded_are_others(findings: Read) -> None:
    found = findings("Nine people were wounded in Harl. Twelve are in hospital in Orm.")
    assert [(f.low, f.part_of) for f in found] == [(9, None), (12, None)]


def test_who_stands_between_commas_makes_up_the_total(findings: Read) -> None:
    found = findings("Six people, four guards and two boys, were killed in Harl.")
    assert [(f.low, f.part_of) for f in found] == [(6, None), (4, 0), (2, 0)]


def test_among_them_holds_for_a_list(findings: Read) -> None:
    found = findings("Ten people, a woman and three children among them, were killed.")
    assert [(f.low, f.part_of) for f in found] == [(10, None), (1, 0), (3, 0)]


@pytest.mark.parametrize("text", ["Thirty people were kidnapped. Twelve escaped.", "Twelve managed to escape."])
def test_captives_who_got_away_are_not_displaced(findings: Read, text: str) -> None:
    assert "displaced" not in [f.aspect for f in findings(text)]


def test_those_who_die_later_are_part_of_the_toll_that_they_raise(findings: Read) -> None:
    found = findings("Two more people died of their wounds, bringing the toll to 14.")
    assert [(f.low, f.part_of) for f in found] == [(2, 1), (14, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve human rights defenders were killed in Harl.", ("killed", 12)),
        ("Nine cattle herders were killed in Harl.", ("killed", 9)),
        ("The deaths of 12 seafarers shocked the region.", ("killed", 12)),
        ("The deaths of 12 hostages shocked the region.", ("killed", 12)),
        ("Twelve hostages were killed.", ("killed", 12)),
        ("The army suffered losses of 30 men.", ("killed", 30)),
        ("Twelve people were blown up in Harl.", ("killed", 12)),
        ("Twelve villagers had their throats slit.", ("killed", 12)),
        ("Ten people are feared trapped under the rubble.", ("missing", 10)),
        ("Ten people are in a serious condition.", ("injured", 10)),
        ("Ten people needed hospital treatment.", ("injured", 10)),
        ("Some 300 people were newly displaced.", ("displaced", 300)),
        ("An unknown number were wounded.", ("injured", None)),
    ],
)
def test_one_thing_befell_them(findings: Read, text: str, expected: tuple[str, int | None]) -> None:
    assert [(f.aspect, f.low) for f in findings(text)] == [expected]


@pytest.mark.parametrize("text", ["A father and son were killed.", "A husband and wife were killed."])
def test_two_of_a_family_have_one_article(findings: Read, text: str) -> None:
    assert [(f.aspect, f.low) for f in findings(text)] == [("killed", 1), ("killed", 1)]


@pytest.mark.parametrize(
    ("people", "who"),
    [
        ("government officials", "other"),
        ("opposition activists", "other"),
        ("media activists", "journalists"),
        ("security officials", "soldiers"),
        ("social leaders", "other"),
        ("civil servants", "civilians"),
        ("aid seekers", "civilians"),
        ("women, children and elderly people", "mixed"),
        ("soldiers and aid workers", "mixed"),
        ("army and police officers", "soldiers"),
    ],
)
def test_who_they_are(findings: Read, people: str, who: str) -> None:
    assert [(f.low, f.who) for f in findings(f"Twelve {people} were killed in Tarnholt.")] == [(12, who)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve migrants were rescued and 74 died.", [74]),
        ("Twelve migrants were rescued and 74 are missing.", [74]),
        ("Twelve hostages were freed and four were killed.", [4]),
        ("Twelve people escaped unhurt and four were killed.", [4]),
        ("Hundreds of protesters marched in Tarnholt, where four people were killed.", [4]),
    ],
)
def test_who_acts_or_is_saved_is_not_harmed(findings: Read, text: str, expected: list[int]) -> None:
    assert [f.low for f in findings(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five people, one a child, were killed.", [(5, None), (1, 0)]),
        ("Five people were killed, four soldiers and a civilian.", [(5, None), (4, 0), (1, 0)]),
        ("Among the 12 dead were five children.", [(12, None), (5, 0)]),
        ("The dead included six women, four children and two men.", [(6, None), (4, None), (2, None)]),
    ],
)
def test_what_is_part_of_what(findings: Read, text: str, expected: list[tuple[int, int | None]]) -> None:
    assert [(f.low, f.part_of) for f in findings(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boy killed in Tarnholt shelling", [("killed", 1)]),
        ("Tourist killed in Tarnholt shelling", [("killed", 1)]),
        ("Gang member killed in Tarnholt raid", [("killed", 1)]),
        ("A Palestinian and two others were killed.", [("killed", 1), ("killed", 2)]),
        ("The dead included a medic and two children.", [("killed", 1), ("killed", 2)]),
        ("A White Helmet was killed in Tarnholt.", [("killed", 1)]),
        ("A moneychanger was abducted in Tarnholt.", [("detained", 1)]),
    ],
)
def test_one_person_is_counted(findings: Read, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(f.aspect, f.low) for f in findings(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tarnish strike kills Harl Radio journalist, four others in Orm", [("killed", 1), ("killed", 4)]),
        ("Killed in Harl:\n- 12 civilians\n- four soldiers", [("killed", 12), ("killed", 4)]),
    ],
)
def test_headlines_and_headings(findings: Read, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(f.aspect, f.low) for f in findings(text)] == expected
