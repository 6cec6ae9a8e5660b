"""The Content-Security-Policy in a browser: it stops what is injected, and nothing that a page needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import fresh
from tests.browser.test_axe import KINDS
from tests.browser.test_offline import ROUTE, Host, host, releases, visit

__all__ = ["host", "releases"]

WATCH = """
  globalThis.violations = [];
  document.addEventListener("securitypolicyviolation", event => violations.push(
    [event.violatedDirective, event.blockedURI, event.sourceFile, event.lineNumber, location.pathname].join(" ")));
"""


@pytest.fixture(scope="module")
def watching(browser: Browser) -> Iterator[Page]:
    """A page that keeps what the policy stopped, also across addresses."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    yield page
    page.close()


@pytest.fixture
def watched(watching: Page) -> Iterator[Page]:
    told: list[str] = []
    with fresh(watching, 1280, {"console": lambda message: told.append(message.text)}) as page:
        yield page
    assert [line for line in told if "Content Security Policy" in line and SENTINEL not in line] == []


SENTINEL = "https://sentinel.invalid/"
"""What the policy surely stops, and tells after all that it stopped before."""


STOPPED = """address => new Promise((done, failed) => {
  document.addEventListener("securitypolicyviolation", ({blockedURI}) => {
    if (blockedURI.startsWith(address)) done(violations.filter(line => !line.includes(address)));
  });
  setTimeout(failed, 60_000, new Error("nothing stops what should be stopped"));
  globalThis.asked = fetch(address).catch(() => {});
})"""


def stopped(page: Page) -> list[str]:
    return list(page.evaluate(STOPPED, SENTINEL))


def test_nothing_of_any_kind_of_page_is_stopped_on_screen_and_paper(watched: Page, address: str) -> None:
    for path in (*KINDS, "offline/", "guide/"):
        watched.goto(address + path)
        assert watched.evaluate("document.documentElement.dataset.js") == "", path
        assert watched.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
        watched.emulate_media(media="print")
        assert stopped(watched) == [], path
        watched.emulate_media(media="screen")
    watched.goto(address + "q/neoreun/")  # leads on at once; what is stopped there is told on the console
    watched.wait_for_url("**/towns/neoreun/")


def test_search_filters_and_display_settings_work_under_it(watched: Page, address: str) -> None:
    watched.goto(address + "sites/")
    before = watched.locator(".row:visible").count()
    watched.locator(".filters input").first.check()
    assert 0 < watched.locator(".row:visible").count() < before
    expect(watched.locator(".filters output")).not_to_be_empty()
    watched.locator(".display summary").click()
    for name in ("어둡게", "선명하게", "가장 크게"):
        watched.locator(".display label", has_text=name).last.click()
    watched.keyboard.press("Escape")
    watched.keyboard.press("/")
    watched.get_by_role("searchbox").fill("소나무성지")
    expect(watched.locator("dialog .results a").first).to_be_visible()
    assert stopped(watched) == []
    watched.goto(address + "programs/")
    assert watched.evaluate("[document.documentElement.dataset.mode, document.documentElement.dataset.size]") == [
        "contrast",
        "largest",
    ]
    assert watched.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--city-primary')") != ""
    assert stopped(watched) == []


def test_a_moved_calendar_is_still_downloaded(watched: Page, address: str, tmp_path: Path) -> None:
    watched.goto(address + "routes/coast/")
    watched.get_by_label("시작 시각").fill("11:11")
    with watched.expect_download() as download:
        watched.locator("#calendar a").click()
    download.value.save_as(tmp_path / "moved.ics")
    assert "T1111" in (tmp_path / "moved.ics").read_text(encoding="utf-8")
    assert stopped(watched) == []


def test_what_is_kept_for_flight_mode_opens_under_it(watched: Page, host: Host) -> None:
    visit(watched, host)
    host.stop()
    for path in (ROUTE, "q/old-fort/"):  # kept, and led to the page that says there is no network
        watched.goto(host.address + path)
        assert watched.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
        assert stopped(watched) == []


def test_injected_code_and_styles_do_nothing(watching: Page, address: str) -> None:
    page = watching

    def inject(route: Route) -> None:
        evil = (
            "<script>globalThis.injected = 1</script><img src=x onerror='injected = 2'>"
            "<script src='data:text/javascript,injected=3'></script>"
            "<script src='https://example.org/evil.js'></script>"
            "<style>main{display:none}</style><p style='position:fixed;inset:0' id=cover>덮개</p>"
            "<iframe src='https://example.org/'></iframe><form action='https://example.org/'><button>보내기</button></form>"
        )
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{evil}</main>"))

    page.route(address + "towns/", inject)
    page.goto(address + "towns/")
    page.evaluate("document.querySelector('[action] button').click()")
    assert page.evaluate("globalThis.injected") is None
    assert page.evaluate("getComputedStyle(document.querySelector('main')).display") != "none"
    assert page.evaluate("getComputedStyle(document.querySelector('#cover')).position") == "static"
    assert page.url == address + "towns/"
    directives = {line.split(" ")[0] for line in stopped(page)}
    assert {"script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "frame-src", "form-action"} <= (
        directives
    )
    page.unroute(address + "towns/")
