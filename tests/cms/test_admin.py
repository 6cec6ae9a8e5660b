"""The folder with the forms: apart from the website, whole in itself, and asking nobody but the repository's server."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.commands.examine import examine
from guidebook.model.settings.cms import Cms
from guidebook.output.manifest import verify
from guidebook.storage.paths import Paths
from guidebook.web.admin import COPIES, HERE, PLAIN, PROGRAM, SVELTIA, VERSION, WORDS, page, policy, words, write_admin
from tests.conftest import CITIES, ROOT

PACKAGES = ROOT / "node_modules"


def directives(cms: Cms) -> dict[str, list[str]]:
    parts = (part.split() for part in policy(cms).split("; "))
    return {name: sources for name, *sources in parts}


def test_a_build_writes_it_beside_the_site(built_yeoul: Path) -> None:
    admin = built_yeoul / "admin"
    assert {"index.html", "config.yml", "admin.js", "sveltia/sveltia-cms.js"} <= {
        path.relative_to(admin).as_posix() for path in admin.rglob("*")
    }
    assert not (built_yeoul / "site" / "admin").exists()
    assert verify(built_yeoul) == ()
    assert "admin" not in (built_yeoul / "site" / "robots.txt").read_text(encoding="utf-8")


def test_a_city_may_publish_it_with_the_site(yeoul: Path, tmp_path: Path) -> None:
    """Not in the sitemap and not for search engines all the same; the worker of the site keeps none of it."""
    site = yeoul / "site.yml"
    told = 'base_url: "https://yeoul.example.org/"\ncms: {backend: gitlab, repo: yeoul/content, admin: public}\n'
    site.write_text(site.read_text(encoding="utf-8") + told, encoding="utf-8")
    output = tmp_path / "output"
    assert main(["--content", str(yeoul), "--output", str(output), "--site-only"]) == 0
    assert not (output / "admin").exists()
    assert "noindex" in (output / "site" / "admin" / "index.html").read_text(encoding="utf-8")
    robots = [path for path in (output / "site").glob("*") if path.name in ("sitemap.xml", "worker.js")]
    assert robots
    assert not [path.name for path in robots if "admin" in path.read_text(encoding="utf-8")]
    assert verify(output) == ()


def test_no_page_takes_its_address(yeoul: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (yeoul / "pages" / "about.md").rename(yeoul / "pages" / "admin.md")
    assert main(["check", "--content", str(yeoul)]) == 1
    assert "pages/admin.md:2:1: error[res" in capsys.readouterr().out


def test_it_asks_the_repository_s_server_and_nobody_else() -> None:
    gitlab, github = Cms(backend="gitlab", repo="maru/guidebook"), Cms(backend="github", repo="maru/guidebook")
    forgejo = Cms(backend="forgejo", repo="maru/guidebook", host="https://git.example.org:3000")
    here = {"'self'", "data:", "blob:"}
    assert {*directives(Cms())["connect-src"]} == here
    assert {*directives(gitlab)["connect-src"]} - here == {"https://gitlab.com"}
    assert {*directives(forgejo)["connect-src"]} - here == {"https://git.example.org:3000"}
    assert {*directives(github)["connect-src"]} - here == {"https://github.com", "https://api.github.com"}
    for cms in (Cms(), gitlab, github, forgejo):
        found = directives(cms)
        assert found["default-src"] == ["'none'"]
        assert found["script-src"] == found["font-src"] == ["'self'"]
        assert found["base-uri"] == found["form-action"] == ["'none'"]
        assert {*found["img-src"]} <= {*found["connect-src"]}


def test_the_policy_comes_before_anything_it_governs() -> None:
    site = examine(CITIES / "maru")[0].site
    assert site is not None
    written = page(site, Cms(), ROOT / "templates")
    assert written.index("Content-Security-Policy") < min(map(written.index, ("<link", "<script")))
    assert not re.search(r"<script(?![^>]* src=)|<style| style=| on\w+=", written)


def test_every_address_that_sveltia_asks_by_itself_lies_beside_it() -> None:
    """With another version: look at what it asks, then change the addresses and `VERSION` with `package.json`."""
    program = (PACKAGES / PROGRAM).read_bytes()
    assert [there for there in HERE if there not in program] == []
    locked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert locked[SVELTIA] == VERSION
    assert json.loads((PACKAGES / SVELTIA / "package.json").read_text(encoding="utf-8"))["version"] == VERSION


def test_sveltia_speaks_plain_korean() -> None:
    theirs = (PACKAGES / WORDS).read_text(encoding="utf-8")
    ours = (ROOT / "templates" / "admin" / "words.json").read_text(encoding="utf-8")
    spoken = json.loads(words(theirs, ours))
    assert [foreign for foreign in PLAIN if foreign in json.dumps(spoken, ensure_ascii=False)] == []
    assert spoken["save_conflict"]["save_anyway"] == "그래도 저장"
    assert spoken["work_with_local_repo"] == json.loads(theirs)["work_with_local_repo"]


def test_a_package_that_is_missing_is_told(tmp_path: Path) -> None:
    site = examine(CITIES / "maru")[0].site
    assert site is not None
    paths = Paths.within(ROOT, output=tmp_path / "output", cache=tmp_path / "cache")
    bare = Paths(paths.content, paths.output, paths.checkout, paths.cache, paths.templates, tmp_path / "packages")
    faults = write_admin(site, bare, tmp_path / "staging")
    assert {fault.code for fault in faults} == {"no-admin"}
    assert len(faults) == len({PROGRAM, WORDS, *COPIES.values()})
