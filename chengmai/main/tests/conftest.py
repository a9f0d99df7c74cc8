"""What tests of the whole stand on."""

from chengmai.main.tests.scene import made, scene

__all__ = ["made", "scene"]
