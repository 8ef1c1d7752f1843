"""What tests of notice boards share: a private folder, lists in it, what an article allows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mingbai.notices.listed import Listed, read_list
from mingbai.notices.permit import Permit, permit

if TYPE_CHECKING:
    from pathlib import Path

    from mingbai.notices.permit import Kind
    from tests.conftest import Records

POSTED = date(2026, 11, 23)
BEFORE = "镇街名称,村居名称,申请人,初审意见"
AFTER = "镇街名称,村居名称,申请人,家庭人数,金额,单位"
ONE = "大安镇,示例东村,张示例,拟同意"


@pytest.fixture
def private(tmp_path: Path) -> Path:
    folder = tmp_path / "名单"
    (folder / "notices").mkdir(parents=True)
    return folder


def lists(private: Path, *rows: str, slug: str = "dibao", kind: str = "公示") -> Path:
    path = private / "notices" / f"{slug}-{kind}.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def allowed(records: Records, slug: str, kind: Kind) -> Permit:
    policy = records.library.local_policy(slug, records.scope.region)
    found = permit(policy, records.library, kind, proof=True)
    assert isinstance(found, Permit), found
    return found


def read(records: Records, private: Path, slug: str = "dibao", kind: Kind = "公示") -> Listed:
    """Read a list and look at its report."""
    region = records.library.region_by_code[records.scope.region]
    found = read_list(private, slug, allowed(records, slug, kind), region)
    assert all(one.message and one.hint for one in found.problems)
    return found


def refused(records: Records, private: Path, slug: str = "dibao", kind: Kind = "公示") -> set[str]:
    """Return the codes of what is wrong with a list."""
    return {one.code for one in read(records, private, slug, kind).problems}
