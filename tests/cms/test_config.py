"""The configuration of the forms: what Sveltia accepts, and room for all that stands in files of content."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from guidebook.commands.examine import examine
from guidebook.forms.cms.block_yaml import block_yaml
from guidebook.forms.cms.config import Config, backend, config
from guidebook.model.kinds import KINDS
from guidebook.model.settings.cms import Cms
from guidebook.model.settings.columns import TableColumns
from guidebook.model.site import Site
from tests.conftest import CITIES, ROOT

SERVED: dict[str, Any] = {"repo": "maru/guidebook", "private": True}
FORMATS = {"large-print": "큰글자", "office-plain": "사무실", "press": "인쇄소"}
BACKENDS = (
    Cms(),
    Cms(backend="gitlab", **SERVED),
    Cms(backend="gitlab", app_id="3f6c", host="https://git.example.org", **SERVED),
    Cms(
        backend="forgejo",
        app_id="3f6c",
        host="https://git.example.org",
        branch="next",
        repo="maru/guidebook",
        private=True,
    ),
    Cms(backend="gitea", host="https://git.example.org:3000", **SERVED),
    Cms(backend="github", **SERVED),
    Cms(backend="github", host="https://github.example.org", folder="maru/content", **SERVED),
)


@cache
def site_of(city: str) -> Site:
    found = examine(CITIES / city)[0].site
    assert found is not None
    return found


@cache
def config_of(city: str, cms: Cms | None = None) -> Config:
    site = site_of(city)
    return config(site.model_copy(update={"cms": cms or site.cms}), FORMATS)


@cache
def schema(part: str = "") -> Draft7Validator:
    """Sveltia's own, or a part of it."""
    path = ROOT / "node_modules" / "@sveltia" / "cms" / "schema" / "sveltia-cms.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    return Draft7Validator({**whole, "$ref": f"#/definitions/{part}"} if part else whole)


