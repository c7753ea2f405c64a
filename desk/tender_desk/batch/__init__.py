"""Many tenders at once: sources to rows, in order, over processes or a cluster."""
