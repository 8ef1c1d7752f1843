"""What our pages need of MkDocs and Material, whatever mkdocs.yml says: set in one place.

Comes in: MkDocs' settings. Goes out: the same object, changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.site import links_out

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

THEME = Path(__file__).parent.parent / "theme"
STYLES = ("assets/css/tokens.css", "assets/css/mingbai.css")
SCRIPTS = ("assets/js/search-box.js",)


def configure(config: MkDocsConfig) -> MkDocsConfig:
    """Watch the records, put our theme before Material's, set what our pages rest on."""
    root = Path(config.config_file_path).parent
    for folder in filter(Path.is_dir, (root / "policies", root / "cases")):
        config.watch.append(str(folder))
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    config.theme["palette"] = {"scheme": "default", "primary": "custom", "accent": "custom"}
    if not str(config.theme.get("language")).startswith("zh"):
        config.theme["language"] = "zh"
    config.use_directory_urls = False
    if "attr_list" not in config.markdown_extensions:
        config.markdown_extensions.append("attr_list")
    config.markdown_extensions.append(links_out.__name__)
    # Columns of tables are set by an attribute, not by a style that the security policy refuses.
    config.mdx_configs.setdefault("tables", {})["use_align_attribute"] = True
    config.extra_css[:0] = STYLES
    config.extra_javascript[:0] = SCRIPTS
    return config
