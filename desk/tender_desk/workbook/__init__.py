"""Workbooks: the guard that they pass first, and what reads and writes them."""
