"""What Office documents have in common: typefaces, properties, one date, pages of Word."""
