"""Makes the PDFs of an order: many at a time, each kept as soon as it is finished.

A PDF that cannot be made is reported and the others go on. Files that are there already, made from
the same, are left alone. A worker that dies is replaced, and what it had in hand is tried again.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mingbai.disk.lock import alone_in
from mingbai.disk.write import clear_partial, write_whole
from mingbai.outputs.job import Job, page_count, render
from mingbai.problems import Problem
from mingbai.villages.manifest import Entry, Manifest, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mingbai.villages.pool import Start
    from mingbai.villages.wanted import Sheaf

    Made = bytes | tuple[Problem, ...]

AHEAD = 3
"""Jobs in hand for each worker: enough to keep it busy, few enough to keep memory small."""


@dataclass(slots=True)
class Task:
    """A sheaf on its way: its job, who was left out, and whether a worker died while it had it."""

    sheaf: Sheaf
    job: Job
    left_out: tuple[str, ...] = ()
    suspect: bool = False


@dataclass(slots=True)
class Done:
    """What came of a run: files made, how many were there already, and every problem."""

    made: list[Entry] = field(default_factory=list)
    kept: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Run:
    """One run over ``sheaves`` into ``folder``; ``told`` hears how many copies are finished."""

    folder: Path
    sheaves: Iterator[Sheaf]
    start: Start
    workers: int
    told: Callable[[int], None] = lambda _: None
    done: Done = field(default_factory=Done)
    again: deque[Task] = field(default_factory=deque)
    running: dict[Future[Made], Task] = field(default_factory=dict)

    def all(self) -> Done:
        """Make what is missing or changed, and return what came of it.

        Raises:
            ProblemsFound: if another run is at work in the folder; then nothing has changed.
            OSError: if a finished file cannot be written; what was finished before stays.

        """
        with alone_in(self.folder):
            return self.all_alone()

    def all_alone(self) -> Done:
        """Do the work of ``all`` for whoever is alone in the folder."""
        clear_partial(self.folder)
        manifest = Manifest(self.folder)
        executor = self.start()
        try:
            while self.fill(executor, manifest):
                finished, _ = wait(self.running, return_when=FIRST_COMPLETED)
                in_turn = [future for future in self.running if future in finished]
                ended = [(future, self.running.pop(future)) for future in in_turn]
                lost = [task for future, task in ended if not self.keep(future, task, manifest)]
                if lost:
                    self.give_back([*lost, *self.running.values()])
                    executor.shutdown(wait=False)
                    executor = self.start()
        finally:
            for future in self.running:
                future.cancel()
            executor.shutdown(wait=False)
            with suppress(OSError):
                manifest.close()
            self.done.made.sort(key=lambda one: one.path)
        return self.done

    def fill(self, executor: Executor, manifest: Manifest) -> bool:
        """Give the workers enough to do; false when nothing is left. A suspect runs alone."""
        while len(self.running) < self.workers * AHEAD:
            if self.again and self.again[0].suspect and self.running:
                break
            task = self.next_task(manifest)
            if task is None:
                break
            self.running[executor.submit(render, task.job)] = task
            if task.suspect:
                break
        return bool(self.running)

    def next_task(self, manifest: Manifest) -> Task | None:
        """Return what is to be tried again, then the next that is not finished already."""
        if self.again:
            return self.again.popleft()
        for sheaf in self.sheaves:
            job = sheaf.job()
            if not manifest.has(sheaf.path, job.fingerprint):
                return Task(sheaf, job)
            self.done.kept += 1
            self.told(sheaf.copies)
        return None

    def keep(self, future: Future[Made], task: Task, manifest: Manifest) -> bool:
        """Write what a worker made or note why it could not; false if the worker is gone."""
        try:
            made = future.result()
        except BrokenExecutor:
            return False
        except Exception as failure:  # noqa: BLE001 - one file must not stop the others
            self.broke(task, f"{type(failure).__name__}: {failure}")
            return True
        if isinstance(made, bytes):
            self.write(task, made, manifest)
        else:
            self.fail(task, made)
        return True

    def write(self, task: Task, content: bytes, manifest: Manifest) -> None:
        """Keep a finished file."""
        write_whole(self.folder / task.sheaf.path, content)
        entry = Entry(
            path=task.sheaf.path,
            form=task.sheaf.form.name,
            made_of=task.job.fingerprint,
            sha256=digest(content),
            bytes=len(content),
            pages=page_count(content),
            missing=task.left_out,
        )
        manifest.add(entry)
        self.done.made.append(entry)
        self.told(task.sheaf.copies)

    def fail(self, task: Task, problems: tuple[Problem, ...]) -> None:
        """Note problems; if only some villages are to blame, the others are made without them."""
        self.done.problems.extend(problems)
        at_fault = {problem.place for problem in problems}
        rows = [one for one in task.job.blamed if one.row]
        owners = {one.owner for one in rows if one.place in at_fault}
        by_others = at_fault - {one.place for one in rows}
        rest = task.sheaf.without(owners) if owners and not by_others else None
        self.told(task.sheaf.copies - (rest.copies if rest else 0))
        if rest is not None:
            left_out = tuple(sorted({*task.left_out, *owners}))
            self.again.append(Task(rest, rest.job(), left_out))

    def broke(self, task: Task, said: str) -> None:
        """Note a mistake of ours, or a worker that dies whenever it has this file in hand."""
        values = {"file": task.sheaf.path, "said": said}
        self.fail(task, (Problem("print-broke", task.sheaf.place, values),))

    def give_back(self, lost: list[Task]) -> None:
        """Take back what the workers had in hand; what killed one alone is not tried again."""
        self.running.clear()
        for task in lost:
            if task.suspect:
                self.broke(task, "做这个文件的进程中断了")
            else:
                task.suspect = True
                self.again.append(task)
