"""The names that a template asks for, held against the fields that its paper has, before anything is filled in.

A paper's context is a frozen dataclass, its fields text, numbers, further dataclasses, or tuples of them; so every
name in a template has a type, and one that has none is a slip of somebody's hand.
"""

import difflib
import typing
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass

from jinja2 import Environment, nodes

from pipeline.write.papers.drawing import SAMPLE, Drawing

# A field of a context, by the class that has it.
Field = tuple[type, str]
# What Jinja itself tells within a loop, and what the office may ask of it.
_LOOP = "loop"
_LOOP_FIELDS = ("index", "index0", "revindex", "revindex0", "first", "last", "length")
# Filters that give back one of a list, or the list in another order.
_ONE_OF, _ALL_OF = ("first", "last"), ("list", "reverse", "sort", "unique")


class UnknownName(Exception):
    """A template asks for something that its paper does not have; `near` is the nearest that it has, if any."""

    def __init__(self, name: str, near: str) -> None:
        """Keep both names as they would stand in the template."""
        super().__init__(name)
        self.name = name
        self.near = near


class NotAList(Exception):
    """A template goes through something that is no list."""


def fields_of(context: type) -> Mapping[str, object]:
    """Return the fields of a context's class with their types, in their order; none where it is no such class."""
    if not is_dataclass(context):
        return {}
    hints = typing.get_type_hints(context)
    return {each.name: hints[each.name] for each in fields(context)}


def every_field(context: type) -> frozenset[Field]:
    """Return all fields that a template of this context can ask for, those of what its lists hold among them."""
    found: set[Field] = set()
    waiting, seen = [context], {context}
    while waiting:
        each = waiting.pop()
        for name, kind in fields_of(each).items():
            found.add((each, name))
            inner = _element(kind) or kind
            if isinstance(inner, type) and is_dataclass(inner) and inner not in seen:
                seen.add(inner)
                waiting.append(inner)
    return frozenset(found)


def sample(kind: object, *, full: bool = True) -> object:
    """Return a value of a context's type: nothing in it empty and two of all that is listed, or all of it empty."""
    element = _element(kind)
    if element is not None:
        return (sample(element), sample(element)) if full else ()
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: sample(each, full=full) for name, each in fields_of(kind).items()})
    if kind is Drawing:
        return SAMPLE if full else Drawing()
    return int(full) if kind is int else "Contoh" if full else ""


def asked(source: str, context: type, environment: Environment) -> frozenset[Field]:
    """Return the fields that a template's source asks for.

    Raises UnknownName and NotAList for what the context does not have, and Jinja's TemplateSyntaxError.
    """
    look = _Look(environment)
    look.through(environment.parse(source), dict(fields_of(context)), context)
    return frozenset(look.found)


def _element(kind: object) -> object | None:
    """The type of what a tuple type holds, none for another type."""
    return typing.get_args(kind)[0] if typing.get_origin(kind) is tuple else None


class _Look:
    """A walk over a template's tree that knows the type of each name in it."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self.found: set[Field] = set()
        self._top: type = object

    def through(self, node: nodes.Node, scope: dict[str, object], top: type) -> None:
        self._top = top
        self._visit(node, scope)

    def _visit(self, node: nodes.Node, scope: dict[str, object]) -> None:
        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            scope[node.target.name] = self._kind(node.node, scope)
        elif isinstance(node, nodes.Expr):
            self._kind(node, scope)
        else:
            for each in node.iter_child_nodes():
                self._visit(each, scope)

    def _loop(self, node: nodes.For, scope: dict[str, object]) -> None:
        element = _element(self._kind(node.iter, scope))
        if element is None or not isinstance(node.target, nodes.Name):
            raise NotAList(_written(node.iter))
        inner = {**scope, node.target.name: element, _LOOP: _LOOP}
        for each in (*([node.test] if node.test else ()), *node.body):
            self._visit(each, inner)
        for each in node.else_:
            self._visit(each, scope)

    def _kind(self, node: nodes.Node, scope: dict[str, object]) -> object:
        """Return the type of an expression; text for what is reckoned of others."""
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._field(node, scope)
        if isinstance(node, nodes.Getitem):
            self._kind(node.arg, scope)
            return _element(self._kind(node.node, scope)) or str
        if isinstance(node, nodes.Filter | nodes.Test):
            known = self._environment.filters if isinstance(node, nodes.Filter) else self._environment.tests
            if node.name not in known:
                raise UnknownName(node.name, _nearest(node.name, known))
        for each in node.iter_child_nodes():
            self._kind(each, scope)
        if isinstance(node, nodes.Filter) and node.node is not None:
            inner = self._kind(node.node, scope)
            return _element(inner) if node.name in _ONE_OF else inner if node.name in _ALL_OF else str
        return str

    def _name(self, node: nodes.Name, scope: dict[str, object]) -> object:
        if node.name not in scope:
            raise UnknownName(node.name, _nearest(node.name, _within(scope)))
        if fields_of(self._top).get(node.name) == scope[node.name]:
            self.found.add((self._top, node.name))
        return scope[node.name]

    def _field(self, node: nodes.Getattr, scope: dict[str, object]) -> object:
        whole = self._kind(node.node, scope)
        if whole == _LOOP and node.attr in _LOOP_FIELDS:
            return int
        known = fields_of(whole) if isinstance(whole, type) else {}
        if node.attr not in known:
            before = _written(node.node)
            choice = [f"{before}.{each}" for each in (_LOOP_FIELDS if whole == _LOOP else known)]
            name = f"{before}.{node.attr}"
            raise UnknownName(name, _nearest(name, choice or _within(scope)))
        if isinstance(whole, type):
            self.found.add((whole, node.attr))
        return known[node.attr]


def _within(scope: Mapping[str, object]) -> Iterable[str]:
    """The names that can be asked for, and what each of them has."""
    for name, kind in scope.items():
        yield name
        yield from (f"{name}.{each}" for each in (fields_of(kind) if isinstance(kind, type) else ()))


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.0)), "")


def _written(node: nodes.Node) -> str:
    """A name as it stands in the template."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Filter | nodes.Getitem) and node.node is not None:
        return _written(node.node)
    return repr(node.value) if isinstance(node, nodes.Const) else "…"
