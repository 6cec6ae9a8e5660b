"""A pack with an edition more, for a delegation of two coaches that comes once again, and a site beside it.

The command makes it once for all tests here: they look at different papers of it, and none changes what another reads.
It is made with a cache of its own, because of a private visit nothing may stay there, unless that was asked for; what
it shares with others does.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pypdfium2
import pytest

from guidebook.books.edition_files import PRINTING, EditionFiles, PrintOrder
from guidebook.books.kept_books import Pending
from guidebook.books.visit_editions import SCREEN
from guidebook.books.visit_papers import CHECKLIST, MESSAGE, REPORT, SCHEDULE, WELCOME
from guidebook.cli import main
from guidebook.cli.paths import CACHE_VARIABLE
from guidebook.commands.unless_unchanged import check_unless_unchanged
from guidebook.layout.cache import STEP
from guidebook.render.context import RenderContext
from guidebook.render.office.print_instructions import CopierJob
from guidebook.storage.paths import Paths
from tests.commands.packs import FILES, Pack, numbers_in_contents, packed, ruled_pages_stand_at_the_end
from tests.commands.printed_files import (
    A4,
    BOOK,
    LOOK,
    TITLES,
    bare,
    check_folios,
    check_links,
    guidebook,
    small_words,
)
from tests.conftest import CITIES, ROOT, TWO_COACHES, Change
from tests.own_cache import furnished

ORDERED = ("--copies", "12", "--copies", "large-print=3")
LARGE_PRINT = f"large-print/{BOOK}-{TITLES['large-print']}.pdf"
GOALS = "".join(f"  - 조사할 것 {number}\n" for number in range(1, 103))
"""So many that their numbers have three digits."""
PUBLIC = """delegation: 두레시 주민자치회
date: 2026-11-12
start: "10:00"
end: "16:00"
route: river-day
people: 30
copies: 30
people_came: 26
status: done
public: true
host: {department: 두레 안내과, phone: 043-222-0909}
edition_at: 2026-11-10 16:30
"""
"""Another visit, which the site may tell of."""


@dataclass(frozen=True)
class Kept:
    """What lies in the cache when the pack has been made, and what lay there while its visit was to be kept."""

    names: set[str]
    of_visits: list[Path]
    """Files that are kept for visits, or that name the delegation."""
    shared: list[str]
    """The text of every chapter that is kept for all."""
    before: Before


@dataclass(frozen=True)
class Before:
    """The pack as it was first made, with `--keep`, and as a fault left it."""

    files: dict[str, bytes]
    own: list[str]
    """The text of every chapter that is kept for visits."""
    modes: set[int]
    """Of all files that are."""
    shared: list[str]
    """The text of every chapter that is kept for all."""
    fault: str
    """What was said of a stapler that is too small."""
    left: dict[str, bytes]


def words_kept(folder: Path) -> list[str]:
    """The text of every chapter that is kept, and what else is kept of it; one that was only measured has no pages."""
    told = []
    for path in sorted((folder / STEP).iterdir()):
        kept = msgspec.msgpack.decode(path.read_bytes().partition(b"\n")[2])
        octets = kept.pop("pdf")
        pages = [str(kept)]
        if octets:
            document = pypdfium2.PdfDocument(octets)
            pages += [page.get_textpage().get_text_bounded() for page in document]
            document.close()
        told.append("\n".join(pages))
    return told


def made_before(places: Paths) -> Before:
    """The pack made with `--keep`, and then, of the chapters that were kept, for a stapler that is too small."""
    pack = packed(places.content, places.output, "hansol", *ORDERED, "--keep")
    files, kept = pack.files(), places.cache / "visits"
    modes = {path.stat().st_mode for path in kept.rglob("*") if path.is_file()}
    own = words_kept(kept)
    site = places.content / "site.yml"
    written = site.read_text(encoding="utf-8")
    site.write_text(written.replace("published:", "printing:\n  staple_sheets: 1\npublished:"), encoding="utf-8")
    fault = guidebook(places.content, places.output, "--visit", "hansol", "--keep", code=1)
    site.write_text(written, encoding="utf-8")
    shutil.rmtree(kept)  # so that all of the visit is laid out once more, and can be compared
    return Before(files, own, modes, words_kept(places.shared_steps), fault, pack.files())


@pytest.fixture(scope="module")
def pack(made: tuple[Pack, Kept]) -> Pack:
    return made[0]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pack, Kept]:
    """The pack, made with `--keep` and made anew without, what is kept of it, then a build of the site beside it."""
    content = tmp_path_factory.mktemp("visit") / "content"
    furnished(content.parent / "cache")
    shutil.copytree(CITIES / "maru", content)
    told = {
        "visits/hansol.yml": f"{TWO_COACHES}confirmed: [ferry-table]\ngoals:\n{GOALS}edition_at",
        "site.yml": "base_url: https://example.org/maru/\npublished",
    }
    for file, words in told.items():
        before = (content / file).read_text(encoding="utf-8")
        (content / file).write_text(before.replace(words.rpartition("\n")[2], words, 1), encoding="utf-8")
    with (content / "programs" / "river-path.md").open("a", encoding="utf-8") as report:
        report.write("\n[나루읍의 이야기](town:naru)도 있습니다.\n")
    (content / "visits" / "dure.yml").write_text(PUBLIC, encoding="utf-8")
    output = content.parent / "output"
    places = Paths.within(ROOT, content, output, content.parent / "cache")
    assert check_unless_unchanged(places, "2026-11-28"), "something is told of the visit"
    assert (places.cache / "visits" / "run").is_dir()
    assert not places.shared_steps.exists()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, str(places.cache))
        kept_first = made_before(places)
        made = packed(content, output, "hansol", *ORDERED)
    files = [path for path in places.cache.rglob("*") if path.is_file() and "fonts" not in path.parts]
    named = [path for path in files if "visits" in path.parts or "한솔".encode() in path.read_bytes()]
    kept = Kept({path.name for path in places.cache.iterdir()}, named, words_kept(places.shared_steps), kept_first)
    assert main(["--site-only", "--content", str(content), "--output", str(output)]) == 0
    return made, kept


def test_nothing_of_a_visit_stays_but_the_reports_it_shares_with_others(made: tuple[Pack, Kept]) -> None:
    kept = made[1]
    assert kept.names <= {"fonts", "webfonts", "steps", "digests", "pictures"}
    assert kept.of_visits == []
    assert any("주민이 강길을 내다" in words for words in kept.shared), "the report is there"
    assert not any("한솔" in words for words in kept.shared)


def test_a_visit_s_pack_has_further_editions_in_folders_of_their_own(pack: Pack) -> None:
    assert {path.name for path in pack.folder.iterdir()} == {*FILES, "large-print"}
    assert set(pack.files("large-print")) == {f"{BOOK}-{TITLES['large-print']}.pdf", PRINTING, LOOK}
    assert "3부, A4 " in pack.text("large-print")


def test_each_edition_has_its_own_number_of_copies_and_all_stand_on_one_sheet(pack: Pack) -> None:
    """Forty for the copier and three in large print: one command, one sheet for who stands at the copier."""
    own, _, large = pack.text("").partition("[큰글자] large-print/")
    assert "12부, A4 " in own
    assert "3부, A4 " in large
    assert "12부" not in large
    assert "인쇄: 12부" in pack.told
    assert "인쇄: 큰글자 3부" in pack.told


def test_editions_and_their_numbers_can_stand_in_the_visit_itself(
    maru: Path, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, int]] = []

    def no_files(
        edition: RenderContext, _: object, __: object, commission: PrintOrder, *___: object
    ) -> tuple[EditionFiles, tuple[()]]:
        made.append((edition.print_format.id, commission.copies))
        job = CopierJob(commission.copies, (1,), False) if edition.print_format.folded else None
        return EditionFiles({PRINTING: b""}, 4, job, Pending(None, lambda _: ())), ()

    for book in ("visit_book", "plain_book"):  # what stands in a book, the pack above shows
        monkeypatch.setattr(f"guidebook.books.visit_editions.{book}", lambda *_: (object(), ()))
    monkeypatch.setattr("guidebook.books.visit_editions.edition_files", no_files)
    monkeypatch.setattr("guidebook.commands.packs.files._write_papers", lambda *_: ())
    change("visits/hansol.yml", "copies: 30\n", "copies: 30\neditions: {large-print: 3, office-plain: 2}\n")
    for asked in (("--copies", "40"), ("--copies", "large-print=5", "--copies", "press=100"), ("--edition", "press")):
        guidebook(maru, maru.parent / "out", "--visit", "hansol", *asked)
    assert [dict(made[:4]), dict(made[4:9]), dict(made[9:])] == [
        {"screen": 40, "office": 40, "office-plain": 2, "large-print": 3},
        {"screen": 30, "office": 30, "office-plain": 2, "press": 100, "large-print": 5},
        {"screen": 30, "office": 30, "office-plain": 2, "press": 30, "large-print": 3},
    ]


@pytest.mark.parametrize(
    "copies", ["0", "-3", "many", "10001", "4.5", "=3", "screen=3", "large=3", "large-print=0", "٣"]
)
def test_copies_that_nobody_can_print_are_answered_in_korean(tmp_path: Path, copies: str) -> None:
    said = guidebook(CITIES / "maru", tmp_path / "out", f"--copies={copies}", code=2)
    assert "부수는 1부터 10,000까지" in said or "인쇄 판: office, office-plain, press, large-print" in said
    assert guidebook(CITIES / "maru", tmp_path / "out", "--copies=4", "--copies=5", code=2).count("두 번") == 1


def test_a_visit_s_large_print_is_large_and_has_numbers_of_its_own(pack: Pack) -> None:
    pdf = pack.pdf("large-print")
    assert set(pdf.sizes) == {A4}
    check_folios(pdf, (1, len(pdf.sizes)))
    check_links(pdf)
    assert small_words(pdf.path) == []


def test_every_edition_lists_its_pages_in_order_and_says_what_is_new(pack: Pack) -> None:
    for name in (SCREEN, LARGE_PRINT):
        pages = pack.words(name)
        numbers = numbers_in_contents(pages)
        assert len(numbers) >= 9
        assert numbers == sorted(numbers)
        assert "1판 대비 변경 사항" in pages[1]
        schedule = bare(next(page for page in pages[2:] if "1판 대비 변경 사항" in page))
        assert "점심장소를바꾸었습니다" in schedule
        assert "07:45한솔역(한솔시역로1),담당공무원4명" in schedule
        assert "나룻배밥상" in bare("".join(pages[2:]))
        assert ruled_pages_stand_at_the_end(pages)


def test_what_only_the_host_may_know_is_on_the_checklist_alone(pack: Pack) -> None:
    (checklist,) = pack.words(CHECKLIST)
    for private in ("02-2000-1111", "채식 2명", "휠체어 1명"):
        assert private in checklist
        for name in (SCREEN, LARGE_PRINT, SCHEDULE, WELCOME, REPORT):
            assert bare(private) not in bare("".join(pack.words(name))), name
    assert "02-2000-0000" in "".join(pack.words(SCREEN)), "an office's number may be printed"
    assert "02-2000-1111" not in (pack.folder / MESSAGE).read_text(encoding="utf-8-sig")


def test_the_telephones_have_one_page_in_every_edition(pack: Pack) -> None:
    for name in (SCREEN, LARGE_PRINT):
        assert sum("긴급 연락처" in page[:40] for page in pack.words(name)[2:]) == 1


def test_a_place_that_said_yes_is_ticked_off_in_words(pack: Pack) -> None:
    (checklist,) = pack.words(CHECKLIST)
    assert "확인 완료" in checklist


def test_goals_are_numbered_inside_the_margin_however_many(pack: Pack) -> None:
    """What reaches into a margin is an error, so that there were no pack."""
    for name in (SCREEN, LARGE_PRINT):
        assert "조사할것102" in bare("".join(pack.words(name)))


def test_a_report_s_link_to_what_the_booklet_does_not_hold_is_plain_words(pack: Pack) -> None:
    for name in (SCREEN, LARGE_PRINT):
        assert any("나루읍의 이야기도" in page for page in pack.words(name))


def test_the_back_leads_to_our_own_site_where_there_is_an_address(pack: Pack) -> None:
    assert "https://example.org/maru/" in pack.words(SCREEN)[-1]


def test_a_visit_is_on_the_site_only_if_it_says_so_and_then_without_its_host(pack: Pack) -> None:
    published = [pack.output / "manifest.json", *(p for p in (pack.output / "site").rglob("*") if p.is_file())]
    assert len(published) > 20
    assert b"print/" not in published[0].read_bytes()
    for path in published:
        for word in ("한솔시", "2판", "02-2000", "043-222-0101", "043-222-0909", "두레 안내과"):
            assert word.encode() not in path.read_bytes(), path
    page = (pack.output / "site" / "visits" / "index.html").read_text(encoding="utf-8")
    assert "두레시" in page
    assert "26명" in page


def test_a_later_build_keeps_the_pack_the_same_visit_gives_the_same_bytes_and_a_fault_leaves_them(
    made: tuple[Pack, Kept],
) -> None:
    pack, kept = made
    before = kept.before
    assert len(before.files) > len(FILES)
    assert pack.files() == before.files
    assert any("한솔" in words for words in before.own)
    assert before.shared == kept.shared
    assert {mode & 0o077 for mode in before.modes} == {0}
    assert "error[too-thick]" in before.fault
    assert before.left == before.files
