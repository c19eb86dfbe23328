"""What the bench of linking takes for a page's incident."""

from benches import load_bench


def test_a_page_s_incident_is_that_of_its_main_occurrence_and_of_two_such_the_first_told() -> None:
    main = load_bench("linking").main_incident
    assert main({(0, "a"): 1, (1, "b"): 3}) == "b"
    assert main({(1, "a"): 2, (0, "b"): 2}) == "b"
    assert main({(0, "a"): 2, (1, "b"): 1, (2, "b"): 1}) == "a"
    assert main({}) is None
