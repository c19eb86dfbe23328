import pytest


@pytest.mark.parametrize("title", ["Brig.", "Sgt.", "Maj.", "Insp."])
def test_a_shortened_title_ends_no_sentence(parse, title):
    found = parse(f"Nine people died in Orlu, said {title} Amir Lo, who leads the town's police.")
    assert len(found.sentences) == 1
    assert title in [t.text for t in found.tokens]
