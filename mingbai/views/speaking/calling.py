"""Where to ask, said at the end of every spoken and short text: a number only once dialled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mingbai.views.speaking.aloud import dialled

if TYPE_CHECKING:
    from mingbai.views.contacts import Contact

ASK_FIRST = "还有不清楚的，先问村委会、居委会，再问受理申请的地方。"
NO_NUMBER = "电话还没有拨通，这里先不报号码；拨通以后填进地区文件，再做一次。"


@dataclass(frozen=True, slots=True)
class Calling:
    """The closing words of each use; ``note`` tells staff why no number is named.

    ``repeated`` is read aloud and says the number twice; ``short`` ends a message; ``screen``
    stands in a picture.
    """

    spoken: str
    repeated: str
    short: str
    screen: str
    note: str


def calling(call: Contact | None, ask_at: str | None = None) -> Calling:
    """Return where to ask: the number that somebody has dialled, else where its record says.

    Without a word in the record it is the village, then whoever takes applications.
    """
    if call is None and ask_at:
        asking = f"还有不清楚的，问{ask_at}。"
        again = f"{asking}记住了，问{ask_at}。"
        return Calling(asking, again, f"咨询：{ask_at}。", f"问{ask_at}", NO_NUMBER)
    if call is None:
        return Calling(
            spoken=ASK_FIRST,
            repeated=f"{ASK_FIRST}记住了，先问村里，再问受理的地方。",
            short="咨询：村（居）委会、受理窗口。",
            screen="先问村里，再问受理窗口",
            note=NO_NUMBER,
        )
    number = dialled(call.number)
    return Calling(
        spoken=f"咨询电话，{number}。",
        repeated=f"咨询电话，{number}。再说一遍，{number}。",
        short=f"咨询电话：{call.number}。",
        screen=f"电话 {call.number}",
        note="",
    )
