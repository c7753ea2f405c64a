"""Open XML as files: guarded, opened, packed, with the names and numbers of their cells."""
