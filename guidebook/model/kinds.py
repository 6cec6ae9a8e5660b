"""The registry of kinds of records: all that the engine has to know of a kind stands in its entry here.

Loading, rules, addresses, menus, indexes and search read the registry, so that a new kind is one entry, a model of its
fields and a template of its page. The catalogue carries the registry that it was read with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.model import address
from guidebook.model.record import Record
from guidebook.model.records.guide import Guide
from guidebook.model.records.page import ENGLISH, Page
from guidebook.model.records.place import Place
from guidebook.model.records.program import Program
from guidebook.model.records.restaurant import NewsList, Restaurant
from guidebook.model.records.route import Route
from guidebook.model.records.term import Term
from guidebook.model.records.town import Town
from guidebook.model.records.visit import Visit
from guidebook.model.text import Text, text

MARKDOWN, YAML = ".md", ".yml"
"""How names of record files end: with a body, without one."""


NOT_THERE = text("'{id}' 아이디를 쓰는 파일이 없습니다.")
"""What is wrong where a record of any kind is named that is not there."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists all records of a kind, or of several."""

    path: str
    label: Text
    """What menu and trail call it: the plural."""
    menu: bool = False
    """Whether the main menu leads to it where `site.yml` does not name it."""
    tour: bool = False
    """Whether it is one of the lists of the tour, to which the menu has one entry."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record."""

    key: str
    """Its name in links, anchors and diagnostics: `[words](town:gaon)`, `town-gaon`, `unknown-town`."""
    model: type[Record]
    folder: str
    """Of the content."""
    label: Text
    """What people call one of it."""
    order: tuple[str, ...]
    """The fields and properties by which its records are sorted; the id decides between equals."""
    suffix: str = YAML
    title: str = ""
    """The field that gives the title of its page, which no two pages share; empty for kinds without pages."""
    pages: str | None = None
    """The folder of the website with a page for each record; None where records have no page of their own."""
    template: str = ""
    """The template of such a page, if it needs nothing but the record; other kinds have a function in `render`."""
    listing: Listing | None = None
    linked: bool = False
    """Whether bodies may link to it by its key."""
    indexed: str = ""
    """The field under which the indexes of website and books list it; empty where they do not."""
    searched: int | None = None
    """The number by which search knows results of this kind (5 and 6 are other pages and files); less comes first."""
    permanent: bool = False
    """Whether a record has an address `q/<id>/` that outlives its renaming."""
    book: bool = False
    """Whether the guidebook tells of it, under the anchor `<key>-<id>`."""
    private: bool = False
    """Whether its records stay out of everything public, and nothing may refer to them."""
    named_by: tuple[str, ...] = ()
    """The fields in which other records name one of it by its id."""
    missing: Text = NOT_THERE
    """What is wrong where they name one that is not there."""

    def address(self, id: str) -> str:
        """The path of a record's page. Pages in English lie in a folder of their own."""
        if self.pages is None:
            raise LookupError(f"records of the kind '{self.key}' have no pages")
        if self.model is Page and (id == ENGLISH or id.startswith(f"{ENGLISH}-")):
            return f"{id.replace('-', '/', 1)}/"
        return f"{self.pages}{id}/"


class Kinds:
    """A registry: kinds by their key, in the order in which records are read, judged and told of."""

    def __init__(self, *kinds: Kind) -> None:
        self._by_key = {kind.key: kind for kind in kinds}
        self._by_model = {kind.model: kind for kind in kinds}
        self._by_folder = {kind.folder: kind for kind in kinds}
        self._by_field = {field: kind for kind in kinds for field in kind.named_by}

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._by_key.values())

    def __getitem__(self, key: str) -> Kind:
        return self._by_key[key]

    def of(self, model: type[Record]) -> Kind:
        """The kind of the records of a model."""
        return self._by_model[model]

    def in_folder(self, folder: str) -> Kind | None:
        """The kind whose files lie in that folder of the content."""
        return self._by_folder.get(folder)

    def named_by(self, field: str) -> Kind | None:
        """The kind whose ids stand in fields of that name."""
        return self._by_field.get(field)

    @property
    def linked(self) -> tuple[str, ...]:
        """The keys that links in bodies may begin with, in the order in which remedies list them."""
        return tuple(kind.key for kind in self if kind.linked)

    @property
    def listings(self) -> tuple[Listing, ...]:
        """The lists, each once."""
        return tuple(dict.fromkeys(kind.listing for kind in self if kind.listing is not None))

    @property
    def sections(self) -> tuple[str, ...]:
        """The lists by the names that the menu in `site.yml` has for them: `programs`, `figures`."""
        return tuple(path.rstrip("/") for path in (*(listing.path for listing in self.listings), *address.LISTED))

    @property
    def reserved(self) -> frozenset[str]:
        """The names at the top of the website that no page can have."""
        paths = [kind.pages for kind in self if kind.pages] + [listing.path for listing in self.listings]
        return address.RESERVED | {path.split("/")[0] for path in paths}

    def address(self, key: str, id: str) -> str:
        """The path of the page of a record below the site's root."""
        return self[key].address(id)

    def record_at(self, path: str) -> tuple[str, str]:
        """Kind and id of the record that would have its page, or its file, there; empty where none could."""
        bare = path.rstrip("/").removesuffix(MARKDOWN).removesuffix(YAML).removesuffix("/index.html")
        folder, slash, id = bare.rpartition("/")
        if not slash:
            return ("page", bare) if bare else ("", "")
        if folder in (ENGLISH, "pages"):
            return "page", f"{ENGLISH}-{id}" if folder == ENGLISH else id
        key = next((kind.key for kind in self if kind.pages == f"{folder}/"), "")
        return (key, id) if key else ("", "")


