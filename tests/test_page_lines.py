def test_wrapped_paragraphs_without_empty_lines_between_them_come_back_whole() -> None:
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
