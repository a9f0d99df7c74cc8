"""The private PostgreSQL cluster: made once in var/, reachable on the loopback with passwords only.

Run by root, the cluster belongs to an unprivileged user, since PostgreSQL refuses to run as root.
There is no Unix socket (its path may be too long, and folders above may be closed to that user).
"""

from __future__ import annotations

import hashlib
import os
import pwd
import secrets
import shutil
import signal
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from psycopg import sql

from chengmai.main.ground.child import Spec
from chengmai.main.ground.layout import Layout, tool
from chengmai.main.ground.supervisor import Supervisor
from chengmai.main.ground.trouble import Trouble

ROLE = "chengmai"
BACKUP_ROLE = "chengmai_backup"
SLOT = "chengmai_wal"
LIFE_FILE = "chengmai.life"
DATABASE = "chengmai"
USERS = ("postgres", "chengmai")
EXTENSIONS = ("postgis", "pg_trgm")
ELSEWHERE = Path("/var/lib/chengmai")


@dataclass(frozen=True)
class Cluster:
    """A private cluster: its data folder, its port, its owner (None: the present user)."""

    layout: Layout
    port: int
    data: Path
    user: str | None
    durable: bool = True

    @property
    def url(self) -> str:
        """The address for the program, with the password of its own, non-superuser role."""
        password = self.layout.secret("database.password")
        return f"postgresql://{ROLE}:{password}@127.0.0.1:{self.port}/{DATABASE}"

    def superuser_conninfo(self, database: str = "postgres") -> str:
        return psycopg.conninfo.make_conninfo(
            host="127.0.0.1",
            port=str(self.port),
            user="postgres",
            password=self.layout.secret("postgres.password"),
            dbname=database,
            connect_timeout="3",
        )


def cluster(layout: Layout, port: int, *, durable: bool = True) -> Cluster:
    """The cluster of this `var/`, wherever its data can live."""
    user = unprivileged_user() if os.geteuid() == 0 else None
    return Cluster(layout, port, data_folder(layout, user), user, durable)


