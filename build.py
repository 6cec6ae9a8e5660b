#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""The one command: sets itself up on the first run, then does what it is asked. `python3 build.py --help`.

Written so that any Python can read it, because an old one must be told so in a sentence and not in a traceback.
"""

import os
import sys

WINDOWS = """이 프로그램은 윈도에서 바로 실행되지 않습니다. 아무것도 설치하지 않고 멈춥니다.
도움말: 셋 중 하나로 하세요. (1) 윈도의 리눅스(WSL 2)에서 실행 (2) 리눅스 컨테이너에서 실행
        (3) 설치 없이, 저장소 웹 화면에서 글을 고치면 서버가 대신 만들어 줍니다
Windows is not supported directly; use WSL 2 or a container, or edit on the web page of the repository.
"""
OLD_PYTHON = """파이썬 3.11 이상이 필요합니다. 지금 실행한 파이썬은 %d.%d입니다.
도움말: 새 파이썬을 설치한 뒤 'python3.11 build.py'처럼 그 이름으로 실행하세요.
        (데비안·우분투 'sudo apt-get install python3.11', 맥 'brew install python', 그 밖에는 python.org)
Python 3.11 or newer is needed; install one and run this file with it.
"""

if __name__ == "__main__":
    refusal = None
    if sys.platform in ("win32", "cygwin", "msys"):
        refusal = WINDOWS
    elif sys.version_info < (3, 11):
        refusal = OLD_PYTHON % tuple(sys.version_info[:2])
    if refusal is None:
        from guidebook.setup import main

        sys.exit(main(sys.argv[1:]))
    if os.name == "posix" and hasattr(sys.stderr, "buffer"):
        # As bytes, because an old Python in a locale without Korean cannot print it.
        sys.stderr.buffer.write(refusal.encode("utf-8"))
    else:
        sys.stderr.write(refusal)
    sys.exit(1)
