"""What paper was released: facts that reach it, the ledger's chain, what an edition still is."""