def unprivileged_user() -> str:
    """The user that runs PostgreSQL when we are root: Debian's `postgres`, or one made for it."""
    for name in USERS:
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    made = subprocess.run(
        [tool("useradd"), "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ROLE],
        capture_output=True,
        text=True,
    )
    if made.returncode != 0:
        raise Trouble(
            "There is no unprivileged user to run PostgreSQL.",
            f"Make one: useradd --system {ROLE} ({made.stderr.strip()})",
        )
    return ROLE


def data_folder(layout: Layout, user: str | None) -> Path:
    """`var/postgres`; where that user may not walk there, a folder of its own below /var/lib."""
    inside = layout.var / "postgres"
    if user is None or may_walk(user, layout.var):
        return inside
    mark = hashlib.sha256(str(layout.var).encode()).hexdigest()[:10]
    return ELSEWHERE / mark / "postgres"


def may_walk(user: str, folder: Path) -> bool:
    """Whether the folders down to this one are open to the user."""
    command = [tool("setpriv"), "--reuid", user, "--regid", user, "--init-groups"]
    return (
        subprocess.run([*command, "test", "-x", str(folder)], capture_output=True).returncode == 0
    )


def make(cluster: Cluster, supervisor: Supervisor) -> None:
    """Create the cluster when it is not there yet, and write its settings."""
    if not cluster.data.exists():
        _initdb(cluster, supervisor)
    life = cluster.data / LIFE_FILE
    if not life.exists():
        life.write_text(new_life())
        give(life, cluster.user)
    write_settings(cluster, waits_for_log=False)


def write_settings(cluster: Cluster, *, waits_for_log: bool) -> None:
    """Write the settings. `waits_for_log`: a commit is answered when the kept log has it too."""
    conf = cluster.data / "chengmai.conf"
    lines = settings(durable=cluster.durable)
    if waits_for_log:
        lines += f"synchronous_standby_names = '{SLOT}'\n"
    conf.write_text(lines)
    give(conf, cluster.user)


def _initdb(cluster: Cluster, supervisor: Supervisor) -> None:
    """Make the cluster beside its place and move it there when complete, so none is ever half made."""
    fresh = cluster.data.with_name("postgres.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    fresh.chmod(0o700)
    password = cluster.data.with_name("initdb.password")
    password.touch(mode=0o600)
    password.write_text(cluster.layout.secret("postgres.password"))
    give(fresh, cluster.user)
    give(password, cluster.user)
    options = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--username=postgres"]
    options += [] if cluster.durable else ["--no-sync"]
    paths = [f"--pgdata={fresh}", f"--pwfile={password}"]
    try:
        command = (tool("initdb"), *options, *paths)
        supervisor.run_step(Spec("initdb", command, user=cluster.user, cwd=Path("/")))
    finally:
        password.unlink()
    with (fresh / "postgresql.conf").open("a") as file:
        file.write("\ninclude 'chengmai.conf'\n")
    fresh.rename(cluster.data)


def settings(*, durable: bool) -> str:
    """The cluster's settings. Durable ones survive a power cut; the others are for tests only."""
    megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    lines = [
        "listen_addresses = '127.0.0.1'",
        "unix_socket_directories = ''",
        "max_connections = 200",
        f"shared_buffers = {max(128, min(2048, megabytes // 16))}MB",
        f"effective_cache_size = {max(256, megabytes // 3)}MB",
        "work_mem = 16MB",
        "maintenance_work_mem = 128MB",
        # After a checkpoint each page goes whole into the log once: rarely, and compressed.
        "max_wal_size = 2GB",
        # A base backup takes the log of its own time with it; who keeps the log and stops reading
        # it must not fill the disk.
        "wal_keep_size = 512MB",
        "max_slot_wal_keep_size = 4GB",
        "checkpoint_timeout = 15min",
        "wal_compression = lz4",
        # SSDs: a page out of turn costs little more than the next one.
        "random_page_cost = 1.1",
        # Our statements are short: compiling one takes longer than running it.
        "jit = off",
        "timezone = 'UTC'",
        "log_timezone = 'UTC'",
        "log_min_duration_statement = 1000",
        # A refused row may be a citizen's words: the log says which constraint, not which row.
        "log_error_verbosity = terse",
        "log_min_error_statement = panic",
        # A slow statement is named with its text and time, never with the values beside it.
        "log_parameter_max_length = 0",
        "log_parameter_max_length_on_error = 0",
    ]
    if not durable:
        lines += ["fsync = off", "synchronous_commit = off", "full_page_writes = off"]
    return "\n".join(lines) + "\n"


def new_life() -> str:
    """A name for an unbroken history of a cluster that begins now (initdb, restore)."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"


def spec(cluster: Cluster) -> Spec:
    """The server process: SIGINT is PostgreSQL's fast and clean shutdown."""

    def ready() -> bool:
        try:
            psycopg.connect(cluster.superuser_conninfo()).close()
        except psycopg.OperationalError:
            return False
        return True

    return Spec(
        name="postgres",
        command=(tool("postgres"), "-D", str(cluster.data), "-p", str(cluster.port)),
        ready=ready,
        stop_signal=signal.SIGINT,
        stop_within=60,
        user=cluster.user,
        cwd=Path("/"),
    )


def provide(cluster: Cluster) -> None:
    """Role, extensions and database, made by the superuser; every start may run it again.

    The extensions go into template1 too, so that the role can create test databases with them.
    """
    with psycopg.connect(cluster.superuser_conninfo(), autocommit=True) as connection:
        _provide_role(connection, ROLE, "CREATEDB", cluster.layout.secret("database.password"))
        password = cluster.layout.secret("backup.password")
        _provide_role(connection, BACKUP_ROLE, "REPLICATION", password)
    _add_extensions(cluster, "template1")
    with psycopg.connect(cluster.superuser_conninfo(), autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if known.fetchone() is None:
            made = sql.SQL("CREATE DATABASE {} OWNER {}")
            connection.execute(made.format(sql.Identifier(DATABASE), sql.Identifier(ROLE)))
    _add_extensions(cluster, DATABASE)


def _provide_role(
    connection: psycopg.Connection[tuple[object, ...]], name: str, right: str, password: str
) -> None:
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    words = sql.SQL("{} ROLE {} LOGIN {} NOSUPERUSER PASSWORD {}")
    verb, role = sql.SQL("ALTER" if known else "CREATE"), sql.Identifier(name)
    connection.execute(words.format(verb, role, sql.SQL(right), sql.Literal(password)))


def provide_slot(cluster: Cluster) -> str:
    """The slot that holds the log until its second copy is written; the life that it belongs to.

    A slot that fell too far behind is made anew and a new life begins, since its log has a gap.
    """
    life = cluster.data / LIFE_FILE
    with psycopg.connect(cluster.superuser_conninfo(), autocommit=True) as connection:
        slot = connection.execute(
            "SELECT wal_status FROM pg_replication_slots WHERE slot_name = %s", [SLOT]
        ).fetchone()
        if slot and slot[0] == "lost":
            connection.execute("SELECT pg_drop_replication_slot(%s)", [SLOT])
            life.write_text(new_life())
        if slot is None or slot[0] == "lost":
            connection.execute("SELECT pg_create_physical_replication_slot(%s, true)", [SLOT])
    return life.read_text().strip()


def remove_slot(cluster: Cluster) -> None:
    """Without a reader the slot would only hold log back. The next reader begins a new life."""
    with psycopg.connect(cluster.superuser_conninfo(), autocommit=True) as connection:
        dropped = connection.execute(
            "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
            " WHERE slot_name = %s AND NOT active",
            [SLOT],
        )
        if dropped.rowcount:
            (cluster.data / LIFE_FILE).write_text(new_life())


def log_is_kept(cluster: Cluster) -> bool:
    """Whether somebody reads the log from its slot now."""
    with psycopg.connect(cluster.superuser_conninfo(), autocommit=True) as connection:
        asked = "SELECT active FROM pg_replication_slots WHERE slot_name = %s"
        row = connection.execute(asked, [SLOT]).fetchone()
    return bool(row and row[0])


def reload(cluster: Cluster) -> None:
    """Let the server read its settings again."""
    with psycopg.connect(cluster.superuser_conninfo(), autocommit=True) as connection:
        connection.execute("SELECT pg_reload_conf()")


def _add_extensions(cluster: Cluster, database: str) -> None:
    with psycopg.connect(cluster.superuser_conninfo(database), autocommit=True) as connection:
        have = {row[0] for row in connection.execute("SELECT extname FROM pg_extension")}
        for name in EXTENSIONS:
            if name in have:
                continue
            try:
                connection.execute(sql.SQL("CREATE EXTENSION {}").format(sql.Identifier(name)))
            except psycopg.errors.UndefinedFile:
                raise Trouble(
                    f"PostgreSQL has no {name}.", "Run: apt-get install postgresql-15-postgis-3"
                ) from None


def give(path: Path, user: str | None) -> None:
    """Let the cluster's user own the path, where that is another user."""
    if user is not None:
        shutil.chown(path, user, user)
