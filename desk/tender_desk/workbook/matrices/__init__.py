"""Scores and judgements as matrices: bidders across, criteria down, one cell an entry.

One sheet is of all who decide together, or of one scorer. What a matrix says is what rows of the
sheets `Penilaian` and `Pengecualian` would say, and what both say is held against each other.
"""
