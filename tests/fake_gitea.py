"""As much of Gitea's interface as Sveltia CMS asks of it, over a real repository of git, on loopback.

Gitea itself is in no registry that tests may use. What it refuses is refused here too: a file that somebody else
changed meanwhile, a file that is there already, a token that nobody has.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

TOKEN = "a-token-of-the-tests"
USER = {"id": 1, "login": "editor", "full_name": "편집자", "email": "editor@example.org", "avatar_url": ""}
APPLICATION, CODE = "an-application", "a-code"
REPO = "maru/guidebook"
Answer = tuple[int, Any]


class Repository:
    """A checkout of git, and what was asked of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = threading.Lock()
        self.challenge = ""
        """What who signs in by PKCE has to answer."""
        self.meanwhile: Callable[[], object] = lambda: None
        """What somebody else does between the last look at the repository and the next save."""
        folder.mkdir(exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("처음")

    def git(self, *arguments: str, **extra: str) -> str:
        identity = {"name": "Somebody", "email": "somebody@example.org", **extra}
        told = ("core.quotepath=off", *(f"user.{key}={value}" for key, value in identity.items()))
        command = ["git", *(part for one in told for part in ("-c", one)), *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=True).stdout.strip()

    def commit(self, message: str, **author: str) -> str:
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--no-verify", f"--message={message}", **author)
        return self.head

    @property
    def head(self) -> str:
        return self.git("rev-parse", "HEAD")

    def tree(self, commit: str) -> list[dict[str, Any]]:
        lines = self.git("ls-tree", "-r", "--long", "-z", commit).split("\0")
        parts = (line.partition("\t") for line in lines if line)
        return [
            {"path": path, "type": "blob", "sha": told.split()[2], "size": int(told.split()[3])}
            for told, _, path in parts
        ]

    def blob(self, path: str) -> str:
        """The digest of a file as it is now; empty where there is none."""
        return next((entry["sha"] for entry in self.tree("HEAD") if entry["path"] == path), "")

    def change(self, wanted: Mapping[str, Any]) -> Answer:
        """Write files and commit them, or refuse as Gitea does."""
        self.meanwhile()
        self.meanwhile = lambda: None
        with self.lock:
            for file in wanted["files"]:
                found = self.blob(file.get("from_path") or file["path"])
                if file["operation"] == "create" and found:
                    return 422, {"message": f"repository file already exists [path: {file['path']}]"}
                if file["operation"] != "create" and file.get("sha") != found:
                    return 422, {"message": f"sha does not match [given: {file.get('sha')}, expected: {found}]"}
            for file in wanted["files"]:
                place = self.folder / file["path"]
                (self.folder / (file.get("from_path") or file["path"])).unlink(missing_ok=True)
                if file["operation"] != "delete":
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(base64.b64decode(file["content"]))
            commit = self.commit(wanted["message"], **wanted["author"])
            files = [{"path": file["path"], "sha": self.blob(file["path"])} for file in wanted["files"]]
            return 201, {"commit": {"sha": commit, "created": "2026-11-28T00:00:00Z"}, "files": files}

    def contents(self, paths: list[str]) -> list[dict[str, str]]:
        texts = ((path, (self.folder / path).read_bytes()) for path in paths)
        return [
            {"path": path, "encoding": "base64", "content": base64.b64encode(octets).decode()} for path, octets in texts
        ]

    def signed_in(self, body: Mapping[str, str]) -> Answer:
        """A token for whoever knows what the challenge was made of."""
        made = base64.urlsafe_b64encode(hashlib.sha256(body["code_verifier"].encode()).digest()).decode().rstrip("=")
        if made != self.challenge or body["client_id"] != APPLICATION or body["code"] != CODE:
            return 400, {"error": "unauthorized_client"}
        return 200, {"access_token": TOKEN, "token_type": "bearer", "refresh_token": ""}

    def answer(self, path: str, query: Mapping[str, list[str]], body: Any) -> Answer:
        """What Gitea answers at a path below `/api/v1`."""
        within = path.removeprefix(f"/repos/{REPO}")
        match within.split("/")[1:]:
            case ["version"]:
                return 200, {"version": "1.24.0"}
            case ["user"]:
                return 200, USER
            case ["settings", "api"]:
                return 200, {"default_paging_num": 30, "max_response_items": 50}
            case []:
                return 200, {"default_branch": "main", "permissions": {"pull": True, "push": True}}
            case ["branches", _]:
                return 200, {"commit": {"id": self.head, "message": self.git("log", "-1", "--format=%s")}}
            case ["git", "trees", commit]:
                return 200, {"tree": self.tree(commit), "truncated": False}
            case ["file-contents"]:
                return 200, self.contents(body["files"])
            case ["contents"]:
                return self.change(body)
            case ["commits"]:
                return 200, []
        return 404, {"message": f"unknown: {path} {dict(query)}"}


@contextmanager
def fake_gitea(repository: Repository) -> Iterator[str]:
    """The address of the server until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

        def do_OPTIONS(self) -> None:
            self.reply(204, b"")

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if parts.path == "/login/oauth/authorize":  # whoever is asked says yes
                repository.challenge = asked["code_challenge"]
                self.send_response(302)
                self.send_header("Location", f"{asked['redirect_uri']}?code={CODE}&state={asked['state']}")
                self.end_headers()
            else:
                self.handled(None)

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if urlsplit(self.path).path == "/login/oauth/access_token":
                status, answer = repository.signed_in(body)
                self.reply(status, json.dumps(answer).encode())
            else:
                self.handled(body)

        def handled(self, body: Any) -> None:
            parts = urlsplit(self.path)
            status, answer = 401, {"message": "token is required"}
            if self.headers.get("Authorization", "").endswith(TOKEN):
                status, answer = repository.answer(
                    unquote(parts.path).removeprefix("/api/v1"), parse_qs(parts.query), body
                )
            self.reply(status, json.dumps(answer, ensure_ascii=False).encode())

        def reply(self, status: int, octets: bytes) -> None:
            self.send_response(status)
            for name in ("Origin", "Methods", "Headers"):
                self.send_header(
                    f"Access-Control-Allow-{name}", "*" if name != "Headers" else "authorization, content-type"
                )
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(octets)))
            self.end_headers()
            self.wfile.write(octets)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
