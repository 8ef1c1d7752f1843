"""What a printed code suffers before a phone sees it, and whether two readers still read it.

All of it is seeded: the same picture wears the same way every time. Pillow only.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from pyzbar import pyzbar  # type: ignore[import-untyped]  # it has no types

WHITE = 255
QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
DIRT = 30
FINDER = 9
"""Modules of a finder pattern, its white edge and the format beside it, which nothing repairs."""
BLURRED = 1.2
"""Pixels of a hand that is not still, as in the measurements of ``print.md``."""
TILT = math.radians(30)
COPIED = 0.94
BLOTTED = 0.08


@dataclass(frozen=True, slots=True)
class Reading:
    """What zxing-cpp and zbar read."""

    zxing: tuple[str, ...]
    zbar: tuple[str, ...]

    def one(self, content: str) -> bool:
        return self.zxing == (content,) or self.zbar == (content,)

    def both(self, content: str) -> bool:
        return self.zxing == self.zbar == (content,)


def read(picture: Image.Image) -> Reading:
    """Return what both readers find in a picture."""
    found = zxingcpp.read_barcodes(picture, formats=QR)
    others = pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol.QRCODE])
    zbar = (one.data.decode("utf-8", "replace") for one in others)
    return Reading(tuple(sorted(one.text for one in found)), tuple(sorted(zbar)))


def blurred(picture: Image.Image) -> Image.Image:
    """Return a picture out of focus."""
    return picture.filter(ImageFilter.GaussianBlur(BLURRED))


def tilted(picture: Image.Image) -> Image.Image:
    """Return a picture seen 30 degrees from the side, from two and a half widths away."""
    width, height = picture.size
    far = 2.5 * width
    depth, wide = math.sin(TILT), far * math.cos(TILT)
    # where on the paper does the pixel (x, y) of the photograph lie? Both from the middle.
    half, tall = width / 2, height / 2
    g = -depth / (wide + depth * half)
    k = 1 / (wide + depth * half)
    return picture.transform(
        picture.size,
        Image.Transform.PERSPECTIVE,
        (
            far * k + half * g,
            0,
            half * (1 - far * k),
            tall * g,
            wide * k,
            tall * (1 - wide * k),
            g,
            0,
        ),
        Image.Resampling.BICUBIC,
        fillcolor=WHITE,
    )


def copied(picture: Image.Image, seed: int) -> Image.Image:
    """Return a photocopy of a photocopy, each at 94 %: 300 dpi, black or white, with specks."""
    width, height = picture.size
    scanned = picture.resize((2 * width, 2 * height), Image.Resampling.BICUBIC)
    for generation in range(2):
        scanned = copy(scanned, Random(f"{seed} {generation}"))  # noqa: S311 - must be seeded
    return scanned.resize((scanned.width // 2, scanned.height // 2), Image.Resampling.BOX)


def copy(picture: Image.Image, chance: Random) -> Image.Image:
    """Return one generation: smaller, soft, grainy at the edges, then black or white."""
    size = (round(picture.width * COPIED), round(picture.height * COPIED))
    soft = picture.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(1))
    grain = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
    black = Image.blend(soft, grain, 0.35).point(lambda grey: WHITE * (grey > 127))
    specks = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
    dark = specks.point(lambda value: WHITE * (value > 0))
    light = specks.point(lambda value: WHITE * (value > 254))
    return ImageChops.lighter(ImageChops.darker(black, dark), light)


def blotted(picture: Image.Image, start: float, module: float, size: int, seed: int) -> Image.Image:
    """Return a picture with one dark blot on 8 % of the code, its finder patterns spared.

    The code of ``size`` modules of ``module`` pixels starts ``start`` pixels from the upper left.
    """
    radius = math.sqrt(BLOTTED / math.pi) * size
    chance = Random(seed)  # noqa: S311 - must be seeded
    x = y = 0.0
    while on_finder(x, y, radius, size):
        x, y = (chance.uniform(radius, size - radius) for _ in range(2))
    stained = picture.copy()
    middle = (start + x * module, start + y * module)
    ImageDraw.Draw(stained).circle(middle, radius * module, fill=DIRT)
    return stained


def on_finder(x: float, y: float, radius: float, size: int) -> bool:
    """Tell whether a blot may touch one of the three finder patterns or the words beside them."""
    left, top = x - radius < FINDER, y - radius < FINDER
    right, bottom = x + radius > size - FINDER, y + radius > size - FINDER
    return (left and top) or (right and top) or (left and bottom)
