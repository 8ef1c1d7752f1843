"""The file: the standards it claims, its fonts, its pages."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import page as validator
import pikepdf

from mingbai.design import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.made import Made

PAPERS = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}
BLEED = 3
FALSE_ALARM = "STREAM-LENGTH-001"
"""Fires when a compressed stream happens to end in byte 0x0D: measured again by ``lengths``."""
LIMITS = validator.SafetyLimits(max_reference_depth=100_000)
"""The tags of some thousand cards are longer chains than a stranger's file may have."""
SUBSET = re.compile(r"/[A-Z]{6}\+([^-]+)(-.+)?")
ROUNDING = 0.1


def standard(made: Made) -> Iterator[str]:
    """PDF/A-2a and PDF/UA-1; what is imposed or for the press claims neither."""
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        meta = pdf.open_metadata()
        keys = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")
        claimed = tuple(meta.get(key) for key in keys)
    if made.form.imposition or made.job.press:
        yield from (f"claims {key}" for key, found in zip(keys, claimed, strict=True) if found)
        return
    if claimed != ("2", "A", "1"):
        yield f"claims {claimed}"
    for profile in ("2a", "ua1"):
        report = validator.validate_pdf_bytes(made.content, profile=profile, limits=LIMITS)
        failed = sorted({one.rule_id for one in report.failures})
        yield from (f"{profile}: {one}" for one in failed if not one.endswith(FALSE_ALARM))
        if any(one.endswith(FALSE_ALARM) for one in failed):
            yield from lengths(made.content)


def lengths(content: bytes) -> Iterator[str]:
    """Every stream is as long as it says and ``endstream`` follows: no parser may mend it."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        known = {one.objgen[0]: one.read_raw_bytes() for one in streams}
        yield from (f"qpdf: {one}" for one in pdf.get_warnings())
    for number, data in known.items():
        start = re.search(rb"(?<!\d)%d 0 obj\b" % number, content)
        if start is None:
            yield f"stream {number} is not in the file"
            continue
        head = content.index(b"stream", start.end())
        told = re.search(rb"/Length (\d+)", content[start.end() : head])
        first = re.compile(rb"stream\r?\n").match(content, head)
        if told is None or first is None or int(told[1]) != len(data):
            yield f"stream {number} does not say its length"
        elif not re.compile(rb"\r?\n?endstream").match(content, first.end() + int(told[1])):
            yield f"stream {number} is not {int(told[1])} bytes long"


def fonts(made: Made) -> Iterator[str]:
    """Only the families of the tokens, each embedded as a subset."""
    paper = tokens().paper
    families = {one.replace(" ", "") for one in (paper["family"], *paper["fallback"])}
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        known = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        used = [one for one in known if one.get("/Type") == "/Font"]
        if not used:
            yield "no font at all"
        for font in used:
            inner = font.get("/DescendantFonts", [font])[0]
            name, descriptor = str(font.get("/BaseFont")), inner.get("/FontDescriptor")
            subset = SUBSET.fullmatch(name)
            if descriptor is None or not {"/FontFile2", "/FontFile3"} & set(descriptor.keys()):
                yield f"{name} is not embedded"
            elif subset is None:
                yield f"{name} is no subset"
            elif subset[1] not in families:
                yield f"{name} is not a font of the tokens"


def pages(made: Made) -> Iterator[str]:
    """As many pages as planned, on the right paper, none of them empty."""
    planned, found = made.form.pages(made.order), len(made.pages)
    if planned not in {None, found} and not made.form.imposition:
        yield f"{found} pages instead of {planned}"
    wanted = paper_size(made)
    for one in made.pages:
        size = sorted((one.width, one.height))
        if any(abs(a - b) > ROUNDING for a, b in zip(size, wanted, strict=True)):
            found_size = f"{size[0]:.1f} x {size[1]:.1f} mm"
            yield f"page {one.number + 1} is {found_size}, not {made.form.paper}"
        if not one.characters and not made.form.imposition:
            yield f"page {one.number + 1} is empty"


def paper_size(made: Made) -> list[float]:
    """Return the short and the long side of the paper that a clerk is told to use."""
    named = re.search("|".join(PAPERS), made.form.paper)
    typed = re.search(r"(\d+)\s*[×x]\s*(\d+)", made.form.paper)
    assert named or typed, f"no size in {made.form.paper}"
    sides = PAPERS[named[0]] if named else (int(typed[1]), int(typed[2])) if typed else (0, 0)
    bleed = 2 * BLEED if made.job.press else 0
    return sorted(side + bleed for side in sides)
