"""What would have changed an outcome: each number, word, bidder and reading, one at a time."""
