"""The MkDocs adapter: hands MkDocs what the compiler made. No rule and no wording here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File

from mingbai.handwritten import with_pieces
from mingbai.make import Made, Press
from mingbai.problems import LAST_KEPT, ProblemsFound, report
from mingbai.settings import read_scope
from mingbai.sitemap import navigation
from mingbai.views.foot import foot_view

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = get_plugin_logger("mingbai")
THEME = Path(__file__).parent / "theme"


class MingbaiPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # has no settings
    """One object for a whole ``serve``: it keeps what it made, keyed by what it was made from."""

    made: Made | None = None
    prepared: Made | None = None

    def __init__(self) -> None:
        """Start with nothing made."""
        self.press = Press()

    def on_startup(self, **_: Any) -> None:
        """Be kept between rebuilds (MkDocs keeps plugins that define this)."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the records, put our theme before Material's, set what our pages rest on."""
        root = Path(config.config_file_path).parent
        for folder in filter(Path.is_dir, (root / "policies", root / "cases")):
            config.watch.append(str(folder))
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.use_directory_urls = False
        if "attr_list" not in config.markdown_extensions:
            config.markdown_extensions.append("attr_list")
        config.extra_css[:0] = ["assets/css/tokens.css", "assets/css/mingbai.css"]
        config.extra_javascript[:0] = ["assets/js/search-box.js"]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every page and finished file."""
        root = Path(config.config_file_path).parent
        made = self.made = self.prepared or self.pressed(root)
        written = [page.src_uri for page in files.documentation_pages()]
        for path, content in made.pages.items():
            files.append(File.generated(config, path, content=content.decode()))
        for path, content in made.offered.items():
            files.append(File.generated(config, path, content=content))
        config.nav = navigation(made.library, written)
        config.extra["foot"] = foot_view(made.library, made.scope)
        config.extra["tokens"] = made.site["assets/css/tokens.css"].decode()
        return files

    def pressed(self, root: Path) -> Made:
        """Return what the records give; while serving, a broken record leaves the last site."""
        try:
            return self.press.make(root, read_scope(root)[0])
        except ProblemsFound as found:
            if self.made is None:
                raise PluginError(f"\n{found}") from None
            log.error("\n%s", report(found.problems, LAST_KEPT))  # noqa: TRY400 - no traceback
            return self.made

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        """Put the pieces that a hand-written page asks for in their place; date the page."""
        made = self.made
        assert made is not None, "MkDocs calls on_files first"  # noqa: S101
        page.update_date = made.scope.as_of.isoformat()
        return with_pieces(markdown, made.parts)
