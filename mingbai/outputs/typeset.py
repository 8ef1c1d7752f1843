"""Typesetting with Typst: a template and its data in, a PDF/A-2a and PDF/UA-1 file out.

The same input gives the same bytes. What does not fit comes back as ``Overflow``; a character
that the font lacks is ``UnprintableCharacters``; everything else that goes wrong is ours.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

import typst

from mingbai.design import DESIGN, font_folders, tokens

OUTPUTS = Path(__file__).parent
ASSERTED = "assertion failed: "
UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed|disallowed codepoint `"(.+?)"`')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_here = threading.local()
_process: set[int] = set()


@dataclass(frozen=True, slots=True)
class Overflow:
    """A box that does not fit: ``over_mm`` too tall, or too wide with a run that cannot break.

    ``owner`` is the village or the policy whose words it holds, empty if the record's own.
    """

    anchor: str
    title: str
    over_mm: float
    way: Literal["tall", "wide"]
    owner: str = ""


class TypsetFailed(RuntimeError):  # noqa: N818 - reads as what happened
    """A template, or the way it was called, is wrong: a bug of ours, not of an author."""


class UnprintableCharacters(ValueError):  # noqa: N818 - reads as what happened
    """The record holds characters that the printed font cannot show."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        """Keep the characters, each once."""
        self.characters = characters
        super().__init__(f"字体里没有这些字：{'、'.join(characters)}")


def typeset(
    template: str, data: str, *, title: str, day: date, press: bool = False
) -> bytes | tuple[Overflow, ...]:
    """Return the PDF of ``data`` (JSON) in a template below ``outputs/``, or what does not fit.

    ``press`` makes the edition for a print shop: CMYK and 3 mm of bleed, which PDF/A cannot hold;
    every other edition is PDF/A-2a and PDF/UA-1.

    Raises:
        UnprintableCharacters: for characters that no font of the tokens has.
        TypsetFailed: for a mistake of ours.

    """
    try:
        made, warnings = compiler(press=press).compile_with_warnings(
            sources(template, data, title),
            format="pdf",
            pdf_standards=[] if press else ["a-2a", "ua-1"],
            timestamp=datetime.combine(day, time(12), tzinfo=UTC),
        )
    except typst.TypstError as error:
        return overflows(error)
    return one_file(made, warnings, template)


def one_file(made: Any, warnings: list[Any], template: str) -> bytes:
    """Return what Typst made; a warning is a mistake of ours."""
    if warnings:
        raise TypsetFailed("\n".join(f"{one.message}\n{one.diagnostic}" for one in warnings))
    if not isinstance(made, bytes):
        message = f"{template} made no single file"
        raise TypsetFailed(message)
    return made


@cache
def paper_tokens(*, press: bool) -> str:
    """Return the tokens for a template, as JSON in one order."""
    return json.dumps(tokens().for_paper(press=press), ensure_ascii=False, sort_keys=True)


def compiler(*, press: bool) -> typst.Compiler:
    """Return this thread's compiler: one must not be shared, and none survives a fork."""
    _process.add(os.getpid())
    if len(_process) > 1:
        message = "the process was forked after typesetting; start workers by spawn"
        raise TypsetFailed(message)
    compilers: dict[bool, typst.Compiler] = _here.__dict__.setdefault("compilers", {})
    if press not in compilers:
        compilers[press] = new_compiler(press=press)
    return compilers[press]


def new_compiler(*, press: bool) -> typst.Compiler:
    """Return a compiler that remembers nothing yet.

    Templates lie on disk below its root, so Typst parses each once; what a job brings is a file of
    its own and ``sys.inputs`` never change, so Typst remembers what it laid out for other jobs. One
    thread: Typst's own cost more CPU than they save, and workers are processes.
    """
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders()
    )
    return typst.Compiler(
        root=OUTPUTS.parent,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"tokens": paper_tokens(press=press)},
    )


def sources(template: str, data: str, title: str) -> Any:
    """Return the files of a job: the template to include, and ``/job.json``."""
    job = f'{{"title": {json.dumps(title)}, "data": {data}}}'
    return {"main.typ": f'#include "/outputs/{template}"'.encode(), "job.json": job.encode()}


@cache
def library() -> dict[str, bytes]:
    """Return every template by its path: ``/outputs/sheets/sheet.typ``, ``/design/base.typ``."""
    found = sorted((*OUTPUTS.glob("*/*.typ"), *DESIGN.glob("*.typ")))
    return {f"/{one.relative_to(OUTPUTS.parent).as_posix()}": one.read_bytes() for one in found}


@cache
def version() -> str:
    """Return a hash of templates, tokens, engine and fonts: what bytes depend on besides data."""
    made_of = hashlib.sha256()
    for name, content in library().items():
        made_of.update(name.encode() + b"\0" + content + b"\0")
    made_of.update(paper_tokens(press=False).encode())
    for package in ("typst", "justmytype-intl-cjk"):
        made_of.update(metadata.version(package).encode())
    return made_of.hexdigest()


def overflows(error: typst.TypstError) -> tuple[Overflow, ...]:
    """Read a failed compilation: the boxes that overflow, or raise what else is wrong."""
    if error.message.startswith(ASSERTED + "{"):
        found = json.loads(error.message.removeprefix(ASSERTED))
        return tuple(Overflow(**one) for one in found["overflow"])
    texts = [a or b for a, b in UNSHOWN.findall(error.diagnostic)]
    shown = [ESCAPED.sub(lambda code: f"U+{code[1].upper():0>4}", one) for one in texts]
    if shown:
        raise UnprintableCharacters(tuple(dict.fromkeys(shown))) from error
    raise TypsetFailed(error.diagnostic) from error
