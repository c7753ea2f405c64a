"""What SPSE shows: read, matched, filled into a package, and set beside an evaluation."""
