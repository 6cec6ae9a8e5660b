"""The preview in Chromium: pages load anew, faults lie over them, and the book keeps its page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_axe import AXE
from tests.conftest import CITIES
from tests.serve.running import Serving, State, broken, serving, whole

pytestmark = pytest.mark.usefixtures("no_waiting")
PROGRAM = Path("programs") / "library.md"
FAULTS = """async patience => {
  const told = await axe.run({resultTypes: ["violations"], pingWaitTime: patience});
  return told.violations.map(({id, nodes}) => [id, nodes[0].html.slice(0, 120)]);
}"""
"""Axe leaves out a frame that does not answer in half a second, if it is not told to wait longer."""
NEWEST = """version => {
  const script = document.querySelector("script[data-version]"), own = location.pathname.startsWith("/_editor/");
  return document.readyState === "complete" && (script ? script.dataset.version === version : own);
}"""
"""Whether a frame is loaded and will not load itself anew: then axe, which waits for its answer, would wait in vain."""
MODES = ("light", "dark", "contrast")
PATIENCE = 120_000
"""Milliseconds: a busy machine takes long."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder = tmp_path_factory.mktemp("browsing")
    shutil.copytree(CITIES / "yeoul", folder / "content")
    with serving(folder / "content", folder / "output", "--guidebook") as preview:
        preview.until(lambda state: whole(state) and bool(state["books"]["guidebook"]["version"]))
        yield preview


@pytest.fixture
def page(browser: Browser, preview: Serving) -> Iterator[Page]:
    """A page that says nothing on its console, and asks no other server."""
    opened, complaints = browser.new_page(viewport={"width": 1280, "height": 800}), list[str]()
    opened.set_default_timeout(PATIENCE)
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "request",
        lambda sent: None if sent.url.startswith((preview.address, "data:")) else complaints.append(sent.url),
    )
    yield opened
    opened.close()
    assert complaints == []


def written(preview: Serving) -> str:
    return (preview.content / PROGRAM).read_text(encoding="utf-8")


def save(preview: Serving, words: str) -> None:
    (preview.content / PROGRAM).write_text(words, encoding="utf-8")


def calm(state: State) -> bool:
    """Nothing is being made."""
    return not state["busy"] and not any(book["busy"] for book in state["books"].values())


def faults(browser: Browser, preview: Serving, path: str, ready: str) -> list[object]:
    """What axe has against a page in each mode, as soon as `ready` is there and every frame is the newest."""
    found: list[object] = []
    page = browser.new_page()  # with a console of its own: axe tries what the policy forbids
    page.set_default_timeout(PATIENCE)
    page.add_init_script(path=AXE)
    for mode in MODES:
        page.add_init_script(f"localStorage.setItem('jumin-mode', '{mode}')")  # the last one holds
        version = preview.until(calm)["pages"]
        page.goto(preview.address + path)
        page.locator(ready).wait_for()
        for offline in (False, True):  # so that they are not told to load themselves anew while axe waits for them
            page.context.set_offline(offline)
            for frame in page.frames:
                frame.wait_for_function(NEWEST, arg=version)
        assert page.evaluate("document.documentElement.dataset.mode ?? 'light'") == mode
        found += page.evaluate(FAULTS, PATIENCE)
        page.context.set_offline(False)
    page.close()
    return found


def test_a_page_loads_anew_after_an_edit(page: Page, preview: Serving) -> None:
    page.goto(f"{preview.address}programs/library/")
    before = written(preview)
    save(preview, before.replace("빈집이 있었습니다.", "빈집이 세 채 있었습니다."))
    page.get_by_text("빈집이 세 채 있었습니다.").wait_for()
    save(preview, before)
    page.get_by_text("빈집이 있었습니다.").wait_for()


def test_faults_lie_over_the_page_until_they_are_hidden_or_mended(
    browser: Browser, page: Page, preview: Serving
) -> None:
    page.goto(f"{preview.address}programs/library/")
    before = written(preview)
    preview.after(lambda: save(preview, before.replace("as_of: 2025", "as_of: <b>2025</b>")), broken)
    dialog = page.get_by_role("dialog", name="오류 1개")
    dialog.wait_for()
    link = dialog.get_by_role("link")
    assert (link.get_attribute("href") or "").startswith(f"vscode://file{preview.content / PROGRAM}:")
    assert dialog.locator("b").count() == 0
    assert "골목에 책방을 열다" in page.locator("h1").inner_text()
    assert faults(browser, preview, "", "dialog[open]") == []
    assert faults(browser, preview, "_editor/", "h1") == []
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    page.reload()
    page.get_by_role("button", name="오류 1개 보기").click()
    dialog.wait_for()
    save(preview, before)
    dialog.wait_for(state="detached")
    preview.until(whole)


def test_the_book_is_made_anew_and_keeps_its_page(browser: Browser, page: Page, preview: Serving) -> None:
    page.goto(f"{preview.address}_editor/beside?book=guidebook&page=/programs/#page=3")
    shown = page.locator(".sheet img[data-version]")
    shown.wait_for()
    assert page.frame_locator("iframe").locator("h1").inner_text() != ""
    page.get_by_role("button", name="다음 쪽").click()
    page.locator(".sheet img[data-page='4']").wait_for()
    old, before = shown.get_attribute("data-version"), written(preview)
    save(preview, before.replace("빈집이 있었습니다.", "빈집이 네 채 있었습니다."))
    page.locator(f".sheet img[data-version]:not([data-version='{old}'])").wait_for()
    assert shown.get_attribute("data-page") == "4"
    assert page.url.endswith("#page=4")
    assert page.get_by_role("spinbutton", name="쪽").input_value() == "4"
    assert faults(browser, preview, "_editor/beside", ".sheet img[data-version]") == []
    save(preview, before)


def test_pages_are_pictures_of_the_book_that_is_there(preview: Serving) -> None:
    book = preview.until(whole)["books"]["guidebook"]
    assert preview.ask("/_editor/books/guidebook/1.png?width=200").headers["content-type"] == "image/png"
    assert preview.ask("/_editor/books/guidebook.pdf").body.startswith("%PDF")
    for page in (0, book["pages"] + 1):
        assert preview.ask(f"/_editor/books/guidebook/{page}.png").status == 404
    assert preview.ask("/_editor/books/gone/1.png").status == 404
    assert preview.ask("/_editor/books/gone.pdf").status == 404
