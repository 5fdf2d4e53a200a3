"""dragoman reads political news into a sourced ledger."""
