"""A finished site as one ZIP for who only takes files: the site, what to do with it, and a list to check it by.

Separate from `export/zipped`, which writes any files: this knows what a computing section needs.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from pathlib import Path

from guidebook.export.zipped import OLDEST, zipped
from guidebook.model.wording.file_sizes import size
from guidebook.model.wording.numbers import number
from guidebook.output.releases import Files, listed_octets

FOLDER, NOTE, LIST = "site", "읽어두기.txt", "SHA256SUMS"
BOM = "\ufeff"


def site_archive(site: Path, files: Files, digest: str, title: str, words: gettext.NullTranslations) -> bytes:
    """The ZIP. Raises OSError and ChangedError."""
    held = {f"{FOLDER}/{path}": listed_octets(site, path, told) for path, (_, told) in files.items()}
    sums = "".join(f"{told}  {FOLDER}/{path}\n" for path, (_, told) in sorted(files.items()))
    return zipped({**held, LIST: sums.encode(), NOTE: read_first(title, files, digest, words)}, OLDEST)


def is_ours(archive: Path) -> bool:
    """Whether a file was made here, so that a newer one may take its place."""
    try:
        with archive.open("rb") as opened:
            head = opened.read(30 + len(LIST))
    except OSError:
        return False
    return head.startswith(b"PK\x03\x04") and head.endswith(LIST.encode())


def read_first(title: str, files: Mapping[str, tuple[int, str]], digest: str, words: gettext.NullTranslations) -> bytes:
    """What to do with the files, for people with a plain editor on any computer."""
    _ = words.gettext
    octets = size(sum(octets for octets, _digest in files.values()))
    lines = (
        title,
        "",
        _("1. site 폴더 안의 파일과 폴더를 모두 웹 서버의 문서 폴더에 복사해 주세요. site 폴더는 복사하지 않습니다."),
        _("   이전에 올린 파일은 지우고 새로 복사합니다. assets 폴더의 이전 파일은 하루 뒤에 지우는 것이 좋습니다."),
        _("2. 하위 주소(예: /jumin/)에 두어도 됩니다. 그 주소의 폴더에 복사하면 됩니다."),
        _("3. 없는 주소를 열면 404.html이 보이도록 웹 서버에 지정해 주세요."),
        _("4. 데이터베이스, 실행 프로그램, 외부 서버 접속은 필요하지 않습니다. 정적 파일만 있습니다."),
        _("5. 파일이 온전한지 확인하려면 압축을 푼 폴더에서 ‘sha256sum -c SHA256SUMS’를 실행해 주세요."),
        "",
        _("파일 {count}개, {size}").format(count=number(len(files)), size=octets),
        _("누리집 지문(SHA-256): {digest}").format(digest=digest),
        "",
    )
    return (BOM + "\r\n".join(lines)).encode()
