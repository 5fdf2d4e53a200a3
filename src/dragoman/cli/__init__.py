"""The command line: a thin face over the ledger and its answers."""
