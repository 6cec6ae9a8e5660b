"""The whole configuration of the forms: which repository, which records, how their files are written.

The forms are Korean, as the labels are. Texts are quoted when Sveltia writes a file, so that no reader of YAML takes a
time or a telephone number for a number.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guidebook.forms.cms.fields import POINT, fields_of
from guidebook.forms.cms.setting import Setting, title_field
from guidebook.forms.files import files_of
from guidebook.model.kinds import KINDS, MARKDOWN, Kind, Kinds
from guidebook.model.record import SLUG
from guidebook.model.settings.cms import Cms
from guidebook.model.site import Site

Config = dict[str, Any]
ASSETS = "assets"
NOWHERE = {"name": "github", "repo": "local/local", "auth_methods": ["token"]}
"""What Sveltia must be told where a folder of the own computer is opened: the policy lets it ask no server."""
MESSAGES: Mapping[str, str] = {
    "create": "{{collection}} 새로 씀: {{slug}}",
    "update": "{{collection}} 고침: {{slug}}",
    "delete": "{{collection}} 지움: {{slug}}",
    "uploadMedia": "파일 올림: {{path}}",
    "deleteMedia": "파일 지움: {{path}}",
}
"""What is noted of each save in the repository."""


def config(site: Site, formats: Mapping[str, str], kinds: Kinds = KINDS) -> Config:
    """The configuration for a city. `formats` are the print formats: id → title."""
    cms = site.cms or Cms()
    shown = [kind for kind in kinds if cms.visits or not kind.private]
    grades = {grade.id: grade.label for grade in site.grades}
    setting = Setting(kinds, frozenset(kind.folder for kind in shown), grades, site.kinds_of_places, formats)
    media = f"{cms.folder}/{ASSETS}"
    return {
        "backend": backend(cms),
        "app_title": title_of(site),
        "show_preview_links": False,
        "media_folder": media,
        "public_folder": "/",
        "media_libraries": {"stock_assets": {"providers": []}},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "double"}},
        "slug": {"encoding": "unicode", "lowercase": True},
        "editor": {"preview": False},
        "collections": [_collection(kind, cms, setting) for kind in shown],
        "singletons": [] if _has_points(site) else [_settings(cms, setting)],
    }


def _has_points(site: Site) -> bool:
    """Whether `site.yml` has names with points (`columns`), of which Sveltia would make parts as it saves the file."""
    return any(POINT in name for names in site.columns.model_dump().values() for name in names)


def title_of(site: Site) -> str:
    """What the forms are called, in Korean like all of them."""
    return f"{site.short_title} 편집"


def backend(cms: Cms) -> Config:
    """Where what is written goes, and how one signs in there."""
    if cms.backend == "local" or not cms.repo:
        return dict(NOWHERE)
    name = "gitea" if cms.backend == "forgejo" else cms.backend
    given: Config = {"name": name, "repo": cms.repo, "branch": cms.branch}
    if cms.backend != "github" or cms.host:
        given |= {"api_root": cms.api, "base_url": cms.address}
    if cms.app_id and cms.backend != "github":  # GitHub needs a server for it
        given |= {"app_id": cms.app_id, **({"auth_type": "pkce"} if name == "gitlab" else {})}
        return {**given, "auth_methods": ["oauth", "token"], "commit_messages": dict(MESSAGES)}
    return {**given, "auth_methods": ["token"], "commit_messages": dict(MESSAGES)}


def _collection(kind: Kind, cms: Cms, setting: Setting) -> Config:
    title = title_field(kind)
    body = kind.suffix == MARKDOWN
    fields = fields_of(kind.model, setting)
    sorts = [name for name in kind.order if name in kind.model.model_fields] or [fields[0]["name"]]
    return {
        "name": kind.folder,
        "label": str(kind.label),
        "label_singular": str(kind.label),
        "folder": f"{cms.folder}/{kind.folder}",
        "media_folder": f"/{cms.folder}/{ASSETS}",
        "public_folder": ".",
        "extension": kind.suffix.removeprefix("."),
        "format": "yaml-frontmatter" if body else "yaml",
        "identifier_field": title or fields[0]["name"],
        "summary": "{{date}} {{delegation}}" if kind.private else f"{{{{{title}}}}}" if title else "{{slug}}",
        "sortable_fields": {"fields": sorts, "default": {"field": sorts[0], "direction": "ascending"}},
        "slug": {
            "editable": ["create"],
            "hint": "파일의 이름이 됩니다. 영문 소문자와 숫자, 붙임표(-)만 씁니다. 나중에 바꾸지 않습니다.",
            "pattern": [SLUG, "영문 소문자와 숫자, 붙임표(-)만 쓸 수 있습니다."],
        },
        "fields": fields,
    }


def _settings(cms: Cms, setting: Setting) -> Config:
    site = next(file for file in files_of(setting.kinds) if file.model is Site)
    return {
        "name": "site",
        "label": site.title,
        "file": f"{cms.folder}/site.yml",
        "format": "yaml",
        "fields": fields_of(Site, setting),
    }
