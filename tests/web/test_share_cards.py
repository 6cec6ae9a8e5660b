"""Cards: one a page, right in size, with its title and mark on it, only where the site's address is known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from guidebook.cli.paths import cache_folder
from guidebook.layout import typefaces
from guidebook.render.web.page import SitePage
from guidebook.web.share_cards import CardLook, CardMaker, with_cards
from tests.design import DESIGN
from tests.paths import PACKAGES
from tests.web.city_with_files import BASE

LOOK = DESIGN.look(CardLook)


@pytest.fixture(scope="module")
def maker() -> CardMaker:
    faces, _ = typefaces.install(cache_folder(), PACKAGES)
    assert faces is not None
    return CardMaker(LOOK, None, "길잡이 (견본)", faces)


def _image(octets: bytes, folder: Path) -> Image.Image:
    (folder / "card.png").write_bytes(octets)
    return Image.open(folder / "card.png").convert("RGB")


def test_every_page_has_a_card_of_its_own_by_its_full_address(output: Path) -> None:
    site = output / "site"
    cards = {}
    for file in site.rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        found = re.findall(rf'og:image" content="{re.escape(BASE)}(assets/card\.\w+\.png)"', page)
        if 'http-equiv="refresh"' in page:
            assert found == []
        else:
            (cards[file],) = found
            with Image.open(site / cards[file]) as image:
                assert image.size == (LOOK.width, LOOK.height)
    assert len(set(cards.values())) == len(cards) > 10


def test_without_an_address_there_are_none(site: Path) -> None:
    assert not list((site / "assets").glob("card.*"))
    assert "og:image" not in (site / "index.html").read_text(encoding="utf-8")


def test_title_mark_and_signature_are_drawn_inside_the_edges(maker: CardMaker, tmp_path: Path) -> None:
    bare = _image(maker.card("", ""), tmp_path)
    box = ImageChops.difference(bare, _image(maker.card("공가 제도", "마루군", "㉠"), tmp_path)).getbbox()
    assert box is not None
    assert box[0] >= 70
    assert box[1] >= 30
    assert box[2] <= LOOK.width - 40
    assert bare.getbbox() is not None


@pytest.mark.parametrize("title", ["가나다라 " * 40, "가" * 90])
def test_a_title_without_end_stays_on_the_card(maker: CardMaker, tmp_path: Path, title: str) -> None:
    image = _image(maker.card(title.strip(), "마루군"), tmp_path)
    ground = Image.new("RGB", image.size, image.getpixel((2, 2)))
    box = ImageChops.difference(image, ground).getbbox()
    assert box is not None
    assert box[2] <= LOOK.width - 20
    assert box[3] <= LOOK.height - 40


def test_characters_that_the_first_font_lacks_come_from_the_second(maker: CardMaker, tmp_path: Path) -> None:
    hanja = _image(maker.card("住民自治", ""), tmp_path)
    boxes = _image(maker.card("\u4e00\u4e00\u4e00\u4e00", ""), tmp_path)
    assert ImageChops.difference(hanja, boxes).getbbox() is not None


def test_redirects_have_none(maker: CardMaker) -> None:
    page = SitePage("q/fort/", "성", "성", "", "<p></p>", (), "a.yml", redirect="../../sites/fort/")
    assert with_cards([page], maker, "마루군", {}) == ((page,), {})


@pytest.mark.parametrize("title", ["\u200b강", "\u200b", "", "😀", "༄ 강", "강" * 400, "\u3164 \u2060"])
def test_no_title_keeps_a_card_from_being_drawn(maker: CardMaker, title: str, tmp_path: Path) -> None:
    assert _image(maker.card(title, title, title[:1]), tmp_path).size == (LOOK.width, LOOK.height)
