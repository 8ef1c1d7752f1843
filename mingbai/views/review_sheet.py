"""The review sheet: every statement of a record beside its article, to tick, mend and sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mingbai.model.figures import REFERENCE
from mingbai.review.articles import UNREAD, articles
from mingbai.review.figures import figure_seal, held
from mingbai.review.seal import TITLES, on_paper, seal_of
from mingbai.review.state import reviewed, signer
from mingbai.review.statements import statements
from mingbai.views.amounts import number_words
from mingbai.views.dates import day_words
from mingbai.views.review_parts import (
    LABELS,
    Cited,
    FigureRow,
    Named,
    ReviewSheet,
    Row,
    Section,
    Signature,
)
from mingbai.views.sources import source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mingbai.model.citation import Citation
    from mingbai.model.library import Library
    from mingbai.model.policy import Policy
    from mingbai.model.scope import Scope
    from mingbai.review.figures import Held
    from mingbai.review.statements import Stated

HOW = (
    "逐条对照右边的条文：说得对的在「对」打勾；不对、说多了、说漏了的在「要改」打勾，并写明怎么改。",
    "标「待核」的，写记录的人没有读到原文，请对照文件核实。",
    "有一处「要改」的就先不签，改好记录以后另做一份；都对的，在最后签字、写日期。",
)
FIGURES_HOW = (
    "数字和文字分开签。没有公布日期的，请填上；空着的数字没有查到，知道的请填上，并写明依据。"
)
STATES = {
    "draft": "草稿，还没有审核",
    "changed": "审核以后又改过，要重新审核",
    "reviewed": "已审核，这是复核",
}


def review_sheet(
    record: Policy, library: Library, scope: Scope, texts: Path | None = None
) -> ReviewSheet:
    """Return the sheet of a record as it holds in the scope's region; ``texts`` give articles."""
    policy = library.local_policy(record.slug, scope.region)
    seal = on_paper(seal_of(policy).whole)
    office = signer(library, scope, policy.lead.office)
    region = library.region_by_code[scope.region].name
    title = f"审核单：{policy.name}"
    return ReviewSheet(
        slug=policy.slug,
        title=title,
        region=region,
        facts=tuple(facts(record, library, scope)),
        seal=seal,
        how=HOW,
        questions=policy.review.to_confirm,
        names=tuple(names(policy)),
        sections=tuple(sections(policy, library, texts)),
        signature=words_signature(office, seal),
        figures=tuple(figure_row(one, library) for one in held(policy, library, scope)),
        figures_how=FIGURES_HOW,
        figure_signature=figures_signature(office, on_paper(figure_seal(policy, library, scope))),
        foot=f"{title}（{region}）　封印 {seal}",
        page=("第 ", " 页，共 ", " 页"),
        labels=LABELS,
    )


def facts(record: Policy, library: Library, scope: Scope) -> Iterator[Named]:
    """Yield what the sheet is of: place, office, day, where the review stands, seal."""
    found = reviewed(record, library, scope)
    changed = f"（改了：{found.titles}）" if found.touched else ""
    office = signer(library, scope, record.lead.office)
    policy = library.local_policy(record.slug, scope.region)
    yield Named("地区", library.region_by_code[scope.region].name)
    yield Named("审核单位", office or f"{record.lead.office}部门（地区文件里没有登记名称）")
    yield Named("内容截至", day_words(scope.as_of))
    yield Named("现在是", f"{STATES[found.state]}{changed}")
    yield Named("封印", on_paper(seal_of(policy).whole))
    yield Named("记录", f"{record.at().file}，编号 {record.code}")


def words_signature(office: str, seal: str) -> Signature:
    """Return the block in which the office signs the words."""
    return Signature(
        "文字审核",
        f"以上文字逐条核对过，没有要改的。签的是封印为 {seal} 的这一份；以后改了，要重新审核。",
        (
            Named("审核单位（盖章）", office),
            Named("审核人", ""),
            Named("审核日期", ""),
            Named("下次复核日期", ""),
        ),
    )


def figures_signature(office: str, seal: str) -> Signature:
    """Return the block in which the office signs the figures."""
    return Signature(
        "数字确认",
        f"以上打「对」的数字是现行标准。签的是数字封印为 {seal} 的这一份。",
        (
            Named("确认单位（盖章）", office),
            Named("确认人", ""),
            Named("确认日期", ""),
            Named("数字封印", seal),
        ),
    )


def names(policy: Policy) -> Iterator[Named]:
    """Yield the words of a record that rest on no article: its names and whom it is for."""
    yield Named("名称", f"{policy.name}（简称{policy.short_name}）")
    yield Named("编号、类别", f"{policy.code}，{policy.category}，{policy.status}")
    listed = {
        "生活处境": policy.life_events,
        "别名": policy.synonyms,
        "误称": policy.misnomers,
        "群众的话": policy.says,
    }
    yield from (Named(label, "、".join(words)) for label, words in listed.items() if words)


def sections(policy: Policy, library: Library, texts: Path | None) -> Iterator[Section]:
    """Yield the parts with their statements, numbered through the whole sheet."""
    words = articles(library, texts) if texts else None
    seen: dict[str, int] = {}
    number = 0
    for part, listed in statements(policy).items():
        rows = []
        for one in listed:
            number += 1
            rows.append(row(number, one, library, words, seen))
        if rows:
            yield Section(TITLES[part], tuple(rows))


def row(
    number: int,
    one: Stated,
    library: Library,
    words: Callable[[Citation], str] | None,
    seen: dict[str, int],
) -> Row:
    """Return a statement with what it rests on; ``seen`` are the articles that stand above."""
    cites = []
    for cite in one.cite:
        known = source(cite, library)
        article = words(cite) if words else ""
        readable = article and not article.startswith(UNREAD)
        first = seen.setdefault(known.words, number) if readable else number
        said = first < number
        see = f"原文见第 {first} 条" if said else ""
        told = () if said else tuple(article.split("\n")) if article else ()
        cites.append(Cited(known.words, told, see, not known.verified))
    return Row(
        number=number,
        label=one.label,
        text=named(one.text, library),
        below=tuple(named(words, library) for words in one.below),
        short=named(one.short, library),
        local=one.origin,
        quotes=one.quote,
        cites=tuple(cites),
        unverified=any(cite.unverified for cite in cites),
        under=one.under,
    )


def named(text: str, library: Library) -> str:
    """Put a figure's name in its place: its value is signed apart."""
    labels = {one.name: one.label for policy in library.policies for one in policy.figures}
    return REFERENCE.sub(lambda found: f"〔数字：{labels.get(found[1], found[1])}〕", text)


def figure_row(one: Held, library: Library) -> FigureRow:
    """Return a figure with its value in force."""
    value = one.value
    cites = tuple(source(cite, library) for cite in (value.cite or ())) if value else ()
    known = value is not None and value.value is not None
    return FigureRow(
        label=one.name.label,
        short=one.name.short or "",
        value=number_words(value.value) if value and value.value is not None else "",
        unit=one.name.unit,
        start=day_words(value.effective_from) if value and value.effective_from else "",
        published=day_words(value.published_on) if value and value.published_on else "",
        cites=tuple(cite.words for cite in cites),
        confirmed=(value.confirmed_by or "") if value else "",
        unverified=known and not all(cite.verified for cite in cites),
    )
