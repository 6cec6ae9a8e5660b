"""Reads what uv, pip, npm or apt printed when it failed, and finds the sentence for it.

One table for all four, because the same cable is pulled out for each of them.
"""

from __future__ import annotations

import errno
import re
from typing import NamedTuple

from guidebook.model.text import Text, text
from guidebook.setup.error import SetupError

LAST_WORDS = 6  # lines of a failed program shown to the reader


class Cause(NamedTuple):
    """What a program prints in such a case, and what the reader is told."""

    sign: re.Pattern[str]
    reason: Text
    remedy: Text


def _cause(signs: tuple[str, ...], reason: Text, remedy: Text) -> Cause:
    return Cause(re.compile("|".join(signs), re.IGNORECASE), reason, remedy)


DISK_FULL = _cause(
    ("No space left on device", "ENOSPC", r"os error 28\b", "not enough free space", "Disk quota exceeded"),
    text("디스크 공간이 부족해 설치를 끝내지 못했습니다."),
    text("2.5GB 이상을 비운 뒤 같은 명령을 다시 실행하세요."),
)
NO_PERMISSION = _cause(
    ("Permission denied", "EACCES", r"os error 13\b", "Read-only file system", "EROFS", "Operation not permitted"),
    text("이 폴더에 쓸 수 없습니다."),
    text(
        "쓸 수 있는 폴더에 저장소를 다시 받거나, 관리자 권한으로 만든 .venv·node_modules·.cache 폴더의 소유자를"
        " 'sudo chown -R $USER .'로 바꾼 뒤 다시 실행하세요."
    ),
)

# The first that fits is told, so the surest signs stand first: a dead network also leaves "not found" behind.
CAUSES = (
    _cause(
        ("THESE PACKAGES DO NOT MATCH THE HASHES", r"hash mismatch", "EINTEGRITY", "Hash Sum mismatch"),
        text("내려받은 패키지가 잠금 파일에 적힌 것과 달라 설치하지 않았습니다."),
        text("같은 명령을 다시 실행하세요. 반복되면 중간에서 파일이 바뀌는 것이니 네트워크 담당자에게 알리세요."),
    ),
    DISK_FULL,
    _cause(
        ("Could not get lock", "Unable to acquire the dpkg frontend lock", "Unable to lock directory"),
        text("다른 프로그램이 시스템 패키지를 설치하고 있어 기다리다 중단했습니다."),
        text("자동 업데이트가 끝난 뒤(보통 몇 분) 같은 명령을 다시 실행하세요."),
    ),
    _cause(
        ("dpkg was interrupted", "Unmet dependencies", "unmet dependencies"),
        text("이 컴퓨터의 시스템 패키지 설치가 끝나지 않은 상태여서 더 설치할 수 없습니다."),
        text("'sudo dpkg --configure -a && sudo apt-get -f install'을 실행한 뒤 다시 실행하세요."),
    ),
    _cause(
        ("CERTIFICATE_VERIFY_FAILED", "invalid peer certificate", "SELF_SIGNED_CERT", "UNABLE_TO_GET_ISSUER_CERT"),
        text("내려받기 서버의 보안 인증서를 확인할 수 없습니다. 기관 보안 장비가 통신 내용을 바꾸고 있을 수 있습니다."),
        text("기관 인증서 파일을 SSL_CERT_FILE, PIP_CERT, NODE_EXTRA_CA_CERTS에 적고 다시 실행하세요."),
    ),
    _cause(
        (
            "name resolution", "Name or service not known", "Could not resolve", "Temporary failure resolving",
            "nodename nor servname", "dns error", "failed to lookup address", "ENOTFOUND", "EAI_AGAIN",
            "Connection refused", "ECONNREFUSED", "ECONNRESET", "Connection reset", "Could not connect",
            "Unable to connect", "Network is unreachable", "ENETUNREACH", "No route to host", "EHOSTUNREACH",
            "ETIMEDOUT", "timed out", "NewConnectionError", "ProxyError", "error sending request", "tunnel error",
        ),
        text("네트워크에 연결하지 못해 필요한 것을 내려받을 수 없습니다."),
        text(
            "인터넷 연결을 확인하고 같은 명령을 다시 실행하세요. 기관 프록시를 쓰면 HTTPS_PROXY를 먼저 설정해야 합니다."
        ),
    ),
    NO_PERMISSION,
    _cause(
        ("Unable to locate package", "has no installation candidate", "Couldn't find any package"),
        text("이 운영체제의 패키지 저장소에 필요한 시스템 패키지가 없습니다."),
        text("운영체제가 너무 오래되었는지 확인하세요. 데비안 12 또는 우분투 24.04 이상이 필요합니다."),
    ),
    _cause(
        ("No matching distribution", "has no wheels", "no usable wheels", "requires-python", "has no usable wheel"),
        text("이 컴퓨터(운영체제나 파이썬 버전)에 맞는 파이썬 패키지가 없습니다."),
        text("파이썬 3.11~3.14와 64비트 리눅스 또는 맥을 쓰세요."),
    ),
    _cause(
        ("lock file's .* does not satisfy", "package-lock.json are in sync", "EUSAGE"),
        text("package.json과 package-lock.json이 서로 맞지 않습니다."),
        text("두 파일을 저장소의 것으로 되돌린 뒤 다시 실행하세요."),
    ),
)  # fmt: skip


def explain(output: str) -> SetupError:
    """The failure that the program's own words point to."""
    last_words = [line.strip()[:200] for line in output.splitlines() if line.strip()][-LAST_WORDS:]
    for cause in CAUSES:
        if cause.sign.search(output):
            return SetupError(cause.reason, cause.remedy, last_words)
    return SetupError(
        text("설치 프로그램이 오류로 끝났습니다."),
        text("같은 명령을 다시 실행하세요. 반복되면 .cache/setup.log 파일을 개발자에게 보내 주세요."),
        last_words,
    )


def explain_os_error(error: OSError) -> SetupError:
    """The failure behind an error of the file system."""
    place = [str(error)]
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SetupError(DISK_FULL.reason, DISK_FULL.remedy, place)
    if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return SetupError(NO_PERMISSION.reason, NO_PERMISSION.remedy, place)
    return SetupError(
        text("파일을 처리하지 못했습니다."),
        text(".venv와 node_modules 폴더를 지우고 같은 명령을 다시 실행하세요."),
        place,
    )
