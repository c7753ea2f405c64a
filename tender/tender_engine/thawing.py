"""Immutable values that are made by the hundred, in a third of the time.

A frozen class is filled attribute by attribute through `object.__setattr__`, which is most of what
making one costs. Where an evaluation makes most of its objects, they are filled while they are of
a class that may be set, and of their own from then on: nobody ever holds one that is not frozen.
"""

from typing import Any

__all__ = ["new", "thawed"]

# An object of a thawed class, in which nothing is set yet: every attribute has to be, and then its
# class to the frozen one.
new = object.__new__


def thawed(frozen: type) -> Any:
    """A class like `frozen`, with no attribute more, whose objects may be set and made frozen."""
    # Both, or Python looks for them each time anew.
    own = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(frozen.__name__, (frozen,), {"__slots__": (), **own})
