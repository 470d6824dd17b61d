"""How entries come in: the commented template of each kind, and what may be filled in."""
