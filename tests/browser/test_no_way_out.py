"""No way out and no way in: nobody else is asked, no rule of a page is broken, nothing is kept.

Every page is opened with its network watched twice: what the page asks for, and a proxy to which
Chromium sends whatever is not the site. What breaks a page's security policy, and what a script
says on the console, ends up in ``heard``.
"""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESK, PAGES, PHONE, QUIET, chromium, outside, violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

LISTEN = """addEventListener("securitypolicyviolation", event =>
    window.mingbaiHeard(event.effectiveDirective + " " + event.blockedURI + " " + event.sample));"""
KEPT = """async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie,
    ...(await indexedDB.databases()).map(one => one.name),
].filter(Boolean)"""
LOAD = """address => new Promise(done => {
    const picture = document.createElement("img");
    picture.onload = picture.onerror = done;
    picture.src = address;
    document.body.append(picture);
})"""
RUN = """() => {
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.ran = 'yes'";
    document.body.append(script);
    const button = document.createElement("button");
    button.setAttribute("onclick", "document.documentElement.dataset.ran = 'yes'");
    document.body.append(button);
    button.click();
    const drawn = document.createElement("p");
    drawn.setAttribute("style", "color: red");
    document.body.append(drawn);
    return document.documentElement.dataset.ran || "";
}"""
SCHEME = "document.body.dataset.mdColorScheme"
BOX = ".md-search__input"
ALONE = "--disable-features=AutofillServerCommunication"
"""Chromium by itself asks its maker about every form that it sees; that is not the page's doing."""

SEARCHED = ("front", "policy")
"""Pages on which something is searched for: the box and its scripts are the same on all others."""

PATIENCE = 50
"""Tenths of a second that a browser may take to tell what it stopped."""

every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


@dataclass
class Trap:
    """A proxy that keeps the first line of whatever it is asked, and answers nothing."""

    port: int
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def trap() -> Iterator[Trap]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = Trap(server.getsockname()[1])

        def wait() -> None:
            while True:
                try:
                    asking, _ = server.accept()
                except OSError:
                    return
                with asking:
                    asking.settimeout(2)
                    found.asked.append(asking.recv(2000).split(b"\r\n")[0].decode())

        threading.Thread(target=wait, daemon=True).start()
        yield found
        server.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def alone(browser: Browser) -> Iterator[Browser]:
    """A browser that asks nothing by itself."""
    started = browser.browser_type.launch(executable_path=chromium(), args=[*QUIET, ALONE])
    yield started
    started.close()


@dataclass
class Watched:
    """A browser's profile, what it asked for, and what was heard of it."""

    context: BrowserContext
    asked: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def new_page(self) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("console", self.hear)
        return page

    def hear(self, said: ConsoleMessage) -> None:
        """Keep a message; an icon that a page does not name is Chromium's own question."""
        if not said.location["url"].endswith("/favicon.ico"):
            self.heard.append(f"{said.type}: {said.text}")


