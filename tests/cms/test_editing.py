"""An official at the forms, from the browser to paper: what is saved is a commit, and the commit is what is built.

One session in Chromium does everything, and one build follows; the tests look at what became of it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser

from guidebook.books.visit_editions import SCREEN
from guidebook.cli import main
from guidebook.load.content import load_content
from guidebook.render.addresses import GUIDEBOOK_PDF
from tests.cms.forms import Forms, forms_of, opened, written
from tests.cms.test_config import config_of, fields_in
from tests.commands.packs import packed
from tests.commands.printed_files import Pdf
from tests.fake_gitea import Repository

TITLE, PHONE, DELEGATION = "강길을 따라 느긋한 하루", "043-222-3999", "한솔시 마을자치 배움모임"
NOODLES, PICTURE = "버들 국수", "강 박물관.jpg"
MISFITS = """pairs => pairs.filter(([pattern, example]) => !new RegExp(pattern).test(example)).map(([one]) => one)"""


PICKED = """window.showDirectoryPicker = async () => {
  const top = await navigator.storage.getDirectory();
  await top.getDirectoryHandle('.git', { create: true });
  for (const [path, text] of Object.entries(FILES)) {
    const steps = path.split('/'), name = steps.pop();
    let folder = top;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
    const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
  }
  return top;
};"""
READ = """async steps => {
  let at = await navigator.storage.getDirectory();
  for (const step of steps.slice(0, -1)) at = await at.getDirectoryHandle(step);
  return (await (await at.getFileHandle(steps.at(-1))).getFile()).text();
}"""


@dataclass
class Session:
    """What happened, in order."""

    content: Path
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    refused: str = ""
    """What the form said of a telephone number without hyphens."""
    dialog: str = ""
    """What the second of two people was told."""
    failed: str = ""
    """What was said where another was quicker by a moment."""
    copies: list[int] = field(default_factory=list)
    """Of the visit, as the other two wrote them, after both had saved."""
    misfits: list[str] = field(default_factory=list)
    """Regular expressions that a browser does not read as we do."""


@pytest.fixture(scope="module")
def session(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Session:
    with forms_of("maru", tmp_path_factory.mktemp("forms"), browser) as forms:
        found = Session(forms.content)
        forms.sign_in()
        edit_a_route_a_restaurant_and_a_visit(forms)
        add_a_restaurant(forms, found)
        add_a_picture(forms)
        found.log = forms.repository.git("log", "--format=%an: %s").splitlines()
        found.complaints = [*forms.complaints]
        two_people_change_a_visit(forms, found)
        found.misfits = [*forms.page.evaluate(MISFITS, patterns())]
        found.asked = forms.asked
    return found


def edit_a_route_a_restaurant_and_a_visit(forms: Forms) -> None:
    forms.open("routes", "river-day")
    forms.write("title", TITLE)
    forms.save()
    forms.open("restaurants", "ferry-table")
    forms.write("phone", PHONE)
    forms.save()
    forms.open("visits", "hansol")
    forms.write("delegation", DELEGATION)
    forms.write("people", "31")
    forms.save()


def add_a_restaurant(forms: Forms, found: Session) -> None:
    """With a mistake first: the form says in Korean what a telephone number looks like, and saves nothing."""
    forms.new("restaurants", "willow-noodles")
    forms.write("name", NOODLES)
    forms.write("address", "가람도 마루군 나루면 버들길 2")
    forms.write("phone", "0432224000")
    forms.add_to("sources")
    forms.choose("sources.0.kind", "공공기관")
    forms.write("sources.0.publisher", "마루군")
    forms.write("sources.0.title", "음식점 명부")
    forms.choose("sources.0.covers", "주소", "전화")
    forms.save_button.click()
    found.refused = forms.field("phone").inner_text()
    forms.write("phone", "043-222-4000")
    forms.save()


def add_a_picture(forms: Forms) -> None:
    """With a name in Hangul, as cameras of offices do not give them but people do."""
    drawn = forms.repository.folder.parent / PICTURE
    Image.new("RGB", (1200, 800), (90, 140, 200)).save(drawn)
    forms.open("sites", "river-museum")
    forms.add_to("pictures")
    forms.upload("pictures.0.file", drawn)
    forms.write("pictures.0.alt", "강 박물관 앞의 배")
    forms.write("pictures.0.rights.holder", "마루군")
    forms.choose("pictures.0.rights.licence", "직접 만듦")
    forms.field("pictures.0.people").get_by_text("없음", exact=True).click()
    forms.save()


def two_people_change_a_visit(forms: Forms, found: Session) -> None:
    """Once the other saved while the form was open, once in the moment between the last look and the save."""

    def somebody_else(copies: int) -> None:
        visit = forms.content / "visits" / "hansol.yml"
        before = visit.read_text(encoding="utf-8")
        visit.write_text(re.sub(r"copies: \d+", f"copies: {copies}", before), encoding="utf-8")
        forms.repository.commit("다른 사람이 고침")

    def copies() -> int:
        return load_content(forms.content).catalogue.visits[0].copies

    forms.open("visits", "hansol")
    forms.write("copies", "99")
    somebody_else(40)
    forms.save_button.click()
    found.dialog = forms.dialog("취소")
    found.copies.append(copies())
    forms.page.reload()
    forms.open("visits", "hansol")
    forms.write("copies", "98")
    forms.repository.meanwhile = lambda: somebody_else(41)
    forms.save_button.click()
    found.failed = forms.dialog("확인")
    found.copies.append(copies())


def patterns() -> list[list[str]]:
    """The regular expressions of all forms, each with the example that its message gives."""
    made = config_of("maru")
    fields = [field for form in made["collections"] for field in fields_in(form["fields"])]
    found = {tuple(field["pattern"]) for field in fields if "pattern" in field}
    return [[pattern, said.partition("예시: ")[2].split(", ")[0]] for pattern, said in sorted(found)]


@pytest.fixture(scope="module")
def output(session: Session, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("built") / "output"
    assert main(["--content", str(session.content), "--output", str(made)]) == 0
    return made


def servers(addresses: list[str]) -> set[str]:
    """Those of all addresses that are no data of the page itself."""
    return {urlsplit(address).netloc for address in addresses if not address.startswith(("blob:", "data:"))}


def words_of(path: Path) -> str:
    """All words of a book, without room between them: lines end anywhere."""
    return re.sub(r"[\s\u2060]", "", "".join(Pdf(path).words))


def test_each_save_is_a_commit_of_who_was_signed_in(session: Session) -> None:
    assert session.log[:5] == [
        "편집자: 장소 고침: river-museum +1",
        "편집자: 음식점 새로 씀: willow-noodles",
        "편집자: 방문 고침: hansol",
        "편집자: 음식점 고침: ferry-table",
        "편집자: 코스 고침: river-day",
    ]


def test_nobody_but_this_machine_was_asked(session: Session) -> None:
    assert {server.partition(":")[0] for server in servers(session.asked)} == {"127.0.0.1"}
    assert len(session.asked) > 10
    assert session.complaints == []


def test_what_was_saved_is_right(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--content", str(session.content)]) == 0, capsys.readouterr().out
    catalogue = load_content(session.content).catalogue
    assert {one.id for one in catalogue.restaurants} == {"ferry-table", "willow-noodles"}
    assert catalogue.visits[0].people == 31
    assert catalogue.visits[0].start == "10:00"
    (picture,) = next(site for site in catalogue.sites if site.id == "river-museum").pictures
    assert picture.file == PICTURE


def test_the_change_is_on_the_page_and_in_the_book(output: Path) -> None:
    site = output / "site"
    assert TITLE in (site / "routes" / "river-day" / "index.html").read_text(encoding="utf-8")
    assert PHONE in (site / "restaurants" / "ferry-table" / "index.html").read_text(encoding="utf-8")
    assert NOODLES in (site / "restaurants" / "index.html").read_text(encoding="utf-8")
    book = words_of(site / GUIDEBOOK_PDF)
    assert [one for one in (TITLE, PHONE, NOODLES) if one.replace(" ", "") not in book] == []


def test_the_change_is_in_the_visit_s_pack(session: Session, output: Path) -> None:
    pack = packed(session.content, output, "hansol")
    booklet = words_of(pack.folder / SCREEN)
    assert [one for one in (DELEGATION, "31명", PHONE) if one.replace(" ", "") not in booklet] == []


def test_the_form_says_what_a_telephone_number_looks_like(session: Session) -> None:
    assert "전화번호 형식에 맞지 않습니다. 예시: 043-222-4000" in session.refused


def test_of_two_people_the_second_is_asked_and_overwrites_nothing(session: Session) -> None:
    assert "다른 사람이 먼저 고쳤습니다" in session.dialog
    assert "그래도 저장" in session.dialog
    assert session.failed
    assert session.copies == [40, 41]


def test_a_token_signs_in_too(browser: Browser, tmp_path: Path) -> None:
    with forms_of("yeoul", tmp_path, browser) as forms:
        forms.sign_in_by_token()
        assert forms.complaints == []


def test_a_folder_of_the_own_computer_is_edited_without_any_server(
    browser: Browser, maru: Path, tmp_path: Path
) -> None:
    """Without settings, in Chromium. Its own folder stands for the one that somebody picks, with `.git` in it."""
    files = {path.relative_to(maru.parent).as_posix(): path.read_text("utf-8") for path in maru.rglob("*.*")}
    with opened(written(maru, tmp_path), browser, Repository(tmp_path / "unused")) as forms:
        forms.page.add_init_script(PICKED.replace("FILES", json.dumps(files)))
        forms.page.goto(forms.address)
        forms.page.get_by_role("button", name="로컬 저장소로 작업").click()
        forms.page.get_by_role("button", name="새 자료 만들기").wait_for()
        forms.open("visits", "hansol")
        forms.write("people", "33")
        forms.save_button.click()
        forms.page.get_by_role("button", name="새 자료 만들기").wait_for()
        saved = forms.page.evaluate(READ, ["content", "visits", "hansol.yml"])
        assert servers(forms.asked) == servers([forms.address])
        assert forms.complaints == []
    (maru / "visits" / "hansol.yml").write_text(saved, encoding="utf-8")
    assert load_content(maru).catalogue.visits[0].people == 33


def test_browsers_read_every_pattern_as_we_do(session: Session) -> None:
    assert len(patterns()) > 5
    assert session.misfits == []


def test_a_save_that_names_a_site_that_is_gone_is_told(maru: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Forms offer what is there; but who deletes a site is not told of the routes that lead to it."""
    (maru / "sites" / "reed-village.yml").unlink()
    assert main(["check", "--content", str(maru)]) == 1
    assert re.search(r"routes/river-day\.md:\d+:\d+: error\[unknown-site\] 'reed-village'", capsys.readouterr().out)
