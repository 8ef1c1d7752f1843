"""A talk as a presentation that people edit: titles, lists, tables, and the full text as notes."""
