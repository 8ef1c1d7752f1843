"""What a phone shows behind a printed code: over http and from a folder, scripts or none."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from mingbai.views.moved import MovedView
from mingbai.views.policy import policy_views
from tests.browser.conftest import WIDER, outside, violations
from tests.browser.served import plain
from tests.scan_pages import dialled, policy_page, whole_folder, with_villages
from tests.scan_pages import page as page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.conftest import Records

PAGES = {
    "policy": "s/23/index.html",
    "long": "s/24/index.html",
    "replace": "s/25/1/index.html",
    "usable": "s/25/2/index.html",
    "current": "s/25/4/index.html",
    "tombstone": "s/99/index.html",
    "ended": "s/99/3/index.html",
    "all": "s/index.html",
    "dialled": "s/called/23/index.html",
}
"""One page of each type."""
CODES = ("23", "24", "25", "26", "27", "28")
PHONE = {"width": 360, "height": 640}
ZOOMED = {"width": 180, "height": 320}
"""What a zoom of 200 per cent leaves of a phone's screen."""
VILLAGE = f"{PAGES['policy']}#101201"
EMPTY = ("101202", "101203", "101205", "101999", "001201", "10120", "1012011", "who", "x<b>")
"""Villages without a contact for the web, villages that are none, and words."""
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)

SMALL = """() => [...document.querySelectorAll('a, button, input:not([type=checkbox]), summary,'
  + ' #large + label')].filter(one => one.offsetParent).filter(one => {
    const box = one.getBoundingClientRect();
    return box.height < 43.9 || box.width < 43.9;
  }).map(one => one.outerHTML.slice(0, 80))"""
"""What is there to tap and smaller than a finger."""
TEXT_ZOOM = """share => {
  const all = [...document.querySelectorAll('body, body *')];
  const sizes = all.map(one => parseFloat(getComputedStyle(one).fontSize));
  all.forEach((one, at) => { one.style.fontSize = sizes[at] * share + 'px'; });
}"""
"""What WeChat on Android does to every text, whatever its unit."""
CUT = """() => [...document.querySelectorAll('body *')].filter(one => one.offsetParent
    && one.tagName !== 'INPUT'
    && (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline'))
  .map(one => one.outerHTML.slice(0, 80))"""
"""Boxes whose words reach out of them."""
REFUSED = "window.refused = []; addEventListener('securitypolicyviolation', event =>"
REFUSED += " window.refused.push(event.violatedDirective))"


