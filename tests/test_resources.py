import hashlib
from pathlib import Path

import pytest

import counterclaim
from counterclaim.resources import APART, _code_hash, reader_of, reader_version


@pytest.mark.parametrize("title", ["Brig.", "Sgt.", "Maj.", "Insp."])
def test_a_shortened_title_ends_no_sentence(parse, title):
    found = parse(f"Nine people died in Orlu, said {title} Amir Lo, who leads the town's police.")
    assert len(found.sentences) == 1
    assert title in [t.text for t in found.tokens]


def test_a_reader_is_named_by_what_it_reads_with(tmp_path):
    parties = tmp_path / "parties.toml"
    parties.write_text("[places]\n", encoding="utf-8")
    plain, own = reader_of(), reader_of(parties)
    assert str(plain) == reader_version() == plain.version
    assert plain.version != own.version
    assert (plain.code, plain.models) == (own.code, own.models)
    assert plain.parties is None
    assert own.parties == hashlib.sha256(b"[places]\n").hexdigest()
    assert plain.program in plain.version
    assert plain.parser in plain.version


def test_what_has_no_part_in_reading_changes_no_readers_name():
    code, everything = _code_hash(APART), _code_hash(frozenset())
    assert code != everything
    assert {p.name for p in Path(counterclaim.__file__).parent.iterdir() if p.name in APART} == APART
