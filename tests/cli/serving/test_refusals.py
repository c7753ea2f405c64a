"""Whatever is wrong with a line is an answer: in order, with a code, and nothing sealed in it."""

import io
import json
import re
from typing import Any

import pytest

from tender_cli.messages import speak
from tender_cli.serving import answering
from tender_cli.serving.answering import answered
from tender_cli.serving.door import answer_all
from tender_cli.serving.lines import lines_of
from tender_cli.serving.refusals import SERVE_TEXTS
from tender_cli.serving.request import Answer, Operation
from tests.cli.serving.asking import ask, line_of, package, text_of

SMALL = "mebel-sekolah"
DEEP = "[" * 200_000
# A line, the code of its answer and the id in it.
BAD: tuple[tuple[bytes, str, Any], ...] = (
    (b"", "SRV001", None),
    (b" \t\r", "SRV001", None),
    (b"\xef\xbb\xbf", "SRV001", None),
    (b'{"id":1,"op":"check","x":"\xff"}', "SRV002", None),
    (b"hello", "SRV003", None),
    (b"[]", "SRV003", None),
    (DEEP.encode(), "SRV003", None),
    (b'{"id":1', "SRV003", 1),
    (b'{"id":1,}', "SRV003", 1),
    (b'{"id":1 "op":"check"}', "SRV003", 1),
    (b'{"id":1,"op":"check"} x', "SRV003", 1),
    (b'{"id":1,"op":"che', "SRV003", 1),
    (b'{"id":1,"op":"a\\x"}', "SRV003", 1),
    (b'{"id":1,"op":"schema","of":NaN}', "SRV003", 1),
    (b'{"id":1,"op":"check","package":{"a":"\\"}', "SRV003", 1),
    (b'{"id":NaN,"op":"check"}', "SRV003", None),
    (b'{"id":"k","op":"schema","op":"rules"}', "SRV004", "k"),
    (b'{"op":"schema"}', "SRV005", None),
    (b'{"id":null,"op":"schema"}', "SRV005", None),
    (b'{"id":1.5,"op":"schema"}', "SRV006", None),
    (b'{"id":"","op":"schema"}', "SRV006", None),
    (b'{"id":1234567890123456,"op":"schema"}', "SRV006", None),
    (b'{"id":[1],"op":"schema"}', "SRV006", None),
    (b'{"id":1,"op":"chek"}', "SRV007", 1),
    (b'{"id":1,"op":5}', "SRV007", 1),
    (b'{"id":"\\ud800","op":"\\ud800"}', "SRV007", "\ud800"),
    (b'{"id":1}', "SRV018", 1),
    (b'{"id":1,"op":"check","package":null}', "SRV008", 1),
    (b'{"id":1,"op":"schema","off":"package"}', "SRV009", 1),
    (b'{"id":1,"op":"schema","of":"whatIf"}', "SRV010", 1),
    (b'{"id":1,"op":"schema","of":["package"]}', "SRV010", 1),
    (b'{"id":1,"op":"schema","lang":"jv"}', "SRV010", 1),
    (b'{"id":1,"op":"rules","at":"yesterday"}', "SRV010", 1),
    (b'{"id":1,"op":"rules","overlays":[1]}', "SRV010", 1),
    (f'{{"id":1,"op":"check","package":{DEEP}{DEEP.replace("[", "]")}}}'.encode(), "SRV020", 1),
    (
        b'{"id":1,"op":"evaluate","package":{"extensions":' + b"[" * 99 + b"]" * 99 + b"}}",
        "SRV012",
        1,
    ),
    (b'{"id":1,"op":"rules","name":[{"a":[]}]}', "SRV010", 1),
    (b'{"id":1,"op":"similar","packages":{}}', "SRV010", 1),
    (b'{"id":1,"op":"evaluate","package":5}', "SRV012", 1),
    (b'{"id":1,"op":"evaluate","package":{"a":NaN}}', "SRV012", 1),
    (b'{"id":1,"op":"evaluate","package":{"a":}}', "SRV012", 1),
    (b'{"id":1,"op":"rules","name":"nothing.such"}', "SRV013", 1),
    (b'{"id":1,"op":"rules","at":"1945-08-17"}', "SRV013", 1),
    (b'{"id":1,"op":"similar"}', "SRV017", 1),
    (b'{"id":1,"op":"rules","name":"vat.rate","at":"2023-05-01"}', "SRV017", 1),
    (b'{"id":1,"op":"rules","at":"2023-05-01","from":"2021-02-01"}', "SRV017", 1),
    (b'{"id":1,"op":"explain","topic":"vat.rate","participant":"p1"}', "SRV017", 1),
    (b'{"id":1,"op":"compare","package":{},"other":{},"overlays":["a"]}', "SRV017", 1),
    (b'{"id":1,"op":"rules","from":"2021-02-01"}', "SRV019", 1),
)


