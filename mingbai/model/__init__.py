"""Frozen records: what a source file may say, and in which types."""
