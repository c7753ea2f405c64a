"""What tests import beside the packages: each other, and the programs of docs, samples, benchmarks.

The root is on no path of imports: `tender` would be a package there, with a second kernel in it.
Profiles of Hypothesis: `ci` tries the same examples every time, `dev` looks for new ones. Neither
has a deadline: that a machine is busy is no fault of what is tested.
"""

import os
import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path

from hypothesis import HealthCheck, settings

_ROOT = str(Path(__file__).parents[1])

for _name in ("benchmarks", "docs", "samples", "tests"):
    _spec = PathFinder.find_spec(_name, [_ROOT])
    assert _spec is not None
    sys.modules[_name] = module_from_spec(_spec)

_SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]

settings.register_profile(
    "ci",
    max_examples=50,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=_SLOW,
)
settings.register_profile("dev", max_examples=300, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
