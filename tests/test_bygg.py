"""The folders can be imported."""

import importlib

import pytest


@pytest.mark.parametrize("name", ["app", "bot", "dialogs", "storage", "manifest"])
def test_every_root_imports(name):
    assert importlib.import_module(name)
