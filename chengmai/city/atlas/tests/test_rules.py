"""Who sees a layer, and how a city's looks change a recipe."""

import pytest

from chengmai.city.atlas.rules import LayerRuleCard, Look, layer_visible, styled
from chengmai.city.words import LayerRecipe


def rule(duty: str, kind: str, visible: bool, layer: str = "components") -> LayerRuleCard:
    return LayerRuleCard(layer, duty, kind, visible)


@pytest.mark.parametrize(
    ("rules", "duties", "kind", "seen"),
    [
        ([], ["handler"], "unit", True),
        ([rule("", "", False)], ["handler"], "unit", False),
        ([rule("", "", False), rule("handler", "", True)], ["handler"], "unit", True),
        (
            [rule("handler", "", True), rule("", "contractor", False)],
            ["handler"],
            "contractor",
            True,
        ),
        (
            [rule("handler", "", True), rule("handler", "contractor", False)],
            ["handler"],
            "contractor",
            False,
        ),
        (
            [rule("handler", "", False), rule("leader", "", True)],
            ["handler", "leader"],
            "unit",
            True,
        ),
        ([rule("leader", "", False)], ["handler"], "unit", True),
        ([rule("handler", "", False, layer="places")], ["handler"], "unit", True),
    ],
)
def test_the_most_specific_rule_decides_and_among_equals_seeing_wins(rules, duties, kind, seen):
    assert layer_visible(rules, "components", duties, kind) is seen


def test_a_look_changes_only_what_it_names():
    recipe = LayerRecipe(
        id="x",
        title="部件",
        table="t",
        colour="#111111",
        colour_by={"property": "state", "colours": {"lost": "#222222"}, "otherwise": "#333333"},
    )
    assert styled(recipe, None) is recipe
    changed = styled(recipe, Look(colours={"lost": "#aaaaaa", "*": "#bbbbbb"}, min_zoom=12))
    assert changed.colour_by == {
        "property": "state",
        "colours": {"lost": "#aaaaaa"},
        "otherwise": "#bbbbbb",
    }
    assert (changed.min_zoom, changed.title, changed.colour) == (12, "部件", "#111111")
