"""Names of invented people; any likeness is chance."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文海波晓东燕鹏宇浩然子涵欣怡佳琪雨桐梓轩俊峰立新春生永庆德福长林振华学兵凤云淑珍金龙宏斌少卿家豪思远嘉宁亚楠雪松光辉"


def person_names(rng: np.random.Generator) -> Iterator[str]:
    """Two- and three-character names, none twice; common surnames come more often."""
    seen: set[str] = set()
    weight = 1.0 / (np.arange(len(SURNAMES)) + 6.0)
    weight /= weight.sum()
    while True:
        surname = SURNAMES[int(rng.choice(len(SURNAMES), p=weight))]
        given = _GIVEN[int(rng.integers(len(_GIVEN)))]
        if rng.random() < 0.72:
            given += _GIVEN[int(rng.integers(len(_GIVEN)))]
        if surname + given not in seen:
            seen.add(surname + given)
            yield surname + given
