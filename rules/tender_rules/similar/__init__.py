"""What is the same between bids, as facts: no verdict rests on one and no public paper has one."""
