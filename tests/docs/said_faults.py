"""Every diagnostic that the program can tell: its code, severity, sentences and remedies, read from the source.

From the source and not from runs, because nobody can cause all of them in one run: a disk must be full for one, a
forge answer for another. How those of `tests/diagnostics/` read when they are told, knows `diagnostics_document.py`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from guidebook.model.kinds import KINDS
from guidebook.preflight.checks import BUG, FROM_CONTENT
from tests.conftest import ROOT

PACKAGE = ROOT / "guidebook"
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
SILENT = ("export/", "forms/", "setup/", "locale/", "render/")
"""Rooms whose pairs of a name and a sentence are no diagnostics."""


@dataclass(frozen=True)
class Saying:
    """What is told in one place of the source: sentences, remedies, how bad it is."""

    module: str
    severity: str
    messages: tuple[str, ...]
    hints: tuple[str, ...]


class Module:
    """A module with what its names stand for."""

    def __init__(self, path: Path) -> None:
        self.name = path.relative_to(PACKAGE).as_posix()
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.functions = {node.name: node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)}
        self.imported = {
            one.asname or one.name: (PACKAGE.parent / f"{node.module.replace('.', '/')}.py", one.name)
            for node in self.tree.body
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("guidebook.")
            for one in node.names
            if one.name.isupper()
        }
        self.calls: dict[str, list[ast.Call]] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                self.calls.setdefault(_called(node), []).append(node)
        self.scopes = {child: function for function in self.functions.values() for child in ast.walk(function)}

    @property
    def diagnostics(self) -> list[ast.Call]:
        return self.calls.get("Diagnostic", [])

    def values(self, name: str, scope: ast.FunctionDef | None) -> Iterator[tuple[ast.expr, ast.FunctionDef | None]]:
        """What a name stands for, with the function that says so: assigned in the function or the module, or given."""
        for node in ast.walk(scope) if scope else ():
            yield from ((value, scope) for target, value in _assigned(node) if target == name)
        for node in self.tree.body:
            yield from ((value, None) for target, value in _assigned(node) if target == name)
        taken = [one.arg for one in scope.args.args] if scope else []
        if scope and name in taken:
            for call in self.calls.get(scope.name, ()):
                named = {keyword.arg: keyword.value for keyword in call.keywords}
                value = named.get(name) or next(iter(call.args[taken.index(name) :]), None)
                if value is not None and not any(isinstance(one, ast.Starred) for one in call.args):
                    yield value, self.scopes.get(call)

    def wordings(self, node: ast.expr, scope: ast.FunctionDef | None, depth: int = 0) -> list[str]:
        """All sentences that an expression can be."""
        if depth > 4:
            return []
        if isinstance(node, ast.Call) and _called(node) == "text":
            return [str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant)]
        if isinstance(node, ast.Name) and node.id in self.imported:
            path, name = self.imported[node.id]
            return Module(path).wordings(ast.Name(name), None, depth + 1) if path.is_file() else []
        if isinstance(node, ast.Name):
            return [
                one for value, where in self.values(node.id, scope) for one in self.wordings(value, where, depth + 1)
            ]
        children = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
        found = [one for child in children for one in self.wordings(child, scope, depth + 1)]
        if not found and isinstance(node, ast.Call) and _called(node) in self.functions:
            inner = self.functions[_called(node)]
            returned = [one.value for one in ast.walk(inner) if isinstance(one, ast.Return) and one.value]
            found = [one for value in returned for one in self.wordings(value, inner, depth + 1)]
        return found

    def codes(self, node: ast.expr, scope: ast.FunctionDef | None) -> list[str]:
        """The codes that an expression can be; none where only a caller knows."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [node.value]
        if isinstance(node, ast.IfExp):
            return [*self.codes(node.body, scope), *self.codes(node.orelse, scope)]
        if isinstance(node, ast.Name):
            return [code for value, _ in self.values(node.id, None) for code in self.codes(value, None)]
        if isinstance(node, ast.JoinedStr) and ast.unparse(node) == "f'unknown-{kind.key}'":
            return [f"unknown-{kind.key}" for kind in KINDS if kind.named_by]
        return []


