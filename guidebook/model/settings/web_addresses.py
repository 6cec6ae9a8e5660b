"""The forms of addresses that settings may have. Separate, because reading and forms know them too."""

from __future__ import annotations

REPORT = r"^(https://|mailto:[^\s@?<>\"'`()\[\]\\]+@)[^\s<>\"'`\[\]\\^|]+$"
_LABEL = "[A-Za-z0-9가-힣]+(-+[A-Za-z0-9가-힣]+)*"
_SEGMENT = "([A-Za-z0-9가-힣_~-]|%[0-9A-Fa-f]{2})([A-Za-z0-9가-힣._~-]|%[0-9A-Fa-f]{2})*"
BASE_URL = rf"^https?://{_LABEL}(\.{_LABEL})*(:[0-9]{{1,5}})?/({_SEGMENT}/)*$"
"""It goes into attributes, style sheets, feeds and QR codes: nothing in it needs escaping anywhere."""
