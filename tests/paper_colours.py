"""Text on its ground: 4.5:1 in colour and in grey, in a colour of the tokens, nothing above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import ImageChops

from mingbai.design import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from tests.seen import Character, Colour, Page
    from tests.vectors import Box

CONTRAST = 4.5
VISIBLE = 0.25
"""Share of the difference between ink and ground that the thinnest strokes still show."""
DPI = 110


def parsed(colour: str) -> Colour:
    return tuple(bytes.fromhex(colour.removeprefix("#")))  # type: ignore[return-value]  # three


PALETTE = {parsed(value): name for name, value in tokens().light.items()}
BELOW = frozenset({parsed(tokens().light["stamp"])})


def on_top(one: Character) -> bool:
    """Tell whether a character is to be read: the stamp of a proof lies below all on purpose."""
    return one.seen and one.upright and one.fill not in BELOW


def of_page(page: Page, *, press: bool) -> Iterator[str]:
    """Yield every pair of text and ground that is too weak, and text that cannot be seen."""
    ground = page.ground(BELOW, page.seen_at(DPI))
    hidden = list(unseen(page, ground))
    if hidden:
        text = "".join(one.text for one in hidden)
        yield f"page {page.number + 1}: cannot be seen: {text:.40}, {hidden[0].box}"
    pairs: dict[tuple[Colour, Colour], str] = {}
    for one in filter(on_top, page.characters):
        at = ground.getpixel(spot(one.box, page, ground))
        pairs.setdefault((one.fill, at), one.text)  # type: ignore[arg-type]  # three colours
    for (fill, below), text in pairs.items():
        if fill not in PALETTE and not press:
            yield f"{text}: {fill} is no colour of the tokens"
        for pair in ((fill, below), (grey(fill), grey(below))):
            if ratio(*pair) < CONTRAST:
                yield f"{text}: {ratio(*pair):.1f}:1, {pair[0]} on {pair[1]}"


def spot(box: Box, seen: Page, picture: Image) -> tuple[int, int]:
    """Return the pixel in the middle of a box."""
    across = (box.left + box.right) / 2 / seen.width
    down = 1 - (box.bottom + box.top) / 2 / seen.height
    inside = (min(0.999, max(0.0, one)) for one in (across, down))
    wide, high = inside
    return int(wide * picture.width), int(high * picture.height)


def unseen(seen: Page, ground: Image) -> Iterator[Character]:
    """Yield the characters that something covers: drawn or not, the picture is the same."""
    without = ground.convert("L")
    drawn = seen.picture(dpi=seen.seen_at(DPI))
    difference = ImageChops.difference(drawn, without.resize(drawn.size))
    scale = drawn.width / seen.width
    for one in filter(on_top, seen.characters):
        box = one.box
        left, top = int(box.left * scale), int((seen.height - box.top) * scale)
        right, bottom = int(box.right * scale) + 1, int((seen.height - box.bottom) * scale) + 1
        expected = abs(luma(one.fill) - without.getpixel(spot(box, seen, ground)))  # type: ignore[operator]  # grey
        cut = difference.crop((left, top, right, bottom)).getextrema()[1]
        if cut < VISIBLE * expected:  # type: ignore[operator]  # grey
            yield one


def luma(colour: Colour) -> float:
    """Return the grey of a photocopier and of a black-and-white printer."""
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue


def grey(colour: Colour) -> Colour:
    return (round(luma(colour)),) * 3


def ratio(first: Colour, second: Colour) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    low, knee = 12.92, 0.04045
    parts = [one / 255 for one in colour]
    linear = [one / low if one <= knee else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
