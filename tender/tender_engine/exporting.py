"""What a package promises, loaded when it is first asked for: importing one costs nothing."""

import sys

TYPE_CHECKING = False  # as checkers know it: importing typing would be all that importing costs
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

__all__ = ["exported"]


def exported(
    package: str, names: "Mapping[str, str]"
) -> "tuple[Callable[[str], Any], Callable[[], list[str]]]":
    """The `__getattr__` and the `__dir__` of `package`.

    `names` has what each of its modules gives, several in a text. One that is called as its module
    is the module itself.
    """
    given_by = {name: module for module, told in names.items() for name in told.split()}
    space = vars(sys.modules[package])

    def load(name: str) -> "Any":
        if name not in given_by:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        module = import_module(f"{package}.{given_by[name]}")
        space[name] = module if name == given_by[name] else getattr(module, name)
        return space[name]

    return load, lambda: sorted({*space, *given_by})
