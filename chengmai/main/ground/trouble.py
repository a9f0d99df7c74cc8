"""What stops the ground from starting, said in one line together with what to do about it."""


class Trouble(Exception):
    """Something on this machine is in the way: `what` happened, and the `remedy` a person can apply."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what} {remedy}")
        self.what = what
        self.remedy = remedy


class Stopped(Exception):
    """A person (Ctrl-C) or the system (SIGTERM) asked to stop while something was under way."""
