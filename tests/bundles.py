"""Small sites to pack: what several tests of bundles share."""

from __future__ import annotations

import datetime as dt
from typing import Any

from mingbai.bundle.manifest import Facts
from mingbai.site.content_security import with_policy

HEAD = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title>'


def page(body: str, head: str = "") -> bytes:
    """A page as ours are: with its policy."""
    return with_policy(f"{HEAD}{head}</head><body>{body}</body></html>").encode()


def small_site(**more: bytes) -> dict[str, bytes]:
    """A site without a fault."""
    style = '<link rel="stylesheet" href="assets/site.css">'
    return {
        "404.html": page("没有找到"),
        "assets/site.css": b"body{background:url(ground.png)}",
        "assets/ground.png": b"PNG",
        "assets/site.js": b'var namespace = "http://www.w3.org/2000/svg"; // see http://a.example',
        "index.html": page(
            '<a href="s/23/index.html#who">低保</a><script src="assets/site.js"></script>', style
        ),
        "s/23/index.html": page('<h2 id="who">谁</h2><a href="../../index.html">回</a>'),
        **more,
    }


def facts(**given: Any) -> Facts:
    """What a bundle was made from."""
    known: dict[str, Any] = {
        "serial": 3,
        "region": "370812",
        "as_of": dt.date(2026, 11, 21),
        "public_url": "https://jiuzhu.yanzhou.example",
        "scan_only": False,
        "versions": {"mingbai": "0.1.0"},
        "source": None,
        "reviews": (),
    }
    return Facts(**{**known, **given})
