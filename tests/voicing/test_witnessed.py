"""What stands on somebody's word without a word of speech."""


def claims(page):
    return {(c.low, c.voice) for c in page.claims if c.aspect in ("killed", "injured")}


def test_what_a_reporter_saw_is_his_house_s(read):
    page = read("An AFP photographer saw the bodies of four children in the town of Idlib.", outlet="Orla Post")
    assert {c.voice for c in page.claims} == {"unnamed: AFP photographer"}


def test_what_medics_counted_is_theirs(read):
    page = read("The mosque in Homs was hit on Sunday. Doctors at a field hospital counted 37 bodies.")
    ((low, voice),) = claims(page)
    assert low == 37
    assert voice.startswith("unnamed: doctors")


def test_whom_a_house_cites_says_it_and_the_house_passes_it_on(read):
    page = read(
        "Ukrinform, citing the office of the prosecutor general, reported that 353 children had died in Ukraine."
    )
    (claim,) = page.claims
    assert claim.voice == "Ukrainian Prosecutor General's Office"
    assert claim.relays == ("Ukrinform",)


def test_a_toll_that_a_speaker_pushes_up_is_the_speakers(read):
    page = read(
        "Armenia's defence ministry recorded another 29 deaths among its troops, pushing its toll to 633.",
        outlet="Post",
    )
    assert (633, "Armenian Defence Ministry") in claims(page)


def test_an_explosion_sees_nobody(read):
    page = read("The town saw nine people killed on Sunday.")
    assert claims(page) == {(9, None)}


def test_whoever_accuses_in_the_passive_says_how_many(read):
    claims = read("The Tern Guard was accused by residents of kidnapping six youths on Tuesday.").claims
    assert {c.voice for c in claims if "six" in c.span.exact} == {"unnamed: residents"}
