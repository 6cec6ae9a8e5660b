"""What has to stand on one line, in words of its own: neither how pages are made nor preflight is asked."""

from __future__ import annotations

import re

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"\d{1,2}\. ?\d{1,2}\.(?:\([월화수목금토일]\))?"
WHOLE = (
    rf"(?:\d{{4}}\. ?)?(?<![\d.]){_DAY}|\d{{4}}\. ?\d{{1,2}}\.(?!\d)"
    r"|(?:\d{4}년 )?\d{1,2}월 \d{1,2}일(?:\([월화수목금토일]\))?"
    r"|(?:오전|오후) \d{1,2}시(?: \d{1,2}분)?|\d{1,2}시간? \d{1,2}분"
    rf"|\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{4}}"
    r"|\d{1,2}:\d\d ?[~–] ?\d{1,2}:\d\d"
    r"|\d[\d,.]*[십백천만억조]*여? (?:원|명|곳|건|개|회|면|분|시간|km)(?=[^가-힣a-z]|[은는이가을를의에로와과만씩]|$)"
    r"|\d{1,3}(?:,\d{3})+(?:[가-힣]|$)"
    r"|\d(?:개월|년|주|일|시간|분) 간(?![가-힣])"
    r"|[가-힣]+\([㐀-鿿]+\)[가-힣]*"
    r"|[”’」』)](?:은|는|이|가|을|를|의|에|로|와|과|도|만|으로|에서|이라고)(?![가-힣])"
    r"|[가-힣] [①-⑳](?=[^\s①-⑳]|$| [^①-⑳]*$)"
    r"|[㉠-㉻] [^\s~]|[가-힣]·(?=[가-힣])"
)
"""As Python and browsers both read it."""
BARE = re.compile(r"(?<![\d.,:/\w-])\d{4,}(?=(?:면|명|건|석|대|개|원|회|곳|[만억] ?원)(?![가-힣]{2}))")
"""A number of four digits and more without a separator, before a unit: `2036면`."""
_WHOLE = re.compile(WHOLE)
_MARKS = "()”’」』"
_NUMBER_ENDS, _NUMBER_BEGINS = (
    re.compile(r"\d,\d{3},?$|\d,$"),
    re.compile(r"\d{3}(?!\d)|[명원곳건개회면](?![가-힣a-z])"),
)
"""How a line ends and how the next begins where a number goes on."""


def torn_between(first: str, second: str, together: bool = True) -> str:
    """What is parted by the end of a line; empty where nothing is.

    A finished file does not always keep the space at the end of a line, so words without one count only at a mark, and
    where both lines are known to stand `together` in a paragraph.
    """
    above, below = first.rstrip(), second.lstrip()
    if not (above and below):
        return ""
    joints = [" "]
    number = _NUMBER_ENDS.search(above) and _NUMBER_BEGINS.match(below)
    if together and above == first and (above[-1] in _MARKS or below[0] in _MARKS or number):
        joints.append("")
    for joint in joints:
        for found in _WHOLE.finditer(above + joint + below):
            if found.start() < len(above) and found.end() > len(above + joint):
                return found[0]
    return ""