def fields_in(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from fields_in([*field.get("fields", ()), *([field["field"]] if "field" in field else ())])


def alone(field: dict[str, Any]) -> dict[str, Any]:
    """A form or a field without the fields inside it, and without what is only said of it."""
    said: dict[str, Any] = {key: "" for key in ("name", "label", "hint") if key in field}
    return {**field, **said, **({"fields": []} if "fields" in field else {})}


def misfits(made: Config) -> list[str]:
    """What Sveltia would not take. Fields are judged one by one: inside each other they take a minute."""
    forms = {name: [alone(form) for form in made[name]] for name in ("collections", "singletons")}
    found = [error.message for error in schema().iter_errors({**made, **forms})]
    fields = (alone(field) for name in forms for form in made[name] for field in fields_in(form["fields"]))
    different = {json.dumps(field, sort_keys=True): field for field in fields}
    return found + [error.message for field in different.values() for error in schema("Field").iter_errors(field)]


def test_sveltia_accepts_it() -> None:
    assert misfits(config_of("dasom")) == []


@pytest.mark.parametrize("cms", BACKENDS, ids=lambda cms: f"{cms.backend}-{cms.address}")
def test_sveltia_accepts_every_kind_of_repository(cms: Cms) -> None:
    assert misfits({**config_of("maru", cms), "collections": [], "singletons": []}) == []


def test_a_misspelt_key_is_seen() -> None:
    """Else a configuration without faults would say nothing."""
    terms = next(form for form in config_of("maru")["collections"] if form["name"] == "terms")
    made = {**config_of("maru"), "collections": [terms], "singletons": []}
    sources = [{**field, "fields": [{**field["fields"][0], "hnt": "도움말"}]} for field in terms["fields"][-1:]]
    assert misfits(made) == []
    assert misfits({**made, "colections": []})
    assert misfits({**made, "collections": [{**terms, "foldr": "content/terms"}]})
    assert misfits({**made, "collections": [{**terms, "fields": sources}]})


def form_of(made: Config, folder: str) -> list[dict[str, Any]]:
    forms = {form["name"]: form["fields"] for form in (*made["collections"], *made["singletons"])}
    fields: list[dict[str, Any]] = forms[folder]
    return fields


def data_of(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    front = text.split("---\n")[1] if path.suffix == ".md" else text
    data: dict[str, Any] = yaml.load(front, yaml.BaseLoader)
    return {**data, "body": text.split("---\n", 2)[2]} if path.suffix == ".md" else data


def without_a_field(value: Any, fields: list[dict[str, Any]], path: str) -> Iterator[str]:
    """The keys below `path` that no field of the form is for, and values of another shape than their field."""
    by_name = {field["name"]: field for field in fields}
    for key, inner in value.items():
        place, field = f"{path}.{key}", by_name.get(key)
        if field is None:
            yield place
        elif field["widget"] == "list" and "fields" in field:
            for one in inner:
                yield from without_a_field(one, field["fields"], place)
        elif field["widget"] == "object":
            yield from without_a_field(inner, field["fields"], place)
        elif field["widget"] == "list" or field.get("multiple"):
            yield from () if all(isinstance(one, str) for one in inner) else [place]
        else:
            yield from () if isinstance(inner, str) else [place]


def records() -> list[Path]:
    found = (path for folder in sorted(CITIES.iterdir()) for path in sorted(folder.rglob("*")))
    folders = {kind.folder for kind in KINDS}
    return [path for path in found if path.is_file() and (path.parent.name in folders or path.name == "site.yml")]


@pytest.mark.parametrize("path", records(), ids=lambda path: path.relative_to(CITIES).as_posix())
def test_every_key_of_a_file_is_a_field(path: Path) -> None:
    city = path.relative_to(CITIES).parts[0]
    fields = form_of(config_of(city), "site" if path.name == "site.yml" else path.parent.name)
    assert list(without_a_field(data_of(path), fields, path.stem)) == []


def test_every_field_that_names_a_record_leads_to_records_with_a_form() -> None:
    for cms in BACKENDS[:2]:
        made = config_of("maru", cms)
        forms = {form["name"] for form in made["collections"]}
        fields = [field for form in made["collections"] for field in fields_in(form["fields"])]
        named = {field["collection"] for field in fields if field["widget"] == "relation"}
        assert {"sites", "towns", "programs", "restaurants", "guides", "routes"} <= named <= forms


def test_no_name_of_a_field_is_a_path() -> None:
    """Sveltia refuses the whole configuration, and its schema does not say so."""
    made = config_of("maru")
    fields = [field for form in (*made["collections"], *made["singletons"]) for field in fields_in(form["fields"])]
    assert [field["name"] for field in fields if not re.fullmatch(r"\w[\w-]*", field["name"])] == []


def test_settings_that_sveltia_would_break_have_no_form() -> None:
    """It takes `point.lat` for a part of `point`, in files too."""

    def forms(columns: dict[str, Any]) -> list[str]:
        site = site_of("maru").model_copy(update={"columns": TableColumns.model_validate({"site": columns})})
        return [form["name"] for form in config(site, FORMATS)["singletons"]]

    assert forms({"name": ["시설 이름"]}) == ["site"]
    assert forms({"point.lat": ["북위"]}) == []


def test_every_field_says_in_korean_what_it_is() -> None:
    made = config_of("maru")
    fields = [field for form in (*made["collections"], *made["singletons"]) for field in fields_in(form["fields"])]
    assert len(fields) > 300
    assert [field["name"] for field in fields if not any("가" <= letter <= "힣" for letter in field["label"])] == []


def test_a_visit_has_a_form_only_where_nobody_else_reads_it() -> None:
    def folders(cms: Cms) -> set[str]:
        return {form["name"] for form in config_of("maru", cms)["collections"]}

    public = Cms(backend="github", repo="maru/guidebook")
    assert "visits" not in folders(public)
    assert folders(Cms()) == folders(Cms(backend="github", **SERVED)) == folders(public) | {"visits"}


def test_nothing_of_the_content_is_in_it() -> None:
    """It may lie where everybody reads it."""
    made = block_yaml(config_of("dasom", Cms(admin="public")))
    catalogue = examine(CITIES / "dasom")[0]
    called = {record.called for kind in KINDS for record in catalogue.of_kind(kind)}
    words = {visit.host.department for visit in catalogue.visits} | {word for word in called if len(word) > 5}
    assert catalogue.visits
    assert [word for word in words if word in made] == []


def test_signing_in() -> None:
    """Without a server of ours: by the account at GitLab and Forgejo, by a token at GitHub."""
    local, gitlab, own, forgejo, _, github, enterprise = map(backend, BACKENDS)
    assert local["repo"] == "local/local"
    assert gitlab["auth_methods"] == ["token"]
    assert (own["auth_type"], own["api_root"]) == ("pkce", "https://git.example.org/api/v4")
    assert (forgejo["name"], forgejo["api_root"], forgejo["branch"]) == (
        "gitea",
        "https://git.example.org/api/v1",
        "next",
    )
    assert "app_id" in forgejo
    assert github["auth_methods"] == ["token"]
    assert "api_root" not in github
    assert enterprise["api_root"] == "https://github.example.org/api/v3"


@given(st.text(st.characters(min_codepoint=32, exclude_characters="\x7f", exclude_categories=("Cs", "Cc", "Cn"))))
def test_every_reader_of_yaml_takes_a_text_for_the_same(words: str) -> None:
    values = {"label": words, "pattern": [words, words], "fields": [{"name": words, "required": False}]}
    assert yaml.safe_load(block_yaml(values)) == values


def test_every_reader_of_yaml_takes_it_for_the_same() -> None:
    made = config_of("maru")
    assert yaml.load(block_yaml(made), yaml.CSafeLoader) == made


def test_kinds_of_places_are_those_of_the_city() -> None:
    def kinds(city: str) -> dict[str, str]:
        field = next(field for field in form_of(config_of(city), "sites") if field["name"] == "kind")
        return {option["value"]: option["label"] for option in field["options"]}

    assert kinds("saetbyeol")["metro"] == "지하철역"
    assert kinds("saetbyeol")["market"] == "전통시장"
    assert "metro" not in kinds("maru")
