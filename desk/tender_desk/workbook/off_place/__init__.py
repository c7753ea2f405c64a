"""Blocks that somebody pasted: what is a line in them, and what stands beside its place."""
