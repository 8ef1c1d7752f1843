"""The pages of a speaker: a prompter that needs nobody, a quiz that tells nobody, no barrier."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from tests.browser.conftest import COLOURS, DESK, LEVELS, PHONE, WIDER, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

TALK = "talks/dibao/index.html"
LONG = "talks/wangge-peixun/index.html"
QUIZ = "talks/dibao/quiz/index.html"
TEXTS = "narration/dibao/index.html"
LISTS = ("talks/index.html", "narration/index.html")
ON = ("ArrowRight", "ArrowDown", "Space", "Enter", "PageDown")
BACK = ("ArrowLeft", "ArrowUp", "PageUp")
START = "2026-11-21T09:00:00Z"
LOCK = """() => {
    window.asked = 0;
    const held = {
        release() { window.asked = -1; },
        addEventListener(name, lost) { window.lose = lost; },
    };
    Object.defineProperty(navigator, "wakeLock", {value: {request() {
        window.asked += 1;
        return Promise.resolve(held);
    }}});
}"""
NO_LOCK = 'Object.defineProperty(navigator, "wakeLock", {value: undefined});'


def prompt(page: Page) -> None:
    page.get_by_role("button", name="提词").click()


def place(page: Page) -> int:
    """Return which piece is shown, counted from 1."""
    return int(page.locator("[data-mb-count]").inner_text().split("/")[0])


def asked(page: Page) -> list[str]:
    """Return what a page asked for since it was looked at last, but its icon."""
    return [one for one in page.requests if "favicon" not in one]  # type: ignore[attr-defined]


def answer(page: Page, letters: str) -> None:
    for number, letter in enumerate(letters, 1):
        page.locator(f"input[name=q{number}][value={letter}]").check()
    page.get_by_role("button", name="看成绩").click()


def rights(page: Page) -> str:
    """Return the right letters in order."""
    found: str = page.eval_on_selector_all(
        ".mb-quiz__asked", "all => all.map(one => one.dataset.right).join('')"
    )
    return found


@pytest.mark.both_ways
def test_a_tap_goes_on_and_one_in_the_upper_left_corner_goes_back(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(TALK, viewport=PHONE, has_touch=True)
    prompt(page)
    seen = [place(page)]
    for at in ((300, 300), (60, 600), (300, 600), (60, 200)):
        page.touchscreen.tap(*at)
        seen.append(place(page))

    assert seen == [1, 2, 3, 4, 3]


@pytest.mark.both_ways
def test_keys_and_a_clicker_go_on_and_back_with_the_network_off(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(TALK, viewport=PHONE)
    page.context.set_offline(True)
    page.requests.clear()  # type: ignore[attr-defined]
    prompt(page)
    for number, key in enumerate(ON, 2):
        page.keyboard.press(key)
        assert place(page) == number, key
    for number, key in enumerate(BACK, 1):
        page.keyboard.press(key)
        assert place(page) == len(ON) + 1 - number, key
    page.keyboard.press("F5")
    page.keyboard.press("Home")

    assert place(page) == 1
    assert asked(page) == []
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    assert page.evaluate("document.activeElement.innerText") == "提词"


def test_every_word_of_the_talk_is_shown_in_turn(open_page: Callable[..., Page]) -> None:
    page = open_page(TALK, viewport=DESK)
    written = page.eval_on_selector_all(
        ".mb-say > span", "all => all.map(one => one.textContent).join('')"
    )
    prompt(page)
    shown = ""
    for number in range(1, 100):
        shown += page.locator("[data-mb-now]").inner_text()
        page.keyboard.press("PageDown")
        if place(page) == number:
            break

    assert shown == written
    assert page.locator("[data-mb-next]").inner_text() == "讲完了"


def test_a_full_stop_makes_the_screen_black_and_any_key_only_brings_it_back(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(TALK, viewport=PHONE)
    prompt(page)
    black = page.locator("[data-mb-blank]")
    for key in (".", "PageDown", "Enter", "PageUp"):
        page.keyboard.press("b")
        assert black.is_visible()
        page.keyboard.press(key)
        assert (black.is_visible(), place(page)) == (False, 1), key


def test_words_too_large_for_the_screen_are_shown_to_their_end_first(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(TALK, viewport={"width": 360, "height": 480})
    prompt(page)
    for _ in range(5):
        page.get_by_role("button", name="字大一点").click()
    page.get_by_role("button", name="下一句").click()
    assert place(page) == 1
    assert page.eval_on_selector("[data-mb-stage]", "one => one.scrollTop") > 0
    for _ in range(9):
        page.get_by_role("button", name="下一句").click()

    assert place(page) > 1


def test_words_are_readable_at_arms_length(open_page: Callable[..., Page]) -> None:
    page = open_page(TALK, viewport=PHONE)
    prompt(page)
    size = page.eval_on_selector(
        "[data-mb-now]", "one => parseFloat(getComputedStyle(one).fontSize)"
    )
    targets = page.eval_on_selector_all(
        ".mb-prompter button",
        "all => all.map(one => one.getBoundingClientRect()).map(one => [one.width, one.height])",
    )

    assert size >= 36
    assert min(side for one in targets for side in one) >= 44
    assert page.evaluate(WIDER) <= 0


def test_the_clock_tells_what_is_spent_and_left_and_how_far_it_went_over(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("talks/index.html", viewport=PHONE)
    page.clock.install(time=START)
    page.goto(page.url.replace("talks/index.html", TALK))
    minutes = int(page.locator("[data-minutes]").get_attribute("data-minutes") or 0)
    prompt(page)
    clock = page.locator(".mb-prompter__time")
    page.clock.run_for(65_000)
    assert clock.inner_text().split() == ["已讲", "1:05", "还剩", f"{minutes - 2}:55"]
    page.clock.run_for(minutes * 60_000)

    assert clock.inner_text().split() == ["已讲", f"{minutes + 1}:05", "超了", "1:05"]


def test_the_progress_of_each_section_is_drawn_as_wide_as_it_is_long(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(LONG, viewport=DESK)
    prompt(page)
    bars = "[...document.querySelectorAll('.mb-prompter__bar > span')]"
    seconds = page.eval_on_selector_all(
        "[data-seconds]", "all => all.map(one => Number(one.dataset.seconds))"
    )
    widths = page.evaluate(f"{bars}.map(one => one.offsetWidth)")
    for _ in range(5):
        page.keyboard.press("PageDown")
    page.wait_for_timeout(300)
    done = page.evaluate(f"{bars}.map(one => one.firstChild.offsetWidth / one.offsetWidth)")

    assert len(seconds) > 3
    for wide, long in zip(widths, seconds, strict=True):
        assert abs(wide / sum(widths) - long / sum(seconds)) < 0.01
    assert done[0] == 1
    assert 0 < done[1] < 1
    assert done[-1] == 0


@pytest.mark.both_ways
def test_a_talk_loaded_again_goes_on_where_it_was_and_keeps_nothing_else(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(TALK, viewport=PHONE)
    prompt(page)
    for _ in range(6):
        page.keyboard.press("PageDown")
    page.reload()
    assert page.get_by_role("dialog").is_visible()
    assert place(page) == 7
    assert page.evaluate("Object.keys(sessionStorage)") == ["mingbai.talk.dibao"]
    assert page.evaluate("Object.keys(localStorage)") == []
    page.go_back()

    assert not page.get_by_role("dialog").is_visible()
    assert page.url.endswith(TALK)


@pytest.mark.parametrize("kept", [True, False])
def test_the_screen_stays_awake_where_the_browser_can_and_nothing_fails_where_not(
    open_page: Callable[..., Page], *, kept: bool
) -> None:
    page = open_page("talks/index.html", viewport=PHONE)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.context.add_init_script(f"({LOCK})()" if kept else NO_LOCK)
    page.goto(page.url.replace("talks/index.html", TALK))
    prompt(page)
    again = "() => document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate(again)
    if kept:
        page.evaluate("window.lose()")
        page.evaluate(again)
    count = page.evaluate("window.asked")
    page.get_by_role("button", name="退出").click()

    assert count == (2 if kept else None)
    assert page.evaluate("window.asked") == (-1 if kept else None)
    assert wrong == []


def test_the_keyboard_cannot_leave_the_prompter(open_page: Callable[..., Page]) -> None:
    page = open_page(TALK, viewport=DESK)
    prompt(page)
    kept = page.locator("body > [inert]").count()
    page.evaluate("document.querySelectorAll('[inert]').forEach(one => { one.inert = false; })")
    stops = page.locator(".mb-prompter button").count() + 1
    where = "document.activeElement.closest('.mb-prompter') && document.activeElement.outerHTML"
    for key in ("Tab", "Shift+Tab"):
        seen = []
        for _ in range(stops):
            page.keyboard.press(key)
            seen.append(page.evaluate(where))
        assert None not in seen
        assert len(set(seen)) == stops

    assert kept > 0


def test_without_scripts_the_whole_text_is_there_with_its_articles(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(TALK, java_script_enabled=False, viewport=PHONE)

    assert page.locator(".mb-say:visible").count() > 30
    assert page.get_by_role("button", name="提词").count() == 0
    assert not page.locator(".mb-outline").is_visible()
    page.locator(".mb-marks a").first.click()
    assert re.search(r"/legal-basis/index\.html#d\d+$", page.url)
    assert page.locator(":target").count() == 1


@pytest.mark.parametrize("path", [TALK, LONG, "talks/yuanba-hui/index.html"])
def test_printed_it_is_the_outline_on_two_pages_at_the_most(
    open_page: Callable[..., Page], path: str
) -> None:
    page = open_page(path)
    made = page.pdf(format="A4", prefer_css_page_size=True)
    page.emulate_media(media="print")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        pages = len(pdf.pages)

    assert pages <= 2
    assert page.locator(".mb-outline").is_visible()
    assert not page.locator(".mb-script").is_visible()
    assert float(page.eval_on_selector(".mb-outline", SIZE)) >= 12 - 0.01


SIZE = "one => parseFloat(getComputedStyle(one).fontSize)"
"""Pixels of a page on paper: 12 are 9 pt."""


def see(page: Page, view: str) -> None:
    if view:
        page.get_by_role("button", name=view).click()


@pytest.mark.parametrize("view", ["提纲", "讲稿", "提词"])
def test_no_view_of_a_talk_is_a_barrier(open_page: Callable[..., Page], view: str) -> None:
    page = open_page(TALK, viewport=PHONE, color_scheme="light")
    see(page, view)
    assert [] == violations(page, LEVELS)
    page.emulate_media(color_scheme="dark")
    assert [] == violations(page, COLOURS)
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    assert [] == violations(page, LEVELS)
    if view == "提词":
        page.get_by_role("button", name="亮底").click()
        assert [] == violations(page, COLOURS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_quiz_and_no_list_is_a_barrier(open_page: Callable[..., Page], scheme: str) -> None:
    page = open_page(QUIZ, viewport=PHONE, color_scheme=scheme)
    assert [] == violations(page)
    answer(page, "AAAAA")
    assert [] == violations(page)
    for path in (TEXTS, *LISTS):
        assert [] == violations(open_page(path, viewport=PHONE, color_scheme=scheme)), path


@pytest.mark.parametrize("path", [TALK, LONG, QUIZ, TEXTS, *LISTS])
def test_nothing_is_wider_than_a_small_phone(open_page: Callable[..., Page], path: str) -> None:
    page = open_page(path, viewport={"width": 320, "height": 640})

    assert page.evaluate(WIDER) <= 0


@pytest.mark.both_ways
def test_the_quiz_scores_on_the_device_and_asks_nobody(open_page: Callable[..., Page]) -> None:
    page = open_page(QUIZ, viewport=PHONE)
    page.requests.clear()  # type: ignore[attr-defined]
    said = page.locator("[data-mb-said]")
    right = rights(page)
    page.get_by_role("button", name="看成绩").click()
    assert said.inner_text() == "还有 5 题没有选。"
    answer(page, "".join("B" if one == "A" else "A" for one in right[:2]) + right[2:])

    assert said.inner_text() == "答对 3 题，共 5 题。"
    told = page.locator("[data-mb-told]:visible")
    assert told.count() == 5
    assert told.locator("a[href*='legal-basis/']").count() >= 5
    assert told.first.inner_text().startswith(f"不对。正确答案：{right[0]}")
    page.get_by_role("button", name="再做一次").click()
    assert page.locator("[data-mb-told]:visible, input:checked, input:disabled").count() == 0
    answer(page, right)
    assert said.inner_text() == "答对 5 题，共 5 题。"
    assert asked(page) == []
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []


def test_without_scripts_the_answers_stand_at_the_end(open_page: Callable[..., Page]) -> None:
    page = open_page(QUIZ, java_script_enabled=False, viewport=PHONE)
    page.get_by_text("看正确答案").click()

    assert page.locator("[data-mb-answers] li:visible").count() == 5
    assert not page.get_by_role("button", name="看成绩").is_visible()


@pytest.mark.both_ways
def test_a_text_is_copied_as_it_stands(open_page: Callable[..., Page]) -> None:
    page = open_page(TEXTS, viewport=PHONE)
    wanted = page.locator("#aired-1-text p").all_inner_texts()
    page.evaluate(
        "document.addEventListener('copy', () => { window.copied = document.activeElement.value; })"
    )
    page.get_by_role("button", name="复制：村广播 60 秒").click()

    assert page.evaluate("window.copied") == "\n".join(wanted)
    assert "复制好了" in page.locator(".mb-copy").first.inner_text()
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="复制：短信").click()
    assert (
        page.evaluate("getSelection().toString().trim()")
        == page.locator("#sms-text").inner_text().strip()
    )


def test_residents_do_not_find_what_is_for_speakers(open_page: Callable[..., Page]) -> None:
    page = open_page("index.html", viewport=DESK)
    page.locator(".md-search__input").click()
    page.keyboard.type("低保 宣讲")
    page.locator(".md-search-result__link").first.wait_for(timeout=15000)
    found = page.eval_on_selector_all(
        ".md-search-result__link", "all => all.map(one => new URL(one.href).pathname)"
    )

    assert found
    assert [] == [one for one in found if "/talks/" in one or "/narration/" in one]
