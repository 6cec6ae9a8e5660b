"""The leaflet of a route, made from a tiny city and read back by other programs than made it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from guidebook.cli import main
from guidebook.commands.examine import examine
from guidebook.model.wording.sample import notice
from guidebook.plan.itinerary import plan_route
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from tests.books.made import Leaflets, made_leaflets
from tests.conftest import CITIES, Change
from tests.paths import PACKAGES, TEMPLATES, paths

PATH = "guidebook/river-day.pdf"


def edition(content: Path, language: str | None = None) -> RenderContext:
    catalogue, faults = examine(content)
    # What has no glyph is told by `check`; here it is what laying out says of it.
    assert not [fault for fault in faults if fault.severity == "error" and fault.code != "missing-glyph"]
    return context_of(catalogue.public(), TEMPLATES, PACKAGES, language)


def leaflets(content: Path, language: str | None = None) -> Leaflets:
    return made_leaflets(edition(content, language), paths(CITIES / "maru"))


def pages(octets: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(octets)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


@pytest.fixture(scope="module")
def river() -> Leaflets:
    made = leaflets(CITIES / "maru")
    assert made.faults == ()
    return made


def test_every_route_has_a_leaflet_of_the_pages_and_size_that_links_tell(river: Leaflets) -> None:
    assert [book.path for book in river.books] == list(river.files) == [PATH]
    assert river.books[0].octets == len(river.files[PATH])
    assert river.books[0].pages == len(pages(river.files[PATH]))


def test_it_holds_all_that_is_known_of_every_stop(river: Leaflets) -> None:
    city = edition(CITIES / "maru")
    itinerary = plan_route(city.catalogue.routes[0], city.catalogue)
    whole = bare("".join(pages(river.files[PATH])))
    for entry in itinerary.entries:
        spot = entry.spot
        for value in (spot.name, entry.title, spot.address, spot.phone, spot.hours, spot.closed, spot.remark):
            assert bare(value or "") in whole
        assert spot.phone is None or "phone" not in spot.doubtful
        for field in spot.doubtful & {"address", "hours", "closed"}:
            assert bare(f"{getattr(spot, field)} 확인 필요") in whole
    guided = [entry for entry in itinerary.entries if entry.guide]
    assert guided
    assert whole.count(bare("문화관광해설사 해설 요청")) == 2 * len(guided)


def test_every_page_says_that_it_is_a_sample_and_counts_itself(river: Leaflets) -> None:
    city, said = edition(CITIES / "maru"), pages(river.files[PATH])
    for number, words in enumerate(said, start=1):
        assert bare(notice(city.site, "ko", city.words)) in bare(words)
        assert f"{number} / {len(said)}" in words
    assert bare("이 코스는 예약이 아니라 제안입니다.") in bare(said[-1])
    assert bare("발행일 2026. 11. 2.") in bare(said[-1])


def test_an_official_city_s_leaflet_is_no_sample(maru: Path, change: Change) -> None:
    change("site.yml", "published:", "official: true\npublished:")
    change("site.yml", "name: 마루 기록 모임", "name: 마루군")
    made = leaflets(maru)
    assert made.faults == ()
    assert "견본" not in "".join(pages(made.files[PATH]))


def test_links_lead_within_the_leaflet_or_out_to_the_web(maru: Path, change: Change) -> None:
    change("routes/river-day.md", "강길을 낸 주민", "[강길](program:river-path)을 낸 주민")
    made = leaflets(maru)
    assert made.faults == ()
    assert "강길을낸주민" in bare("".join(pages(made.files[PATH])))
    assert b"book:" not in made.files[PATH]
    with pikepdf.open(io.BytesIO(made.files[PATH])) as pdf:
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", pikepdf.Array())]
    assert not [link for link in links if "/A" not in link and "/Dest" not in link]


def test_the_same_content_gives_the_same_bytes(river: Leaflets) -> None:
    assert leaflets(CITIES / "maru").files == river.files


def test_a_place_visited_twice_running_is_described_once(maru: Path, change: Change) -> None:
    change(
        "routes/river-day.md",
        "  - {hall: naru",
        "  - {site: reed-village, text: 갈대밭 걷기, stay: 20}\n  - {hall: naru",
    )
    city = edition(maru)
    place = city.catalogue.place("reed-village")
    assert place is not None
    assert place.address is not None
    whole = bare("".join(pages(leaflets(maru).files[PATH])))
    assert "4번과같은장소" in whole
    assert whole.count(bare(place.address)) == 1


def test_a_short_route_takes_two_pages_and_a_long_one_as_many_as_it_needs(maru: Path) -> None:
    route = maru / "routes" / "river-day.md"
    head, stops, body = re.split(r"(?<=stops:\n)|(?=---\n강길)", route.read_text(encoding="utf-8"))
    lines = stops.splitlines(keepends=True)
    (maru / "visits" / "hansol.yml").unlink()  # it would not be home before midnight
    route.write_text(head + "".join(lines[:2]) + body, encoding="utf-8")
    assert leaflets(maru).books[0].pages == 2
    route.write_text(head + "".join(lines[:2]) * 7 + body, encoding="utf-8")
    made = leaflets(maru)
    assert made.faults == ()
    assert made.books[0].pages > 3
    described = bare("".join(pages(made.files[PATH]))).split("방문지")[-1]
    assert described.count("강박물관") == 7


def test_routes_of_every_length_have_two_to_four_pages_none_nearly_empty() -> None:
    made = leaflets(CITIES / "dasom")
    assert made.faults == ()
    assert len(made.books) == 4
    for book in made.books:
        assert 2 <= book.pages <= 4
        assert min(shares_used(made.files[book.path])) > 0.5, book.path


def shares_used(leaflet: bytes) -> list[float]:
    """How much of its height each page uses."""
    document = pypdfium2.PdfDocument(leaflet)
    try:
        return [_used(page) for page in document]
    finally:
        document.close()


def _used(page: pypdfium2.PdfPage) -> float:
    """The share of a page's height between its margins down to its last mark above the foot."""
    drawn = page.render(scale=1, grayscale=True).to_pil().point(lambda level: 255 * (level < 200))
    top, foot = round(drawn.height * 16 / 210), round(drawn.height * 190 / 210)
    box = drawn.crop((0, top, drawn.width, foot)).getbbox()
    return box[3] / (foot - top) if box else 0.0


