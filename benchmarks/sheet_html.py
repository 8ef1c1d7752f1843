"""The A4 sheet as HTML, and WeasyPrint making PDFs of it; ``print.py`` compares it with ours.

Runs in an interpreter that has WeasyPrint: reads a job as JSON, prints as JSON what each PDF took.
The words and sizes of all three ways to put boxes side by side are the same.
"""

from __future__ import annotations

import json
import re
import resource
import runpy
import sys
import time
from base64 import b64encode
from html import escape
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 20
"""Characters of a number and its hours that stand on one line."""
UNSAID = {"anchor", "slug", "owner", "code_content", "answer_clauses", "qr"}
QR = Path(__file__).resolve().parent.parent / "mingbai" / "outputs" / "qr.py"
SIDE = ":is(.row, .sum, .stop, .line, .foot)"
WAYS = {
    "flex": f"{SIDE} {{ display: flex; justify-content: space-between }}",
    "grid": f"{SIDE} {{ display: grid; grid-template-columns: auto auto;"
    " justify-content: space-between; align-items: start }"
    " .stop { grid-template-columns: auto auto auto }",
    "float": f"{SIDE} {{ display: flow-root }} {SIDE} > * {{ float: left }}"
    f" {SIDE} > :last-child {{ float: right }}",
}
CSS = """
@font-face { font-family: Sheet; src: url(400.ttf); font-weight: 400 }
@font-face { font-family: Sheet; src: url(700.ttf); font-weight: 700 }
@page { size: 210mm 297mm; margin: 12mm 13mm }
* { margin: 0; padding: 0 }
body { font: 12pt/1.6 Sheet; color: #17202a }
section { position: relative; height: 272mm; break-after: page }
section:last-child { break-after: auto }
.above, .stamp { position: absolute; text-align: center; white-space: nowrap }
.above { top: -8.5mm; width: 100%; font: 700 13pt/1 Sheet; letter-spacing: 0.2em; color: #b3261e }
.stamp { top: 122mm; left: 20mm; width: 126mm; padding: 3mm 9mm; border: 3pt solid;
  border-radius: 4mm; font: 700 66pt/1.2 Sheet; color: #f4d3ce; transform: rotate(-32deg) }
.stamp, .thread { z-index: -1 }
.band { height: 15.3mm; padding: 2mm 3.5mm; border-radius: 1mm; background: #0f4c5c; color: #fff;
  font-size: 10.5pt; line-height: 1 }
.code { float: right; width: 26mm; text-align: center }
.code b, h1 { display: block; font: 700 30pt/38pt Sheet }
h1 span { font: 15pt Sheet }
.answer { margin: 3mm 0 3.4mm; padding: 2mm 3.5mm; border-radius: 1mm; background: #e6eff1;
  font: 700 16pt/1.1 Sheet }
.row { height: 49mm }
.row + .row { height: 88.2mm; padding-top: 2mm; border-top: 0.6pt solid #b9c5ca }
.row + .row + .row { height: 57.2mm }
.row > * { position: relative; width: 88mm }
h2 { margin: 4pt 0 5pt; border-left: 5pt solid; text-indent: 9.4pt; color: #0f4c5c;
  font: 700 19pt/14pt Sheet }
.not h2, .not li::marker { color: #b3261e }
li { margin-left: 1.2em }
li::marker { color: #0f4c5c }
ul { list-style: "• " } .has { list-style: "✓ " } .not { list-style: "× " }
.bring { list-style: "□ " } .bring h2 { margin-top: 3mm }
small { color: #51606a; font-size: 9.1pt }
.rest { display: block; line-height: 1; text-align: right }
.sum { height: 8mm; border-bottom: 0.6pt solid #b9c5ca; font-size: 11pt; line-height: 8mm }
.sum b { display: inline-block; width: 20mm; height: 6mm; border-bottom: 0.7pt solid }
.thread { position: absolute; top: 14mm; left: 10.4pt; height: 70mm;
  border-left: 1.2pt solid #0f4c5c }
.stop { height: 13.3mm; line-height: 1.2 }
.stop > b { width: 21.6pt; height: 21.6pt; border-radius: 50%; background: #0f4c5c; color: #fff;
  text-align: center; line-height: 21.6pt }
.stop > div { width: 57mm; text-indent: 1mm }
.stop > small { width: 22mm; text-align: right; line-height: 1.05 }
.stop div b { display: block; font-size: 10.3pt; color: #0f4c5c }
.stop small b { font-size: 21pt; line-height: 0.9; color: #0f4c5c }
.line { min-height: 8.1mm; line-height: 8mm }
.line p { width: 35mm; min-height: 7.3mm }
.line p + p { width: 51.5mm; border-bottom: 0.7pt solid }
.two p + p { line-height: 1.2 } .two b { display: block }
.line b { font-size: 14.4pt } .line small { font-size: 11pt; color: #17202a }
.foot { padding-top: 3.4mm; border-top: 1.2pt solid #0f4c5c }
.foot img { width: 33mm; height: 33mm; margin: -3.2mm }
.foot div { width: 149mm; line-height: 1.25 }
.foot b { display: block; font-size: 14pt } .foot p + b { font-size: 12.5pt }
.foot p { font-size: 17pt; color: #0f4c5c } .foot small { display: block; font-size: 8.5pt }
"""


