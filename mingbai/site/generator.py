"""Lets MkDocs make the site: what it says comes back as problems, at their lines.

Comes in: the project and everything made from its records. Goes out: a folder of finished pages.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mingbai.problems import Place, Problem, ProblemsFound
from mingbai.site.said import is_theirs, problems_said

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from mingbai.make import Made
    from mingbai.plugin import MingbaiPlugin


def make_site(root: Path, made: Made, site: Path) -> None:
    """Let MkDocs make the site in a folder that does not exist yet.

    Raises:
        ProblemsFound: with MkDocs' own warnings, which ``strict`` makes errors.

    """
    from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415 - slow to import
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    heard = Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=True)
        adapter_of(config).prepared = made
        mkdocs_build(config)
    except MkDocsException as failure:
        raise ProblemsFound(problems_said(heard.told or [str(failure)], root)) from None
    except Exception as failure:
        if isinstance(failure, OSError) or not is_theirs(failure):
            raise  # of the disk, or a mistake of ours
        said = f"{type(failure).__name__} {failure}"[:200]
        raise ProblemsFound(problems_said([said], root)) from failure
    finally:
        logger.removeHandler(heard)


def adapter_of(config: MkDocsConfig) -> MingbaiPlugin:
    """Return our plugin.

    Raises:
        ProblemsFound: if the settings have none, or not the theme that it rests on.

    """
    from mingbai.plugin import MingbaiPlugin  # noqa: PLC0415 - MkDocs is slow to import

    if config.theme.name != "material":
        raise ProblemsFound([Problem("settings-theme", Place("mkdocs.yml"))])
    adapter = config.plugins.get("mingbai")
    if not isinstance(adapter, MingbaiPlugin):
        raise ProblemsFound([Problem("plugin-missing", Place("mkdocs.yml"))])
    return adapter


class Listener(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        """Hear warnings and worse."""
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.told.append(record.getMessage())
