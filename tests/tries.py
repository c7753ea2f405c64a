"""How many examples a property tries where it is not as many as any other."""

from hypothesis import settings

__all__ = ["tries"]

# What the profile `ci` tries of each property.
ANY = 20


def tries(examples: int) -> settings:
    """So many under the profile `ci`, and as many times more as another tries of all.

    To be written above a test as `settings` is, and given to `settings` that set more.
    """
    return settings(max_examples=max(1, examples * settings().max_examples // ANY))
