"""The pages behind printed codes: small, whole, allowed by one hash, and true to the records."""

from __future__ import annotations

import base64
import dataclasses
import gzip
import hashlib
import html
import json
import posixpath
import re
from typing import TYPE_CHECKING

import pytest

from mingbai.outputs import scan
from mingbai.views.policy import policy_views
from mingbai.views.village_contacts import region_townships, village_contacts
from tests.scan_pages import (
    NOTICES,
    VILLAGES,
    dialled,
    policy_page,
    tombstone,
    village,
    whole_folder,
    with_villages,
)

if TYPE_CHECKING:
    from mingbai.views.policy import PolicyView
    from tests.conftest import Records

MOST_PACKED = 14_600
"""Bytes of the first ten packets: what arrives with the first answer of a server."""
MOST_RAW = 60_000
EIGHT = ["what", "who", "not-who", "amount", "bring", "steps", "after", "ask"]
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
SECURITY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
LINK = re.compile(r'(?:href|src|action)="([^"]+)"')
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def folder(records: Records) -> dict[str, bytes]:
    return whole_folder(records.library, records.scope)


@pytest.fixture(scope="module")
def pages(folder: dict[str, bytes]) -> dict[str, str]:
    return {path: one.decode() for path, one in folder.items() if path.endswith(".html")}


@pytest.fixture
def policy(records: Records) -> PolicyView:
    return next(one for one in policy_views(records.library, records.scope) if one.code == "23")


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def told(page: str) -> str:
    """Return what a page says, without markup and space."""
    return bare(html.unescape(TAG.sub("", page.split("<body>")[1])))


def test_every_page_arrives_with_the_first_packets(pages: dict[str, str]) -> None:
    assert len(pages) >= 13
    for path, page in pages.items():
        assert len(gzip.compress(page.encode(), 9)) <= MOST_PACKED, path
        assert len(page.encode()) <= MOST_RAW, path


