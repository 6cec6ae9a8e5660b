"""The forms in Chromium over a repository of git: signing in, going to a field, saving."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from guidebook.load.content import load_content
from guidebook.storage.paths import Paths
from guidebook.web.admin import FOLDER, write_admin
from tests.browser.serving import served
from tests.conftest import CITIES, ROOT
from tests.fake_gitea import APPLICATION, REPO, TOKEN, Repository, fake_gitea

SETTINGS = "cms:\n  backend: forgejo\n  host: {host}\n  repo: {repo}\n  app_id: {application}\n  private: true\n"
LONGEST = 400
"""Steps of 50 ms that something may take."""


@dataclass
class Forms:
    """An editor before the forms of a city."""

    page: Page
    address: str
    repository: Repository
    asked: list[str] = field(default_factory=list)
    """Every address that the page asked for."""
    complaints: list[str] = field(default_factory=list)

    @property
    def content(self) -> Path:
        return self.repository.folder / "content"

    def sign_in(self) -> None:
        """By the account at the server, which a window of its own asks for."""
        self.page.goto(self.address)
        self.page.get_by_role("button", name="로 로그인").filter(has_not_text="토큰").click()
        self.page.get_by_role("button", name="새 자료 만들기").wait_for()

    def sign_in_by_token(self) -> None:
        self.page.goto(self.address)
        self.page.get_by_role("button", name="액세스 토큰으로 로그인").click()
        self.page.get_by_role("textbox").fill(TOKEN)
        self.page.get_by_role("button", name="로그인", exact=True).click()
        self.page.get_by_role("button", name="새 자료 만들기").wait_for()

    def open(self, folder: str, id: str) -> None:
        self.page.goto(f"{self.address}#/collections/{folder}/entries/{id}")
        self.page.locator("[data-key-path]").first.wait_for()

    def new(self, folder: str, id: str) -> None:
        self.page.goto(f"{self.address}#/collections/{folder}/new")
        self.page.locator("[data-key-path]").first.wait_for()
        self.page.get_by_role("group", name="아이디").get_by_role("textbox").fill(id)

    def field(self, path: str) -> Locator:
        """A field by its path; what lies below the window is only made when it comes into sight."""
        found = self.page.locator(f'[data-key-path="{path}"]')
        self.page.mouse.move(400, 400)
        for _ in range(LONGEST):
            if found.count():
                break
            self.page.mouse.wheel(0, 600)
            self.page.wait_for_timeout(50)
        found.scroll_into_view_if_needed()
        return found

    def write(self, path: str, words: str) -> None:
        self.field(path).locator("input, textarea").first.fill(words)

    def read(self, path: str) -> str:
        return self.field(path).locator("input, textarea").first.input_value()

    def save(self) -> str:
        """Save, and give the new commit."""
        before = self.repository.head
        self.save_button.click()
        for _ in range(LONGEST):
            if self.repository.head != before:
                self.page.wait_for_url(lambda url: "/entries/" not in url and "/new" not in url)  # the form closes
                self.page.get_by_role("button", name="새 자료 만들기").wait_for()
                return self.repository.head
            self.page.wait_for_timeout(50)
        raise AssertionError("nothing was saved: " + self.page.locator("body").inner_text())

    def choose(self, path: str, *options: str) -> None:
        """Choose from a list that unfolds."""
        for option in options:
            self.field(path).get_by_role("combobox").click()
            self.page.get_by_role("option", name=option, exact=True).click()

    def add_to(self, path: str) -> None:
        """Begin another entry of a list."""
        self.field(path).get_by_role("button").filter(has_text="추가").last.click()

    def upload(self, path: str, file: Path) -> None:
        """Put a file of this computer into a field for pictures."""
        self.field(path).get_by_role("button", name="찾아보기").click()
        dialog = self.page.get_by_role("dialog")
        with self.page.expect_file_chooser() as choosing:
            dialog.get_by_role("button", name="업로드").click()
        choosing.value.set_files(file)
        dialog.get_by_role("button", name="삽입").click()
        dialog.wait_for(state="hidden")

    def dialog(self, button: str) -> str:
        """What the dialog with that button says; then the button is pressed."""
        found = self.page.get_by_role("alertdialog").filter(
            has=self.page.get_by_role("button", name=button, exact=True)
        )
        found.wait_for()
        said = found.inner_text()
        found.get_by_role("button", name=button, exact=True).click()
        found.wait_for(state="hidden")
        return said

    @property
    def save_button(self) -> Locator:
        return self.page.get_by_role("button", name="저장", exact=True)


@contextmanager
def opened(folder: Path, browser: Browser, repository: Repository) -> Iterator[Forms]:
    """The forms in `folder`, in a browser of a Korean who was never there before."""
    with served(folder) as address:
        context = browser.new_context(locale="ko-KR", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        forms = Forms(context.new_page(), address, repository)
        context.on("request", lambda sent: forms.asked.append(sent.url))
        context.on("weberror", lambda error: forms.complaints.append(str(error.error)))
        context.on("console", lambda said: forms.complaints.append(said.text) if said.type == "error" else None)
        yield forms
        context.close()


@contextmanager
def forms_of(name: str, folder: Path, browser: Browser) -> Iterator[Forms]:
    """The forms of a copy of a small city, whose repository lies in `folder`."""
    shutil.copytree(CITIES / name, folder / "repository" / "content")
    repository = Repository(folder / "repository")
    with fake_gitea(repository) as host:
        site = folder / "repository" / "content" / "site.yml"
        settings = SETTINGS.format(host=host, repo=REPO, application=APPLICATION)
        site.write_text(site.read_text(encoding="utf-8") + settings, encoding="utf-8")
        repository.commit("편집 양식을 켬")
        with opened(written(site.parent, folder), browser, repository) as forms:
            yield forms


def written(content: Path, folder: Path) -> Path:
    """The forms of a city as a build writes them, below `folder`."""
    paths = Paths.within(ROOT, content=content, output=folder / "made", cache=folder / "cache")
    site = load_content(content).catalogue.site
    assert site is not None
    assert write_admin(site, paths, folder / "made") == ()
    return folder / "made" / FOLDER