_EATING = Listing(address.RESTAURANTS, text("음식점"), tour=True)

KINDS = Kinds(
    Kind(
        key="program",
        model=Program,
        folder="programs",
        label=text("사업"),
        order=("place",),
        suffix=MARKDOWN,
        title="title",
        pages=address.PROGRAMS,
        listing=Listing(address.PROGRAMS, text("사업"), menu=True),
        linked=True,
        indexed="name",
        searched=0,
        permanent=True,
        book=True,
        named_by=("program", "programs"),
        missing=text("'{id}' 사업을 찾을 수 없습니다."),
    ),
    Kind(
        key="town",
        model=Town,
        folder="towns",
        label=text("읍면동"),
        order=("order", "name"),
        title="name",
        pages=address.TOWNS,
        listing=Listing(address.TOWNS, text("읍면동"), menu=True),
        linked=True,
        indexed="name",
        searched=4,
        permanent=True,
        book=True,
        named_by=("town", "towns", "hall"),
        missing=text("'{id}' 읍면동을 찾을 수 없습니다."),
    ),
    Kind(
        key="page",
        model=Page,
        folder="pages",
        label=text("글"),
        order=("english", "place"),
        suffix=MARKDOWN,
        title="title",
        pages="",
        linked=True,
        indexed="title",
        permanent=True,
        book=True,
        named_by=("section",),
    ),
    Kind(
        key="site",
        model=Place,
        folder="sites",
        label=text("장소"),
        order=("name",),
        title="name",
        pages=address.SITES,
        listing=Listing(address.SITES, text("볼거리"), tour=True),
        linked=True,
        indexed="name",
        searched=2,
        permanent=True,
        book=True,
        named_by=("site",),
        missing=text("'{id}' 장소를 찾을 수 없습니다."),
    ),
    Kind(
        key="guide",
        model=Guide,
        folder="guides",
        label=text("안내"),
        order=("kind",),
        permanent=True,
        named_by=("guide",),
        missing=text("'{id}' 안내 기록을 찾을 수 없습니다."),
    ),
    Kind(
        key="restaurant",
        model=Restaurant,
        folder="restaurants",
        label=text("음식점"),
        order=("name",),
        title="name",
        pages=address.RESTAURANTS,
        listing=_EATING,
        linked=True,
        indexed="name",
        searched=3,
        permanent=True,
        book=True,
        named_by=("restaurant",),
        missing=text("'{id}' 음식점을 찾을 수 없습니다."),
    ),
    Kind(
        key="list",
        model=NewsList,
        folder="lists",
        label=text("보도된 업소 목록"),
        order=("title",),
        listing=_EATING,
        permanent=True,
    ),
    Kind(
        key="route",
        model=Route,
        folder="routes",
        label=text("코스"),
        order=("order", "title"),
        suffix=MARKDOWN,
        title="title",
        pages=address.ROUTES,
        listing=Listing(address.ROUTES, text("코스"), menu=True, tour=True),
        linked=True,
        indexed="title",
        searched=1,
        permanent=True,
        book=True,
        named_by=("route",),
        missing=text("'{id}' 코스를 찾을 수 없습니다."),
    ),
    Kind(
        key="term",
        model=Term,
        folder="terms",
        label=text("용어"),
        order=("name",),
        book=True,
    ),
    Kind(
        key="visit",
        model=Visit,
        folder="visits",
        label=text("방문"),
        order=("date", "start"),
        listing=Listing(address.VISITS, text("다녀간 방문단"), tour=True),
        private=True,
    ),
)
"""The kinds of this engine."""
