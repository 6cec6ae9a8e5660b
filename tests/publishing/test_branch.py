"""A site on a branch: one commit, no work tree, and no program that a repository names."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook.output.fast_import import Commit, stream
from guidebook.output.git_process import ask, take_in
from tests.publishing.made_site import City, hashed
from tests.publishing.repositories import begin, git


@pytest.fixture
def repository(city: City, monkeypatch: pytest.MonkeyPatch) -> City:
    """The city in a repository, with one commit, for a person whose name git knows."""
    begin(city.root)
    home = city.root.parent / f"{city.root.name}-home"
    home.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = 배포자\n\temail = p@example.kr\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return city


def test_a_site_becomes_one_commit_and_the_work_tree_stays(repository: City) -> None:
    root, before = repository.root, git(repository.root, "status", "--porcelain")
    head = git(root, "rev-parse", "HEAD")
    run = repository.publish(to="git")
    assert run.code == 0, run.err
    assert "pages 브랜치에 커밋했습니다" in run.out
    listed = git(root, "ls-tree", "-r", "--name-only", "pages").split("\n")
    assert listed == [".nojekyll", "404.html", hashed("first"), "index.html", "programs/a/index.html"]
    assert git(root, "show", "pages:index.html") == "<h1>first</h1>"
    assert (
        git(root, "log", "-1", "--format=%an <%ae> %aI %s", "pages")
        == "배포자 <p@example.kr> 2026-11-20T09:00:00+09:00 누리집 배포"
    )
    assert (git(root, "rev-parse", "HEAD"), git(root, "status", "--porcelain")) == (head, before)
    assert git(root, "symbolic-ref", "HEAD") == "refs/heads/main"


def test_the_same_site_twice_is_one_commit_and_another_one_follows(repository: City) -> None:
    repository.publish(to="git")
    first = git(repository.root, "rev-parse", "pages")
    assert "바뀐 것이 없습니다" in repository.publish(to="git").out
    assert git(repository.root, "rev-parse", "pages") == first
    repository.build("second")
    assert repository.publish(to="git").code == 0
    assert git(repository.root, "rev-parse", "pages^") == first
    assert hashed("first") not in git(repository.root, "ls-tree", "-r", "--name-only", "pages")


def test_the_same_content_gives_the_same_commit(repository: City) -> None:
    repository.publish("--branch", "one", "--author", "홍길동 <gil@example.kr>", to="git")
    repository.publish("--branch", "two", "--author", "홍길동 <gil@example.kr>", to="git")
    assert git(repository.root, "rev-parse", "one") == git(repository.root, "rev-parse", "two")


def test_what_a_host_keeps_on_the_branch_stays(repository: City) -> None:
    repository.publish(to="git")
    git(repository.root, "switch", "--quiet", "pages")
    (repository.root / "CNAME").write_text("jumin.example.kr\n")
    (repository.root / ".gitlab-ci.yml").write_text("pages: {}\n")
    (repository.root / "by-hand.html").write_text("old")
    git(repository.root, "add", "CNAME", ".gitlab-ci.yml", "by-hand.html")
    git(repository.root, "commit", "--quiet", "--message", "주소")
    git(repository.root, "switch", "--quiet", "main")
    assert "커밋했습니다" in repository.publish(to="git").out
    listed = git(repository.root, "ls-tree", "--name-only", "pages").split("\n")
    assert {"CNAME", ".gitlab-ci.yml", ".nojekyll", "index.html"} <= set(listed)
    assert "by-hand.html" not in listed


def test_branches_of_people_are_left_alone(repository: City) -> None:
    run = repository.publish("--branch", "main", to="git")
    assert (run.code, "지금 열려 있어" in run.err) == (1, True)
    git(repository.root, "branch", "work")
    run = repository.publish("--branch", "work", to="git")
    assert (run.code, "덮어쓰지 않습니다" in run.err) == (1, True)
    for name in ("--help", "a..b", "a b", "a.lock"):
        assert "브랜치 이름으로 쓸 수 없습니다" in repository.publish(f"--branch={name}", to="git").err
    assert git(repository.root, "branch", "--format", "%(refname:short)").split() == ["main", "work"]


def test_who_and_when_must_be_known(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "git 저장소 안에 있지 않습니다" in city.publish(to="git").err
    monkeypatch.setenv("HOME", str(city.root))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    git(city.root, "init", "--quiet")
    assert "누가 배포하는지 알 수 없습니다" in city.publish(to="git").err
    assert "형식이 맞지 않습니다" in city.publish("--author", "홍길동", to="git").err
    assert "저장소에 커밋이 없습니다" in city.publish("--author", "홍길동 <gil@example.kr>", to="git").err


def test_it_is_sent_where_somebody_asks(repository: City) -> None:
    remote = repository.root.parent / f"{repository.root.name}-remote.git"
    git(repository.root, "init", "--quiet", "--bare", str(remote))
    git(repository.root, "remote", "add", "origin", f"../{remote.name}")
    run = repository.publish("--push", "origin", to="git")
    assert run.code == 0, run.err
    assert git(remote, "rev-parse", "pages") == git(repository.root, "rev-parse", "pages")
    assert "주소가 없습니다" in repository.publish("--push", "elsewhere", to="git").err


def test_another_persons_publication_is_not_overwritten(repository: City) -> None:
    remote = repository.root.parent / f"{repository.root.name}-remote.git"
    git(repository.root, "init", "--quiet", "--bare", str(remote))
    git(repository.root, "remote", "add", "origin", str(remote))
    other = git(repository.root, "commit-tree", "-m", "다른 사람", "HEAD^{tree}")
    git(repository.root, "push", "--quiet", "origin", f"{other}:refs/heads/pages")
    run = repository.publish("--push", "origin", to="git")
    assert (run.code, "git fetch origin pages:pages" in run.err) == (1, True)
    assert git(remote, "rev-parse", "pages") == other


def test_no_program_of_a_repository_is_started(repository: City) -> None:
    """A repository that came with the content may name any: hooks, filters, monitors, helpers, transports."""
    trap = repository.root / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{repository.root}/sprung'\ncat\n")
    trap.chmod(0o755)
    hooks = repository.root / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("reference-transaction", "pre-push", "post-commit", "update", "pre-auto-gc", "post-index-change"):
        (hooks / name).write_bytes(trap.read_bytes())
        (hooks / name).chmod(0o755)
    remote = repository.root.parent / f"{repository.root.name}-remote.git"
    git(repository.root, "init", "--quiet", "--bare", str(remote))
    config = repository.root / ".git" / "config"
    config.write_text(
        config.read_text(encoding="utf-8")
        + f"""[core]