def page(view: dict[str, Any], copy: dict[str, Any], svg: str) -> str:
    """Return a village's sheet."""
    foot = view["foot"]
    sums = "".join(
        f"<div class=sum><p>{one['label']}</p>"
        f"<p><b>{one['value']}</b> <small>{one['unit']}</small></p></div>"
        for one in view["sums"]
    )
    lines = "".join(line(one["label"], one["value"].split(" ")) for one in copy["blanks"])
    code = b64encode(svg.encode()).decode()
    return f"""<section><p class=above>{view["stamp"]}</p><p class=stamp>{view["stamp"]}</p>
<div class=band><p class=code>打电话说编号<b>{view["code"]}</b></p>
<p>{view["region"]} · <b>{copy["place"]}</b> · {view["category"]}</p>
<h1>{view["name"]} <span>{view["short_name"]}</span></h1></div><p class=answer>{view["answer"]}</p>
<div class=row>{listed(view["who"], "has")}{listed(view["not_who"], "not")}</div>
<div class=row><div>{listed(view["amount"], "", sums)}{listed(view["bring"], "bring")}</div>
<div><h2>{view["steps"]["title"]}</h2><p class=thread></p>{"".join(map(stop, view["stops"]))}</div>
</div><div class=row>{listed(view["after"], "")}
<div><h2>{view["ask"]["title"]}</h2>{lines}</div></div>
<div class=foot><img alt="{foot["invitation"]}：{copy["code_content"]}"
src="data:image/svg+xml;base64,{code}"><div><b>{foot["invitation"]}</b><p>{foot["address"]}</p>
<b>{foot["warning"]}</b><small>{foot["basis"]} {foot["as_of"]} {foot["unverified"]}</small></div>
</div></section>"""


def spoken(tree: Any) -> list[str]:
    """Return the words of a view or a copy, without spaces, as they stand beside each other."""
    if isinstance(tree, dict):
        return [word for key, one in tree.items() if key not in UNSAID for word in spoken(one)]
    if isinstance(tree, list | tuple):
        return [word for one in tree for word in spoken(one)]
    return tree.split() if isinstance(tree, str) else []


def listed(box: dict[str, Any], kind: str, above: str = "") -> str:
    """Return a question with its lines."""
    items = "".join(f"<li>{one['text']}</li>" for one in box["items"])
    rest = f"<small class=rest>{box['more']}</small>" if box["more"] else ""
    title = f"<h2>{box['title']}</h2>"
    return f'<div class="{kind}">{title}{above}<ul class="{kind}">{items}</ul>{rest}</div>'


def stop(one: dict[str, Any]) -> str:
    """Return a step with its days."""
    days = one["words"]
    if one["days"]:
        days = f"<b>{one['days']}</b><br>{one['unit']}内<br>{one['longest']}"
    return (
        f"<div class=stop><b>{one['number']}</b><div><b>{one['actor']}</b>{one['text']}</div>"
        f"<small>{days}</small></div>"
    )


def line(label: str, words: list[str]) -> str:
    """Return a line to call: a number or a sole word large, what stands beside a number small."""
    large = {word for word in words if len(words) == 1 or re.fullmatch("[0-9-]{5,}", word)}
    value = " ".join(f"<b>{one}</b>" if one in large else f"<small>{one}</small>" for one in words)
    rows = "line two" if len(" ".join(words)) > MOST else "line"
    return f'<div class="{rows}"><p>{label}</p><p>{value}</p></div>'


def cpu() -> float:
    """Return the CPU seconds of this process and of what it started."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def work(engine: str, job: dict[str, Any], make: Callable[[list[int]], bytes]) -> None:
    """Make PDFs of villages one by one; print the CPU seconds and the bytes of each."""
    found: list[tuple[float, int]] = []
    for number, villages in enumerate(job["files"]):
        before = cpu()
        content = make(villages)
        Path(job["folder"], f"{engine}-{number}.pdf").write_bytes(content)
        found.append((cpu() - before, len(content)))
    print(json.dumps(found))


def maker(way: str, job: dict[str, Any]) -> Callable[[list[int]], bytes]:
    """Return what makes a PDF of villages: one style and one set of fonts for all."""
    sys.path.append(job["packages"])
    weasyprint = import_module("weasyprint")

    qr_svg = runpy.run_path(str(QR))["qr_svg"]
    fonts = import_module("weasyprint.text.fonts").FontConfiguration()
    style = weasyprint.CSS(string=CSS + WAYS[way], base_url=job["fonts"], font_config=fonts)
    view, copies = json.loads(escape(json.dumps([job["view"], job["copies"]]), quote=False))

    def make(villages: list[int]) -> bytes:
        some = [copies[one] for one in villages]
        body = "".join(page(view, one, qr_svg(one["code_content"], "M")) for one in some)
        title = f"{view['name']}明白纸（{view['region']}{some[0]['place']}）"
        html = weasyprint.HTML(string=f"<html lang=zh-CN><title>{title}</title>{body}")
        made: bytes = html.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
        return made

    return make


if __name__ == "__main__":
    asked = json.loads(sys.stdin.read())
    work(sys.argv[1], asked, maker(sys.argv[1], asked))
