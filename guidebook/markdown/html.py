"""Renders a document as HTML: note numbers, links to records, code, task marks, line numbers of blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import escape

from guidebook.markdown.links import Target
from guidebook.markdown.notes import REFERENCE
from guidebook.model.kinds import Kinds


class Link(Protocol):
    """Kind and id of a record, and a heading of it → its address from here."""

    def __call__(self, kind: str, id: str, heading: str = "", /) -> str:
        """The address."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file to take home as it is shown where a body links to it."""

    href: str
    """Its address from here; empty where it is only told."""
    name: str
    """The name under which readers keep it."""
    note: str
    """What stands behind the words of the link: kind, size, where to find it."""


class Attach(Protocol):
    """The name of a file in `content/assets/` → how it is shown; None for what is no file to take home."""

    def __call__(self, name: str, /) -> Attached | None:
        """The file."""


@dataclass(slots=True)
class Setting:
    """What HTML of one body depends on beside the body."""

    link: Link
    kinds: Kinds
    """Of records that links may lead to."""
    numbers: Mapping[str, int]
    """Id of a note → its number."""
    prefix: str = ""
    """Stands before every id, because a book has many bodies."""
    label: str = "{number}"
    """How a note's number is shown."""
    tasks: tuple[str, str] = ("할 일", "한 일")
    """What the marks `[ ]` and `[x]` are called for those who do not see them."""
    paper: bool = False
    """For print: blocks say in `data-line` on which line of the body they begin, and a link to a page that only the
    website has is plain words."""
    attach: Attach = lambda _: None
    closing: str = ""
    """What ends the link that is open."""
    seen: set[str] = field(default_factory=set)
    """Notes that have been pointed at: the first reference is where the note links back to."""


def heading_anchor(prefix: str, id: str) -> str:
    """The id of a heading among those of many bodies.

    The second hyphen keeps `a` of `page-en-tour-` apart from `tour-a` of `page-en-`: no id of a record has two.
    """
    return f"{prefix}-{id}" if prefix else id


class HTML(RendererHTML):
    """The rules of writing, by type of token."""

    def renderToken(  # noqa: N802  # named by markdown-it
        self, tokens: Sequence[Token], idx: int, options: Any, env: Any
    ) -> str:
        """An opening tag with its line and its id, or a closing one."""
        token, setting = tokens[idx], env["setting"]
        if token.nesting != 1:
            return super().renderToken(tokens, idx, options, env)
        attributes = dict(token.attrs)
        if "id" in attributes:
            attributes["id"] = heading_anchor(setting.prefix, str(attributes["id"]))
        if setting.paper and token.map and token.block:
            attributes["data-line"] = str(token.map[0] + 1)
        if setting.paper and "start" in attributes:  # WeasyPrint knows no `start`
            attributes["style"] = f"counter-reset: list-item {int(attributes['start']) - 1}"
        before = list(tokens[max(idx - 1, 0) : idx])
        around = [*before, token.copy(attrs=attributes), *tokens[idx + 1 : idx + 2]]
        return super().renderToken(around, len(before), options, env)

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A block of code; the word after the fence names its language."""
        token = tokens[idx]
        line = f' data-line="{token.map[0] + 1}"' if env["setting"].paper and token.map else ""
        language = token.info.split()[0] if token.info.strip() else ""
        css_class = f' class="language-{escape(language)}"' if language else ""
        return f"<pre{line}><code{css_class}>{escape(token.content)}</code></pre>\n"

    def text_special(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """An escaped mark or an entity, as the letter it stands for."""
        return str(escape(tokens[idx].content))

    def s_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """What no longer holds."""
        return "<del>"

    def s_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Its end."""
        return "</del>"

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """An item, with the mark of its task."""
        opening, checked = self.renderToken(tokens, idx, options, env), (tokens[idx].meta or {}).get("checked")
        if checked is None:
            return opening
        return f'{opening}<span class="task" role="img" aria-label="{escape(env["setting"].tasks[checked])}">' + (
            "✓</span> " if checked else "□</span> "
        )

    def note_reference(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The number of a note, linked to it; a comma parts it from a number right before."""
        setting: Setting = env["setting"]
        id = tokens[idx].meta["id"]
        if id not in setting.numbers:
            return str(escape(tokens[idx].content))
        back = "" if id in setting.seen else f' id="{setting.prefix}ref-{escape(id)}"'
        setting.seen.add(id)
        number = escape(setting.label.format(number=setting.numbers[id]))
        before = tokens[idx - 1] if idx else None
        follows = before is not None and before.type == REFERENCE and before.meta["id"] in setting.numbers
        href = f"#{setting.prefix}note-{escape(id)}"
        return f'<sup class="note-ref">{"," if follows else ""}<a href="{href}"{back}>{number}</a></sup>'

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A link: to a record, to a heading here, to a file, or to an address."""
        setting: Setting = env["setting"]
        target = Target.of(str(tokens[idx].attrs.get("href", "")), setting.kinds)
        attached = setting.attach(target.file) if target.file else None
        setting.closing = "</a>"
        if attached:
            return self._attached(attached, setting)
        if target.kind:
            href = setting.link(target.kind, target.id, *([target.heading] if target.heading else []))
        elif target.heading:
            href = f"#{heading_anchor(setting.prefix, target.heading)}"
        elif setting.paper and target.is_relative:
            return "<a>"
        else:
            href = target.address
        return f'<a href="{escape(href)}">'

    def link_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The end of a link; what is told of a file follows its words."""
        return str(env["setting"].closing)

    def _attached(self, attached: Attached, setting: Setting) -> str:
        """The beginning of a link to a file, or nothing where it is only told."""
        setting.closing = f' <span class="file">({escape(attached.note)})</span>'
        if not attached.href:
            return ""
        setting.closing = f"</a>{setting.closing}"
        return f'<a href="{escape(attached.href)}" download="{escape(attached.name)}">'
