"""What a picture says besides what it shows: where it was taken, by whom, and remarks."""

from __future__ import annotations

import io
import re
import warnings
from typing import Any

from mingbai.privacy.files.part import Opened, Part

GPS = 0x8825
SUB = 0x8769
AUTHORS = {0x013B: "作者", 0x9C9D: "作者", 0x8298: "版权", 0xA430: "相机主人"}
REMARKS = (0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F, 0x010D)
XMP_PLACE = re.compile(rb"exif:GPSLatitude|GPSLongitude|Iptc4xmpExt:Location|photoshop:City")
XMP_TEXT = re.compile(
    r"<(?:dc:(?:description|title|creator|subject)|xmp:\w*Comment\w*).{0,4000}?</dc:", re.DOTALL
)
MOST_REMARK = 20_000


def opened_picture(raw: bytes) -> Opened:
    """Read the notes in a picture; what it shows is for people to look at."""
    from PIL import Image  # noqa: PLC0415 - slow to import, and most runs need no picture

    found = Opened()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # large pictures; nothing of them is decoded here
            with Image.open(io.BytesIO(raw)) as picture:
                exif = picture.getexif()
                values = {**exif, **exif.get_ifd(SUB)}
                if any(exif.get_ifd(GPS).get(number) for number in (2, 4, 29, 28)):
                    found.located.append("")
                told = [*picture.info.items()]
    except Exception:  # noqa: BLE001 - Pillow fails in many ways on what others have written
        found.unread.append("图片坏了，或者格式看不懂")
        return found
    for number, label in AUTHORS.items():
        if said(values.get(number)):
            found.authors.append(label)
    remarks = [said(values.get(number)) for number in REMARKS]
    remarks += [said(values.get(number)) for number in AUTHORS]
    remarks += [said(value) for key, value in told if key not in {"exif", "icc_profile", "xmp"}]
    xmp = raw.find(b"<x:xmpmeta")
    if xmp >= 0:
        notes = raw[xmp : xmp + MOST_REMARK]
        if XMP_PLACE.search(notes) and not found.located:
            found.located.append("")
        remarks.append(notes.decode("utf-8", "replace"))
    text = "\n".join(one for one in remarks if one)
    if text:
        found.parts.append(Part(text, "attachment", "图片的附注"))
    return found


def said(value: Any) -> str:
    """Return what a remark says, whatever way it is kept."""
    if isinstance(value, bytes):
        body = value[8:] if value[:8].rstrip(b"\0 ") in {b"ASCII", b"UNICODE", b"JIS"} else value
        wide = b"\0" in body
        value = body.decode("utf-16-le" if wide else "utf-8", "replace")
    if isinstance(value, tuple) and all(isinstance(one, int) and one < 256 for one in value):  # noqa: PLR2004
        value = bytes(value).decode("utf-16-le", "replace")
    return value.replace("\0", "").strip()[:MOST_REMARK] if isinstance(value, str) else ""
