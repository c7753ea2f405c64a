"""Evaluates packages through `tender serve`, with nothing of Tender's: as any language does.

    python ask.py PACKAGE...

Prints for each package what came of it, or all that is wrong with it. One process answers all.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


class RefusedError(Exception):
    """A request without an answer: `error` has its code, what is wrong, and what to do."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(f"{error['code']}: {error['message']}")
        self.error = error


class Door:
    """A running `tender serve`; TENDER names the program where it is not on the path."""

    def __init__(self) -> None:
        command = [*os.environ.get("TENDER", "tender").split(), "serve", "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._asked = 0

    def ask(self, op: str, **keys: str) -> Any:
        """The result of `op`; the value of each key is a text of JSON, and goes in as it is.

        A package read with `json.loads` would come out with its amounts through binary fractions.
        """
        self._asked += 1
        said = "".join(f',"{key}":{text}' for key, text in keys.items())
        line = f'{{"id":{self._asked},"op":"{op}"{said}}}'
        self._process.stdin.write(line.replace("\n", " ").encode() + b"\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise RefusedError(answer["error"])
        return answer["result"]

    def close(self) -> int:
        """End it: the end of its input is its end."""
        self._process.stdin.close()
        return self._process.wait()


def main(paths: list[str]) -> int | str:
    """Ask for each package, one after the other."""
    try:
        door = Door()
    except FileNotFoundError as missing:
        return f"{missing.filename} is not on the path: TENDER=env/bin/tender names it"
    for path in paths:
        try:
            found = door.ask("evaluate", package=Path(path).read_text("utf-8"))
        except RefusedError as refused:
            print(f"{path}: {refused}")
            for fault in refused.error.get("diagnostics", []):
                print(f"  {fault['line']}:{fault['column']} {fault['code']} {fault['message']}")
        else:
            result = found["winner"] or ", ".join(found["shortlist"]) or found["result"]
            print(f"{path}: {found['state']}, {result or 'no result yet'}, {found['root']}")
            for item in found["awaiting"]:
                print(f"  {item['stage']}: {item['needs']}")
    return door.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
