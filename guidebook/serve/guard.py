"""Who may ask: only pages of this very server, under a name of this computer.

A page from elsewhere must not read what an editor has not published: by a name that its owner points at this computer
(then the request names a foreign host), by a form, a frame or a request of its own (then the browser says so).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guidebook.model.text import Text, text

OURS = re.compile(r"(127\.0\.0\.1|\[::1\]|localhost)(:[0-9]{1,5})?", re.IGNORECASE)
"""The names of this computer. Through which port it was reached is not ours to say: it may be forwarded."""
FOREIGN = frozenset({"cross-site", "same-site"})
"""What browsers say of requests that another origin began: another port of this computer is the same site."""
READING = frozenset({"GET", "HEAD"})


SIGNING_IN = "/admin/"
"""Where a browser comes back to from the server at which somebody signed in, led by that server."""
LED = ["navigate"], ["document"]
"""What browsers say of a whole window that is led somewhere: who leads it there reads nothing."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    reason: Text


def refused(method: str, hosts: Sequence[str], origins: Sequence[str], fetched: Sequence[str]) -> Refusal | None:
    """Why not, given all values of `Host`, `Origin` and `Sec-Fetch-Site`; nothing if the request is answered."""
    if len(hosts) != 1 or not OURS.fullmatch(hosts[0]):
        return Refusal(421, text("이 컴퓨터의 주소가 아닙니다. 주소창에 127.0.0.1로 시작하는 주소를 적으세요."))
    if any(origin.lower() != f"http://{hosts[0]}".lower() for origin in origins) or not FOREIGN.isdisjoint(fetched):
        return Refusal(403, text("다른 누리집에서 보낸 요청은 받지 않습니다. 주소창에 주소를 직접 적으세요."))
    if method not in READING:
        return Refusal(405, text("미리보기는 읽기만 합니다."))
    return None


def is_led_back(path: str, modes: Sequence[str], destinations: Sequence[str]) -> bool:
    """Whether another server leads the browser back to the forms, given `Sec-Fetch-Mode` and `Sec-Fetch-Dest`."""
    return path == SIGNING_IN and (list(modes), list(destinations)) == LED
