"""What builds may differ in without differing in a byte: one thing each, and all in one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DAYS = 400
OUT = "做好 的/dist"
"""An output folder with more in its name than letters."""


@dataclass(frozen=True)
class Condition:
    """One way in which a build may differ from another.

    ``machine`` is for ``another_machine.py``; ``before`` begins the command; ``place`` and ``out``
    are where project and output lie below a folder of their own; ``order`` is 1 or -1, how the
    files are made; ``ready`` names what changes the copy.
    ``command`` is what is run.
    """

    name: str
    env: Mapping[str, str] = field(default_factory=dict)
    machine: Mapping[str, Any] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    place: str = "project"
    out: str = "dist"
    order: int = 1
    ready: str = ""
    times: int = 1
    command: str = "bundle"

    def makes(self, path: str) -> bool:
        """Tell whether a file must be there and the same under this condition."""
        return self.command == "bundle" or not path.startswith("bundle/")


FIRST = Condition("first")
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
OTHER_HOST = ("unshare", "--uts", "sh", "-c", 'hostname zhan; exec "$@"', "sh")
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""Python takes every text for ASCII."""

VARIABLES = {
    "SOURCE_DATE_EPOCH": "1",
    "CI": "true",
    "COLUMNS": "20",
    "NO_COLOR": "1",
    "TERM": "dumb",
    "GITHUB_ACTIONS": "true",
    "READTHEDOCS": "True",
    "PYTHONOPTIMIZE": "1",
    "RAYON_NUM_THREADS": "2",
}
CONDITIONS = (
    Condition("again", times=2),
    Condition("path", place="一个 很长的/文件夹 (2)/项目", out=OUT),
    Condition("inside", out="project/dist"),
    Condition("link", ready="behind_a_link"),
    Condition("day", machine={"days": DAYS}),
    Condition("day-before", machine={"days": -DAYS}),
    Condition("day-faketime", before=("faketime", "-f", f"+{DAYS}d")),
    Condition("zone-east", env={"TZ": "Pacific/Kiritimati"}),
    Condition("zone-west", env={"TZ": "America/Adak"}),
    Condition("zone-home", env={"TZ": "Asia/Shanghai"}),
    Condition("locale-c", env=ASCII, command="build"),  # the bundle has a file with a Chinese name
    Condition("locale-gb18030", env={"PYTHONUTF8": "0"}, ready="in_gb18030", command="build"),
    Condition("locale-turkish", ready="in_turkish"),
    Condition("encoding", env={"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}),
    Condition("umask", machine={"umask": 0o077}),
    Condition("umask-open", machine={"umask": 0}),
    Condition("order-made", order=-1),
    Condition("order-1", machine={"order": 1}),
    Condition("order-2", machine={"order": 2}),
    Condition("order-memory", order=-1, ready="in_memory"),
    Condition("hash-0", env={"PYTHONHASHSEED": "0"}),
    Condition("hash-4242", env={"PYTHONHASHSEED": "4242"}),
    Condition("core", before=("taskset", "--cpu-list", "0")),
    Condition("home", env={"HOME": "/nowhere", "USER": "别人", "LOGNAME": "别人"}),
    Condition("home-empty", ready="in_an_empty_home"),
    Condition("nobody", before=NOBODY, ready="for_everybody"),
    Condition("network", before=("unshare", "--net")),
    Condition("host", before=OTHER_HOST),
    Condition("variables", env=VARIABLES),
    Condition("temporary", ready="with_its_own_tmp"),
    Condition("git", ready="in_git", command="build"),  # the list in a bundle names the commit
    Condition("files-old", ready="with_old_files"),
    Condition("left", ready="with_leftovers", out=OUT),
    Condition("tool", ready="with_another_tool"),
)


def offline() -> tuple[str, ...]:
    """Return what begins a command without any network, where that is allowed."""
    words = ("unshare", "--net")
    if shutil.which(words[0]) is None:
        return ()
    allowed = subprocess.run((*words, "true"), check=False, capture_output=True)
    return () if allowed.returncode else words


ELSEWHERE = Condition(
    "elsewhere",
    before=offline(),
    env={
        **ASCII,
        "TZ": "Pacific/Kiritimati",
        "HOME": "/nowhere",
        "USER": "别人",
        "LOGNAME": "别人",
        "PYTHONHASHSEED": "4242",
        "SOURCE_DATE_EPOCH": "1",
        "CI": "true",
        "COLUMNS": "20",
    },
    machine={"days": DAYS, "order": 1, "cores": 1, "network": False, "umask": 0o077},
    place="一个 很长的/文件夹 (2)/项目",
    out=OUT,
    order=-1,
    ready="with_leftovers",
    command="build",
)
"""Everything at once, as far as whoever runs it may."""

Env = dict[str, str]
Ready = tuple[Path, Env]


def behind_a_link(home: Path, project: Path, env: Env) -> Ready:
    """Reach the project through a link."""
    (home / "link").symlink_to(project, target_is_directory=True)
    return home / "link", env


def in_gb18030(home: Path, project: Path, env: Env) -> Ready:
    """Let Python take every text for GB 18030."""
    return project, in_locale(home, env, "zh_CN", "GB18030")


def in_turkish(home: Path, project: Path, env: Env) -> Ready:
    """Build where a capital i has a dot."""
    return project, in_locale(home, env, "tr_TR", "UTF-8")


def in_locale(home: Path, env: Env, name: str, charset: str) -> Env:
    """Return an environment in a locale made for it."""
    made = home / f"{name}.{charset}"
    words = ("localedef", "--no-archive", "-i", name, "-f", charset, str(made))
    subprocess.run(words, check=False, capture_output=True)
    return {**env, "LOCPATH": str(home), "LC_ALL": made.name}


def in_memory(_home: Path, project: Path, env: Env) -> Ready:
    """Move the project to a file system that lists its folders in another order."""
    folder = Path(tempfile.mkdtemp(prefix="mingbai-", dir="/dev/shm"))
    moved = folder / project.name
    for path in sorted((one for one in project.rglob("*") if one.is_file()), reverse=True):
        target = moved / path.relative_to(project)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, target)
    return moved, env


def in_an_empty_home(home: Path, project: Path, env: Env) -> Ready:
    """Give the user an empty home."""
    (home / "home").mkdir()
    return project, {**env, "HOME": str(home / "home"), "USER": "other"}


def for_everybody(home: Path, project: Path, env: Env) -> Ready:
    """Let anybody write here and read the sources, which nobody may write in."""
    home.parent.chmod(0o755)
    home.chmod(0o777)
    return project, env


def with_its_own_tmp(home: Path, project: Path, env: Env) -> Ready:
    """Put temporary files elsewhere."""
    (home / "临时 文件").mkdir()
    return project, {**env, "TMPDIR": str(home / "临时 文件")}


def in_git(_home: Path, project: Path, env: Env) -> Ready:
    """Make the project a repository."""
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "x")):
        subprocess.run(["git", *words], cwd=project, check=True)  # noqa: S607
    return project, env