\tfsmonitor = {trap}
\thooksPath = {hooks}
\tpager = {trap}
\teditor = {trap}
\tsshCommand = {trap}
\taskPass = {trap}
\tgitProxy = {trap}
\talternateRefsCommand = {trap}
[filter "trap"]
\tclean = {trap}
\tsmudge = {trap}
\tprocess = {trap}
[credential]
\thelper = !{trap}
[gpg]
\tprogram = {trap}
[commit]
\tgpgSign = true
[push]
\tgpgSign = if-asked
[diff]
\texternal = {trap}
[extensions]
\tpartialClone = origin
[remote "origin"]
\turl = {remote}
\treceivepack = {trap}
\tuploadpack = {trap}
\tpromisor = true
""",
        encoding="utf-8",
    )
    (repository.root / ".git" / "info" / "attributes").write_text("* filter=trap\n")
    run = repository.publish("--push", "origin", to="git")
    assert run.code == 0, run.err
    assert not (repository.root / "sprung").exists()
    assert git(remote, "rev-parse", "pages")


def test_what_only_looks_like_a_repository_is_passed_by(repository: City) -> None:
    """A bare one within the content, which git's own search would take."""
    bare = repository.content
    for name in ("objects", "refs"):
        (bare / name).mkdir()
    (bare / "HEAD").write_text("ref: refs/heads/main\n")
    (bare / "config").write_text("[core]\n\tbare = true\n")
    assert repository.publish(to="git").code in (0, 1)
    assert not list((bare / "objects").iterdir())


def test_a_work_tree_beside_its_repository_is_known(repository: City) -> None:
    beside = repository.root.parent / f"{repository.root.name}-beside"
    git(repository.root, "worktree", "add", "--quiet", "-b", "work", str(beside))
    here = City(beside, repository.capture)
    here.build("first")
    run = here.publish(to="git")
    assert run.code == 0, run.err
    assert git(repository.root, "show", "pages:index.html") == "<h1>first</h1>"


PATHS = st.lists(
    st.lists(
        st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=8),
        min_size=1,
        max_size=2,
    ),
    min_size=1,
    max_size=4,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(paths=PATHS, octets=st.binary(max_size=40))
def test_git_reads_every_name_and_byte(
    tmp_path_factory: pytest.TempPathFactory, paths: list[list[str]], octets: bytes
) -> None:
    steps = {tuple(path) for path in paths if not {".", "..", ".git"} & {step.lower() for step in path}}
    alone = {path[0]: path for path in sorted(steps)}  # a file and a folder of one name cannot be
    names = {"/".join(path) for path in alone.values()}
    place = tmp_path_factory.mktemp("repository") / ".git"
    git(place.parent, "init", "--quiet")
    commit = Commit("refs/heads/pages", "이름 <a@b>", "1796000000 +0900", "글\n")
    take_in(place, stream(commit, ((name, octets) for name in sorted(names))))
    listed = ask(place, "ls-tree", "-r", "-z", "--name-only", "refs/heads/pages")
    assert set((listed or "").split("\0")) - {""} == names
