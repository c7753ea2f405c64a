"""What tests import beside the packages: each other, and the programs of docs, samples, benchmarks.

The root is on no path of imports: `tender` would be a package there, with a second kernel in it.
"""

import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path

_ROOT = str(Path(__file__).parents[1])

for _name in ("benchmarks", "docs", "samples", "tests"):
    _spec = PathFinder.find_spec(_name, [_ROOT])
    assert _spec is not None
    sys.modules[_name] = module_from_spec(_spec)
