"""Every story, on the pure rules: no database, all of them in a few seconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from chengmai.cases.tests.stage_play import PureEngine, play
from chengmai.cases.tests.storybook import all_stories, allowance, read_story


@pytest.mark.parametrize("path", all_stories(), ids=lambda path: path.stem)
def test_the_story_goes_as_it_is_told(path: Path):
    story = read_story(path)
    engine = PureEngine(allowance(story.settings.get("时限", "4工作时")))
    play(story, engine)


def test_there_are_stories_enough_and_each_has_a_title_of_its_own():
    titles = [read_story(path).title for path in all_stories()]
    assert len(titles) >= 25
    assert len(set(titles)) == len(titles)
