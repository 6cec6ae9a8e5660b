"""Why a file is left as it is: what cannot be written anew for certain is told, and never tried."""

from __future__ import annotations

from guidebook.model.text import Text, text


class UnsafeError(Exception):
    """The text cannot be put into form. `line` counts from 0."""

    def __init__(self, line: int, message: Text, hint: Text) -> None:
        super().__init__(str(message))
        self.line = line
        self.message = message
        self.hint = hint


def tagged(line: int) -> UnsafeError:
    """A value with a tag, which would be lost with its quotes."""
    return UnsafeError(
        line,
        text("YAML의 태그(!)가 있어 형식을 맞출 수 없습니다."),
        text("느낌표로 시작하는 표시를 지우세요. 값이 !로 시작하면 따옴표로 감싸세요."),
    )


def apart(line: int) -> UnsafeError:
    """A key that does not begin its own line, or has its colon elsewhere."""
    return UnsafeError(
        line,
        text("항목의 이름이 줄의 처음에 있지 않아 형식을 맞출 수 없습니다."),
        text("각 줄을 ‘이름: 값’으로 시작하게 고치세요."),
    )


def comment_in_brackets(line: int) -> UnsafeError:
    """A comment between entries in brackets that would have to change their places."""
    return UnsafeError(
        line,
        text("괄호 안에 주석이 있어 항목의 순서를 바꿀 수 없습니다."),
        text("주석을 괄호 밖으로 옮기거나, 괄호를 풀어 한 줄에 한 항목씩 적으세요."),
    )


def otherwise_read() -> UnsafeError:
    """What would be read otherwise than before."""
    return UnsafeError(
        0,
        text("뜻과 주석을 그대로 두고 형식을 맞출 수 없습니다."),
        text("여러 줄에 걸친 값을 한 줄로 적고, 파일을 줄바꿈으로 끝낸 다음 다시 실행하세요."),
    )
