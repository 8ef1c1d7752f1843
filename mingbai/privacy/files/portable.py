"""The text of a PDF, page by page, and its title, author and remarks."""

from __future__ import annotations

from mingbai.privacy.files.part import Opened, Part

MOST_PAGES = 3_000


def opened_pdf(raw: bytes) -> Opened:
    """Read a PDF; a page without text is a picture that nobody has looked into."""
    import pypdfium2  # noqa: PLC0415 - slow to import, and most runs need no PDF

    found = Opened()
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError:
        found.unread.append("加了密码，或者坏了")
        return found
    told = "\n".join(value for value in document.get_metadata_dict().values() if value)
    if told:
        found.parts.append(Part(told, "attachment", "文件属性"))
    blank: list[str] = []
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        text = page.get_textpage().get_text_bounded()
        found.parts.append(Part(text, "attachment", f"第 {number + 1} 页"))
        if not text.strip():
            blank.append(str(number + 1))
        page.close()
    if blank:
        found.unread.append(f"第 {blank[0]} 页{'等' if len(blank) > 1 else ''}是图，没有文字")
    if len(document) > MOST_PAGES:
        found.unread.append("页数太多")
    document.close()
    return found
