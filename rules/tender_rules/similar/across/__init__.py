"""What is the same between bidders of several tenders, who met whom, and who offers what twice."""
