"""Where the forms of the browser keep what is written: the repository of the content, and who may open the forms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from guidebook.model.label import Label
from guidebook.model.record import SubRecord
from guidebook.model.settings.printing import LONGEST_PATH
from guidebook.model.text import text

_NAME = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?"
_PORT = "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
HOST = rf"^(https://{_NAME}|http://(127\.0\.0\.1|localhost))(:{_PORT})?$"
"""A server alone, without a path: it stands in the policy of the page. Without encryption only this very machine."""
_PART = "[A-Za-z0-9_-][A-Za-z0-9_.-]*"
REPOSITORY = rf"^{_PART}(/{_PART})+$"
"""Owner, groups and name: nothing leads up."""
APPLICATION = r"^[A-Za-z0-9_-]+$"
FOLDER = r"^[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$"
"""Of a folder or a branch: nothing leads up or out."""
SHOWN = "편집 양식"
"""Where these settings show."""

Backend = Literal["gitlab", "forgejo", "gitea", "github", "local"]


class Cms(SubRecord):
    """`cms` of `content/site.yml`. Left out, the forms open a folder of the own computer."""

    backend: Annotated[
        Backend,
        Label(
            text("저장소 종류"),
            "콘텐츠를 어떤 저장소에 두는지. local이면 컴퓨터에 있는 폴더를 크롬에서 엽니다.",
            "gitlab",
            SHOWN,
            choices={
                "gitlab": text("GitLab"),
                "forgejo": text("Forgejo"),
                "gitea": text("Gitea"),
                "github": text("GitHub"),
                "local": text("내 컴퓨터의 폴더"),
            },
        ),
    ] = "local"
    host: Annotated[
        Annotated[str, StringConstraints(pattern=HOST, max_length=LONGEST_PATH)] | None,
        Label(
            text("저장소 서버"),
            "저장소가 있는 서버의 주소. 경로 없이 적습니다. 없으면 gitlab.com, github.com",
            "https://git.example.org",
            SHOWN,
        ),
    ] = None
    repo: Annotated[
        Annotated[str, StringConstraints(pattern=REPOSITORY, max_length=LONGEST_PATH)] | None,
        Label(text("저장소"), "저장소의 소유자와 이름. 서버 주소 뒤에 오는 부분입니다.", "maru/guidebook", SHOWN),
    ] = None
    branch: Annotated[
        Annotated[str, StringConstraints(pattern=FOLDER, max_length=LONGEST_PATH)],
        Label(text("브랜치"), "저장한 내용이 들어갈 브랜치", "main", SHOWN),
    ] = "main"
    app_id: Annotated[
        Annotated[str, StringConstraints(pattern=APPLICATION, max_length=LONGEST_PATH)] | None,
        Label(
            text("앱 아이디"),
            "서버에 등록한 앱의 아이디. 있으면 서버 계정으로 로그인합니다. 없으면 접근 토큰으로 로그인합니다.",
            "3f6c1d2e-maru",
            SHOWN,
        ),
    ] = None
    """Of the application that the server knows for signing in by PKCE. It is no secret."""
    folder: Annotated[
        Annotated[str, StringConstraints(pattern=FOLDER, max_length=LONGEST_PATH)],
        Label(text("콘텐츠 폴더"), "저장소 안에서 콘텐츠가 있는 폴더", "content", SHOWN),
    ] = "content"
    private: Annotated[
        bool,
        Label(
            text("비공개 저장소"),
            "저장소를 담당자만 볼 수 있으면 true로 적습니다. true여야 양식에 방문이 나옵니다.",
            "true",
            SHOWN,
        ),
    ] = False
    """Whether only the office can read the repository: else visits have no form."""
    admin: Annotated[
        Literal["apart", "public"],
        Label(
            text("양식을 두는 곳"),
            "apart이면 누리집과 따로 output/admin에, public이면 누리집 안의 admin에 둡니다.",
            "apart",
            SHOWN,
            choices={"apart": text("누리집과 따로"), "public": text("누리집 안")},
        ),
    ] = "apart"

    @property
    def address(self) -> str | None:
        """The server; none where a folder of the own computer is opened, or where nobody said which."""
        usual = {"gitlab": "https://gitlab.com", "github": "https://github.com"}
        return None if self.backend == "local" else self.host or usual.get(self.backend)

    @property
    def api(self) -> str | None:
        """The address of the server's interface for programs."""
        if self.backend == "github":
            return f"{self.host}/api/v3" if self.host else "https://api.github.com"
        return f"{self.address}/api/{'v4' if self.backend == 'gitlab' else 'v1'}" if self.address else None

    @property
    def visits(self) -> bool:
        """Whether visits have a form: only where what is written stays in the office."""
        return self.private or self.backend == "local"
