"""What an expression of the law may come to as a text: every way of it, with its places."""

import ast
import itertools

from tests.rules.sentences.law_texts import (
    FIGURES,
    TERMS,
    TYPED,
    gives_text,
    handed,
    law,
    named,
    values,
)

__all__ = ["MOST", "Path", "Texts"]

# What is known of each name where a path has come to. A name by itself has its texts; behind `#` it
# has the rows of its table, behind `&` the parts of what a helper gave, behind `@` its class, and
# behind `?` whether it holds.
Path = dict[str, list]
_WRITES_FIGURES = frozenset({
    "rupiah", "rupiah_exact", "number", "score", "score_exact", "weight", "money", "equals",
    "signed", "long_date", "dated", "date_and_clock", "len", "sum", "int", "min", "max", "abs",
})  # fmt: skip
_SAME = frozenset({"str", "sorted", "list", "tuple", "said"})
_CHANGES = frozenset({"replace", "lower", "capitalize", "strip", "rstrip"})
# More ways of one text than that are not told apart, and helpers no deeper.
MOST, _DEEP = 400, 5


class _Places(dict):
    """What fills the places of a text: one that is not given is of another case."""

    def __missing__(self, key):
        return TYPED


class Texts:
    """Reads the expressions of one module."""

    def __init__(self, module: str, deep: int = 0) -> None:
        self.module, self.deep = module, deep

    def text(self, node: ast.expr | None, path: Path) -> list[str]:
        """Each text that an expression may come to on `path`."""
        found = getattr(self, f"_{type(node).__name__.lower()}", self._unknown)(node, path)
        ways = list(dict.fromkeys(found))[:MOST]
        # A figure or nothing at all is a figure.
        if "" in ways and not {FIGURES, TYPED}.isdisjoint(ways):
            ways.remove("")
        return ways

    def within(self, module, function, given) -> "Texts":
        """What a helper does with what it is given."""
        raise NotImplementedError

    def _unknown(self, _node, _path):
        return [TYPED]

    def _constant(self, node, _path):
        if isinstance(node.value, str):
            return [node.value]
        return [""] if node.value is None else [FIGURES]

    def _joinedstr(self, node, path):
        return after_another([self.text(part, path) for part in node.values])

    def _formattedvalue(self, node, path):
        return [FIGURES] if node.format_spec else self.text(node.value, path)

    def _binop(self, node, path):
        if isinstance(node.op, ast.BitOr):
            return self.text(node.left, path) + self.text(node.right, path)
        if not isinstance(node.op, ast.Add):
            return [FIGURES]
        return after_another([self.text(node.left, path), self.text(node.right, path)])

    def _ifexp(self, node, path):
        ways = zip(self.parted(node.test, path), (node.body, node.orelse), strict=True)
        return [text for way, one in ways if way is not None for text in self.text(one, way)]

    def _boolop(self, node, path):
        return [text for value in node.values for text in self.text(value, path)]

    def _name(self, node, path):
        if node.id in path:
            return path[node.id]
        if node.id in TERMS:
            return [str(word) for word in TERMS[node.id]]
        known = law().constant(node.id, self.module)
        return type(self)(known[0], self.deep + 1).text(known[1], {}) if known else [TYPED]

    def _dict(self, node, path):
        return [text for value in node.values for text in self.text(value, path)]

    def _list(self, node, path):
        return [text for value in node.elts for text in self.text(value, path)]

    _tuple = _set = _list

    def _starred(self, node, path):
        return self.text(node.value, path)

    _subscript = _starred

    def _listcomp(self, node, path):
        paths = [path]
        for each in node.generators:
            paths = [one for before in paths for one in self.each(each.target, each.iter, before)]
        return [text for each in paths for text in self.text(node.elt, each)]

    _generatorexp = _setcomp = _listcomp

    def _attribute(self, node, path):
        base = named(node.value) if isinstance(node.value, ast.Name) else ""
        if base in TERMS:
            return [str(TERMS[base][node.attr])]
        if words := self._words(node):
            return words
        known = law().told_by(node.attr, path.get(f"@{base}", [""])[0])
        return self.within(*known, {}).returned if known else [TYPED]

    def _words(self, node):
        """`CHECK.words.id`, of a check that is declared."""
        base = node.value.value if named(node.value) == "words" and node.attr == "id" else None
        known = law().constant(named(base), self.module)
        calls = (each for each in ast.walk(known[1]) if named(each) == "Words") if known else ()
        return [each.args[0].value for each in calls if isinstance(each, ast.Call)]

    def _call(self, node, path):
        name, base = named(node), getattr(node.func, "value", None)
        if name in _WRITES_FIGURES:
            return [FIGURES]
        if name == "text" and node.args and isinstance(node.args[0], ast.Constant):
            return values(node.args[0].value)
        if name in ("ask", "once") and isinstance(node.args[-1], ast.Lambda):
            return self.text(node.args[-1].body, path)
        if name in _SAME and node.args:
            return self.text(node.args[0], path)
        if name == "map":
            return self.text(ast.Call(node.args[0], node.args[1:2], []), path)
        if base is not None and name in _CHANGES:
            return self._changed(node, name, path)
        if base is not None and name in ("join", "format"):
            return getattr(self, f"_{name}")(node, path)
        if name == "get" and isinstance(base, ast.Name):
            others = [each for each in node.args[1:] if isinstance(each, ast.Constant)]
            return [text for each in (base, *others) for text in self.text(each, path)]
        known = law().function(name, self.module)
        if known is None or not gives_text(known[1]):
            return [TYPED]
        return self.within(*known, self.given(node, known[1], path)).returned or [TYPED]

    def given(self, call: ast.Call, function: ast.FunctionDef, path: Path) -> Path:
        """What a function is handed by a call, as texts."""
        params = [each.arg for each in function.args.args if each.arg != "self"]
        by_name = dict(zip(params, call.args, strict=False))
        by_name |= {each.arg: each.value for each in call.keywords if each.arg}
        told = {name: self.text(each, path) for name, each in by_name.items()}
        return handed(function) | {name: ways for name, ways in told.items() if ways != [TYPED]}

    def _changed(self, node, name, path):
        given = [each.value for each in node.args if isinstance(each, ast.Constant)]
        if len(given) != len(node.args) or (name == "replace" and not given):
            return [TYPED]
        return [getattr(text, name)(*given) for text in self.text(node.func.value, path)]

    def _join(self, node, path):
        each, glue = self.text(node.args[0], path), self.text(node.func.value, path)[0]
        if not glue.strip(" ,;."):
            return each  # English knows such a list by each of what stands in it
        return each + [f"{one}{glue}{other}" for one, other in itertools.combinations(each, 2)]

    def _format(self, node, path):
        by_name = {each.arg: self.text(each.value, path) for each in node.keywords}
        given = [self.text(each, path) for each in node.args]
        made = []
        for text in self.text(node.func.value, path):
            for ways in itertools.product(*given, *by_name.values()):
                names = _Places(zip(by_name, ways[len(given) :], strict=True))
                made.append(text.format(*ways) if given else text.format_map(names))
        return made

    def parted(self, test: ast.expr, path: Path) -> tuple[Path | None, Path | None]:
        """The path on which a test holds and the one on which not; a flag is one all along."""
        so, otherwise = dict(path), dict(path)
        match test:
            case ast.Name(name):
                known = path.get(f"?{name}")
                so[f"?{name}"], otherwise[f"?{name}"] = [True], [False]
                so[name] = [way for way in path.get(name, [TYPED]) if way]
                return (None if known == [False] else so, None if known == [True] else otherwise)
            case ast.Compare(ast.Name(name), [ast.Is() | ast.Eq()], [ast.expr() as one]):
                word = self.text(one, path)
                if word not in ([TYPED], [""]) and name in path:
                    so[name] = word
                    otherwise[name] = [way for way in path[name] if way not in word] or path[name]
        return so, otherwise

    def each(self, target: ast.expr, of: ast.expr, path: Path) -> list[Path]:
        """What names stand for with one after the other of what is walked over."""
        rows = self.rows(of, path) if isinstance(target, ast.Tuple) else []
        paths = [dict(path) for _ in rows or (of,)]
        for inside, row in zip(paths, rows or (of,), strict=True):
            whole = not rows and isinstance(of, ast.Call) and named(of) == "items"
            self.bind(target, ast.Tuple([ast.Pass(), of.func.value]) if whole else row, inside)
        return paths

    def bind(self, target: ast.expr, value: ast.expr, path: Path) -> None:
        """What a name, or several, stand for from here on."""
        if isinstance(target, ast.Name):
            name = target.id
            path[name], path[f"@{name}"] = self.text(value, path), [self._kind(value)]
            path[f"#{name}"], path[f"&{name}"] = self.rows(value, path), self._parts(value, path)
        elif isinstance(target, ast.Tuple):
            choices = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
            rows = [each for each in choices if isinstance(each, ast.Tuple)]
            rows = rows or self.rows(value, path)
            parts = [[self.text(one, path) for one in row.elts] for row in rows]
            parts += self._parts(value, path)
            for place, name in enumerate(target.elts):
                ways = [text for row in parts if place < len(row) for text in row[place]]
                path[named(name)] = ways or self.text(value, path)

    def _kind(self, value) -> str:
        """The class of what a helper gives back."""
        value = value.orelse if isinstance(value, ast.IfExp) else value
        known = law().function(named(value), self.module) if isinstance(value, ast.Call) else None
        gives = known[1].returns if known else None
        return named(gives.left if isinstance(gives, ast.BinOp) else gives)

    def rows(self, value: ast.expr, path: Path) -> list[ast.Tuple]:
        """The rows of a table: tuples in a list, a tuple or a dictionary, however put together."""
        match value:
            case ast.List(parts) | ast.Tuple(parts):
                return [row for each in parts for row in self._rows_of_one(each, path)]
            case ast.ListComp(one) | ast.GeneratorExp(one):
                return self._rows_of_one(one, path)
            case ast.Starred(whole) | ast.Subscript(whole):
                return self.rows(whole, path)
            case ast.Dict(_, parts):
                return [each for each in parts if isinstance(each, ast.Tuple)]
            case ast.Call(_, [whole, *_]) if named(value) == "sorted":
                return self.rows(whole, path)
            case ast.Name(name):
                known = law().constant(name, self.module)
                return path.get(f"#{name}") or (self.rows(known[1], {}) if known else [])
        return []

    def _rows_of_one(self, each, path):
        if isinstance(each, ast.Tuple):
            return [each]
        return self.rows(each, path) if isinstance(each, ast.Starred) else []

    def _parts(self, value, path) -> list[list[list[str]]]:
        """What a helper gives back together, part by part, each time that it does."""
        if isinstance(value, ast.Name):
            return path.get(f"&{value.id}", [])
        if isinstance(value, ast.BoolOp):
            return [each for one in value.values for each in self._parts(one, path)]
        known = law().function(named(value), self.module) if isinstance(value, ast.Call) else None
        if known is None or not gives_text(known[1]):
            return []
        return self.within(*known, self.given(value, known[1], path)).parts


def after_another(parts: list[list[str]]) -> list[str]:
    made = [""]
    for ways in parts:
        made = [one + way for one in made for way in ways][:MOST]
    return made
