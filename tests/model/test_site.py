"""Addresses of `site.yml` need no escaping wherever they are written."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from guidebook.model.site import Site

GOOD = (
    "https://example.org/", "https://example.org/maru/", "http://a-b.c.kr:8080/x/y_z~/", "https://마루.kr/안내/",
    "https://example.org/%EB%A7%88/", "https://example.org/v1.2/",
)  # fmt: skip
BAD = (
    "https://example.org", 'https://example.org/"a/', "https://example.org/'a/", "https://example.org/`a/",
    "https://example.org/[a]/", "https://example.org/(a)/", "https://example.org/<a>/", "https://example.org/{a}/",
    "https://example.org/a b/", "https://example.org/a\tb/", "https://example.org/a\n/", "https://example.org/\x07/",
    "https://example.org/\u200b/", "https://example.org/\u3000/", "https://me:word@example.org/", "https://me@example.org/",
    "https://example.org/?q=/", "https://example.org/#a/", "https://example.org/a?/", "https://example.org//a/",
    "https://example.org/../a/", "https://example.org/./", "https://example.org/\\a/", "https://example.org/%zz/",
    "https://[::1]/", "https:///a/", "https://example..org/", "https://-example.org/", "https://example.org:port/",
    "ftp://example.org/", "javascript:alert(1)//https://example.org/", "//example.org/",
    "https://example.org/" + "a" * 300 + "/",
)  # fmt: skip
ADDRESS = TypeAdapter(Site.__pydantic_fields__["base_url"].rebuild_annotation())


@pytest.mark.parametrize("address", GOOD)
def test_usual_addresses_are_taken(address: str) -> None:
    assert ADDRESS.validate_python(address) == address


@pytest.mark.parametrize("address", BAD)
def test_addresses_that_need_escaping_are_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        ADDRESS.validate_python(address)