def test_one_style_block_stands_in_all_pages_and_its_hash_allows_it(pages: dict[str, str]) -> None:
    styles = {style for page in pages.values() for style in STYLE.findall(page)}
    policies = {rule for page in pages.values() for rule in SECURITY.findall(page)}
    digest = base64.b64encode(hashlib.sha256(min(styles).encode()).digest()).decode()

    assert len(styles) == 1
    assert all(page.count("<style") == 1 for page in pages.values())
    allowed = f"style-src 'sha256-{digest}'; img-src 'self'; script-src 'self'"
    assert policies == {f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'self'"}
    assert all(page.index("http-equiv") < page.index("<style") for page in pages.values())


def test_nothing_in_a_page_needs_more_than_that(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        assert not re.search(r"\s(style|on[a-z]+)=", page.split("</style>")[1]), path
        up = posixpath.relpath("s", posixpath.dirname(path))
        up = "" if up == "." else f"{up}/"
        assert re.findall(r"<script[^>]*>", page) == [f'<script src="{up}page.js" defer>'], path
        assert re.findall(r"<link[^>]*>", page) == [f'<link rel="icon" href="{up}icon.png">'], path
        assert not re.search(r"<(img|iframe|object|base|svg)\b", page), path
        assert "url(" not in page
        assert "@import" not in page


def test_links_are_relative_and_end_on_a_file(
    folder: dict[str, bytes], pages: dict[str, str]
) -> None:
    for path, page in pages.items():
        for link in LINK.findall(page.split("</style>")[1]):
            if link.startswith(("#", "tel:")):
                continue
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
            inside = whole in folder or whole.startswith(("policies/", "overview/"))

            assert re.search(r"\.(html|png|js)$", link), f"{path}: {link}"
            assert inside, f"{path}: {link}"


def test_anchors_lead_somewhere(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        anchors = re.findall(r'id="([^"]+)"', page)

        assert len(anchors) == len(set(anchors)), path
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors), path


def test_a_policy_keeps_the_anchors_of_the_eight_questions(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        if re.fullmatch(r"s/2\d(/\d)?/index\.html", path):
            assert [one for one in re.findall(r'id="([^"]+)"', page) if one in EIGHT] == EIGHT


def test_alone_on_a_portal_no_page_leads_out_of_the_folder(records: Records) -> None:
    targets = list(scan.standing_alone(records.library, records.scope))
    whole = [one.path for one in scan.plan(records.library, records.scope, {})]
    paths = {one.path for one in targets}
    found = 0
    for one in targets:
        content = b"" if one.path.endswith(".png") else scan.render(one)
        assert isinstance(content, bytes)
        for link in LINK.findall(content.decode().split("</style>")[-1]):
            if one.path.endswith(".html") and not link.startswith(("#", "tel:")):
                found += 1
                near = posixpath.join(posixpath.dirname(one.path), link)
                assert posixpath.normpath(near) in paths, f"{one.path}: {link}"

    assert whole == [one.path for one in targets]
    assert found >= 20


def test_the_first_screen_holds_what_is_asked_first(records: Records, policy: PolicyView) -> None:
    page = policy_page(policy, records.library, records.scope)
    first = told(page.split("<nav")[0])
    shown = [one.short for one in policy.conditions.all if one.short][:5]

    assert policy.name in first
    assert policy.answer in first
    assert len(shown) == 5
    assert all(one in first for one in shown)
    assert policy.accepts.name in first
    assert all(bare(one.text) in told(page) for one in policy.conditions.all)


def test_conditions_without_a_short_form_stand_there_whole(
    records: Records, policy: PolicyView
) -> None:
    lines = tuple(dataclasses.replace(one, short="") for one in policy.conditions.all)
    conditions = dataclasses.replace(policy.conditions, first=lines, rest=())
    page = policy_page(
        dataclasses.replace(policy, conditions=conditions), records.library, records.scope
    )

    assert lines[0].text in told(page.split("<nav")[0])


def test_a_number_is_a_button_once_somebody_dialled_it(
    records: Records, policy: PolicyView
) -> None:
    unsure = policy_page(policy, records.library, records.scope)
    sure = policy_page(dialled(policy), records.library, records.scope)
    silent = policy_page(dataclasses.replace(policy, ask=()), records.library, records.scope)

    assert "tel:" not in unsure
    assert "12345未拨测" in told(unsure.split("<nav")[0])
    assert 'class="go call" href="tel:0537-1000009"' in sure.split("<nav")[0]
    assert "未拨测" not in told(sure.split("<nav")[0])
    assert "未拨测" not in told(silent.split("<nav")[0])


def test_a_draft_says_so_twice_and_a_reviewed_page_does_not(
    records: Records, policy: PolicyView
) -> None:
    draft = told(policy_page(policy, records.library, records.scope).split("<nav")[0])
    plain = told(policy_page(dialled(policy), records.library, records.scope).split("<nav")[0])

    assert "未审核" in draft
    assert policy.draft in draft
    assert "审核" not in plain


@pytest.mark.parametrize("number", NOTICES)
def test_an_edition_opens_with_what_became_of_the_paper(
    records: Records, policy: PolicyView, number: int
) -> None:
    notice = NOTICES[number]
    page = policy_page(policy, records.library, records.scope, notice)
    opened = page.split("<main>")[1].split('<p class="answer"')[0]

    assert told(f"<body>{opened}").startswith(bare(notice.words))
    assert all(change.text in opened for change in notice.changes)
    assert notice.todo in opened
    assert f'class="notice {notice.state}"' in opened
    assert opened.count("换新") == sum(one.replace for one in notice.changes)
    assert '<meta name="robots" content="noindex">' in page


def test_only_an_edition_is_kept_from_search_engines(pages: dict[str, str]) -> None:
    hidden = {path for path, page in pages.items() if "noindex" in page}

    assert hidden == {path for path in pages if path.count("/") == 3 or path == "s/99/index.html"}
    assert len(hidden) == len(NOTICES) + 2


def test_warm_red_is_for_what_is_not_covered_and_what_must_be_replaced(
    pages: dict[str, str],
) -> None:
    style = STYLE.findall(pages["s/index.html"])[0]
    warm = [
        rule
        for rule in re.findall(r"([^{}]+)\{[^{}]*--mb-warm[^{}]*\}", style)
        if "root" not in rule
    ]
    names = {name for rule in warm for name in re.findall(r"\.([a-z]+)", rule)}

    assert names == {"list", "not", "replace", "ended", "said", "tag", "new"}


def test_a_tombstone_names_what_took_the_place(policy: PolicyView) -> None:
    page = tombstone(policy)

    assert "2026年7月1日起停办" in told(page)
    assert "由镇街转过去" in told(page)
    assert f'href="../{policy.code}/index.html"' in page
    assert policy.name in page
    assert policy.answer in page
    assert 'href="tel:0537-1000009"' in page
    assert 'href="../index.html"' in page
    assert NOTICES[9].words in tombstone(policy, NOTICES[9])
    assert f'href="../../{policy.code}/index.html"' in tombstone(policy, NOTICES[9])


def test_words_of_a_record_never_turn_into_markup(records: Records, policy: PolicyView) -> None:
    odd = dataclasses.replace(policy, answer='<b onclick="x">粗</b> & {{ 7 }}')
    page = policy_page(odd, records.library, records.scope)

    assert "&lt;b onclick=&#34;x&#34;&gt;粗&lt;/b&gt; &amp; {{ 7 }}" in page


def scripts(folder: dict[str, bytes]) -> dict[str, dict[str, dict[str, object]]]:
    """Return the villages that each township's script holds."""
    found = {}
    for path, content in folder.items():
        if path.startswith("s/v/"):
            call = re.fullmatch(r'mingbaiVillages\("(\d{3})",(.*)\);\n', content.decode())
            assert call, path
            assert path == f"s/v/{call[1]}.js"
            found[call[1]] = json.loads(call[2])
    return found


def test_only_contacts_marked_for_the_web_reach_it(folder: dict[str, bytes]) -> None:
    written = scripts(folder)
    everything = b"\n".join(folder.values()).decode("utf-8", "ignore")

    assert sorted(written["101"]) == ["201", "204", "206"]
    assert written["101"]["201"] == {
        "place": "示例镇示例201村",
        "contact": "张示例201",
        "phone": "0537-1000201",
        "checked": True,
        "note": "工作日 8:30—17:00，2026 年 10 月 1 日核对",
    }
    for one in VILLAGES:
        if one.publish != "网":
            assert one.name not in everything
            assert (one.contact or "?") not in everything
            assert (one.phone or "?") not in everything


def test_a_number_nobody_asked_after_says_so(folder: dict[str, bytes]) -> None:
    one = scripts(folder)["101"]["204"]

    assert one["checked"] is False
    assert "没有核对" in str(one["note"])


def test_every_township_has_a_script_so_that_no_paper_asks_for_a_missing_one(
    folder: dict[str, bytes], records: Records
) -> None:
    towns = records.library.region_by_code[records.scope.region].townships

    assert {one.code[-3:] for one in towns} | {"101"} == set(scripts(folder))


def test_nothing_in_a_script_ends_it(folder: dict[str, bytes]) -> None:
    text = folder["s/v/101.js"].decode()

    assert scripts(folder)["101"]["206"]["contact"] == "</script>示例"
    assert not set(text) & set("<>&\u2028\u2029")


def test_two_villages_with_the_same_last_digits_show_no_contact(records: Records) -> None:
    other = village(201, "网", code="370811101201", township_code="370811101")
    both = dataclasses.replace(records.library, villages=(VILLAGES[0], other))
    city = dataclasses.replace(records.scope, region="370800")

    assert village_contacts(both, city) == {"101": ()}
    assert village_contacts(both, records.scope)["101"][0][0] == "201"


def test_townships_are_listed_for_readers_without_a_village(
    records: Records, policy: PolicyView
) -> None:
    town = records.library.region_by_code["370812"].townships[0]
    known = town.model_copy(update={"window": "示例街 1 号"})
    region = records.library.region_by_code["370812"]
    changed = region.model_copy(update={"townships": (known, *region.townships[1:])})
    others = tuple(one for one in records.library.regions if one is not region)
    library = dataclasses.replace(with_villages(records.library), regions=(*others, changed))
    page = told(policy_page(policy, library, records.scope))

    assert [one.name for one in region_townships(library, records.scope).known] == [town.name]
    assert f"{town.name}示例街1号" in page
    assert f"：{region.townships[1].name}、" in page


def test_the_script_places_text_and_asks_nobody(folder: dict[str, bytes]) -> None:
    text = re.sub(r"/\*.*?\*/", "", folder["s/page.js"].decode(), flags=re.DOTALL)

    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(", text
    )
    assert not re.search(r"fetch|XMLHttpRequest|sendBeacon|WebSocket|cookie|sessionStorage", text)
    assert not re.search(r"=>|`|\b(let|const|class|async)\b|\?\.|\?\?", text), "old kernels"
    assert set(re.findall(r"localStorage\.(\w+)\((\w+)", text)) == {
        ("getItem", "KEY"),
        ("setItem", "KEY"),
        ("removeItem", "KEY"),
    }
