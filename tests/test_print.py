"""``mingbai print``: what it refuses, what it keeps, and that workers of any kind agree."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from click.testing import CliRunner

from mingbai import cli
from mingbai.outputs.form import Order
from mingbai.outputs.forms import FORMS
from mingbai.outputs.job import render
from mingbai.views.policy import policy_views
from mingbai.villages import pool
from mingbai.villages.manifest import Manifest, read_entries
from mingbai.villages.order import Ordered, read_order
from mingbai.villages.run import Run
from mingbai.villages.wanted import Wanted
from tests.conftest import ROOT, files_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mingbai.outputs.form import Form

HEAD = "镇街代码,镇街名称,村居代码,村居名称,联系人,联系电话,办公时间,核对日期,公布范围"
ROWS = (
    "370812101,大安镇,370812101201,示例甲村,张示例,0537-1000001,周一至周五,2026-10-01,纸",
    "370812101,大安镇,370812101202,示例乙村,,,,,",
    "370812102,新驿镇,370812102201,示例丙村,李示例,0537-1000003,,2026-10-01,不公布",
)


@pytest.fixture(scope="module")
def contacts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("print") / "contacts.csv"
    path.write_text("\n".join((HEAD, *ROWS)) + "\n", "utf-8-sig")
    return path


@pytest.fixture(scope="module")
def order(contacts: Path) -> Ordered:
    wanted = {"policies": ("dibao",), "townships": (), "villages": (), "by": "township"}
    return read_order(ROOT, None, contacts, forms=("sheet",), proof=True, press=False, **wanted)


class Here(Executor):
    """Does the work at once in this process, and counts it."""

    def __init__(self, before: Callable[[Any], None] = lambda _: None) -> None:
        self.before = before
        self.asked = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.asked += 1
        try:
            self.before(args[0])
            future.set_result(fn(*args, **kwargs))
        except BaseException as failure:  # noqa: BLE001 - as an executor does
            future.set_exception(failure)
        return future


def made_in(folder: Path, order: Ordered, executor: Executor | None = None) -> Run:
    executor = executor or Here()
    run = Run(folder, order.sheaves(), lambda: executor, workers=1)
    run.all()
    return run


def printed(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.main, ("print", "--project", str(ROOT), *words))
    return result.exit_code, result.stdout


def test_drafts_example_addresses_and_undialled_numbers_are_refused(
    contacts: Path, tmp_path: Path
) -> None:
    status, said = printed("--contacts", str(contacts), "--out", str(tmp_path / "out"))

    assert status == 1
    for code in ("print-draft", "print-example-address", "print-no-hotline"):
        assert code in said
    assert not (tmp_path / "out").exists()


def test_tiles_for_the_shop_are_refused(contacts: Path) -> None:
    words = ("--proof", "--press", "--contacts", str(contacts), "--form", "poster-tiles")

    assert "[print-press-tiles]" in printed(*words)[1]


def test_without_villages_it_says_how_to_get_a_table() -> None:
    status, said = printed("--proof")

    assert (1, True) == (status, "mingbai new contacts" in said)


@pytest.mark.parametrize(
    ("option", "found"),
    [("--form", "leaflet"), ("--policy", "dibo"), ("--township", "天上镇"), ("--village", "37")],
)
def test_an_unknown_name_is_refused_with_what_there_is(
    option: str, found: str, contacts: Path
) -> None:
    status, said = printed("--proof", "--contacts", str(contacts), option, found)

    assert status == 1
    assert f"{option} 写的「{found}」没有找到。[print-unknown]" in said


def test_a_township_is_one_file_with_a_page_a_village(order: Ordered, tmp_path: Path) -> None:
    run = made_in(tmp_path, order)

    assert ["370812101/dibao-sheet.pdf", "370812102/dibao-sheet.pdf"] == [
        one.path for one in run.done.made
    ]
    assert [2, 1] == [one.pages for one in run.done.made]
    with pikepdf.open(tmp_path / "370812101" / "dibao-sheet.pdf") as pdf:
        assert len(pdf.pages) == 2


def test_a_village_is_one_file_with_a_page_a_policy(order: Ordered, tmp_path: Path) -> None:
    wanted = dataclasses.replace(order.wanted, by="village", policies=("dibao", "tekun"))
    run = made_in(tmp_path, dataclasses.replace(order, wanted=wanted))

    assert [f"{code[:9]}/{code}-sheet.pdf" for code in CODES] == [one.path for one in run.done.made]
    assert {2} == {one.pages for one in run.done.made}


CODES = ("370812101201", "370812101202", "370812102201")


@pytest.mark.parametrize("name", ["370812102201", "示例丙村"])
def test_filters_take_codes_and_names(name: str, contacts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    status, said = printed(
        *("--proof", "--contacts", str(contacts), "--village", name, "--policy", "dibao"),
        *("--township", "新驿镇", "--workers", "1", "--out", str(out), "--json"),
    )

    assert (0, ["370812102/dibao-sheet.pdf"]) == (
        status,
        [one["path"] for one in json.loads(said)["made"]],
    )


def test_a_second_run_makes_nothing(order: Ordered, tmp_path: Path) -> None:
    made_in(tmp_path, order)
    before = files_of(tmp_path)
    again = Here()
    run = made_in(tmp_path, order, again)

    assert (0, 2, []) == (again.asked, run.done.kept, run.done.made)
    assert before == files_of(tmp_path)


def test_what_is_missing_damaged_or_changed_is_made_again(order: Ordered, tmp_path: Path) -> None:
    made_in(tmp_path, order)
    before = files_of(tmp_path)
    (tmp_path / "370812101" / "dibao-sheet.pdf").write_bytes(b"%PDF-damaged")
    (tmp_path / "370812102" / "dibao-sheet.pdf").unlink()

    assert len(made_in(tmp_path, order).done.made) == 2
    assert before == files_of(tmp_path)

    changed = {"contact": "王示例", "publish": "纸"}
    moved = order.library.villages[2].model_copy(update=changed)
    villages = (*order.library.villages[:2], moved)
    library = dataclasses.replace(order.library, villages=villages)
    run = made_in(tmp_path, dataclasses.replace(order, library=library))
    assert ["370812102/dibao-sheet.pdf"] == [one.path for one in run.done.made]


def test_the_manifest_has_the_hash_of_every_file(order: Ordered, tmp_path: Path) -> None:
    made_in(tmp_path, order)
    lines = (tmp_path / "manifest.jsonl").read_text("utf-8").splitlines()
    manifest = Manifest(tmp_path)

    assert [json.loads(one)["path"] for one in lines] == sorted(manifest.entries)
    assert all(manifest.has(one.path, one.made_of) for one in manifest.entries.values())


def test_a_line_cut_off_by_a_stop_does_not_count(order: Ordered, tmp_path: Path) -> None:
    made_in(tmp_path, order)
    path = tmp_path / "manifest.jsonl"
    whole = path.read_text("utf-8")
    path.write_text(whole[:-40], "utf-8")

    assert ["370812101/dibao-sheet.pdf"] == list(read_entries(path))
    assert len(made_in(tmp_path, order).done.made) == 1
    assert whole == path.read_text("utf-8")


def test_what_a_killed_run_had_half_written_is_cleared(order: Ordered, tmp_path: Path) -> None:
    left = tmp_path / "370812101" / ".mingbai-part-abc"
    left.parent.mkdir()
    left.write_bytes(b"%PDF-half")
    made_in(tmp_path, order)

    assert not left.exists()


def test_one_village_that_does_not_fit_stops_only_itself(order: Ordered, tmp_path: Path) -> None:
    first, *others = order.library.villages
    long = first.model_copy(update={"contact": "A" * 120})
    library = dataclasses.replace(order.library, villages=(long, *others))
    run = made_in(tmp_path, dataclasses.replace(order, library=library))

    assert {"paper-row-overflow"} == {one.code for one in run.done.problems}
    assert {long.at("name")} == {one.place for one in run.done.problems}
    entries = {one.path: (one.pages, one.missing) for one in run.done.made}
    assert {
        "370812101/dibao-sheet.pdf": (1, ("370812101201",)),
        "370812102/dibao-sheet.pdf": (1, ()),
    } == entries


def test_a_mistake_of_ours_stops_one_file_only(order: Ordered, tmp_path: Path) -> None:
    def fail(job: Any) -> None:
        if "示例丙村" in job.data:
            raise RuntimeError("boom")

    run = made_in(tmp_path, order, Here(fail))

    assert ["print-broke"] == [one.code for one in run.done.problems]
    assert ["370812101/dibao-sheet.pdf"] == [one.path for one in run.done.made]


def test_a_worker_that_dies_is_replaced_and_only_its_file_fails(
    order: Ordered, tmp_path: Path
) -> None:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    def die(job: Any) -> None:
        if "示例丙村" in job.data:
            raise BrokenProcessPool

    run = made_in(tmp_path, order, Here(die))

    assert ["print-broke"] == [one.code for one in run.done.problems]
    assert ["370812101/dibao-sheet.pdf"] == [one.path for one in run.done.made]


def test_a_full_disk_keeps_what_is_finished(
    order: Ordered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mingbai.villages import run as module  # noqa: PLC0415

    write = module.write_whole

    def full(path: Path, content: bytes) -> None:
        if path.parent.name == "370812102":
            raise OSError(28, "No space left on device")
        write(path, content)

    monkeypatch.setattr(module, "write_whole", full)
    with pytest.raises(OSError, match="No space"):
        made_in(tmp_path, order)
    monkeypatch.undo()
    run = made_in(tmp_path, order)

    assert (1, ["370812102/dibao-sheet.pdf"]) == (
        run.done.kept,
        [one.path for one in run.done.made],
    )


def test_processes_give_the_same_bytes_as_this_one(order: Ordered, tmp_path: Path) -> None:
    made_in(tmp_path / "here", order)
    run = Run(tmp_path / "there", order.sheaves(), pool.local(2), workers=2)
    run.all()

    assert files_of(tmp_path / "here") == files_of(tmp_path / "there")


def test_a_cluster_of_two_workers_gives_the_same_bytes(order: Ordered, tmp_path: Path) -> None:
    made_in(tmp_path / "here", order)
    with cluster_of_two() as address:
        run = Run(tmp_path / "there", order.sheaves(), pool.cluster(address), workers=2)
        run.all()

    assert files_of(tmp_path / "here") == files_of(tmp_path / "there")


class cluster_of_two:  # noqa: N801 - read as a word after with
    """A scheduler and two workers, processes of their own on the loopback."""

    def __enter__(self) -> str:
        from distributed import LocalCluster  # noqa: PLC0415

        self.cluster = LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        )
        return str(self.cluster.scheduler_address)

    def __exit__(self, *_: object) -> None:
        self.cluster.close()  # type: ignore[no-untyped-call]


def test_nobody_at_the_address_is_said_in_chinese(
    contacts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import distributed  # noqa: PLC0415 - slow to import

    client = distributed.Client
    monkeypatch.setattr(distributed, "Client", lambda address, **_: client(address, timeout=1))
    words = ("print", "--project", str(ROOT), "--proof", "--contacts", str(contacts))
    result = CliRunner().invoke(cli.main, (*words, "--cluster", "tcp://127.0.0.1:9"))

    assert (2, True) == (result.exit_code, "连不上集群" in result.output)


def test_ctrl_c_keeps_what_is_finished_and_says_so(contacts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ["print", "--project", str(ROOT), "--proof", "--contacts", str(contacts)]
    words += ["--form", "sheet", "--workers", "1", "--out", str(out)]
    process = subprocess.Popen(
        [sys.executable, "-m", "mingbai", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    journal = out / "villages" / "370812" / "manifest.jsonl"
    began = time.monotonic()
    while not journal.is_file() and time.monotonic() - began < 60:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=60)[0].decode()

    assert process.returncode == 1
    assert "再运行一次接着做" in said
    finished = read_entries(journal)
    assert 0 < len(finished) < 12
    assert all(Manifest(journal.parent).has(one.path, one.made_of) for one in finished.values())


def test_every_form_makes_the_pages_that_it_plans_for_villages(order: Ordered) -> None:
    policies = policy_views(order.library, order.scope)
    from mingbai.views.village import village_views  # noqa: PLC0415

    places = village_views(order.library.villages, order.library, order.scope)
    for form in (one for one in FORMS if one.local and not one.imposition):
        chosen = policies[:1] if form.each else policies
        ordered = Order(chosen, order.library, order.scope, places)
        from mingbai.outputs.job import job_of  # noqa: PLC0415
        from mingbai.outputs.paper import record_place  # noqa: PLC0415

        assert isinstance(render(job_of(form, ordered, record_place(ordered, form))), bytes)


@pytest.mark.parametrize(
    "form", [one for one in FORMS if one.imposition != "tiles"], ids=lambda one: one.name
)
def test_the_press_edition_is_cmyk_with_bleed(form: Form, order: Ordered, tmp_path: Path) -> None:
    wanted = dataclasses.replace(order.wanted, forms=(form,), press=True, townships=("大安镇",))
    run = made_in(tmp_path, dataclasses.replace(order, wanted=wanted))

    assert [] == run.done.problems
    assert all(one.path.endswith("-press.pdf") for one in run.done.made)
    if form.imposition:
        return
    with pikepdf.open(tmp_path / run.done.made[0].path) as pdf:
        page = pdf.pages[0]
        media, trim = page.mediabox, page.trimbox
        assert pytest.approx(3 * 72 / 25.4, abs=0.1) == float(trim[0]) - float(media[0])
        spaces = page.Resources.get("/ColorSpace", {}).values()
        channels = {int(one[1].N) for one in spaces if one[0] == "/ICCBased"}
        operators = {str(one.operator) for one in pikepdf.parse_content_stream(page)}
        assert {"k", "scn"} & operators
        assert not {"rg", "RG"} & operators
        assert channels <= {1}, "grey alone, for the code: it prints as black"


def test_wanted_is_plain_data() -> None:
    assert Wanted(forms=()).by == "township"
