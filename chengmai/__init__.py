"""Chengmai (城脉): a smart urban management platform, sliced by domain."""

__version__ = "0.1.0"
