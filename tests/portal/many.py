"""Many invented cities with many cases, from a seed: `python -m tests.portal.many DIR [CITIES CASES]`.

The same numbers give the same bytes on every machine. Their data is what a build would publish, in size too.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from guidebook.model.portal.published import PROGRAMS, VERSION
from guidebook.model.wording.amounts import people_of, won_of
from guidebook.model.wording.money import money
from guidebook.model.wording.numbers import number
from tests.benchmarks import words

CITIES, CASES = 229, 3_000
"""Cities, counties and districts of the country, and a dozen cases of each."""
PROVINCES = 17
THEMES = ("마을환경", "돌봄·복지", "문화·축제", "안전", "교육", "마을경제", "주민참여", "역사", "청년", "먹거리")
KINDS = ("시", "군", "구")


def write_many(folder: Path, cities: int = CITIES, cases: int = CASES) -> Path:
    """The list of cities, and a folder of data for each."""
    dice = random.Random(20)
    lines = ["title: 온 나라 주민자치 사례", "publisher: 주민자치 모음", "published: 2026-11-28", "cities:"]
    for at in range(cities):
        share = cases // cities + (at < cases % cities)
        id, name = f"city-{at + 1}", f"{dice.choice(words.ADJECTIVES)}{at + 1}{dice.choice(KINDS)}"
        province, url = f"{words.ADJECTIVES[at % PROVINCES]}도", f"https://{id}.example.org/"
        (folder / id).mkdir(parents=True)
        data = json.dumps(_programs(dice, name, province, url, share), ensure_ascii=False, indent=1)
        (folder / id / "programs.json").write_text(data + "\n", encoding="utf-8")
        lines += [f"  - id: {id}", f"    name: {name}", f"    province: {province}", f'    url: "{url}"']
        lines += [f"    data: {id}", "    checked: 2026-11-20"]
    listed = folder / "cities.yml"
    listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return listed


def _programs(dice: random.Random, name: str, province: str, url: str, count: int) -> dict[str, Any]:
    return {
        "format": PROGRAMS,
        "version": VERSION,
        "official": dice.random() < 0.8,
        "city": {"name": name, "province": province},
        "title": "주민자치 사업",
        "site": f"{name} 주민자치",
        "url": url,
        "publisher": name,
        "as_of": "2026-11-02",
        "licence": "KOGL-1",
        "terms": "자체 작성한 글에는 이 조건을, 그 밖의 자료에는 각 출처의 조건을 적용합니다.",
        "programs": [_program(dice, at) for at in range(count)],
    }


def _program(dice: random.Random, at: int) -> dict[str, Any]:
    first = dice.randint(2014, 2026)
    years = list(range(first, min(2026, first + dice.randint(0, 3)) + 1))
    cost = dice.choice((money(dice.randint(50, 30_000)), "시비와 도비로 나누어 냄", None))
    people = dice.randint(8, 3_000)
    scale = dice.choice((f"주민 {number(people)}명", f"{number(people)}여 명", None))
    title = f"{dice.choice(words.ADJECTIVES)} {dice.choice(words.STEMS)} {dice.choice(words.STEMS)}"
    facts = {
        "what": title,
        "when": f"{years[0]}년~{years[-1]}년",
        "who": f"{dice.choice(words.ADJECTIVES)}동 주민자치회",
        "scale": scale,
        "cost": cost,
        "result": words.sentence(dice),
    }
    numbers = {"won": won_of(cost), "people": people_of(scale)}
    return {
        "id": f"case-{at + 1}",
        "name": title,
        "title": words.sentence(dice).removesuffix("."),
        "summary": " ".join(words.sentence(dice) for _ in range(2)),
        "as_of": years[-1],
        "facts": {name: value for name, value in facts.items() if value},
        "indicators": list(_figures(dice)),
        "themes": dice.sample(THEMES, dice.randint(0, 2)),
        "years": years,
        **{name: value for name, value in numbers.items() if value},
        "page": f"programs/case-{at + 1}/",
    }


def _figures(dice: random.Random) -> Iterator[dict[str, Any]]:
    for at in range(dice.randint(0, 5)):
        value = dice.randint(3, 9_000)
        label = f"{dice.choice(words.STEMS)} 참여 인원"
        yield {"id": f"figure-{at}", "label": label, "value": value, "text": f"{number(value)}명", "when": "2026년"}


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[2:4]]
    sys.stdout.write(f"{write_many(Path(sys.argv[1]), *given)}\n")
