"""A package whose document has lines with given codes in a given order, for tests of sheets."""

import copy
import json
from typing import Any

from hypothesis import strategies as st

from tests.desk.workbook.attaching import SAMPLE

__all__ = ["CODES", "listed"]

# Codes as documents have them: 1.1 to 1.12, letters, plain numbers, of which some begin others.
CODES = st.lists(
    st.one_of(
        st.builds("{}.{}".format, st.integers(1, 3), st.integers(1, 12)),
        st.builds("{}.{}".format, st.sampled_from("AB"), st.integers(1, 3)),
        st.integers(1, 12).map(str),
    ),
    min_size=3,
    max_size=14,
    unique=True,
)
_GIVEN: dict[str, Any] = json.loads((SAMPLE / "paket.json").read_text("utf-8"))


def listed(codes: list[str], *priced: str) -> dict[str, Any]:
    """The document has these lines, the first of volume 1, the next of 2; p1 bids for `priced`."""
    value = copy.deepcopy(_GIVEN)
    value["tender"]["contract"] = "harga_satuan"
    value["tender"]["hps"]["lines"] = [
        {
            "id": code,
            "description": f"Pekerjaan {number}",
            "unit": "m3",
            "quantity": f"{number}",
            "unit_price": "1000",
        }
        for number, code in enumerate(codes, 1)
    ]
    price = {"stated_total": "2846040000", "vat_percent": "11"}
    lines = [{"id": code, "unit_price": "900"} for code in priced]
    value["participants"][0]["price"] = {**price, "lines": lines} if lines else price
    value["events"] = value["events"][:2]
    return value
