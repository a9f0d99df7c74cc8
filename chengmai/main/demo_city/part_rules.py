"""Which component class stands where, and how many a city of 60,000 components has."""

from __future__ import annotations

from dataclasses import dataclass

HOMES = frozenset({"residential", "tower", "old", "village", "resort"})
GREEN = frozenset({"park", "shore", "riverside"})
SHOPS = frozenset({"commercial", "old", "residential"})
WORKS = frozenset({"industry", "port"})


@dataclass(frozen=True)
class Rule:
    """Where a class stands: `kerb`, `junction`, `inside`, `waterside`, `bridge` or `crossing`."""

    class_code: str
    count: int
    where: str = "kerb"
    ranks: tuple[int, int] = (2, 4)
    offset: float = 1.2
    lane: bool = False
    uses: frozenset[str] = HOMES


def _lane(code: str, count: int, low: int = 2, high: int = 5) -> Rule:
    return Rule(code, count, ranks=(low, high), lane=True)


def _kerb(code: str, count: int, offset: float = 1.2, low: int = 2, high: int = 4) -> Rule:
    return Rule(code, count, ranks=(low, high), offset=offset)


def _corner(code: str, count: int, rank: int = 4, offset: float = 0.0) -> Rule:
    return Rule(code, count, "junction", (1, rank), offset)


def _inside(code: str, count: int, uses: frozenset[str] = HOMES) -> Rule:
    return Rule(code, count, "inside", uses=uses)


def _water(code: str, count: int) -> Rule:
    return Rule(code, count, "waterside")


RULES: tuple[Rule, ...] = (
    _lane("C0101", 2500), _lane("C0102", 2900), _lane("C0103", 2900), _kerb("C0104", 5000, -0.5, 2, 5), _kerb("C0106", 1200, 0.8, 2, 3),
    _lane("C0110", 900), _lane("C0111", 1300), _inside("C0114", 450, GREEN), _inside("C0118", 800), _lane("C0123", 260),
    _kerb("C0125", 700, 1.6), _kerb("C0126", 360, 0.6), _kerb("C0127", 700, 2.4), _kerb("C0128", 850, 2.6), _kerb("C0129", 280, 2.2),
    _kerb("C0130", 1500, 1.8, 3, 5), _kerb("C0131", 900, 2.0, 3, 5), _kerb("C0137", 8000, 0.9), _inside("C0138", 600, GREEN),
    _inside("C0139", 800, GREEN), _kerb("C0140", 60, 3.0, 2, 3), _inside("C0145", 130, SHOPS), _inside("C0146", 460, HOMES | GREEN),
    _inside("C0149", 240), _corner("C0150", 1500, 4), _corner("C0151", 60, 3, 5.0), _inside("C0152", 90, GREEN), _inside("C0154", 360, HOMES | SHOPS),
    _inside("C0157", 80), _kerb("C0178", 60, 4.0, 2, 2), _kerb("C0179", 90, 1.5, 2, 2), _kerb("C0180", 70, 3.0, 3, 4), _corner("C0181", 420, 3),
    _kerb("C0186", 60, 3.5, 3, 4), _inside("C0188", 50, GREEN), _lane("C0190", 40, 2, 2), _inside("C0192", 60), _inside("C0193", 50),
    _kerb("C0197", 20, 4.0, 2, 3), _kerb("C0199", 24, 4.0, 2, 3),
    _inside("C0201", 260, SHOPS | HOMES), _kerb("C0204", 640, 1.6, 2, 3), _kerb("C0206", 14, 0.4, 2, 2), Rule("C0207", 12, "crossing"),
    Rule("C0208", 8, "crossing"), Rule("C0209", 30, "bridge"), Rule("C0211", 26, "crossing"), _corner("C0212", 1500, 4, 2.0),
    _kerb("C0217", 800, -0.8, 2, 2), _corner("C0219", 90, 2, -6.0), _corner("C0220", 850, 3, 1.0), _kerb("C0221", 760, 2.2, 3, 4),
    _kerb("C0224", 40, 1.0, 1, 1), _kerb("C0225", 480, 2.6), _water("C0230", 160), _corner("C0283", 620, 3, 8.0), _kerb("C0284", 800, 2.8),
    _kerb("C0285", 300, -0.2), _kerb("C0286", 800, 0.1), _kerb("C0299", 8, 0.5, 1, 1),
    _inside("C0301", 190, GREEN | SHOPS), _kerb("C0302", 260, 1.8, 2, 3), _inside("C0303", 280), _inside("C0304", 36, HOMES | WORKS),
    _kerb("C0305", 4200, 1.4, 2, 5), _kerb("C0306", 460, 3.4, 2, 3), _kerb("C0307", 1500, 4.5, 3, 4), _inside("C0308", 400),
    _kerb("C0396", 50, 4.0, 2, 4), _kerb("C0397", 380, 1.8, 2, 3),
    _inside("C0401", 70, GREEN | frozenset({"old"})), _kerb("C0402", 10500, 1.8), _kerb("C0404", 800, 1.8), _kerb("C0405", 640, 2.4, 2, 3),
    _inside("C0406", 80, GREEN), _inside("C0407", 1300, GREEN), _inside("C0408", 600, GREEN), _inside("C0409", 440, GREEN), _inside("C0410", 24, GREEN),
    _kerb("C0493", 60, 3.0), _kerb("C0494", 70, -2.0, 2, 2), _kerb("C0495", 70, -4.0, 2, 2), _kerb("C0496", 30, 0.6, 1, 2), _kerb("C0497", 500, 1.8),
    _inside("C0498", 160, GREEN), _kerb("C0499", 180, 3.0, 2, 3),
    _kerb("C0503", 40, 16.0, 2, 3), _inside("C0504", 12, WORKS), _water("C0506", 120), _water("C0507", 280), _water("C0508", 80), _kerb("C0598", 380, 2.0),
)  # fmt: skip
