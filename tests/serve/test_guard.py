"""Only pages of this server are answered, under a name of this computer."""

from __future__ import annotations

import pytest

from guidebook.serve.guard import is_led_back, refused


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "127.0.0.1", "[::1]:8000", "localhost:9000", "LOCALHOST:80"])
@pytest.mark.parametrize("fetched", [[], ["none"], ["same-origin"]])
def test_this_computer_is_answered(host: str, fetched: list[str]) -> None:
    assert refused("GET", [host], [], fetched) is None
    assert refused("HEAD", [host], [f"http://{host.lower()}"], fetched) is None


@pytest.mark.parametrize(
    "hosts",
    [
        [],
        [""],
        ["evil.example"],
        ["127.0.0.1.evil.example:8000"],
        ["evil.example:127"],
        ["127.0.0.1:8000", "evil.example"],
        ["127.0.0.1:8000 evil.example"],
        ["127.0.0.2:8000"],
        ["localhost.:8000"],
        ["localhost@evil.example"],
        ["192.168.0.3:8000"],
    ],
)
def test_a_foreign_name_is_misdirected(hosts: list[str]) -> None:
    refusal = refused("GET", hosts, [], [])
    assert refusal is not None
    assert refusal.status == 421


@pytest.mark.parametrize(
    ("origins", "fetched"),
    [
        (["https://evil.example"], []),
        (["null"], []),
        (["http://127.0.0.1:9000"], []),
        (["https://127.0.0.1:8000"], []),
        (["http://127.0.0.1:8000", "http://evil.example"], []),
        ([], ["cross-site"]),
        ([], ["same-site"]),
    ],
)
def test_what_another_origin_began_is_forbidden(origins: list[str], fetched: list[str]) -> None:
    refusal = refused("GET", ["127.0.0.1:8000"], origins, fetched)
    assert refusal is not None
    assert refusal.status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_written(method: str) -> None:
    refusal = refused(method, ["127.0.0.1:8000"], [], [])
    assert refusal is not None
    assert refusal.status == 405


def test_a_window_is_led_back_to_the_forms_and_to_nothing_else() -> None:
    assert is_led_back("/admin/", ["navigate"], ["document"])
    assert not is_led_back("/", ["navigate"], ["document"])
    assert not is_led_back("/admin/", ["navigate"], ["iframe"])
    assert not is_led_back("/admin/", ["no-cors"], ["document"])
    assert not is_led_back("/admin/", [], [])
