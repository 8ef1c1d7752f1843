"""What all commands share: their options, and how they report; each larger command is a module."""

from __future__ import annotations

import functools
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mingbai.design import FontMissing
from mingbai.problems import ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = click.option(
    "--project",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=Path(),
    help="项目文件夹，默认是当前文件夹",
)
AS_OF = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="年-月-日",
    help="内容截至日期，例如 2026-11-21",
)


def reporting(command: Callable[..., None]) -> Callable[..., None]:
    """Show problems as a report with exit status 1, and a bug of ours as a bug of ours."""

    @functools.wraps(command)
    def run(*args: Any, **values: Any) -> None:
        try:
            command(*args, **values)
        except (ProblemsFound, FontMissing) as found:
            click.echo(str(found))
            sys.exit(1)
        except KeyboardInterrupt:
            click.echo("停下了，没有留下写了一半的东西。再运行一次就行。")
            sys.exit(1)
        except OSError as failure:
            say_what_failed(failure)
            sys.exit(1)
        except MemoryError:
            click.echo("内存不够，没有做完，原来的东西没有动。关掉别的程序再运行一次。")
            sys.exit(1)
        except ModuleNotFoundError as failure:
            if (failure.name or "mingbai").partition(".")[0] == "mingbai":
                raise
            click.echo(f"缺少要用的程序库「{failure.name}」。照 README 里的安装步骤再装一次。")
            sys.exit(1)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception:
            click.echo("这是明白自己的错误，不是您写错了。请把下面的内容发给维护人员。", err=True)
            raise

    return run


def say_what_failed(failure: OSError) -> None:
    """Say what could not be read or written; on the other stream if that is where it failed."""
    where = f"（{failure.filename}）" if failure.filename else ""
    lines = (
        f"读写文件或者端口时出了问题：{failure.strerror or failure}{where}",
        "检查路径、权限、磁盘空间；serve 的端口被占用时，用 --port 换一个。",
    )
    try:
        click.echo("\n".join(lines))
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())  # Python would try again when it ends
        os.close(nowhere)
        with suppress(OSError):
            click.echo("\n".join(lines), err=True)
