"""The records' shape as JSON Schema, so that an editor completes keys and shows their meaning."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from mingbai.model.campaign import CampaignTalk
from mingbai.model.case import Case
from mingbai.model.disclosure import Disclosure
from mingbai.model.edition import Ledger
from mingbai.model.legal_basis import LegalBasis
from mingbai.model.policy import Policy, Withdrawn
from mingbai.model.region import Region
from mingbai.model.words import LifeEvents, Terms

if TYPE_CHECKING:
    from mingbai.model.base import Record

KINDS: dict[str, type[Record]] = {
    "policy": Policy,
    "withdrawn": Withdrawn,
    "editions": Ledger,
    "region": Region,
    "legal_basis": LegalBasis,
    "case": Case,
    "talk": CampaignTalk,
    "life_events": LifeEvents,
    "disclosure": Disclosure,
    "terms": Terms,
}


def schemas() -> dict[str, bytes]:
    """Return one schema a kind of file, by name."""
    made: dict[str, bytes] = {}
    for name, kind in KINDS.items():
        schema = kind.model_json_schema(by_alias=True)
        text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True)
        made[name] = f"{text}\n".encode()
    return made
