"""The project's own settings: ``extra.mingbai`` of mkdocs.yml, checked like a record."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from pydantic import Field, ValidationError

from mingbai.fields import field_problem
from mingbai.load import plain
from mingbai.model.base import Day, DivisionCode, Record, Words
from mingbai.model.scope import Scope
from mingbai.problems import Place, Problem, ProblemsFound, errors
from mingbai.read.text import linked, read_text
from mingbai.read.tree import Mapping, place_of
from mingbai.read.yaml import parse_yaml
from mingbai.site.settings.gate import gate
from mingbai.site.settings.nodes import missing_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

FILE = "mkdocs.yml"
INTRANET = (
    *(".local", ".lan", ".internal", ".intranet", ".corp", ".home", ".localdomain", ".localhost"),
    *(".home.arpa", ".test"),
)
"""Ends of names that no phone outside the office can open."""

FIRST_YEAR, LAST_YEAR = 2020, 2100
"""Years that a site can be made for."""

PUBLIC_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z]")
PLAIN = re.compile(r"[A-Za-z0-9:/._~-]+")
BEYOND = re.compile(r"//|/\.\.?(?:/|$)|/s(?:/[0-9]+)?/?$|\.(?:html?|md)$")
"""What is no folder of a site: a way up, a page, the address behind one code."""

EXAMPLES = (".example", ".example.com", ".example.org", ".example.net", ".example.cn")
LONGEST_ADDRESS = 42
"""Characters of a printed address: longer codes survive wear less often (design, rule 4)."""


class Settings(Record):
    """What the project is for."""

    region: DivisionCode = Field(title="地区")
    as_of: Day = Field(title="内容截至日期")
    public_url: Words | None = Field(title="公开网址")


def read_scope(root: Path, as_of: date | None = None) -> tuple[Scope, tuple[Problem, ...]]:
    """Return the scope of the project at ``root`` and any 提醒; ``as_of`` overrides the date.

    Raises:
        ProblemsFound: if the settings cannot be read or are wrong.

    """
    elsewhere = linked(root / FILE, FILE)
    if elsewhere:
        raise ProblemsFound([elsewhere])
    text, problems = read_text(root / FILE, FILE)
    tree, more = parse_yaml(text, FILE, tags=True) if text is not None else (None, ())
    if tree is None or errors(more):
        raise ProblemsFound([*problems, *more])
    found = [*gate(tree)]
    found += [Problem("settings-not-utf8", one.place, one.values) for one in problems]
    node = tree.entries.get("extra")
    node = node.entries.get("mingbai") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping):
        place = missing_at(tree, "extra")
        raise ProblemsFound([*found, Problem("settings-missing", place)])
    try:
        settings = Settings.model_validate(plain(node))
    except ValidationError as failure:
        found += [field_problem(error, node, Settings) for error in failure.errors()]
        raise ProblemsFound(found) from None
    if not FIRST_YEAR <= settings.as_of.year <= LAST_YEAR:
        found.append(Problem("date-strange", settings.at("as_of"), {"found": settings.as_of}))
    found += address_problems(settings.public_url, place_of(node, ("public_url",)))
    if errors(found):
        raise ProblemsFound(found)
    url = settings.public_url.rstrip("/") if settings.public_url else None
    lines = (settings.at("region").line, settings.at("as_of").line)
    return Scope(settings.region, as_of or settings.as_of, url, lines), tuple(found)


def address_problems(url: str | None, place: Place) -> Iterator[Problem]:
    """A public address is https, a registered host name, and short enough to print."""
    if url is None:
        return
    parts = split_address(url)
    host = (parts.hostname or "").rstrip(".") if parts else ""
    if parts is None or parts.scheme != "https" or not host:
        yield Problem("address-not-https", place, {"found": url.split("@")[-1]})
    elif is_ip(host) or not PUBLIC_HOST.fullmatch(host) or host.endswith(INTRANET):
        yield Problem("address-intranet", place, {"found": host})
    elif not is_bare(url, parts):
        yield Problem("address-characters", place, {"found": host})
    else:
        printed = f"{url.rstrip('/')}/s/23/"
        if len(printed) > LONGEST_ADDRESS:
            values = {"found": printed, "length": len(printed), "most": LONGEST_ADDRESS}
            yield Problem("address-long", place, values)
        if f".{host}".endswith(EXAMPLES):
            yield Problem("address-example", place, {"found": host})


def is_bare(url: str, parts: SplitResult) -> bool:
    """Tell whether an address is a host and folders: paths of pages and codes come behind it."""
    clean = PLAIN.fullmatch(url) and not parts.username and not (parts.hostname or "").endswith(".")
    return bool(clean) and not BEYOND.search(parts.path)


def split_address(url: str) -> SplitResult | None:
    """Return the parts of an address, or None if nobody can read it."""
    try:
        parts = urlsplit(url)
        known = parts.port != 0
    except ValueError:
        return None
    return parts if known else None


def is_ip(host: str) -> bool:
    """Tell whether a host is an address of numbers."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
