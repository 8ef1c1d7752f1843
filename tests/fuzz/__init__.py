"""Random edits of real records, and what has to hold whatever an author does."""
