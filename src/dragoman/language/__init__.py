"""Article -> Parse: sentences, tokens, names, dates, places, quotations."""