def test_an_english_leaflet_speaks_english() -> None:
    made = leaflets(CITIES / "maru", "en")
    assert made.faults == ()
    whole = "".join(pages(made.files[PATH]))
    assert "Maru-gun village guidebook (sample)" in whole
    assert "견본" not in whole


def test_what_cannot_be_set_is_a_fault_and_no_leaflet(maru: Path, change: Change) -> None:
    change("routes/river-day.md", "강길을 낸 주민", "웃음 \U0001f600 강길을 낸 주민")
    made = leaflets(maru)
    assert {(fault.code, fault.span.file.endswith("routes/river-day.md")) for fault in made.faults} == {
        ("missing-glyph", True)
    }
    assert made.files == {}


def test_a_city_without_routes_has_no_leaflets() -> None:
    assert leaflets(CITIES / "yeoul") == Leaflets({}, (), ())


def test_a_build_lays_the_leaflets_beside_the_guidebook(maru: Path, river: Leaflets) -> None:
    output = maru.parent / "output"
    assert main(["--content", str(maru), "--output", str(output)]) == 0
    assert (output / "site" / PATH).read_bytes() == river.files[PATH]
    assert f'"site/{PATH}"' in (output / "manifest.json").read_text(encoding="utf-8")


def test_a_leaflet_with_a_fault_leaves_the_last_good_output(maru: Path) -> None:
    (maru / "routes" / "river-day.md").rename(maru / "routes" / "guidebook.md")
    (maru / "visits" / "hansol.yml").unlink()
    output = maru.parent / "output"
    assert main(["--content", str(maru), "--output", str(output)]) == 1
    assert not output.exists()
