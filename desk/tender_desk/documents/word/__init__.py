"""Records as Word documents, on an office's own letterhead or on plain paper."""
