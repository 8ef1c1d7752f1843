"""The MkDocs adapter: hands MkDocs what the compiler made. No rule and no wording here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel

from mingbai.make import Made, Press
from mingbai.serve import made_again
from mingbai.site.config import configure
from mingbai.site.finished_pages import FinishedPages
from mingbai.site.handwritten import with_pieces
from mingbai.site.sitemap import navigation
from mingbai.views.foot import foot_view
from mingbai.views.search import search_view

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


class MingbaiPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # has no settings
    """One object for a whole ``serve``: it keeps what it made, keyed by what it was made from."""

    made: Made | None = None
    prepared: Made | None = None

    def __init__(self) -> None:
        """Start with nothing made."""
        self.press = Press()
        self.finished = FinishedPages()

    def on_startup(self, command: str, **_: Any) -> None:
        """Be kept between rebuilds (MkDocs keeps plugins that define this)."""
        self.finished.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set what our pages rest on."""
        return configure(config)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every page and finished file."""
        root = Path(config.config_file_path).parent
        made = self.made = self.prepared or made_again(self.press, root, self.made)
        written = [page.src_uri for page in files.documentation_pages()]
        for path, content in made.pages.items():
            files.append(generated(config, path, content.decode()))
        for path, content in made.offered.items():
            files.append(generated(config, path, content))
        config.nav = navigation(made.library, written)
        config.extra["foot"] = foot_view(made.library, made.scope)
        config.extra["tokens"] = made.site["assets/css/tokens.css"].decode()
        return files

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        """Put the pieces that a hand-written page asks for in their place; date the page."""
        made = self.made
        assert made is not None, "MkDocs calls on_files first"  # noqa: S101
        page.update_date = made.scope.as_of.isoformat()
        return with_pieces(markdown, made.parts)

    def on_post_page(self, output: str, page: Page, **_: Any) -> str:
        """Judge a page; give it its policy."""
        return self.finished.take(output, f"docs/{page.file.src_uri}")

    def on_post_template(self, output_content: str, template_name: str, **_: Any) -> str:
        """Do the same with the page for what is missing."""
        return self.finished.take(output_content, template_name)

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig, **_: Any) -> None:
        """Finish the site when every other plugin has."""
        assert self.made is not None, "MkDocs calls on_files first"  # noqa: S101
        view = search_view(self.made.library, self.made.scope)
        self.finished.settle(Path(config.site_dir), view)


def generated(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    """Return a file made from records: no setting of the site takes it away."""
    return File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)
