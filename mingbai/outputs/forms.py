"""All printed forms, in the order in which they are offered."""

from __future__ import annotations

from mingbai.outputs import cards, handbook, posters, sheets, standards

FORMS = (*sheets.FORMS, *posters.FORMS, *cards.FORMS, *standards.FORMS, *handbook.FORMS)
"""Every printed form; a new one is a new folder and a word here."""
