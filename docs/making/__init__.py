"""What `python docs/remake.py` makes docs/regulation.md of."""
