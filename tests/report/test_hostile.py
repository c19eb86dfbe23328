"""Pages whose text, title, address and names try to be more than text."""

from collections.abc import Iterator
from typing import Any

import pytest

from counterclaim.faces.reporting import Wanted
from counterclaim.model import Document, Page, Skipped
from reports import Report, hash_source, made_claim, made_page

SCRIPT = "<script>fetch('https://host.example/')</script>"
BREAK = "</title></style></script></template><svg onload=alert(1)>"
ALLOWED_SCRIPTS = {"application/json", "text/html", None}


def hostile() -> Iterator[Page]:
    told = (
        (
            "script",
            f"{SCRIPT} 12 people were killed, {BREAK} said.\n",
            f"News: {SCRIPT}",
            "javascript:alert(document.domain)",
        ),
        (
            "marks",
            "12 people were killed e" + "\u0301" * 1_000_000 + " there.\n",
            "e" + "\u0301" * 500,
            "data:text/html,x",
        ),
        (
            "turned",
            "\u202e12 people\u2066 were killed\ud800\x00.\n",
            "\u202eevil\u2066",
            "https://host.example/?a=1&b=\"'<>",
        ),
        ("arabic", "قتل 12 people were killed في تارنهولت.\n", "خبر", "http://host.example/ok"),
    )
    for name, text, title, url in told:
        page = Document(
            f'{name}"><img src=x>', text, outlet=f"{name} {BREAK}", title=title, url=url, published="2019-04-10"
        )
        yield made_page(page, made_claim(page, "12 people", voice=f"Voice {SCRIPT}", relays=(f"Relay {BREAK}",)))


@pytest.fixture(scope="module", params=[60, 0], ids=["full", "index"])
def report(request: Any) -> Report:
    skipped = [Skipped(f"page {SCRIPT}", f"why {BREAK}", "hint \u202e")]
    return Report(hostile(), skipped, Wanted(whole=request.param))


def parts(report: Report) -> list[Any]:
    return [report.root, *report.lazy.values()]


def test_nothing_runs_but_our_own_script(report: Report) -> None:
    for part in parts(report):
        scripts = part.xpath(".//script")
        assert {s.get("type") for s in scripts} <= ALLOWED_SCRIPTS
        assert len([s for s in scripts if s.get("type") is None]) <= 1
        assert not [s for s in scripts if s.get("src")]
        assert not [name for name in part.xpath(".//@*") if name.attrname.startswith("on") or name.attrname == "style"]
        assert not part.xpath(".//svg | .//img | .//iframe | .//object | .//embed | .//link | .//base | .//form")


def test_the_policy_allows_no_network_and_only_what_is_in_the_file(report: Report) -> None:
    (policy,) = report.root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data:"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    scripts = [s.text for s in report.root.xpath("//script[not(@type)]")]
    styles = [s.text for s in report.root.xpath("//style")]
    assert rules["script-src"] == (hash_source(scripts[0]) if scripts else "'none'")
    assert rules["style-src"] == (hash_source(styles[0]) if styles else "'none'")
    before = report.html.index("<style") if styles else len(report.html)
    assert report.html.index("Content-Security-Policy") < before, "the policy comes before what it governs"
    assert report.html.index("charset") < 1024


def test_links_lead_within_the_file_or_to_the_web_and_tell_no_one(report: Report) -> None:
    links = [a for part in parts(report) for a in part.xpath(".//a")]
    assert links
    outward = [a for a in links if not a.get("href", "#").startswith("#")]
    assert {a.get("href") for a in outward} == {"http://host.example/ok", "https://host.example/?a=1&b=\"'<>"}
    assert all(a.get("rel") == "noreferrer noopener" for a in outward)
    shown = " ".join(part.text_content() for part in parts(report))
    assert "javascript:alert(document.domain)" in shown


def test_a_title_that_is_a_script_is_read_as_words(report: Report) -> None:
    titles = [h.text_content() for part in parts(report) for h in part.xpath(".//article//cite")]
    assert f"News: {SCRIPT}" in titles
    assert report.text("//footer").count(SCRIPT) == 1


def test_text_that_would_turn_round_what_follows_is_named_and_shut_in(report: Report) -> None:
    assert not {c for c in "\u202e\u2066\ud800\x00" if c in report.html}
    passages = [p for part in parts(report) for p in part.xpath(".//p[contains(@class, 'passage')]")]
    assert len(passages) == 4
    assert {p.get("dir") for p in passages} == {"auto"}
    assert any("⟨U+202E⟩" in p.text_content() and "⟨U+D800⟩" in p.text_content() for p in passages)


def test_a_megabyte_of_combining_marks_is_told_and_not_shown(report: Report) -> None:
    assert len(report.html.encode("utf-8")) < 600_000
    assert any("999,976 more combining marks" in part.text_content() for part in parts(report))


def test_words_that_run_from_right_to_left_stay_whole(report: Report) -> None:
    assert any("قتل 12 people were killed في تارنهولت." in part.text_content() for part in parts(report))
