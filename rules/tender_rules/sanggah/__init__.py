"""What bidders object to, what is answered, and what became of a result through it."""