@pytest.fixture(scope="session")
def folder(records: Records, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("scan")
    library = with_villages(records.library)
    files = whole_folder(records.library, records.scope)
    for policy in policy_views(library, records.scope):
        page = policy_page(dialled(policy), library, records.scope)
        page = page.replace('"../page.js"', '"../../page.js"').replace('"../icon', '"../../icon')
        files[f"s/called/{policy.code}/index.html"] = page.encode()
    moved = MovedView("示例", "这一页搬了地方。", "../new/index.html", (("steps", "怎么办？"),))
    files["policies/old/index.html"] = page_of(("moved", moved)).encode()
    files["policies/new/index.html"] = files["s/99/index.html"]
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


@pytest.fixture(scope="session")
def base(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    if request.param == "file":
        yield f"{folder.as_uri()}/"
    else:
        with plain(folder) as address:
            yield address


@contextmanager
def phone(browser: Browser, base: str) -> Iterator[Callable[..., Page]]:
    """Open a page on a phone in a fresh profile; ``said`` lists what the browser complains of.

    A page is loaded when the scripts that it asked for have run.
    """
    contexts = []

    def opens(path: str, **settings: object) -> Page:
        context = browser.new_context(**{"viewport": PHONE, **settings})  # type: ignore[arg-type]
        contexts.append(context)
        context.add_init_script(REFUSED)
        page = context.new_page()
        page.requests, page.said = [], []  # type: ignore[attr-defined]
        page.on("request", lambda one: page.requests.append(one.url))  # type: ignore[attr-defined]
        page.on("console", lambda one: page.said.append(one.text))  # type: ignore[attr-defined]
        page.on("pageerror", lambda one: page.said.append(str(one)))  # type: ignore[attr-defined]
        page.goto(base + path, wait_until="load")
        return page

    yield opens
    for context in contexts:
        context.close()


@pytest.fixture
def opened(browser: Browser, base: str) -> Iterator[Callable[..., Page]]:
    """Open a page over http, and from the disk."""
    with phone(browser, base) as opens:
        yield opens


@pytest.fixture
def shown(browser: Browser, folder: Path) -> Iterator[Callable[..., Page]]:
    """Open a page from the disk: how it looks does not depend on where it comes from."""
    with phone(browser, f"{folder.as_uri()}/") as opens:
        yield opens


def village(page: Page) -> str:
    """Return what a page says of the village, nothing while it says nothing."""
    block = page.locator("#village")
    return block.inner_text().replace("\n\n", "\n") if block.is_visible() else ""


@pytest.mark.both_ways
@every_page
def test_nothing_is_refused_and_nobody_else_is_asked(
    opened: Callable[..., Page], base: str, path: str
) -> None:
    page = opened(f"{path}#101201")
    page.locator("#large + label").click()

    assert page.said == []  # type: ignore[attr-defined]
    assert page.evaluate("window.refused") == []
    assert outside(page.requests, base) == []  # type: ignore[attr-defined]
    assert len(page.requests) <= 4  # type: ignore[attr-defined]


@pytest.mark.both_ways
def test_what_is_not_ours_is_refused(opened: Callable[..., Page]) -> None:
    page = opened(PAGES["policy"])
    page.evaluate(
        "() => { const style = document.createElement('style'); style.textContent = 'p{color:red}';"
        " document.head.append(style); const script = document.createElement('script');"
        " script.textContent = 'window.broken = 1'; document.head.append(script);"
        " fetch('index.html').catch(() => 0); new Image().src = 'https://other.example/x.png'; }"
    )
    page.wait_for_function("window.refused.length >= 4")

    assert {"style-src-elem", "script-src-elem", "connect-src", "img-src"} == set(
        page.evaluate("window.refused")
    )
    assert page.evaluate("window.broken") is None


@every_page
def test_no_accessibility_violation(shown: Callable[..., Page], path: str) -> None:
    page = shown(f"{path}#101201")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for scheme in ("light", "dark", "dark", "light"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for viewport in (PHONE, ZOOMED):
            page.set_viewport_size(viewport)  # type: ignore[arg-type]
            assert [] == violations(page), (scheme, viewport)
        if scheme == "dark":
            page.locator("#large + label").click()


@every_page
def test_a_page_is_never_wider_than_the_phone(shown: Callable[..., Page], path: str) -> None:
    page = shown(f"{path}#101201", viewport={"width": 320, "height": 640})
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert page.evaluate(WIDER) <= 0

    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(WIDER) <= 0
    assert [] == page.evaluate(CUT)

    page.locator("#large + label").click()
    assert page.evaluate(WIDER) <= 0
    assert [] == page.evaluate(CUT)


@every_page
def test_it_reads_at_a_zoom_of_200_per_cent(shown: Callable[..., Page], path: str) -> None:
    page = shown(f"{path}#101201", viewport=ZOOMED)

    assert page.evaluate(WIDER) <= 0


@every_page
def test_it_reads_in_the_largest_type_of_wechat(shown: Callable[..., Page], path: str) -> None:
    page = shown(f"{path}#101201")
    before = page.locator("h1").evaluate("one => one.getBoundingClientRect().height")
    page.evaluate(TEXT_ZOOM, 1.75)

    assert page.locator("h1").evaluate("one => one.getBoundingClientRect().height") > before
    assert page.evaluate(WIDER) <= 0
    assert [] == page.evaluate(CUT)


@every_page
def test_what_is_tapped_is_as_large_as_a_finger(shown: Callable[..., Page], path: str) -> None:
    page = shown(f"{path}#101201")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")

    assert [] == page.evaluate(SMALL)


@pytest.mark.parametrize("folder_of", ["s", "s/called"])
@pytest.mark.parametrize("code", CODES)
def test_the_first_screen_holds_all_that_is_asked_first(
    shown: Callable[..., Page], folder_of: str, code: str
) -> None:
    page = shown(f"{folder_of}/{code}/index.html")
    ends = page.eval_on_selector_all(
        "h1, .answer, #who, .first li, .desk p, .desk .call",
        "all => all.filter(one => one.offsetParent).map(one => one.getBoundingClientRect().bottom)",
    )

    assert len(ends) >= 9
    assert max(ends) <= PHONE["height"]


@pytest.mark.both_ways
def test_a_village_is_shown_its_own_contact(opened: Callable[..., Page]) -> None:
    page = opened(VILLAGE)

    assert village(page).split("\n") == [
        "本村（居）联系人 示例镇示例201村",
        "张示例201",
        "打电话0537-1000201",
        "工作日 8:30—17:00，2026 年 10 月 1 日核对",
    ]
    assert page.locator("#village a").get_attribute("href") == "tel:0537-1000201"
    assert page.locator("#village").bounding_box()["y"] < PHONE["height"]  # type: ignore[index]


def test_a_number_nobody_asked_after_is_no_button(opened: Callable[..., Page]) -> None:
    page = opened(f"{PAGES['policy']}#101204")

    assert "0537-1000204" in village(page)
    assert "没有核对" in village(page)
    assert not page.locator("#village a").is_visible()


def test_a_fragment_without_a_contact_changes_nothing(opened: Callable[..., Page]) -> None:
    plain = opened(PAGES["policy"]).locator("body").inner_text()
    for fragment in EMPTY:
        page = opened(f"{PAGES['policy']}#{fragment}")

        assert (village(page), fragment) == ("", fragment)
        assert page.locator("body").inner_text() == plain
        assert page.said == []  # type: ignore[attr-defined]
        page.context.close()


@pytest.mark.both_ways
def test_an_unknown_township_changes_nothing(opened: Callable[..., Page]) -> None:
    page = opened(f"{PAGES['policy']}#999201")

    assert village(page) == ""
    assert page.locator("h1").is_visible()


@pytest.mark.both_ways
def test_another_fragment_shows_the_other_village(opened: Callable[..., Page]) -> None:
    page = opened(VILLAGE)
    assert "示例201村" in village(page)

    page.evaluate("location.hash = '#steps'")
    assert "示例201村" in village(page)

    page.evaluate("location.hash = '#101204'")
    page.get_by_text("示例204村").wait_for()


@pytest.mark.both_ways
def test_words_of_a_village_stay_words(opened: Callable[..., Page]) -> None:
    page = opened(f"{PAGES['policy']}#101206")

    assert "<img src=x onerror=alert(1)>村" in village(page)
    assert "</script>示例" in village(page)
    assert page.locator("#village img").count() == 0
    assert page.said == []  # type: ignore[attr-defined]


def test_an_edition_shows_the_village_too(opened: Callable[..., Page]) -> None:
    assert "示例201村" in village(opened(f"{PAGES['replace']}#101201"))


@every_page
def test_everything_is_there_without_scripts(shown: Callable[..., Page], path: str) -> None:
    page = shown(f"{path}#101201", java_script_enabled=False)
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    before = page.locator("h1").evaluate(size)
    page.locator("#large + label").click()

    assert page.locator("h1").evaluate(size) > before * 1.3
    assert page.locator("#village:visible").count() == 0
    if path == PAGES["policy"]:
        assert page.get_by_text("鼓楼街道").first.is_visible()
        page.locator("details").first.locator("summary").click()
        assert page.locator("details").first.locator("li").first.is_visible()


@pytest.mark.both_ways
def test_the_type_size_is_remembered_and_nothing_else(opened: Callable[..., Page]) -> None:
    page = opened(VILLAGE)
    page.locator("#large + label").click()
    page.reload()
    kept = "JSON.stringify([Object.entries(localStorage), document.cookie, sessionStorage.length])"

    assert page.locator("#large").is_checked()
    assert page.evaluate(kept) == '[[["mingbai.large","1"]],"",0]'

    page.locator("#large + label").click()

    assert page.evaluate(kept) == '[[],"",0]'


def test_the_switch_is_worked_by_keyboard(shown: Callable[..., Page]) -> None:
    page = shown(PAGES["policy"])
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    outline = page.locator("#large + label").evaluate("one => getComputedStyle(one).outlineStyle")

    assert page.locator("#large").is_checked()
    assert outline == "solid"


@pytest.mark.parametrize("typed", ["23", "２３", " 2 3", "编号23", "23-7"])
def test_a_typed_code_opens_its_policy(opened: Callable[..., Page], base: str, typed: str) -> None:
    page = opened(PAGES["all"])
    page.locator("#code").fill(typed)
    page.locator("#box button").click()
    page.wait_for_url(f"{base}s/23/index.html")

    assert "最低生活保障" in page.locator("h1").inner_text()


@pytest.mark.parametrize("typed", ["99", "2", "230", "<b>"])
def test_a_code_that_no_paper_carries_is_said(opened: Callable[..., Page], typed: str) -> None:
    page = opened(PAGES["all"])
    page.locator("#code").fill(typed)
    page.keyboard.press("Enter")

    assert typed in page.get_by_role("alert").inner_text()
    assert page.evaluate("document.activeElement.id") == "code"


@pytest.mark.both_ways
def test_without_scripts_the_box_leads_to_the_list(opened: Callable[..., Page], base: str) -> None:
    page = opened(PAGES["all"], java_script_enabled=False)
    page.locator("#code").fill("23")
    page.locator("#box button").click()
    page.wait_for_load_state()

    assert page.url.split("?")[0] == f"{base}s/index.html"
    assert page.locator('a[href="23/index.html"]').first.is_visible()


@pytest.mark.both_ways
@pytest.mark.parametrize("scripts", ["on", "off"])
def test_a_page_that_moved_leads_on(opened: Callable[..., Page], base: str, scripts: str) -> None:
    page = opened("policies/old/index.html#steps", java_script_enabled=scripts == "on")
    page.wait_for_url(f"{base}policies/new/index.html*")

    assert page.url.endswith("#steps") or scripts == "off"
