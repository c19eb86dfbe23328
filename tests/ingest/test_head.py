from typing import Any

import pytest
from trafilatura import load_html

from counterclaim.ingest.head import Head, read_head
from ingest.makers import html


def head(markup: str, *, body: str = "", url: str | None = None) -> Head:
    return read_head(load_html(html(head=markup, body=body)), url)


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_a_page_that_says_nothing_has_nothing() -> None:
    assert head("") == Head(None, None, None, None, "en")


def test_all_that_the_meta_tags_say() -> None:
    found = head(
        '<title>Shelling - Courier</title><meta property="og:title" content="Shelling kills 12 | Qarwan Courier">'
        '<meta property="og:site_name" content="Qarwan Courier"><meta name="DC.date.issued" content="2017-04-15">'
        '<link rel="canonical" href="https://courier.example/shelling">'
    )
    assert found == Head("Shelling kills 12", "Qarwan Courier", "2017-04-15", "https://courier.example/shelling", "en")


def test_all_that_the_article_record_says() -> None:
    found = head(
        ld(
            '{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Home"},'
            '{"@type": ["NewsArticle"], "headline": "Shelling kills 12", "dateModified": "2019-01-01",'
            ' "datePublished": "2017-04-15T08:00:00+03:00",'
            ' "publisher": {"@type": "Organization", "name": "Qarwan Courier"}}]}'
        )
    )
    assert (found.title, found.outlet, found.published) == (
        "Shelling kills 12", "Qarwan Courier", "2017-04-15T08:00:00+03:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2017-04-15">',
        '<meta itemprop="datePublished" content="15 April 2017">',
        '<meta name="pubdate" content="20170415">',
        ld('{"@type": "ReportageNewsArticle", "datePublished": "2017-04-15"}'),
        '<link rel="canonical" href="https://courier.example/world/2017/4/15/shelling-in-qarwan">',
        '<link rel="canonical" href="https://courier.example/2017-04-15-shelling">',
        '<meta name="date" content="2017-04-15">',
    ],
)
def test_where_a_day_of_publication_is_found(markup: str) -> None:
    assert head(markup).published == "2017-04-15"


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2017-04-15" itemprop="datePublished">today</time><time datetime="2018-01-01">x</time>',
        '<time class="entry-date published" datetime="2017-04-15"></time><time class="updated" datetime="2018-01-01">',
        '<time pubdate datetime="2017-04-15">today</time>',
        '<time datetime="2017-04-15">today</time><aside><time datetime="2018-01-01">related</time></aside>',
    ],
)
def test_time_elements_of_the_article(body: str) -> None:
    assert head("", body=body).published == "2017-04-15"


@pytest.mark.parametrize(
    ("markup", "body"),
    [
        ("", "<p>Published on 15 April 2017</p><span class='date'>15 April 2017</span><h1>15 April 2017</h1>"),
        ("", '<img src="/uploads/2017/04/15/market.jpg">'),
        ("", '<time datetime="2017-04-15">a</time><time datetime="2017-04-16">b</time>'),
        ("", '<time class="updated" datetime="2017-04-15">a</time>'),
        (
            '<meta property="article:modified_time" content="2017-04-15"><meta name="lastmod" content="2017-04-15">',
            "",
        ),
        ('<meta itemprop="copyrightYear" content="2017"><meta http-equiv="date" content="2017-04-15">', ""),
        (ld('{"@type": "NewsArticle", "dateModified": "2017-04-15"}'), ""),
        (ld('{"@type": "VideoObject", "datePublished": "2017-04-15"}'), ""),
        ('<meta property="article:published_time" content="04/05/2017">', ""),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', ""),
        ('<link rel="canonical" href="https://courier.example/2017/04/">', ""),
        ('<link rel="canonical" href="https://courier.example/2017/04/15/x/2017/04/16/y">', ""),
    ],
)
def test_what_is_no_day_of_publication(markup: str, body: str) -> None:
    assert head(markup, body=body).published is None


def test_the_surest_mark_counts_and_an_unreadable_one_is_passed_over() -> None:
    found = head(
        '<meta name="date" content="2020-01-01"><meta property="article:published_time" content="soon">'
        + ld('{"@type": "NewsArticle", "datePublished": "2017-04-15"}')
    )
    assert found.published == "2017-04-15"


@pytest.mark.parametrize(
    "json",
    ["not json", "[", '"words"', "[[[[[[{}]]]]]]", '{"@type": 5, "publisher": []}', "null", '{"@graph": null}', ""],
)
def test_odd_records_are_passed_over(json: str) -> None:
    assert head(ld(json)).published is None


def test_half_a_surrogate_pair_in_a_record_is_no_name() -> None:
    found = head(ld(r'{"@type": "NewsArticle", "headline": "\ud800", "publisher": {"name": "\udfff"}}'))
    assert (found.title, found.outlet) == (None, None)


def test_the_host_stands_for_an_outlet_without_a_name() -> None:
    assert head("", url="https://www.courier.example/a?b=1").outlet == "courier.example"
    assert head("", url="http://[bad").outlet is None


def test_the_address_is_the_lasting_one() -> None:
    canonical = '<link rel="canonical" href="https://courier.example/a">'
    assert head(canonical, url="https://cache.example/a?x=1").url == "https://courier.example/a"
    assert head('<link rel="canonical" href="/a">', url="https://cache.example/a").url == "https://cache.example/a"


@pytest.mark.parametrize(
    ("markup", "lang"),
    [
        ("<html lang='de-AT'><body>x</body></html>", "de-AT"),
        ("<html><head><meta http-equiv='Content-Language' content='fr'></head><body>x</body></html>", "fr"),
        ("<html><head><meta property='og:locale' content='en_GB'></head><body>x</body></html>", "en_GB"),
        ("<html><body>x</body></html>", None),
    ],
)
def test_the_language_that_the_page_declares(markup: str, lang: str | None) -> None:
    tree: Any = load_html(markup)
    assert read_head(tree).lang == lang
