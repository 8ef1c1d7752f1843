"""The story of paper over years: released, printed, changed, renamed, withdrawn; no code dies.

Every code is read from the printed PDFs, and followed in the site as it is after each release.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import zxingcpp
from click.testing import CliRunner

from mingbai.build import build
from mingbai.cli import main
from mingbai.load import load
from mingbai.promises import broken, promised
from tests.seen import pages_of
from tests.signing import sign
from tests.test_print import HEAD
from tests.wear import QR

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("pressed")
BASE = Path(__file__).parent / "examples" / "base"
ADDRESS = "https://jiuzhu.shili.invalid/"
VILLAGE = "990101001201"
ROWS = (
    f"990101001,示例街道,{VILLAGE},示例甲村,张示例,0537-1000001,,2026-10-01,网",
    "990101100,示例镇,990101100201,示例乙村,,,,,",
)
FORMS = ("sheet", "sheet-large", "poster", "cards")
READABLE = 150
"""Dots per inch of a page seen by a phone, which steps back from a large one."""
WIDEST = 2000
"""Pixels."""


class Told(NamedTuple):
    """Where a code leads below the site, and the village behind #."""

    path: str
    village: str


class Office:
    """An office with its records, its printer and its site."""

    def __init__(self, folder: Path) -> None:
        self.root, self.dist = folder / "project", folder / "dist"
        shutil.copytree(BASE, self.root, ignore=shutil.ignore_patterns("expected"))
        table = "\n".join((HEAD, *ROWS)) + "\n"
        (self.root / "policies/regions/990101-contacts.csv").write_text(table, "utf-8-sig")

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        path = self.root / name
        text = path.read_text("utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path.write_text(text, "utf-8")

    def run(self, *words: str, status: int = 0) -> str:
        done = CliRunner().invoke(main, [*words, "--project", str(self.root)])
        assert done.exit_code == status, done.output
        return done.output

    def printed(self) -> dict[str, set[Told]]:
        """Build the site, print for the villages, and read every code from every PDF by form."""
        build(self.root, self.dist)
        out = ("--out", str(self.dist), "--workers", "1")
        self.run("print", *(word for form in FORMS for word in ("--form", form)), *out)
        found: dict[str, set[Told]] = {}
        for path in sorted(self.dist.rglob("*.pdf")):
            if "site" not in path.relative_to(self.dist).parts:
                told = found.setdefault(path.stem, set())
                told.update(leads(code) for code in codes_of(path))
        return found

    def page(self, told: Told) -> str:
        """Return the page that a code leads to, without the help of a server's rules."""
        path = self.dist / "site" / told.path / "index.html"
        assert path.is_file(), told.path
        return path.read_text("utf-8")


def codes_of(path: Path) -> Iterator[str]:
    for page in pages_of(path.read_bytes()):
        seen = page.picture(dpi=min(READABLE, WIDEST * 25.4 / page.width))
        yield from (one.text for one in zxingcpp.read_barcodes(seen, formats=QR))


def leads(address: str) -> Told:
    """Return where a phone goes that has read a code."""
    assert address.startswith(ADDRESS), address
    path, _, village = address.removeprefix(ADDRESS).partition("#")
    assert path.endswith("/")
    return Told(path, village)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return an office whose two policies are reviewed; the story below is told in order."""
    office = Office(tmp_path_factory.mktemp("office"))
    office.edit(
        "policies/jizhen.yml",
        ("  state: draft\n", "  state: reviewed\n  by: 示例区民政局\n  on: 2026-10-01\n"),
    )
    office.edit(
        "policies/legal_basis.yml",
        (
            "text: null\n    status: 待核\n    verified: false",
            "text: banfa.md\n    status: 现行\n    verified: true",
        ),
    )
    sign(office.root, "jizhen")
    return office


@pytest.fixture(scope="module")
def story(office: Office) -> dict[str, dict[str, set[Told]]]:
    """Tell the story to its end and return the codes of each year's paper."""
    years = {"proofs": proofs(office)}
    assert "第 1 版" in office.run("release")
    years["first"] = office.printed()
    first_year(office, years["first"])
    changed(office)
    years["second"] = office.printed()
    second_year(office)
    renamed_and_withdrawn(office)
    build(office.root, office.dist)
    return years


def proofs(office: Office) -> dict[str, set[Told]]:
    """Paper before the first release: a proof, with the address that has no edition."""
    assert "print-unreleased" in office.run("print", "--out", str(office.dist), status=1)
    build(office.root, office.dist)
    sheet = office.dist / "print/990101/jiating-sheet.pdf"
    assert "样稿" in pages_of(sheet.read_bytes())[0].text
    return {"sheet": {leads(one) for one in codes_of(sheet)}}


def first_year(office: Office, paper: dict[str, set[Told]]) -> None:
    """Paper of the first edition carries it, and hears that it is the latest."""
    everywhere = set().union(*paper.values())
    assert {one.path for one in everywhere} == {"s/", "s/bz/", "s/23/1/", "s/24/1/"}
    assert {one.village for one in everywhere} == {"", VILLAGE[-6:], "100201"}
    sheet = office.dist / "print/990101/jiating-sheet.pdf"
    assert "样稿" not in pages_of(sheet.read_bytes())[0].text
    for told in everywhere - {Told("s/", "")}:
        if told.path not in {"s/", "s/bz/"}:
            assert "您手里的就是现行版（第 1 版）" in office.page(told)


def changed(office: Office) -> None:
    """A figure rises and a condition is new; the day is another."""
    office.edit("mkdocs.yml", ("as_of: 2026-11-01", "as_of: 2027-03-01"))
    office.edit(
        "policies/regions/990100.yml",
        ("  - name: jizhen-biaozhun\n", NEW_FIGURE + "  - name: jizhen-biaozhun\n"),
    )
    office.edit(
        "policies/jiating.yml", ("有本地户口的家庭可以申请。", "有本地户口的家庭都可以申请。")
    )
    office.edit("policies/jiating.yml", ("changes:\n", NEW_CHANGE))
    sign(office.root, "jiating")
    said = office.run("release", "--say", "jiating", "每月的标准提高了。", "换新")
    assert "示例家庭救助：第 2 版" in said
    assert "急难" not in said


NEW_FIGURE = """\
      - value: '150'
        effective_from: 2027-01-01
        published_on: 2027-01-01
        cite: 示例办法 第五条
        confirmed_by: 示例区民政局
"""
NEW_CHANGE = """\
changes:
  - on: 2027-02-01
    text: 有本地户口的家庭都可以申请。
    parts: [who]
    old_sheets: 仍可用
    cite: 示例法 第三条第一款
"""


def second_year(office: Office) -> None:
    """Old paper hears what changed and what to do; the other policy's still holds."""
    old = office.page(Told("s/23/1/", ""))
    assert "您手里的是第 1 版，现行第 2 版：以下两处有变化" in old
    assert "有本地户口的家庭都可以申请。" in old
    assert "每月的标准提高了。" in old
    assert "请到村（居）委会换一张新的" in old
    assert "您手里的就是现行版（第 2 版）" in office.page(Told("s/23/2/", ""))
    assert "您手里的就是现行版（第 1 版）" in office.page(Told("s/24/1/", ""))
    assert "您手里的" not in office.page(Told("s/23/", ""))


def renamed_and_withdrawn(office: Office) -> None:
    """One policy gets another slug and name, the other ends."""
    root = office.root / "policies"
    (root / "jizhen.yml").rename(root / "jijiu.yml")
    office.edit(
        "policies/jijiu.yml",
        ("slug: jizhen\n", "slug: jijiu\nformer_slugs: [jizhen]\n"),
        ("name: 示例急难救助\n", "name: 示例急救助\n"),
    )
    changes = (root / "jiating.yml").read_text("utf-8").partition("changes:\n")
    (root / "jiating.yml").write_text(GRAVE + changes[1] + changes[2], "utf-8")
    (office.root / "cases/huozai.md").unlink()
    for code in ("990000", "990101"):
        path = root / "regions" / f"{code}.yml"
        path.write_text(path.read_text("utf-8").partition("policies:\n")[0], "utf-8")
    sign(office.root, "jijiu")
    said = office.run("release", "--say", "jijiu", "名称改了，办法没有变。", "仍可用")
    assert "示例家庭救助：停用" in said
    assert "示例急救助：改了拼音名" in said
    assert "示例急救助：第 2 版" in said


GRAVE = """\
slug: jiating
name: 示例家庭救助
short_name: 家庭救助
code: '23'
status: 停用
ended_on: 2027-03-01
text: 并入示例急救助，原来领救助金的家庭不用重新申请。
replaced_by: [jijiu]
cite: 示例法 第二条
"""


def test_every_code_ever_printed_says_the_right_thing(
    office: Office, story: dict[str, dict[str, set[Told]]]
) -> None:
    everywhere = {one for year in story.values() for form in year.values() for one in form}
    paths = {"s/", "s/bz/", "s/23/", "s/23/1/", "s/23/2/", "s/24/", "s/24/1/"}
    assert {one.path for one in everywhere} == paths - {"s/24/"}
    pages = {path: office.page(Told(path, "")) for path in paths}
    for path in ("s/23/", "s/23/1/", "s/23/2/"):
        assert "这项政策 2027 年 3 月 1 日起停用" in pages[path]
        assert "并入示例急救助" in pages[path]
        assert "24/index.html" in pages[path]
    assert "您手里的是第 1 版" in pages["s/23/1/"]
    assert "您手里的是第 2 版" in pages["s/23/2/"]
    assert "您手里的是第 1 版，现行第 2 版：以下一处有变化" in pages["s/24/1/"]
    assert "手里的纸还能用" in pages["s/24/1/"]
    assert "示例急救助" in pages["s/24/"]
    assert "示例急救助" in pages["s/"]
    assert "家庭救助" not in pages["s/"].replace("示例急救助", "")


def test_old_page_addresses_lead_on(office: Office, story: dict[str, dict[str, set[Told]]]) -> None:
    assert story
    moved = (office.dist / "site/policies/jizhen/index.html").read_text("utf-8")
    assert "../jijiu/index.html#who" in moved
    ended = (office.dist / "site/policies/jiating/index.html").read_text("utf-8")
    assert "停用" in ended
    for page in (moved, ended):
        assert all(f'id="{one}"' in page for one in ("what", "who", "not-who", "ask"))
    assert (office.dist / "site/policies/jijiu/index.html").is_file()


def test_the_villages_of_old_paper_still_have_their_contacts(
    office: Office, story: dict[str, dict[str, set[Told]]]
) -> None:
    assert any(
        one.village == VILLAGE[-6:]
        for one in story["first"]["sheet"] | set().union(*story["first"].values())
    )
    script = (office.dist / "site/s/v/001.js").read_text("utf-8")
    assert "0537-1000001" in script


def test_a_page_that_goes_missing_is_an_error(
    office: Office, story: dict[str, dict[str, set[Told]]]
) -> None:
    assert story
    library = load(office.root).library
    assert library is not None
    site = office.dist / "site"
    pages = {path: (site / path).read_bytes() for path in promised(library)}
    assert len(pages) >= 8
    assert list(broken(library, pages)) == []
    for path in pages:
        left = {name: page for name, page in pages.items() if name != path}
        assert {one.code for one in broken(library, left)} == {"promise-broken"}
    policy = "policies/jijiu/index.html"
    for anchor in ("what", "who", "not-who", "amount", "bring", "steps", "after", "ask"):
        cut = {**pages, policy: pages[policy].replace(f'id="{anchor}"'.encode(), b"")}
        assert [one.values["anchor"] for one in broken(library, cut)] == [anchor]