@pytest.fixture
def watched(alone: Browser, trap: Trap) -> Iterator[Callable[..., Watched]]:
    contexts = []

    def opened(**settings: object) -> Watched:
        proxy = {"server": f"http://127.0.0.1:{trap.port}", "bypass": "127.0.0.1"}
        context = alone.new_context(proxy=proxy, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        found = Watched(context)
        context.on("request", lambda request: found.asked.append(request.url))
        context.expose_function("mingbaiHeard", lambda told: found.heard.append(told))  # noqa: PLW0108 - Playwright marks it
        context.add_init_script(LISTEN)
        return found

    yield opened
    for context in contexts:
        context.close()


def use(page: Page, *, searching: bool) -> None:
    """Do what a reader can do on any page: type size, colours, folded parts, the search."""
    for name in ("大字版", "换成深色", "换成浅色"):
        button = page.get_by_role("button", name=name)
        if button.count():
            button.first.click()
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    if searching:
        page.locator(BOX).click()
        page.keyboard.type("低保")
        page.locator(".md-search-result__link").first.wait_for(timeout=15000)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(300)


@pytest.mark.both_ways
@every_page
def test_nobody_else_is_asked_and_no_rule_is_broken(
    watched: Callable[..., Watched], trap: Trap, address: str, path: str
) -> None:
    profile = watched(viewport=DESK)
    page = profile.new_page()
    page.goto(address + path, wait_until="load")
    use(page, searching=path in [PAGES[name] for name in SEARCHED])

    assert address + path in profile.asked
    assert [] == outside(profile.asked, address)
    assert [] == trap.asked
    assert [] == profile.heard
    assert page.evaluate(KEPT) in ([], ["mingbai.large"])
    assert [] == profile.context.cookies()


def test_the_trap_hears_what_a_page_without_policy_asks(
    watched: Callable[..., Watched], trap: Trap
) -> None:
    profile = watched()
    page = profile.new_page()
    page.evaluate(LOAD, "http://elsewhere.example/picture.png")

    assert outside(profile.asked, "file:///")
    assert ["GET http://elsewhere.example/picture.png HTTP/1.1"] == trap.asked


@pytest.mark.both_ways
def test_every_policy_stops_what_gets_into_its_page(
    watched: Callable[..., Watched], trap: Trap, address: str
) -> None:
    profile = watched()
    page = profile.new_page()
    stopped = {"img-src", "script-src-elem", "script-src-attr", "style-src-attr"}
    for path in PAGES.values():
        page.goto(address + path, wait_until="load")
        page.evaluate(LOAD, "http://elsewhere.example/picture.png")
        ran = page.evaluate(RUN)
        for _ in range(PATIENCE):
            if stopped <= (broken := {one.split()[0] for one in profile.heard}):
                break
            page.wait_for_timeout(100)
        profile.heard.clear()

        assert (path, ran, trap.asked, stopped - broken) == (path, "", [], set())


@pytest.mark.both_ways
def test_the_size_of_type_is_kept_and_the_colours_last_as_long_as_the_tab(
    watched: Callable[..., Watched], address: str
) -> None:
    profile = watched(viewport=PHONE, color_scheme="light")
    page = profile.new_page()
    page.goto(address + PAGES["front"])
    page.get_by_role("button", name="大字版").click()
    page.get_by_role("button", name="换成深色").click()
    chosen = page.evaluate(SCHEME)
    page.goto(address + PAGES["policy"])
    other = profile.new_page()
    other.goto(address + PAGES["policy"])

    assert chosen == "slate"
    assert page.evaluate(SCHEME) == "slate"
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    assert other.evaluate(SCHEME) == "default"
    for one in (page, other):
        assert one.get_by_role("button", name="大字版").get_attribute("aria-pressed") == "true"
    assert other.evaluate(KEPT) == ["mingbai.large"]
    other.get_by_role("button", name="大字版").click()
    assert other.evaluate(KEPT) == []


def test_the_colours_follow_the_device_without_being_asked(
    watched: Callable[..., Watched], address: str
) -> None:
    page = watched(color_scheme="dark").new_page()
    page.goto(address + PAGES["policy"])
    dark = page.evaluate(SCHEME)
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="换成深色").wait_for()

    assert dark == "slate"
    assert page.evaluate(SCHEME) == "default"


@pytest.mark.parametrize(
    ("name", "scheme", "viewport"),
    [
        ("front", "light", PHONE),
        ("front", "dark", DESK),
        ("policy", "dark", PHONE),
        ("policy", "light", DESK),
    ],
    ids=["front-light-phone", "front-dark-desk", "policy-dark-phone", "policy-light-desk"],
)
def test_an_open_search_is_no_barrier(
    watched: Callable[..., Watched],
    address: str,
    name: str,
    scheme: str,
    viewport: dict[str, int],
) -> None:
    page = watched(viewport=viewport, color_scheme=scheme).new_page()
    page.goto(address + PAGES[name])
    page.locator("[data-mb-search]:visible, .md-search__input:visible").first.click()
    page.keyboard.type("低保")
    page.locator(".md-search-result__link").first.wait_for(timeout=15000)
    page.wait_for_timeout(400)

    assert [] == violations(page)
