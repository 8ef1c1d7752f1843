"""One file of a bundle as its list has it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Data(BaseModel):
    """What all parts share: frozen, exact types, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Data):
    """One file: its path below the bundle with ``/`` between the parts, hash, size in bytes."""

    path: str
    sha256: Sha256
    bytes: Annotated[int, Field(ge=0)]
