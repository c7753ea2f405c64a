"""How a random package is looked for: any that fits will do, so none is made smaller."""

from hypothesis import Phase, settings

__all__ = ["AT_ONCE"]

AT_ONCE = settings(max_examples=5_000, database=None, deadline=None, phases=[Phase.generate])
