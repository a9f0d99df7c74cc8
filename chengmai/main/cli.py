"""The command `chengmai`: parses the words and calls one function; decides nothing itself."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from chengmai.main import city_commands, keys_command, ledger_command
from chengmai.main.case_commands import add_case_commands
from chengmai.main.cli_census import census_words
from chengmai.main.ground.layout import learn_addresses
from chengmai.main.ground.trouble import Stopped, Trouble


def main(argv: Sequence[str] | None = None) -> int:
    """Entry point. Returns the exit code; what stops us is said in one line."""
    options = parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int | None] = options.run
    try:
        return command(options) or 0
    except Trouble as trouble:
        print(f"chengmai: {trouble}", file=sys.stderr)
        return 1
    except (Stopped, KeyboardInterrupt):
        return 130


def parser() -> argparse.ArgumentParser:
    """All commands and their words."""
    top = argparse.ArgumentParser(prog="chengmai", description="Chengmai 城脉, a city's operations")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    up = _command(commands, "up", _up, "start everything and look after it until Ctrl-C")
    up.add_argument("--no-demo", action="store_true", help="an empty city, without the demo")
    up.add_argument("--no-web", action="store_true", help="do not build the web applications")

    servers = _command(commands, "test-servers", _servers, "run a command with private servers")
    servers.add_argument("--var", type=Path, default=Path("var/test"))
    servers.add_argument("--durable", action="store_true", help="with fsync, as in a real city")
    servers.add_argument("words", nargs=argparse.REMAINDER, metavar="-- COMMAND")

    prepare = _command(commands, "prepare", _prepare, "bring schema and keys up to date")
    prepare.add_argument("--demo", action="store_true", help="also make the demo city, once")

    migrate = _command(commands, "migrate", _migrate, "bring the database schema up to date")
    migrate.add_argument("--back-to", metavar="RELEASE", help="undo what came after this release")
    _command(commands, "seed", _seed, "make the demo city, once")
    _command(commands, "relay", _relay, "carry facts from the ledger to JetStream")
    _command(commands, "react", _react, "answer the facts of other domains")
    work = _command(commands, "work", _work, "do the work that waits in the queue")
    work.add_argument("--lane", choices=["short", "long"], help="only short or only long work")

    ledger_command.add(commands, _command)

    backup = _command(commands, "backup", _backup, "copy the whole city while it works")
    backup.add_argument("--to", help="a folder or s3://bucket/prefix; else CHENGMAI_BACKUP_TO")
    what = backup.add_mutually_exclusive_group()
    what.add_argument("--log-only", action="store_true", help="only the newest log and no more")
    what.add_argument("--list", action="store_true", help="say which backups there are")
    what.add_argument("--verify", action="store_true", help="read all files back; prove the ledger")
    backup.add_argument("--backup", help="verify: this one instead of the newest")

    restore = _command(commands, "restore", _restore, "bring a city back from a backup")
    restore.add_argument("--from", dest="place", required=True, help="where the backups are")
    restore.add_argument("--backup", default="", help="this one instead of the newest")
    restore.add_argument("--at", help="up to this moment, such as 2026-05-01T14:03+08:00")
    restore.add_argument("--wal", type=Path, help="the folder of the kept log, if not in var/wal")
    restore.add_argument("--old-data", type=Path, help="a damaged data folder, for its pg_wal")

    keys_command.add(commands, _command)

    letters = _command(commands, "deadletters", _letters, "facts that nobody could answer")
    letters.add_argument("what", choices=["list", "replay"])
    letters.add_argument("numbers", nargs="*", type=int, help="replay: which; all without a number")

    census_words(_command(commands, "census", _census, "take the city's own data in and out"))

    intake = _command(commands, "intake", _intake, "take in a file of citizens' messages")
    intake.add_argument("what", choices=["import"])
    intake.add_argument("file", type=Path, help="CSV or XLSX")
    intake.add_argument("--dry-run", action="store_true", help="try every row, make no case")
    intake.add_argument("--map", help='JSON such as {"columns": {"0": "message_no"}}')
    intake.add_argument("--report", type=Path, help="write the row report (XLSX) here")

    add_case_commands(commands, _django, _say)

    administrator = _command(
        commands, "administrator", _administrator, "help an account that nobody else can help"
    )
    administrator.add_argument("what", choices=["reset"])
    administrator.add_argument("username", help="whose password and factors are begun anew")

    calendar = _command(commands, "calendar", _calendar, "bring open deadlines to the calendar")
    calendar.add_argument("what", choices=["recompute"])

    tables = _command(commands, "tables", _tables, "a city's reference data as files")
    tables.add_argument("what", choices=["export", "import"])
    tables.add_argument("folder", type=Path, metavar="DIR", help="one CSV for each table")
    tables.add_argument("--dry-run", action="store_true", help="import: only say what would change")
    tables.add_argument("--reason", default="导入参考数据", help="import: kept in the history")

    city_commands.add(commands, _command)

    build = _command(commands, "web-build", _web_build, "build the web where its sources changed")
    build.add_argument("--install-only", action="store_true", help="only fetch what it needs")
    _command(commands, "node-path", _node_path, "print the folder of Node and npm")

    openapi = _command(commands, "openapi", _openapi, "print the OpenAPI document")
    openapi.add_argument("--out", type=Path, help="write it to this file instead")
    return top


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int | None],
    words: str,
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=words, description=words)
    made.set_defaults(run=run)
    return made


def _django(*, learn: bool = True) -> None:
    import django

    if learn:
        learn_addresses()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengmai.main.settings")
    django.setup()


def _say(line: str) -> None:
    print(line, flush=True)


def _up(options: argparse.Namespace) -> int:
    from chengmai.main.ground.up import up

    return up(demo=not options.no_demo, build_web=not options.no_web, say=_say)


def _servers(options: argparse.Namespace) -> int:
    from chengmai.main.ground.servers import with_servers

    words = [word for index, word in enumerate(options.words) if (index, word) != (0, "--")]
    if not words:
        raise Trouble("No command was given.", "Say: chengmai test-servers -- COMMAND")
    return with_servers(options.var, words, durable=options.durable, say=_say)


def _prepare(options: argparse.Namespace) -> None:
    _django()
    from chengmai.main.ground.prepare import prepare

    prepare(demo=options.demo, say=_say)


def _migrate(options: argparse.Namespace) -> None:
    _django()
    from chengmai.main.upgrading import bring_back_to, bring_up_to_date

    if options.back_to:
        _say(f"{bring_back_to(options.back_to, _say)} steps were undone.")
    else:
        _say(f"{bring_up_to_date(_say)} steps were taken.")


def _seed(_: argparse.Namespace) -> None:
    _django()
    from chengmai.main.demo import seed_demo

    seed_demo(out=_say)


def _relay(_: argparse.Namespace) -> None:
    _django()
    from chengmai.kernel.relay import run_relay

    run_relay()


def _react(_: argparse.Namespace) -> None:
    _django()
    from chengmai.kernel.reactor import run_reactor

    run_reactor()


def _work(options: argparse.Namespace) -> None:
    _django()
    from django.core.management import call_command

    from chengmai.kernel.jobs import AT_ONCE, LANES

    lanes = [options.lane] if options.lane else list(LANES)
    queues = ",".join(queue for lane in lanes for queue in LANES[lane])
    at_once = str(sum(AT_ONCE[lane] for lane in lanes))
    call_command("procrastinate", "worker", "--queues", queues, "--concurrency", at_once)


def _backup(options: argparse.Namespace) -> None:
    _django()
    from django.conf import settings

    from chengmai.main.backup import take
    from chengmai.main.backup.depot import open_depot

    address = options.to or settings.BACKUP_TO
    if not address:
        raise Trouble("No place was given.", "Say --to DIR or set CHENGMAI_BACKUP_TO.")
    if options.log_only:
        _say(f"{take.ship_log(address)} log files were copied.")
    elif options.list:
        for made in take.all_backups(open_depot(address, make=False)):
            _say(f"{made.name}  {made.way}  {made.database.bytes / 1e6:.1f} MB  {made.version}")
    elif options.verify:
        take.verify_backup(address, options.backup, _say)
    else:
        take.take_backup(address, _say)


def _restore(options: argparse.Namespace) -> None:
    _django(learn=False)
    from chengmai.main.backup.bring_back import Wish, restore

    at = _moment(options.at) if options.at else None
    restore(Wish(options.place, options.backup, at, options.wal, options.old_data), _say)


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Trouble(f"{text} is no time.", "Write it like 2026-05-01T14:03+08:00.") from None
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo("Asia/Shanghai"))


def _letters(options: argparse.Namespace) -> int:
    _django()
    from django.utils.module_loading import autodiscover_modules

    from chengmai.kernel.deadletters import open_letters, replay
    from chengmai.kernel.errors import Refusal

    autodiscover_modules("reactions")
    letters = [x for x in open_letters() if not options.numbers or x.pk in options.numbers]
    failed = 0
    for letter in letters:
        state = "waits"
        if options.what == "replay":
            try:
                replay(letter.pk)
                state = "answered"
            except Refusal as refusal:
                state, failed = str(refusal), failed + 1
        _say(f"{letter.pk}  {letter.reaction}  {letter.error}  {state}")
    _say(f"{len(letters)} dead letters")
    return 1 if failed else 0


def _census(options: argparse.Namespace) -> int:
    _django()
    from chengmai.main.cli_census import run_census

    return run_census(options, say=_say)


def _intake(options: argparse.Namespace) -> int:
    _django()
    from django.utils import timezone

    from chengmai.cases.public import import_messages

    if not options.file.is_file():
        raise Trouble(f"There is no file {options.file}.", "Give the path of a CSV or XLSX file.")
    mapping = _json_object(options.map) if options.map else None
    return import_messages(
        options.file,
        dry_run=options.dry_run,
        mapping=mapping,
        report=options.report,
        at=timezone.now(),
        say=_say,
    )


def _json_object(text: str) -> dict[str, object]:
    import json

    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Trouble("The mapping is not a JSON object.", "See chengmai intake --help.")
    return found


def _administrator(options: argparse.Namespace) -> None:
    _django()
    from django.utils import timezone

    from chengmai.identity.public import rescue_account
    from chengmai.kernel.errors import Refusal

    try:
        password = rescue_account(username=options.username, at=timezone.now())
    except Refusal as refusal:
        raise Trouble(str(refusal), "Name an account of staff.") from None
    _say(f"{options.username}: one-time password {password} (said only this once); no factor left")


def _calendar(_: argparse.Namespace) -> None:
    _django()
    from django.utils import timezone

    from chengmai.cases.public import recompute_deadlines

    _say(f"{recompute_deadlines(at=timezone.now())} deadlines were computed again.")


def _tables(options: argparse.Namespace) -> int:
    _django()
    from chengmai.kernel.errors import Refusal
    from chengmai.main.tables.command import run_tables

    if options.what == "import" and not options.folder.is_dir():
        raise Trouble(f"There is no folder {options.folder}.", "Give what `tables export` wrote.")
    try:
        return run_tables(
            options.what, options.folder, dry_run=options.dry_run, reason=options.reason, say=_say
        )
    except Refusal as refusal:
        raise Trouble(str(refusal), str(refusal.facts.get("remedy", ""))) from None


def _web_build(options: argparse.Namespace) -> None:
    from chengmai.main.ground import lock, web
    from chengmai.main.ground.layout import Layout, layout_here
    from chengmai.main.ground.supervisor import Supervisor

    layout = Layout(layout_here().var / "build")
    layout.prepare()
    with lock.held(layout), Supervisor(layout, _say) as supervisor:
        ran = web.install(supervisor) if options.install_only else web.build(supervisor)
    done = "What the web needs is there." if options.install_only else "The web was built."
    _say(done if ran else "The web build is up to date.")


def _node_path(_: argparse.Namespace) -> None:
    from chengmai.main.ground import web

    _say(str(web.node_folder()))


def _openapi(options: argparse.Namespace) -> None:
    _django()
    from chengmai.main.api import openapi_text

    if options.out:
        options.out.write_text(openapi_text())
    else:
        sys.stdout.write(openapi_text())


if __name__ == "__main__":
    sys.exit(main())
