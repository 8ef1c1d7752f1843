"""Rules of the repository: sizes, names, the tree of ARCHITECTURE.md, the lock, the schemas."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from mingbai.model.schema import schemas
from tests.conftest import ROOT

MODULES = sorted((ROOT / "mingbai").rglob("*.py"))
TEMPLATES = sorted((ROOT / "mingbai" / "outputs").rglob("*.j2"))
RECORDS = [*(ROOT / "policies").glob("*.yml"), *(ROOT / "policies" / "regions").glob("*.yml")]
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
LONGEST_TEMPLATE = 200
WORDS_ONLY = re.compile(
    r"(for|endfor|if|elif|else|endif|macro|endmacro|import|block|endblock|extends|include)\b"
    r'|set up = "[./]+"$'
)
CLOCK = re.compile(r"\.today\(\)|\.now\(|time\.(time|monotonic|perf_counter)\(")
FORBIDDEN = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "handler",
    "processor",
}


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [line for line in listed.stdout.split("\n") if line]


def test_the_tree_of_the_architecture_page_is_the_tree_on_disk() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    block = re.search(r"<!-- tree:.*?```\n(.*?)```", page, re.DOTALL)
    assert block is not None
    told = {line.split()[0].rstrip("/") for line in block[1].strip().split("\n")}
    folders = {
        parent.as_posix()
        for path in tracked()
        for parent in Path(path).parents
        if parent.as_posix() != "."
    }
    deep = ("tests/examples/", "tests/problems/")

    assert told == {folder for folder in folders if not folder.startswith(deep)}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_and_functions_stay_small(module: Path) -> None:
    text = module.read_text("utf-8")
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
        and not only_a_call(node)
    ]

    assert text.count("\n") <= LONGEST_MODULE
    assert not long
    assert module.stem not in FORBIDDEN


def only_a_call(function: ast.FunctionDef) -> bool:
    """Tell whether a function does nothing but fill one record, a field a line."""
    return isinstance(function.body[-1], ast.Return) and len(function.body) <= 6


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_place_words_and_nothing_else(template: Path) -> None:
    text = template.read_text("utf-8")
    tags = re.findall(r"\{%-?\s*(.*?)\s*-?%\}", text)
    logic = [tag for tag in tags if not WORDS_ONLY.match(tag) or re.search(r"[*%]|//|\bnow\b", tag)]

    assert text.count("\n") <= LONGEST_TEMPLATE
    assert not logic


def test_the_lock_has_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    packages = re.findall(r"^[a-z0-9._-]+==", lock, re.MULTILINE)
    blocks = re.split(r"^(?=[a-z0-9._-]+==)", lock, flags=re.MULTILINE)[1:]

    assert packages
    assert "://" not in lock
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_lock_has_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text("utf-8").lower()
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    asked = [re.split(r"[><=~]", line)[0].lower() for line in wanted]

    assert "mkdocs-material" in asked
    assert [] == [name for name in asked if f"\n{name}==" not in f"\n{lock}"]


def test_the_schemas_on_disk_are_those_of_the_model() -> None:
    folder = ROOT / "policies" / "schema"
    on_disk = {path.stem: path.read_bytes() for path in folder.glob("*.json")}

    assert schemas() == on_disk


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.name)
def test_every_record_names_its_schema_first(record: Path) -> None:
    first = record.read_text("utf-8").split("\n", maxsplit=1)[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)

    assert found is not None
    assert (record.parent / found[1]).is_file()


@pytest.mark.parametrize(
    "script", sorted((ROOT / "scripts").glob("*.py")), ids=lambda path: path.name
)
def test_scripts_hold_no_logic(script: Path) -> None:
    limit = 45 if script.stem in {"bootstrap", "machine"} else 20

    assert script.read_text("utf-8").count("\n") <= limit


def test_the_readme_gives_the_two_commands_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    assert "python3 scripts/build.py" in readme
    assert "python3 scripts/test.py" in readme
    assert "python3 scripts/test.py" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_few_modules_write_files_and_only_the_commands_see_the_clock() -> None:
    writers = {
        path.name
        for path in MODULES
        if re.search(r"\.write_(bytes|text)\(|\bopen\([^)]*['\"][wax]", path.read_text("utf-8"))
    }
    clocks = {
        path.name
        for path in MODULES
        if re.search(
            r"\.today\(\)|\.now\(|time\.(time|monotonic|perf_counter)\(", path.read_text("utf-8")
        )
    }

    assert writers == {"write.py", "unpack.py"}, "the second fills a folder that nobody sees yet"
    assert clocks == {"cli.py", "printing.py", "status.py"}


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.name)
def test_editors_find_nothing_wrong_with_our_records(record: Path) -> None:
    name = record.stem if record.stem in schemas() else "policy"
    name = "region" if record.parent.name == "regions" else name
    rules = json.loads(schemas()[name])
    read = yaml.load(record.read_text("utf-8"), Loader=yaml.BaseLoader)

    assert [] == wrong_shapes(read, rules, rules["$defs"])


def wrong_shapes(value: object, rule: dict[str, Any], known: dict[str, Any]) -> list[str]:
    """Compare lists, mappings and keys with a schema; scalars are texts here and not compared."""
    if "$ref" in rule:
        return wrong_shapes(value, known[rule["$ref"].rsplit("/", 1)[1]], known)
    choices = rule.get("anyOf") or rule.get("oneOf")
    if choices:
        found = [wrong_shapes(value, one, known) for one in choices]
        return [] if [] in found else found[0]
    if isinstance(value, list):
        if rule.get("type") != "array":
            return [f"a list: {value!r:.40}"]
        return [wrong for one in value for wrong in wrong_shapes(one, rule["items"], known)]
    if isinstance(value, dict):
        if rule.get("type") != "object":
            return [f"a mapping: {value!r:.40}"]
        shapes = rule["properties"]
        strange = [f"the key {key}" for key in value if key not in shapes]
        inner = [(one, shapes[key]) for key, one in value.items() if key in shapes]
        return [
            *strange,
            *(wrong for one, shape in inner for wrong in wrong_shapes(one, shape, known)),
        ]
    return [f"a text: {value!r:.40}"] if rule.get("type") in {"array", "object"} else []
