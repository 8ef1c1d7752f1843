"""A poster on sheets of A4: glued together they are the poster again, and phones read its code."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageStat

from mingbai.outputs.form import Order
from mingbai.outputs.posters import POSTER, POSTER_TILES
from mingbai.outputs.posters.tiling import grid
from mingbai.views.policy import policy_views
from tests.made import Made, make
from tests.villages import LONG_NAME, SHORT_NAME

if TYPE_CHECKING:
    from mingbai.outputs.posters.tiling import Grid
    from tests.conftest import Records

DPI = 100
MM = DPI / 25.4
A4 = (210, 297)
A3 = (297, 420)
EDGE = 5
"""Millimetres that office printers leave white."""
SMALL = (297, 420)
"""Pixels, one a millimetre: half a dot at a joint does not count much."""
ONE_MILLIMETRE = 40
"""By how much two such pictures differ (sum of three channels) if one is moved by a pixel."""
PLACES = ("左上 1/4", "右上 2/4", "左下 3/4", "右下 4/4")


@pytest.fixture(scope="module")
def edition(records: Records) -> Order:
    policies = policy_views(records.library, records.scope)
    policy = next(one for one in policies if one.slug == "dibao")
    return Order((policy,), records.library, records.scope, (SHORT_NAME, LONG_NAME))


@pytest.fixture(scope="module")
def tiles(edition: Order) -> Made:
    return make(POSTER_TILES, edition)


@pytest.fixture(scope="module")
def poster(edition: Order) -> Made:
    return make(POSTER, edition)


@pytest.fixture(scope="module")
def laid() -> Grid:
    return grid(*A3)


def drawn(made: Made, number: int, dpi: float = DPI) -> Image.Image:
    return made.pages[number].page.render(scale=dpi / 72).to_pil().convert("RGB")


def glued(made: Made, laid: Grid, copy: int) -> Image.Image:
    """Cut the windows out of the sheets and lay each over its neighbours, as the sheets say."""
    whole = [round(side * laid.scale * MM) for side in A3]
    picture = Image.new("RGB", (whole[0], whole[1]), "white")
    for index in range(4):
        across, down = index % 2 * laid.step[0], index // 2 * laid.step[1]
        left, top = laid.left * MM, laid.top * MM
        window = (left, top, left + laid.width * MM, top + laid.height * MM)
        part = drawn(made, copy * 4 + index).crop(tuple(round(side) for side in window))
        picture.paste(part, (round(across * MM), round(down * MM)))
    return picture


def test_four_sheets_of_a4_make_a_poster_larger_than_a3(tiles: Made, laid: Grid) -> None:
    assert len(tiles.pages) == 8
    assert {A4} == {(round(one.width), round(one.height)) for one in tiles.pages}
    assert 1.2 < laid.scale < 1.35


@pytest.mark.parametrize("copy", [0, 1])
def test_glued_together_the_sheets_are_the_poster(
    tiles: Made, poster: Made, laid: Grid, copy: int
) -> None:
    together = glued(tiles, laid, copy).resize(SMALL, Image.Resampling.BOX)

    def difference(number: int) -> float:
        wanted = drawn(poster, number).resize(SMALL, Image.Resampling.BOX)
        return sum(ImageStat.Stat(ImageChops.difference(together, wanted)).mean)

    assert difference(copy) < ONE_MILLIMETRE / 2
    assert difference(1 - copy) > difference(copy) * 3 / 2


@pytest.mark.parametrize("copy", [0, 1])
def test_the_code_of_the_glued_poster_is_read(
    tiles: Made, laid: Grid, edition: Order, copy: int
) -> None:
    found = zxingcpp.read_barcodes(glued(tiles, laid, copy))
    wanted = edition.scope.address(edition.policies[0].code, edition.villages[copy].fragment)

    assert [wanted] == [one.text for one in found]


def test_a_strip_of_each_sheet_stands_on_its_neighbour_too(tiles: Made, laid: Grid) -> None:
    left, right = drawn(tiles, 0), drawn(tiles, 1)
    inside = 1
    height = slice(laid.top + inside, laid.top + laid.height - inside)
    over = (laid.left + laid.step[0] + inside, laid.left + laid.width - inside)
    under = (laid.left + inside, laid.left + laid.overlap - inside)

    def strip(picture: Image.Image, sides: tuple[float, float]) -> Image.Image:
        box = (sides[0], height.start, sides[1], height.stop)
        return picture.crop(tuple(round(side * MM) for side in box))

    first, second = strip(left, over), strip(right, under).resize(strip(left, over).size)

    assert sum(ImageStat.Stat(ImageChops.difference(first, second)).mean) < 12
    assert min(one[0] for one in first.getextrema()) < 100, "nothing stands in the strip"


def test_nothing_is_printed_where_printers_do_not_reach(tiles: Made) -> None:
    for number in range(len(tiles.pages)):
        sheet = drawn(tiles, number)
        inner = tuple(round(side * MM) for side in (EDGE, EDGE, A4[0] - EDGE, A4[1] - EDGE))
        sheet.paste("white", inner)

        assert sheet.convert("L").getextrema() == (255, 255)


def test_every_sheet_says_which_it_is_and_what_to_cut(tiles: Made) -> None:
    for number, page in enumerate(tiles.pages):
        place = PLACES[number % 4].replace(" ", "")

        assert f"第{number // 4 + 1}份·{place}·" in page.text
    assert "不用剪，右边和下边窄条涂胶" in tiles.pages[0].text
    assert "剪掉左边，下边窄条涂胶" in tiles.pages[1].text
    assert "剪掉上边，右边窄条涂胶" in tiles.pages[2].text
    assert tiles.pages[3].text.endswith("剪掉左边和上边")


def test_a_single_poster_needs_no_number(edition: Order) -> None:
    alone = Order(edition.policies, edition.library, edition.scope)

    assert "第1份" not in make(POSTER_TILES, alone).text


def test_sheets_share_the_poster_and_its_fonts(tiles: Made, poster: Made) -> None:
    def fonts(content: bytes) -> list[str]:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            known = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
            return [str(one.FontName) for one in known if one.get("/Type") == "/FontDescriptor"]

    assert len(fonts(tiles.content)) <= len(fonts(poster.content)) + 1, "the marks bring one more"
    assert len(tiles.content) < 1.2 * len(poster.content)
    with pikepdf.open(io.BytesIO(tiles.content)) as pdf:
        posters = {one.Resources.XObject["/Poster"].objgen for one in pdf.pages}

        assert len(posters) == 2


def test_the_sheets_claim_no_standard_and_keep_their_title(tiles: Made) -> None:
    with pikepdf.open(io.BytesIO(tiles.content)) as pdf:
        assert "/Metadata" not in pdf.Root
        assert "/StructTreeRoot" not in pdf.Root
        assert "海报（A4 拼贴）" in str(pdf.docinfo["/Title"])


def test_the_edition_for_the_press_is_cut_to_the_paper_first(edition: Order, laid: Grid) -> None:
    alone = Order(edition.policies, edition.library, edition.scope)
    found = zxingcpp.read_barcodes(glued(make(POSTER_TILES, alone, press=True), laid, 0))

    assert [edition.scope.address(edition.policies[0].code)] == [one.text for one in found]
