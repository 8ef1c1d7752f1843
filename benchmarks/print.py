"""Our 明白纸 against WeasyPrint setting an equal A4 sheet: CPU time, in turn.

    python benchmarks/print.py [--rounds 5] [--sheets 20] [--weasyprint PYTHON] [--keep FOLDER]

Both make a PDF a village, then one PDF of 50 villages, each in a process of its own. Timed: the QR
codes, the PDF, writing it. Not timed: starting Python, imports, reading, and the first single sheet
of a process; a batch is all that its process makes.

Equal: the words (looked for in every PDF), a page of A4 a village, the look, the SVG of the codes,
Noto Sans SC, tags. In favour of WeasyPrint: it gets the words ready made and sizes that fit (we
measure every box and choose), the font as two static files (``--variable``: the one that we use,
which takes it four times as long), and makes PDF/UA-1 only (we PDF/A-2a too). Its time depends most
on how boxes are put side by side; so that is done in three ways: flex, grid, float.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types
from fontTools.varLib import instancer  # type: ignore[import-untyped]  # as above
from pypdfium2 import PdfDocument

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sheet_html import WAYS, spoken, work  # noqa: E402

from mingbai.design import FONT_FILES, font_folders  # noqa: E402
from mingbai.load import load  # noqa: E402
from mingbai.outputs.form import Order  # noqa: E402
from mingbai.outputs.job import job_of, render  # noqa: E402
from mingbai.outputs.sheets import SHEET  # noqa: E402
from mingbai.problems import Place  # noqa: E402
from mingbai.settings import read_scope  # noqa: E402
from mingbai.views.policy import policy_views  # noqa: E402
from mingbai.views.village import village_views  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

POLICY, BATCH = "dibao", 50
LEAST = {"single": 15, "batch": 30}
MOST_KIB = 40
VERSION = "import weasyprint; print(weasyprint.__version__)"
MISSING = """{} has no WeasyPrint. Make an interpreter that has it, and name it:
    python -m venv weasy && weasy/bin/pip install weasyprint==70.0
    python benchmarks/print.py --weasyprint weasy/bin/python
