"""Questions to the ledger, answered in words with citations that are checked."""
