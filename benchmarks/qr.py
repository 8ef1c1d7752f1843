"""What one fixed mask does to a QR code: how many worn codes are read, and the time to make one.

    python benchmarks/qr.py [--codes 200] [--times 3] [--first 0]

ISO/IEC 18004 chooses the mask with the least penalty of eight for each code. Here every code is
made with each mask, worn in four ways so hard that many fail, and read by zxing-cpp and zbar; all
masks of a code meet the same wear. What a mask makes of a code depends on its words, so half of the
addresses are of our example and half of hosts of their own. The best of eight by chance looks
better than it is: what is found must be found again with other addresses (``--first 200``).
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from PIL import Image
from qrcode.main import QRCode

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mingbai.outputs.qr import LEVELS, MASK  # noqa: E402
from tests.wear import WHITE, blotted, blurred, read, tilted  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Modules = list[list[bool]]
    Worn = Callable[[Modules, Random], Image.Image]
    Score = dict[str, list[float]]

MASKS = range(8)
BEST = 8
"""Stands for the best of eight among the masks."""
EDGE = 6
"""Modules of white around a code, more than its quiet zone: no tilt cuts it."""


def address(number: int) -> str:
    """Return an address: our example's for every other two, one of a host of its own for others."""
    chance = Random(number)  # noqa: S311 - must be seeded
    letters = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(4, 16)))
    host = f"{letters}.example" if number & 2 else "jiuzhu.yanzhou.example"
    return f"https://{host}/s/{chance.randint(10, 42)}/#{chance.randint(1, 111):03}{number:03}"


def code(content: str, level: int, mask: int | None) -> QRCode[Any]:
    """Make a code as ``mingbai.outputs.qr`` does; without a mask, with the best of eight."""
    made: QRCode[Any] = QRCode(error_correction=level, border=EDGE, mask_pattern=mask)
    made.add_data(content)
    made.make(fit=True)
    return made


def drawn(modules: Modules, pixels: float) -> Image.Image:
    """Draw a code with so many pixels a module, as a camera sees it."""
    size = len(modules)
    rows = b"".join(bytes(0 if dark else WHITE for dark in row) for row in modules)
    large = Image.frombytes("L", (size, size), rows).resize((16 * size, 16 * size))
    return large.resize((round(pixels * size),) * 2, Image.Resampling.BOX)


def noisy(modules: Modules, chance: Random) -> Image.Image:
    """Take a code in the dark."""
    picture = drawn(modules, 3)
    grain = Image.frombytes("L", picture.size, chance.randbytes(picture.width * picture.height))
    return Image.blend(picture, grain, chance.uniform(0.15, 0.4))


def stained(modules: Modules, chance: Random) -> Image.Image:
    """Stain 8 per cent of a code."""
    size = len(modules) - 2 * EDGE
    return blotted(drawn(modules, 5), 5 * EDGE, 5, size, chance.randrange(10**9))


WAYS: dict[str, Worn] = {
    "blur": lambda modules, chance: blurred(drawn(modules, chance.uniform(2.5, 3.3))),
    "tilt": lambda modules, chance: tilted(drawn(modules, chance.uniform(1.4, 2.2))),
    "noise": noisy,
    "blots": stained,
}


def readings(number: int, level: int, times: int) -> list[Score]:
    """Return for each mask, and for the best of eight, what was read in each way by each reader."""
    content = address(number)
    scores: list[Score] = []
    for mask in MASKS:
        modules = [[bool(one) for one in row] for row in code(content, level, mask).get_matrix()]
        score: Score = defaultdict(list)
        for way, worn in WAYS.items():
            for turn in range(times):
                chance = Random(f"{number} {way} {turn}")  # noqa: S311 - must be seeded
                found = read(worn(modules, chance))
                score[f"{way} zxing"].append(found.zxing == (content,))
                score[f"{way} zbar"].append(found.zbar == (content,))
        scores.append(score)
    best = code(content, level, None).best_mask_pattern()
    return [*scores, scores[best]]


def share(scores: Iterable[Score], key: str = "") -> float:
    """Return the per cent read, of one kind or of all kinds."""
    return 100 * statistics.mean(
        one for score in scores for name, those in score.items() if key in name for one in those
    )


def against_best(codes: Sequence[list[Score]], mask: int) -> str:
    """Return by how many points a mask differs from the best of eight, with twice its error."""
    lost = [share([scores[mask]]) - share([scores[BEST]]) for scores in codes]
    error = statistics.stdev(lost) / len(lost) ** 0.5
    return f"{statistics.mean(lost):+.1f} ± {2 * error:.1f}"


def tell(codes: Sequence[list[Score]]) -> None:
    """Print the shares of each mask, and how far it is from the best of eight."""
    kinds = list(codes[0][0])
    print("  per cent read by", ", ".join(kinds))
    for mask in (*MASKS, BEST):
        own = [scores[mask] for scores in codes]
        name = "best of 8" if mask == BEST else f"mask {mask}{' (ours)' * (mask == MASK)}"
        shares = " ".join(f"{share(own, kind):5.1f}" for kind in kinds)
        print(f"  {name:13}{shares}; all {share(own):.1f}, {against_best(codes, mask)}")


def judge(codes: dict[str, dict[int, list[Score]]]) -> None:
    """Print how far each mask is from the best of eight at each level, for our host and others."""
    groups = {"all": [one for those in codes.values() for one in those.values()]}
    for level, those in codes.items():
        groups[f"{level} our host"] = [one for number, one in those.items() if not number & 2]
        groups[f"{level} others"] = [one for number, one in those.items() if number & 2]
    print("points more or less than the best of eight, with two standard errors:")
    for mask in MASKS:
        told = (f"{name} {against_best(some, mask)}" for name, some in groups.items())
        print(f"  mask {mask}: {', '.join(told)}")


def milliseconds(level: int, mask: int | None, contents: Sequence[str]) -> float:
    """Return the CPU time of making a code."""
    start = time.process_time()
    for content in contents:
        code(content, level, mask).get_matrix()
    return 1000 * (time.process_time() - start) / len(contents)


def main() -> None:
    """Make, wear, read and time."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--codes", type=int, default=200)
    asked.add_argument("--times", type=int, default=3, help="how often each way wears a code")
    asked.add_argument("--first", type=int, default=0, help="number of the first address")
    options = asked.parse_args()
    numbers = range(options.first, options.first + options.codes)
    contents = [address(number) for number in range(40)]
    codes: dict[str, dict[int, list[Score]]] = {}
    for name, level in LEVELS.items():
        rounds = [[milliseconds(level, one, contents) for one in (None, MASK)] for _ in range(5)]
        best, fixed = (statistics.median(those) for those in zip(*rounds, strict=True))
        ratio = statistics.median(one / other for one, other in rounds)
        print(
            f"level {name}: {best:.1f} ms a code with the best of eight, {fixed:.1f} ms with one:"
        )
        print(f"  {ratio:.1f} times as much")
        codes[name] = {one: readings(one, level, options.times) for one in numbers}
        tell([*codes[name].values()])
    judge(codes)


if __name__ == "__main__":
    main()
