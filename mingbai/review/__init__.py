"""Review: what is signed, by whom, and whether the words are still those that were signed."""