On Debian it needs libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0."""


def ordered() -> Callable[[list[int]], Order]:
    """Return what makes an order of villages by their numbers."""
    scope, _ = read_scope(ROOT)
    library = load(ROOT, ROOT / "tests" / "villages" / "400-villages.csv").library
    if library is None:
        raise SystemExit("the records have problems: mingbai check")
    policies = tuple(one for one in policy_views(library, scope) if one.slug == POLICY)
    villages = village_views(library.villages_in(scope.region), library, scope)
    return lambda some: Order(policies, library, scope, tuple(villages[one] for one in some))


def maker() -> Callable[[list[int]], bytes]:
    """Return what makes a PDF of villages as the workers of ``mingbai print`` do."""
    order = ordered()

    def make(villages: list[int]) -> bytes:
        made = render(job_of(SHEET, order(villages), Place(f"policies/{POLICY}.yml")))
        if not isinstance(made, bytes):
            raise SystemExit("\n".join(one.message for one in made))
        return made

    return make


def write_fonts(folder: Path, *, variable: bool) -> Path:
    """Write the printed font in two weights; return where."""
    fonts = folder / ("variable" if variable else "static")
    fonts.mkdir(parents=True, exist_ok=True)
    for weight in (400, 700):
        path = fonts / f"{weight}.ttf"
        if not path.exists():
            font = TTFont(font_folders()[0] / FONT_FILES[0].name)
            if not variable:
                instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
            font.save(path)
    return fonts


def timed(engine: str, python: str, job: dict[str, Any], warm: int) -> tuple[float, float]:
    """Make PDFs in a process of its own; return CPU seconds and KiB a page."""
    script = "print.py" if engine == "ours" else "sheet_html.py"
    command = [python, str(ROOT / "benchmarks" / script), engine]
    given = json.dumps(job)
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    made = json.loads(done.stdout)[warm:]
    pages = sum(map(len, job["files"][warm:]))
    return sum(one for one, _ in made) / pages, sum(size for _, size in made) / pages / 1024


def unsaid(engine: str, job: dict[str, Any]) -> list[str]:
    """Return the words that the PDFs lack, each at the page of its village."""
    found: list[str] = []
    for number, villages in enumerate(job["files"]):
        name = f"{engine}-{number}.pdf"
        pdf = PdfDocument(Path(job["folder"], name))
        texts = [re.sub(r"\s", "", one.get_textpage().get_text_bounded()) for one in pdf]
        if len(texts) != len(villages):
            found.append(f"{name} has {len(texts)} pages")
        for text, one in zip(texts, villages, strict=False):
            words = spoken([job["view"], job["copies"][one]])
            found.extend(f"{name} {one}: {word}" for word in words if word not in text)
    return found


def options() -> argparse.Namespace:
    """Read the command line."""
    raw = argparse.RawDescriptionHelpFormatter
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--sheets", type=int, default=20)
    asked.add_argument("--weasyprint", metavar="PYTHON", default=sys.executable)
    asked.add_argument("--variable", action="store_true", help="give WeasyPrint the variable font")
    asked.add_argument("--keep", type=Path, help="where to leave fonts and the last round's PDFs")
    return asked.parse_args()


def compare(job: dict[str, Any], kind: str, rounds: int, python: str) -> None:
    """Make single sheets or batches in turn and print the ratios."""
    ratios: dict[str, list[float]] = {way: [] for way in WAYS}
    found: dict[str, tuple[float, float]] = {}
    for number in range(rounds):
        for one in ("ours", *WAYS)[:: -1 if number % 2 else 1]:
            runs = sys.executable if one == "ours" else python
            found[one] = timed(one, runs, job, int(kind == "single"))
        for way in WAYS:
            ratios[way].append(found[way][0] / found["ours"][0])
        told = ", ".join(f"{one} {1000 * found[one][0]:.1f} ms" for one in ("ours", *WAYS))
        print(f"{kind} round {number + 1}: CPU a page: {told}")
    for way, those in ratios.items():
        middle = statistics.median(those)
        verdict = f"{'PASS' if middle >= LEAST[kind] else 'FAIL'} (at least {LEAST[kind]})"
        span = f"{min(those):.1f} to {max(those):.1f}"
        print(f"{kind}, WeasyPrint {way} / ours: median {middle:.1f}, {span}: {verdict}")
    print(f"{kind}, KiB a page:", ", ".join(f"{one} {found[one][1]:.1f}" for one in ratios | found))
    if kind == "batch":
        print(
            f"ours: {'PASS' if found['ours'][1] <= MOST_KIB else 'FAIL'} (at most {MOST_KIB} KiB)"
        )
    for name in found:
        lacking = unsaid(name, job)
        print(f"{kind}, words that {name} lacks: {len(lacking)}", *lacking[:5])


def main() -> None:
    """Prepare, make in turn, print."""
    asked = options()
    command = [asked.weasyprint, "-c", VERSION]
    named = subprocess.run(command, capture_output=True, text=True, check=False)
    if named.returncode:
        raise SystemExit(MISSING.format(asked.weasyprint))
    print(f"Typst {metadata.version('typst')}, WeasyPrint {named.stdout.strip()}")
    sheet = json.loads(json.dumps(SHEET.data(ordered()(list(range(400))))))["sheets"][0]
    with tempfile.TemporaryDirectory() as temporary:
        folder = (asked.keep or Path(temporary)).resolve()
        fonts = write_fonts(folder, variable=asked.variable)
        job = {
            "view": sheet["view"],
            "copies": [{**one, "qr": None} for one in sheet["copies"]],
            "folder": str(folder),
            "fonts": f"{fonts.as_uri()}/",
            "packages": sysconfig.get_path("purelib"),
        }
        files = {"single": [[one] for one in range(asked.sheets + 1)], "batch": [[*range(BATCH)]]}
        for kind, some in files.items():
            compare({**job, "files": some}, kind, asked.rounds, asked.weasyprint)


if __name__ == "__main__":
    if sys.argv[1:] == ["ours"]:
        work("ours", json.loads(sys.stdin.read()), maker())
    else:
        main()
