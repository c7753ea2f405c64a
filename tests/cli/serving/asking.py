"""Requests as a program sends them, and what it is answered."""

import json
from typing import Any

from tender_cli.serving.answering import answered
from tests.samples.dossiers import SAMPLES


def text_of(name: str) -> str:
    """The text of a sample, as it lies there."""
    return (SAMPLES / name / "paket.json").read_text("utf-8")


def line_of(op: str, id_: str = "1", **keys: Any) -> bytes:
    """A request; a key whose value is bytes holds that text of JSON as it is."""
    said = {
        key: value.decode() if isinstance(value, bytes) else json.dumps(value)
        for key, value in {"op": op, **keys}.items()
    }
    inner = "".join(f',"{key}":{value}' for key, value in said.items())
    return f'{{"id":{id_}{inner}}}'.replace("\n", " ").encode()


def ask(op: str, **keys: Any) -> Any:
    """The answer to a request."""
    return json.loads(answered(line_of(op, **keys)))


def package(name: str) -> bytes:
    """The package of a sample, as a key of a request."""
    return text_of(name).encode()
