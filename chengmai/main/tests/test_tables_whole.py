"""No table of reference data is forgotten, and every recipe is whole."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Model

from chengmai.kernel.tables.words import Dated, Kind, Switched
from chengmai.main.tables.book import BEGINNING, book
from chengmai.main.tables.rights import RIGHTS
from chengmai.main.tables.unlisted import NOT_REFERENCE
from chengmai.main.tests.tables_made import SAMPLES

RECIPES = sorted(book().recipes)


def our_models() -> list[type[Model]]:
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("chengmai")
        for model in config.get_models()
    ]


def test_every_model_has_a_recipe_or_says_why_not():
    covered = {recipe.model for recipe in book().recipes.values()}
    names = {model._meta.label_lower for model in our_models() if model not in covered}
    unknown = names - set(NOT_REFERENCE)
    assert not unknown, (
        f"{sorted(unknown)}: declare a Recipe in the domain's admin.py (docs/running/tables.md), "
        "or name the model with its reason in main/tables/unlisted.py"
    )
    assert not set(NOT_REFERENCE) - {model._meta.label_lower for model in our_models()}
    assert not set(NOT_REFERENCE) & {model._meta.label_lower for model in covered}


@pytest.mark.parametrize("table", RECIPES)
def test_a_recipe_fits_its_model(table: str):
    recipe = book().recipe(table)
    fields = {field.attname for field in recipe.model._meta.concrete_fields}
    for column in recipe.columns:
        kept = {column.name} if not (column.holder or column.pair) else {*(column.pair or ())}
        assert column.kind is Kind.SECRET or (kept | ({column.holder} - {""})) <= fields
        assert column.words.zh and column.words.en
        if column.kind in (Kind.REFERENCE, Kind.CODE):
            assert column.refers in book().recipes
    assert all(recipe.column(name) for name in recipe.key)
    if isinstance(recipe.life, Dated):
        assert {recipe.life.begins, recipe.life.ends} - {""} <= fields
        assert set(recipe.life.series or ()) <= fields
    if isinstance(recipe.life, Switched):
        assert recipe.life.flag in fields
    assert recipe.right in RIGHTS and table in SAMPLES


def test_the_steps_of_an_empty_city_lead_to_pages():
    assert len({step.id for step in BEGINNING}) == len(BEGINNING)
    for step in BEGINNING:
        if step.path.startswith("/tables/"):
            assert step.path.removeprefix("/tables/") in book().recipes


def test_the_administrations_share_no_table():
    for name, right in RIGHTS.items():
        assert len(right.edit & {"admin", "security", "auditor"}) == 1, name
        assert "auditor" not in right.edit and "auditor" in right.read