@pytest.mark.parametrize(("line", "code", "id_"), BAD, ids=range(len(BAD)))
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_bad_line_is_an_answer(line: bytes, code: str, id_: Any, lang: str) -> None:
    """With its id where that could be read; one line, in words of the language spoken."""
    speak(lang)
    told = answered(line)
    answer = json.loads(told)

    assert (answer["error"]["code"], answer["id"], answer["audience"]) == (code, id_, "internal")
    assert told.count(b"\n") == 1 == told.endswith(b"\n")
    words = SERVE_TEXTS[code].hint(lang).split("{")[0]
    assert answer["error"]["hint"].startswith(words)


def test_every_code_is_given_by_some_line() -> None:
    """But for those of time and of the program, which have tests of their own."""
    given = {code for _, code, _ in BAD}

    assert {*SERVE_TEXTS} - given == {"SRV011", "SRV014", "SRV015", "SRV016"}


def test_a_package_with_faults_is_told_with_every_fault() -> None:
    """With code, path, line and column in the package as it was sent."""
    text = text_of(SMALL).replace('"code"', '"kode"', 1)
    told = ask("evaluate", package=text.encode())["error"]

    assert told["code"] == "SRV012"
    assert {"PKT010", "PKT011"} <= {fault["code"] for fault in told["diagnostics"]}
    assert {fault["file"] for fault in told["diagnostics"]} == {"<package>"}


def test_a_number_is_read_as_it_was_written() -> None:
    """No amount goes through a binary fraction on its way to the reader."""
    pagu = f'"{json.loads(text_of(SMALL))["tender"]["pagu"]}"'
    exponent = text_of(SMALL).replace(pagu, "1e9", 1).encode()
    told = ask("check", package=exponent)["result"]["diagnostics"]

    assert [(fault["code"], fault["path"]) for fault in told] == [("PKT013", "tender.pagu")]


# What a command would tell in its options and files.
TOLD_IN_OPTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("explain", {}),
    ("explain", {"participant": "p9"}),
    ("reasons", {"participant": ""}),
    ("bahp", {"document": "surat"}),
    ("bahp", {"document": "bahp", "participant": "p1"}),
    ("bahp", {"document": "surat", "participant": "p1", "internal": True}),
    ("bahp", {"document": "pembatalan"}),
    ("compare", {"at": "2010-01-01"}),
    ("compare", {"overlays": ["desa"]}),
)


