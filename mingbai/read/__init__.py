"""Bytes to trees in which every value knows its line."""
