"""A 시 of dongs alone, a 군 and a 구 are each spoken of in their own words: website, book, data files and papers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from guidebook.cli import main
from tests.conftest import CITIES
from tests.sharing import made_once

TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
OTHERS = {
    "haeoreum": r"읍|면동|읍면|군청|구청|도청",
    "maru": r"읍면동|면동|시청(?! 앞)|구청|도청",
    "saetbyeol": r"읍|면동|읍면|시청|군청|도청|행정복지센터",
}
"""City → what would be another's word. 한솔시청 앞 is where a delegation of another city sets out."""


COLUMN, TABLES = "읍면동", ("data/index.html", "site/data/restaurants.csv")
"""The name of a column is a key that programs read, the same in every city, and where that is described."""


def made(factory: pytest.TempPathFactory, city: str) -> Path:
    """All that `build` and `guidebook --visit` make of the city."""

    def build(folder: Path) -> None:
        options = ["--content", str(CITIES / city), "--output", str(folder / "output")]
        assert main(options) == 0
        assert main(["guidebook", "--visit", "hansol", *options]) == 0

    return made_once(factory, f"three-kinds-{city}", build) / "output"


@pytest.fixture(scope="module", params=sorted(OTHERS))
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    return request.param, made(tmp_path_factory, request.param)


def pages(output: Path) -> Iterator[tuple[str, str]]:
    """What readers of each page see or hear: its text, and labels and descriptions in attributes."""
    for path in sorted((output / "site").rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        said = re.findall(r'(?:content|alt|title|aria-label|data-said)="([^"]*)"', html)
        text = " ".join(TAG.sub(" ", html).split())
        yield path.relative_to(output / "site").as_posix(), "\n".join((text, *said))


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def everything(output: Path) -> Iterator[tuple[str, str]]:
    """All texts that people read, by the names of their files."""
    yield from pages(output)
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if path.suffix == ".pdf":
            yield name, pdf_text(path)
        elif path.suffix in (".txt", ".ics", ".csv", ".geojson", ".xml") and not name.startswith("admin/"):
            yield name, path.read_text(encoding="utf-8")


def test_nothing_says_another_city_s_word(city: tuple[str, Path]) -> None:
    name, output = city
    found = {
        file: others
        for file, said in everything(output)
        if (others := re.findall(OTHERS[name], said.replace(COLUMN, "") if file in TABLES else said))
    }
    assert found == {}


def site_text(output: Path, page: str) -> str:
    return dict(pages(output))[page]


@pytest.fixture(scope="module")
def of_dongs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory, "haeoreum")


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory, "saetbyeol")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory, "maru")


def test_a_city_of_dongs_has_dongs(of_dongs: Path) -> None:
    assert "동 2곳" in site_text(of_dongs, "towns/index.html")
    assert "우수 동" in site_text(of_dongs, "towns/mulbit/index.html")
    assert "물빛동 행정복지센터" in site_text(of_dongs, "routes/garden-day/index.html")
    assert "해오름역" in site_text(of_dongs, "sites/index.html")
    assert "우수 동" in pdf_text(of_dongs / "site" / "guidebook" / "guidebook.pdf")


def test_a_county_has_myeons(county: Path) -> None:
    assert "면 2곳" in site_text(county, "towns/index.html")
    assert "우수 면" in pdf_text(county / "site" / "guidebook" / "guidebook.pdf")


def test_a_district_has_its_own_halls_and_kinds_of_places(district: Path) -> None:
    assert "동 3곳" in site_text(district, "towns/index.html")
    assert "별마루동 주민센터" in site_text(district, "routes/evening/index.html")
    listed = site_text(district, "sites/index.html")
    assert "등불 골목" in listed
    assert re.search(r"시설\s.*전통시장.*달맞이시장.*지하철역.*달맞이역", listed, re.DOTALL)
    assert "구청" in site_text(district, "sites/office/index.html")
    assert "별마루동 주민센터" in pdf_text(district / "site" / "guidebook" / "guidebook.pdf")


def test_letters_stand_on_the_map_and_in_the_list(district: Path) -> None:
    html = (district / "site" / "sites" / "index.html").read_text(encoding="utf-8")
    assert "<title>동쪽 문</title>" in html
    assert "동쪽 문" not in re.sub("<svg.*?</svg>", "", html, flags=re.DOTALL)
    assert re.findall(r'<g class="map-lettered">.*?>(.)</text></g>', html) == ["시", "역", "역", "문"]
    assert re.findall(r'<h3><span class="mark" aria-hidden="true">(.)</span> ([^<]*)</h3>', html) == [
        ("시", "전통시장"),
        ("역", "지하철역"),
    ]


def test_beside_the_map_stands_what_each_of_its_letters_is(district: Path) -> None:
    """Those of landmarks too, which stand in no list."""
    html = (district / "site" / "sites" / "index.html").read_text(encoding="utf-8")
    (beside,) = re.findall("<figcaption>.*?</figcaption>", html, flags=re.DOTALL)
    legend = re.findall(r'<span class="letter">(.)</span> ([^<,]*)', beside)
    assert legend == [("시", "전통시장"), ("역", "지하철역"), ("문", "옛 문")]


def test_data_files_name_kinds_and_halls(district: Path) -> None:
    places = json.loads((district / "site" / "data" / "places.geojson").read_text(encoding="utf-8"))
    labels = {place["id"]: place["properties"]["kind_label"] for place in places["features"]}
    assert labels["old-market"] == "전통시장"
    assert labels["moon-metro"] == "지하철역"
    assert labels["office"] == "구청"
    assert labels["hanul"] == "주민센터"


@pytest.mark.parametrize(
    ("name", "hall", "town_hall"),
    [
        ("haeoreum", "City hall", "Mulbit-dong community centre"),
        ("saetbyeol", "District office", "Byeolmaru-dong community service centre"),
    ],
)
def test_pages_in_english_say_it_in_english(
    tmp_path_factory: pytest.TempPathFactory, name: str, hall: str, town_hall: str
) -> None:
    said = site_text(made(tmp_path_factory, name), "en/index.html")
    assert hall in said
    assert town_hall in said
    assert "outstanding neighbourhood" in said
    assert not re.search(r"\btowns?\b", said)


def test_an_interface_in_english_names_kinds_in_english(tmp_path: Path) -> None:
    options = ["--content", str(CITIES / "saetbyeol"), "--output", str(tmp_path / "output")]
    assert main([*options, "--site-only", "--lang", "en"]) == 0
    listed = site_text(tmp_path / "output", "sites/index.html")
    assert "Traditional market" in listed
    assert "Metro station" in listed
    assert "Lantern alley" in listed
    assert "3 neighbourhoods" in site_text(tmp_path / "output", "towns/index.html")
    assert "District office" in site_text(tmp_path / "output", "sites/office/index.html")
