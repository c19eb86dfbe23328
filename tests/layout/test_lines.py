from hypothesis import given
from hypothesis import strategies as st

from counterclaim.layout.lines import EDGE, cut_lines


@given(st.text(alphabet=st.characters(), max_size=300))
def test_lines_lie_in_the_text_in_order_and_leave_out_only_white_space(text):
    at = 0
    for line in cut_lines(text):
        assert text[line.start : line.end] == line.text
        assert not text[at : line.start].strip(EDGE)
        at = line.end
    assert not text[at:].strip(EDGE)


def test_every_kind_of_line_end_cuts():
    assert [x.text for x in cut_lines("One\r\nTwo\x0cThree\u2028Four\u200b\n\n\ufeffFive")] == [
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
    ]


def test_lines_broken_for_their_width_come_back_as_one_paragraph():
    text = (
        "Shells fell on the market square of Old Marrow on Tuesday and set\n"
        "fire to eleven stalls, the mayor said, adding that four people had\n"
        "been taken to the hospital in the valley below.\n\n"
        "A second paragraph."
    )
    lines = cut_lines(text)
    assert len(lines) == 2
    assert lines[0].text.endswith("valley below.")
    assert lines[1].gap


def test_short_lines_under_each_other_stay_apart():
    text = "Army denies raid on Old Marrow\nMarket burns in Tarn\nminister to resign\nTalks go on"
    assert len(cut_lines(text)) == 4


def test_a_key_drops_figures_and_marks():
    assert cut_lines("» Comments (12)")[0].key == "comments"
    assert cut_lines("Editor’s Picks:")[0].key == "editor's picks"
    assert cut_lines("1,204")[0].key == ""


def test_dots_that_cut_a_teaser_short_are_no_full_stop():
    assert not cut_lines("The governor of Tarn said that he would ...")[0].is_stopped
    assert cut_lines("“We saw it all,” he said.”")[0].is_stopped


def test_wrapped_paragraphs_without_empty_lines_between_them_come_back_whole():
    text = (
        "Two shells fell on the market of Orlu shortly before noon and\n"
        "wounded nine people, the town hall said.\n"
        "   A witness told the paper that the second shell came from the\n"
        "   hills in the east.\n"
    )
    assert [" ".join(line.text.split()) for line in cut_lines(text)] == [
        "Two shells fell on the market of Orlu shortly before noon and wounded nine people, the town hall said.",
        "A witness told the paper that the second shell came from the hills in the east.",
    ]
