"""Parse -> Reason: why an event is said to have happened."""
