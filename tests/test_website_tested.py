"""What the page about accessibility promises is what the tests do."""

import ast
from pathlib import Path

from macros.website import tested
from tests.test_browser import PAGES

TESTS = Path(__file__).parent


def functions(file: str) -> set[str]:
    """Give the tests in a file."""
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    found = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return {name for name in found if name.startswith("test_")}


def test_every_kind_of_page_that_is_told_is_opened() -> None:
    """And the other way round, in the same order."""
    assert list(tested.KINDS) == list(PAGES)


def test_every_rule_is_held_by_tests_that_are_there() -> None:
    """A sentence without a test would be a promise."""
    named = [test.split("::") for rule in tested.RULES for test in rule.tests]

    assert all(rule.tests for rule in tested.RULES)
    assert [test for file, test in named if test not in functions(file)] == []


def test_every_task_is_one_that_a_test_does_by_ear() -> None:
    """No task is told that is not walked through, and none is left out."""
    assert set(tested.TASKS) == functions("test_reading_aloud.py")
