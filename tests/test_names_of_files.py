"""Files that are missing, misnamed or no files at all."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.checked import copy_base, problems_of
from tests.test_reading import told

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["legal_basis", "life_events", "terms"])
def test_a_missing_list_is_said(name: str, tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / "policies" / f"{name}.yml").unlink()

    assert told(problems_of(root)) == [f"policies/{name}.yml:1 file-missing"]


def test_a_missing_folder_is_said_once(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    shutil.rmtree(root / "policies" / "regions")

    assert told(problems_of(root)) == ["policies/regions:1 folder-missing"]


def test_a_project_may_have_no_cases(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    shutil.rmtree(root / "cases")

    assert told(problems_of(root)) == []


def test_missing_settings_are_said(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / "mkdocs.yml").unlink()

    assert told(problems_of(root)) == ["mkdocs.yml:1 file-unreadable"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("policies/jizhen.yml", "policies/Jizhen.yml"),
        ("policies/jizhen.yml", "policies/急难.yml"),
        ("policies/jizhen.yml", "policies/jizhen (1).yml"),
        ("policies/jizhen.yml", "policies/jizhen.yaml"),
        ("policies/jizhen.yml", "policies/jizhen.YML"),
        ("policies/jizhen.yml", "policies/jizhen.yml.txt"),
        ("policies/regions/990101.yml", "policies/regions/shili.yml"),
        ("cases/huozai.md", "cases/火灾.md"),
        ("cases/huozai.md", "cases/huozai.markdown"),
        ("cases/huozai.md", "cases/Huo_Zai.md"),
    ],
)
def test_a_misnamed_record_is_never_passed_over_in_silence(
    old: str, new: str, tmp_path: Path
) -> None:
    root = copy_base(tmp_path)
    (root / old).rename(root / new)

    assert told(problems_of(root)) == [f"{new}:1 file-name"]


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "~$jizhen.docx",
        ".jizhen.yml.swp",
        "jizhen.yml~",
        "README",
    ],
)
def test_what_editors_leave_beside_the_records_is_no_record(name: str, tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    for folder in ("policies", "policies/regions", "cases"):
        (root / folder / name).write_bytes(b"\x00")

    assert told(problems_of(root)) == []


def test_a_folder_named_like_a_record_is_said(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / "policies" / "jizhen.yml").unlink()
    (root / "policies" / "jizhen.yml").mkdir()

    assert told(problems_of(root)) == ["policies/jizhen.yml:1 file-unreadable"]


def test_a_link_to_nowhere_is_said(tmp_path: Path) -> None:
    root = copy_base(tmp_path)
    (root / "policies" / "jizhen.yml").unlink()
    (root / "policies" / "jizhen.yml").symlink_to(tmp_path / "nowhere.yml")

    assert told(problems_of(root)) == ["policies/jizhen.yml:1 file-linked"]