@pytest.mark.parametrize(("op", "keys"), TOLD_IN_OPTIONS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_cannot_be_asked_is_told_in_keys(op: str, keys: dict[str, Any], lang: str) -> None:
    """And in no option or file of a command, which nobody here has."""
    told = ask(op, package=package(SMALL), **keys, lang=lang)["error"]

    assert told["code"] == "SRV013"
    assert not re.search(r"--|PATH|berkas|\bfile\b", told["message"] + told["hint"])


@pytest.mark.parametrize(("op", "key"), [("rules", "name"), ("explain", "topic")])
def test_a_name_that_nothing_has_is_no_file(op: str, key: str) -> None:
    """The command looks for a file of that name; nothing is looked for here."""
    told = ask(op, **{key: "price.cieling"})["error"]["message"]

    assert told.startswith("price.cieling: tidak ada aturan, nilai, halaman, atau kode")
    assert "price.ceiling" in told


def test_what_is_told_of_another_law_or_value_names_keys() -> None:
    """The name of the package that is supposed, and of the one that a value makes."""
    to = ask("compare", package=package(SMALL), at="2022-07-04")["result"]["to"]
    asked = ask("whatif", package=package(SMALL), place="tender.pagi", value="1")["error"]

    assert to["file"] == "<package> (at 2022-07-04)"
    assert {fault["file"] for fault in asked["diagnostics"]} == {"<place>"}


@pytest.mark.parametrize("op", ["check", "evaluate", "similar"])
def test_nothing_of_a_price_stands_in_an_error(op: str) -> None:
    """A slip in a sealed price is told by its place alone, in either language."""
    content = json.loads(text_of("keamanan-jaringan"))
    price = next(who["price"] for who in content["participants"] if who["id"] == "p4")
    price["stated_total"] = "7.654.321"
    price["lines"][0]["unit_price"] = "-7654321"
    price["lines"][1]["7654321"] = 1
    package_ = json.dumps(content).encode()
    keys = {"packages": b"[" + package_ + b"]"} if op == "similar" else {"package": package_}
    for lang in ("id", "en"):
        told = json.dumps(ask(op, **keys, lang=lang))
        assert '"PKT013"' in told
        assert '"PKT014"' in told
        assert "7.654.321" not in told
        assert "-7654321" not in told


@pytest.mark.parametrize("key", ["id", "op", "packages", "lang"])
def test_nothing_of_a_price_stands_in_an_error_on_a_key(key: str) -> None:
    """A package where none is looked for is told by its kind."""
    keys = {"id": "1", "op": '"similar"', key: '{"stated_total":"7654321"}'}
    line = "{" + ",".join(f'"{name}":{text}' for name, text in keys.items()) + "}"
    told = answered(line.encode()).decode()

    assert '"error"' in told
    assert "7654321" not in told


def test_no_request_leaves_anything_to_the_next() -> None:
    """Neither a package nor a language; the same line has the same answer."""
    english = line_of("explain", topic="PKT013", lang="en")
    indonesian = line_of("explain", topic="PKT013")
    first = answered(indonesian)

    assert b"plain number" in answered(english)
    assert answered(indonesian) == first
    assert answered(line_of("check", package=package(SMALL), lang="en")) == answered(
        line_of("check", package=package(SMALL))
    )


def broken(_: object) -> Answer:
    raise RuntimeError("the price is 7654321")


def test_an_error_of_the_program_is_told_by_its_place_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Never by its text, which may hold whatever the program looked at."""
    monkeypatch.setitem(answering.OPERATIONS, "schema", Operation(broken))  # type: ignore[arg-type]
    told = ask("schema")["error"]

    assert told["code"] == "SRV016"
    assert "RuntimeError (test_refusals.py:" in told["message"]
    assert "7654321" not in json.dumps(told)
    assert "result" in ask("explain", topic="PKT013")


class Counted(io.BytesIO):
    """Remembers how much was asked for at once."""

    asked = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        """As many bytes as are asked for: never all that there may be."""
        self.asked = max(self.asked, size or 0)
        assert size is not None
        assert size > 0
        return super().readline(size)


def test_a_line_without_end_is_read_in_bounded_memory() -> None:
    """It is one answer; what comes after it is read as ever, and a last line needs no end."""
    stream = Counted(b"a" * 9 + b"\r\n" + b"b" * 5_000_000 + b"\n\nlast")

    assert [*lines_of(stream, 10)] == [b"a" * 9, None, b"", b"last"]
    assert stream.asked <= 1024 * 1024
    assert [*lines_of(io.BytesIO(b"b" * 11), 10)] == [None]
    assert json.loads(answered(None))["error"]["code"] == "SRV011"


def test_answers_come_in_order() -> None:
    """One for each line, whatever it is."""
    lines = [line_of("schema", '"a"'), b"", line_of("explain", "2", topic="x"), b"{"]
    out = io.BytesIO()
    answer_all(io.BytesIO(b"\n".join(lines)), out)

    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == ["a", None, 2, None]