def faults() -> dict[str, list[Saying]]:
    """By code, sorted: what is told under it, where it is said first."""
    found: dict[str, list[Saying]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        module = Module(path)
        for code, saying in _told_in(module):
            said = found.setdefault(code, [])
            if saying not in said:
                said.append(saying)
    for kind in KINDS:
        if kind.named_by:
            first = found[f"unknown-{kind.key}"]
            first[:] = [replace(one, messages=one.messages or (kind.missing.wording,)) for one in first]
    return dict(sorted(found.items()))


def _told_in(module: Module) -> Iterator[tuple[str, Saying]]:
    for node in ast.walk(module.tree):
        scope = module.scopes.get(node)
        if isinstance(node, ast.Call) and _called(node) == "Diagnostic":
            given = [*_given(node), *[ast.Constant("")] * 4]
            messages, hints = (tuple(module.wordings(one, scope)) for one in given[2:4])
            for code in module.codes(given[1], scope):
                yield code, Saying(module.name, _severity(given) or "error", messages, hints)
        elif module.name.startswith(SILENT):
            continue
        elif isinstance(node, ast.Tuple) or (isinstance(node, ast.Call) and _called(node) != "text"):
            yield from _beside_its_sentence(module, node, scope)


def _beside_its_sentence(
    module: Module, node: ast.Tuple | ast.Call, scope: ast.FunctionDef | None
) -> Iterator[tuple[str, Saying]]:
    """A code that is handed on with its sentence: `(code, message, hint)`, `_fault(record, code, message, hint)`."""
    parts = node.elts if isinstance(node, ast.Tuple) else node.args
    for place, part in enumerate(parts[:-1]):
        if not (isinstance(part, ast.Constant) and isinstance(part.value, str) and CODE.fullmatch(part.value)):
            continue
        messages = module.wordings(parts[place + 1], scope)
        if not messages:
            continue
        code, rest = part.value, parts[place + 2 :]
        hints = module.wordings(rest[0], scope) if rest else []
        severity = _severity(parts)
        for made in () if hints and severity else _makers(module, node):
            given = [*_given(made), *[ast.Constant("")] * 4]
            hints = hints or module.wordings(given[3], module.scopes.get(made))
            severity = severity or _severity(given)
        found = module.name.startswith("preflight/")
        if not (hints or found or _makers(module, node)):
            continue  # a name with what it is called, of which nobody makes a diagnostic
        if found:
            hints, severity = [FROM_CONTENT.get(code, BUG).wording], "warning" if code in FROM_CONTENT else "error"
        yield code, Saying(module.name, severity or "error", tuple(messages), tuple(dict.fromkeys(hints)))


def _makers(module: Module, node: ast.Tuple | ast.Call) -> Sequence[ast.Call]:
    """The calls that make a diagnostic of it: in the function that is called, or the one place that takes any code."""
    if isinstance(node, ast.Call) and _called(node) in module.functions:
        inside = set(ast.walk(module.functions[_called(node)]))
        return [made for made in module.diagnostics if made in inside]
    return [made for made in module.diagnostics if len(made.args) > 1 and not isinstance(made.args[1], ast.Constant)]


def _given(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def _severity(parts: Sequence[ast.expr]) -> str:
    for part in parts:
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == "Severity":
            return part.attr.lower()
    return ""


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name):
                yield target.id, node.value
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for one, value in zip(target.elts, node.value.elts, strict=False):
                    if isinstance(one, ast.Name):
                        yield one.id, value
    elif isinstance(node, ast.For) and isinstance(node.target, ast.Tuple) and isinstance(node.iter, ast.Tuple):
        for row in node.iter.elts:
            for one, value in zip(node.target.elts, getattr(row, "elts", ()), strict=False):
                if isinstance(one, ast.Name):
                    yield one.id, value
    elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and isinstance(node.target, ast.Name) and node.value:
        yield node.target.id, node.value
