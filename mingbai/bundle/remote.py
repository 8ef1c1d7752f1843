"""A bundle as a server gives it: every listed file is fetched; what is not listed stays unseen."""

from __future__ import annotations

import hashlib
import http.client
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from mingbai.problems import Place, Problem, ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mingbai.bundle.entry import Entry
    from mingbai.bundle.source import Source

SECONDS = 20
AT_ONCE = 4
"""Files fetched at the same time: quick enough on a slow line, no burden on a small server."""

GONE = {403, 404, 410}
INDEX = "/index.html"
WITHHELD = {"web.config"}
"""What no server gives out: the settings of IIS."""


class Remote:
    """A source that is an http(s) address; a folder's, or that of its ``index.html``."""

    flaws: tuple[Problem, ...] = ()
    names: frozenset[str] | None = None

    def __init__(self, address: str) -> None:
        """Note the address; nothing is fetched yet."""
        page = urlsplit(address)._replace(query="", fragment="").geturl()
        self.base = page.removesuffix(INDEX).rstrip("/") + "/"
        self.label = self.base
        self.ask = urllib.request.build_opener(SameHost(self.base))

    def content(self, path: str, most: int) -> bytes | None:
        """Return a file, at most one byte more than ``most``; None if the server has none.

        Raises:
            ProblemsFound: if the server cannot be asked.

        """
        request = urllib.request.Request(  # noqa: S310 - http and https only: see is_address
            self.base + quote(path), headers={"Accept-Encoding": "identity"}
        )
        try:
            with self.ask.open(request, timeout=SECONDS) as answer:
                return bytes(answer.read(most + 1))
        except urllib.error.HTTPError as failure:
            failure.close()
            if failure.code in GONE:
                return None
            raise ProblemsFound([self.unreachable(path, f"HTTP {failure.code}")]) from None
        except (OSError, http.client.HTTPException) as failure:
            why = getattr(failure, "reason", None) or failure
            raise ProblemsFound([self.unreachable(path, str(why)[:200])]) from None

    def unreachable(self, path: str, why: str) -> Problem:
        """Say that the server cannot be asked."""
        return Problem("bundle-unreachable", Place(self.base + path, 0), {"why": why})

    def digest(self, path: str, size: int) -> tuple[str, int] | None:
        """Return SHA-256 and size of what the server gives; anything longer is cut off.

        Raises:
            ProblemsFound: if the server cannot be asked.

        """
        content = self.content(path, size)
        return content if content is None else (hashlib.sha256(content).hexdigest(), len(content))

    def also(self, entry: Entry) -> tuple[Problem, ...]:
        """Return whether a printed address ends on its page: the folder must give ``index.html``.

        Raises:
            ProblemsFound: if the server cannot be asked.

        """
        if not f"/{entry.path}".endswith(INDEX):
            return ()
        folder = entry.path.removesuffix("index.html")
        if self.digest(folder, entry.bytes) == (entry.sha256, entry.bytes):
            return ()
        return (Problem("bundle-folder-address", Place(self.base + folder, 0)),)

    def each(
        self,
        entries: Iterable[Entry],
        compare: Callable[[Source, Entry], tuple[Problem, ...]],
    ) -> Iterator[Problem]:
        """Yield what ``compare`` finds, in the order of the list, several files at once."""
        given = (entry for entry in entries if entry.path not in WITHHELD)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for found in pool.map(lambda entry: compare(self, entry), given):
                yield from found

    def close(self) -> None:
        """Let go of nothing: each file is a request of its own."""


class SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to the host that was asked: another one proves nothing."""

    def __init__(self, base: str) -> None:
        """Note the host."""
        self.host = urlsplit(base).hostname

    def redirect_request(  # noqa: PLR0913, PLR0917 - the library's own signature
        self,
        req: urllib.request.Request,
        fp: object,
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the next request, or none for another host: then the redirect is the answer."""
        if urlsplit(newurl).hostname != self.host or not newurl.lower().startswith("http"):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
