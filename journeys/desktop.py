"""A desktop that shows notifications: the part of org.freedesktop.Notifications a browser speaks."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from jeepney import DBusAddress, HeaderFields, Message, MessageType, message_bus
from jeepney import new_method_return as answer
from jeepney import new_signal as signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NAME = "org.freedesktop.Notifications"
DESKTOP = DBusAddress("/org/freedesktop/Notifications", interface=NAME)
WITHIN = 15.0  # seconds for a notification to appear


@dataclass(frozen=True)
class Shown:
    """One notification as the person sees it."""

    number: int
    title: str
    body: str


@dataclass
class Desktop:
    """A session bus with a notification server; `address` goes to the browser's environment."""

    address: str
    line: DBusConnection
    shown: list[Shown] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def wait_for(self, fits: Callable[[Shown], bool]) -> Shown:
        """The first notification that fits. Raises AssertionError when none appears in time."""
        with self.changed:
            self.changed.wait_for(lambda: any(map(fits, self.shown)), timeout=WITHIN)
            found = next(filter(fits, self.shown), None)
        assert found, f"no such notification; there are {self.shown}"
        return found

    def wait_until_closed(self, one: Shown) -> None:
        """Until the browser takes the notification away. Raises AssertionError when it stays."""
        with self.changed:
            gone = self.changed.wait_for(lambda: one.number in self.closed, timeout=WITHIN)
        assert gone, "the notification stays"

    def click(self, one: Shown) -> None:
        """Click the notification itself."""
        self.line.send(signal(DESKTOP, "ActionInvoked", "us", (one.number, "default")))

    def serve(self) -> None:
        """Answer the browser until the bus goes."""
        while True:
            try:
                message = self.line.receive()
            except (ConnectionError, OSError):
                return
            if message.header.message_type == MessageType.method_call:
                self._answer(message)

    def _answer(self, message: Message) -> None:
        asked = message.header.fields[HeaderFields.member]
        if asked == "Notify":
            one = Shown(len(self.shown) + 1, str(message.body[3]), str(message.body[4]))
            # The browser knows the number before anybody can click.
            self.line.send(answer(message, "u", (one.number,)))
            with self.changed:
                self.shown.append(one)
                self.changed.notify_all()
        elif asked == "GetCapabilities":
            self.line.send(answer(message, "as", (["actions", "body"],)))
        elif asked == "GetServerInformation":
            self.line.send(answer(message, "ssss", ("journeys", "chengmai", "1", "1.2")))
        elif asked == "CloseNotification":
            with self.changed:
                self.closed.append(int(message.body[0]))
                self.changed.notify_all()
            self.line.send(answer(message))


@contextmanager
def running_desktop() -> Iterator[Desktop]:
    """A bus of its own; nothing of the machine's own desktop is touched."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as bus:
        try:
            assert bus.stdout is not None
            address = bus.stdout.readline().strip()
            line = open_dbus_connection(address)
            line.send_and_get_reply(message_bus.RequestName(NAME))
            desktop = Desktop(address, line)
            threading.Thread(target=desktop.serve, daemon=True).start()
            yield desktop
        finally:
            bus.terminate()
