"""Records with 30 % more to say: within what the model allows, and beyond it."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING, Any

from mingbai.model.base import LONGEST_SHORT, Record
from tests.paper_words import NOT_SHOWN

if TYPE_CHECKING:
    from mingbai.model.library import Library
    from mingbai.outputs.job import Job

MORE = 0.3
FILLING = "字数加多三成看看排版"
HAN = re.compile(r"[\u4e00-\u9fff]{2}")
CLOSING = "。！？"


def padded(text: str, most: int | None = None) -> str:
    """Return a text with 30 % more characters, a closing mark still at its end."""
    closing = text[-1] if text[-1] in CLOSING else ""
    wanted = -(-len(text) * 13 // 10)
    longest = wanted if most is None else max(len(text), min(wanted, most))
    room = longest - len(text)
    filling = (FILLING * (room // len(FILLING) + 1))[:room]
    return text.removesuffix(closing) + filling + closing


def longer_library(library: Library) -> Library:
    """Return the records with every short line 30 % longer, as far as the model allows."""
    policies = tuple(longer_record(one) for one in library.policies)
    regions = tuple(longer_record(one) for one in library.regions)
    return dataclasses.replace(library, policies=policies, regions=regions)


def longer_record(value: Any, name: str = "") -> Any:
    if isinstance(value, tuple):
        return tuple(longer_record(one) for one in value)
    if isinstance(value, Record):
        fields = {key: getattr(value, key) for key in type(value).model_fields if key != "node"}
        return value.model_copy(
            update={key: longer_record(one, key) for key, one in fields.items()}
        )
    return padded(value, LONGEST_SHORT) if name == "short" and value else value


def longer_job(job: Job) -> Job:
    """Return a job in which every text that is shown is 30 % longer, whatever the model allows."""
    data = json.dumps(longer_data(json.loads(job.data)), ensure_ascii=False, sort_keys=True)
    return dataclasses.replace(job, data=data)


def longer_data(value: Any, name: str = "") -> Any:
    if isinstance(value, list):
        return [longer_data(one, name) for one in value]
    if isinstance(value, dict):
        longer = {key: longer_data(one, key) for key, one in value.items()}
        return longer | {key: longer_parts(one) for key, one in value.items() if parts(one, value)}
    shown = isinstance(value, str) and name not in NOT_SHOWN and HAN.search(value)
    return padded(value) if shown else value


def parts(value: Any, beside: dict[str, Any]) -> bool:
    """Tell whether a list is a text beside it, taken apart to be broken at the right places."""
    texts = isinstance(value, list) and all(isinstance(one, str) for one in value)
    return texts and len(value) > 0 and "".join(value) in beside.values()


def longer_parts(value: list[str]) -> list[str]:
    """Return the parts of a text that is longer at its end."""
    whole = "".join(value)
    return [*value[:-1], padded(whole)[len(whole) - len(value[-1]) :]]