def with_old_files(_home: Path, project: Path, env: Env) -> Ready:
    """Make every source file old and read-only."""
    for number, path in enumerate(sorted(project.rglob("*"))):
        os.utime(path, (number * 86400, number * 86400))
        if path.is_file():
            path.chmod(0o400)
    return project, env


def with_leftovers(home: Path, project: Path, env: Env) -> Ready:
    """Leave what runs that were killed, an older version, and people's programs leave."""
    for path in (
        project / ".build" / "site" / "index.html",
        project / ".build" / "site" / ".hidden" / "x",
        project / "policies" / ".~lock.dibao.yml#",
        home / OUT / ".mingbai-new-killed" / "site" / "index.html",
        home / OUT / ".mingbai-lock",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<p>half", "utf-8")
    return project, env


def with_another_tool(home: Path, project: Path, env: Env) -> Ready:
    """Install the compiler and the fonts elsewhere, their files made in another order."""
    from mingbai.design import FONT_PACKAGE, font_folders  # noqa: PLC0415 - only here

    package = next(one for one in font_folders()[0].parents if one.name == FONT_PACKAGE)
    for folder in (ROOT / "mingbai", package):
        found = sorted(one for one in folder.rglob("*") if one.is_file())
        for path in reversed(found):
            target = home / "tool" / path.relative_to(folder.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    startup = env["PYTHONPATH"].split(os.pathsep)[0]
    return project, {**env, "PYTHONPATH": os.pathsep.join((startup, str(home / "tool")))}


READY: dict[str, Callable[[Path, Path, Env], Ready]] = {
    one.__name__: one
    for one in (
        *(behind_a_link, in_gb18030, in_turkish, in_memory, in_an_empty_home, for_everybody),
        *(with_its_own_tmp, in_git, with_old_files, with_leftovers, with_another_tool),
    )
}
"""What changes a copy before it is built, by name; gives the project's place and environment."""
