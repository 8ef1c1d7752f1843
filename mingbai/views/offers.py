"""The 下载打印 page: every printed form that is there, how large it is, and how to print it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.front import categories
from mingbai.views.sizes import size_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mingbai.model.library import Library
    from mingbai.model.scope import Scope

STEPS = (
    "点开文件，下载到电脑上，用能看 PDF 的软件或者浏览器打开。",
    "按每种纸下面写的纸张大小放纸；普通打印机放 A4 白纸。",
    "打印设置里，缩放选“实际大小”或者 100%，不要选“适合页面”，不然二维码会变小。",
    "先印一张，用微信扫一扫二维码，能打开再多印。",
    "黑白打印就行；盖着“样稿”的不能张贴。",
)
"""What a village clerk does before printing."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF that was made: which form of what, where it lies in the site, how large it is.

    ``slug`` is empty for a form of all policies, ``township`` for the whole region.
    """

    form: str
    title: str
    paper: str
    how: str
    slug: str
    township: str
    path: str
    pages: int
    bytes: int

    @property
    def size(self) -> str:
        """Return the size of the file in words."""
        return size_words(self.bytes)


@dataclass(frozen=True, slots=True)
class Offer:
    """One PDF to download; ``picture`` is a small picture of its first page."""

    title: str
    path: str
    picture: str
    alt: str
    facts: str


@dataclass(frozen=True, slots=True)
class How:
    """A kind of paper, and how it is printed."""

    title: str
    how: str


@dataclass(frozen=True, slots=True)
class Group:
    """PDFs of one policy, of one township, or of everything."""

    anchor: str
    title: str
    offers: tuple[Offer, ...]

    @property
    def kinds(self) -> str:
        """Return the kinds of paper in one line: what a folded group shows."""
        return "、".join(one.title for one in self.offers)


@dataclass(frozen=True, slots=True)
class OffersView:
    """The page: instructions, then what there is."""

    steps: tuple[str, ...]
    kinds: tuple[How, ...]
    together: Group
    policies: tuple[Group, ...]
    townships: tuple[Group, ...]


def offers_view(printed: Iterable[Printed], library: Library, scope: Scope) -> OffersView:
    """Return what may be downloaded, by policy and by township."""
    listed = tuple(printed)
    region = [one for one in listed if not one.township]
    towns = {one.code: one.name for one in library.region_by_code[scope.region].townships}
    return OffersView(
        steps=STEPS,
        kinds=tuple(dict.fromkeys(How(one.title, one.how) for one in listed)),
        together=group("all", "全部政策", (one for one in region if not one.slug)),
        policies=tuple(
            group(one.slug, one.name, (file for file in region if file.slug == one.slug))
            for kind in categories(library)
            for one in kind.policies
        ),
        townships=tuple(
            group(f"t{code}", name, (file for file in listed if file.township == code))
            for code, name in towns.items()
        ),
    )


def group(anchor: str, title: str, printed: Iterable[Printed]) -> Group:
    """Return the PDFs of one heading."""
    return Group(anchor, title, tuple(offer(one, title) for one in printed))


def offer(one: Printed, what: str) -> Offer:
    """Return one PDF."""
    return Offer(
        title=one.title,
        path=f"print/{one.path}",
        picture=f"print/{picture_path(one.path)}",
        alt=f"{what}{one.title}的样子",
        facts=f"{one.paper}，{one.pages} 页，{one.size}",
    )


def picture_path(path: str) -> str:
    """Return where the small picture of a PDF lies."""
    return path.removesuffix(".pdf") + ".png"


def sheet_of(slug: str, printed: Iterable[Printed]) -> Printed | None:
    """Return the 明白纸 of a policy if it was made."""
    wanted = (one for one in printed if one.slug == slug and one.form == "sheet")
    return next((one for one in wanted if not one.township), None)
