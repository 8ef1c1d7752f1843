"""What a code suffers is what it says, seeded, and enough to make weak codes fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageDraw
from qrcode.constants import ERROR_CORRECT_L
from qrcode.main import QRCode

from mingbai.outputs.qr import matrix
from tests.paper_wear import LEAST, Tally
from tests.wear import BLOTTED, WHITE, Reading, blotted, blurred, copied, read, tilted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

URL = "https://jiuzhu.yanzhou.example/s/23/"
EDGE = 6
WAYS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "blur": blurred,
    "tilt": tilted,
    "photocopy": lambda picture: copied(picture, 1),
}


def code(pixels: float, modules: Sequence[Sequence[bool]] = matrix(URL, "M")) -> Image.Image:
    """A code with so many pixels a module."""
    size = len(modules) + 2 * EDGE
    drawn = Image.new("L", (20 * size, 20 * size), WHITE)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                corner = (20 * (x + EDGE), 20 * (y + EDGE))
                ImageDraw.Draw(drawn).rectangle((*corner, corner[0] + 19, corner[1] + 19), fill=0)
    side = round(pixels * size)
    return drawn.resize((side, side), Image.Resampling.BOX)


@pytest.mark.parametrize("way", WAYS)
def test_a_code_of_the_size_of_a_sheet_is_still_read_and_one_of_a_third_is_not(way: str) -> None:
    assert read(WAYS[way](code(5))).one(URL)
    assert not read(WAYS[way](code(1.5))).one(URL)


@pytest.mark.parametrize("way", WAYS)
def test_wear_is_the_same_every_time(way: str) -> None:
    assert WAYS[way](code(5)).tobytes() == WAYS[way](code(5)).tobytes()


def test_a_tilt_of_30_degrees_makes_a_square_narrower_and_one_side_lower() -> None:
    square = Image.new("L", (400, 400), WHITE)
    ImageDraw.Draw(square).rectangle((100, 100, 299, 299), fill=0)
    seen = ImageChops.invert(tilted(square))
    left, top, right, bottom = seen.getbbox() or (0, 0, 0, 0)
    _, low, _, high = seen.crop((right - 4, 0, right - 3, 400)).getbbox() or (0, 0, 0, 0)

    assert right - left == pytest.approx(200 * 0.87, abs=4)
    assert bottom - top == pytest.approx(200 / 0.95, abs=4)
    assert high - low == pytest.approx(200 / 1.05, abs=4)


def test_a_second_copy_is_94_per_cent_of_94_per_cent_and_black_or_white() -> None:
    copy = copied(code(5), 1)

    assert copy.width == pytest.approx(code(5).width * 0.94**2, abs=1)
    assert copy.tobytes() != copied(code(5), 2).tobytes()


def test_a_blot_covers_8_per_cent_of_the_code_and_spares_its_corners() -> None:
    white = Image.new("L", (410, 410), WHITE)
    for seed in range(20):
        stained = blotted(white, 60, 10, 29, seed)
        dark = ImageChops.invert(stained)

        assert sum(dark.histogram()[1:]) / 290**2 == pytest.approx(BLOTTED, rel=0.05)
        for corner in ((60, 60), (60 + 200, 60), (60, 60 + 200)):
            assert dark.crop((*corner, corner[0] + 90, corner[1] + 90)).getbbox() is None


def test_a_code_without_reserves_is_lost_under_blots() -> None:
    weak = QRCode(error_correction=ERROR_CORRECT_L, border=0)
    weak.add_data(URL)
    modules = weak.get_matrix()
    picture, size = code(5, modules), len(modules)
    tally = Tally()
    for seed in range(24):
        tally.add("blot M", read(blotted(picture, 5 * EDGE, 5, size, seed)), URL)

    assert list(tally.findings())


def test_a_share_below_what_is_required_is_found() -> None:
    tally = Tally()
    tally.add("blur", Reading((URL,), ()), URL)
    assert [] == list(tally.findings())
    tally.add("blur", Reading((), ("https://other.example/",)), URL)

    assert ["blur: 1 of 2 codes read"] == list(tally.findings())
    assert "blur 50/0 % of 2" in tally.shares()
    assert set(LEAST) >= {*WAYS, "blot M", "blot Q"}
