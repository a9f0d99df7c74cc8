# Sourced by the other scripts: installs what is missing and makes the virtual environment.
# Everything here is quick when there is nothing to do.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT"

die() {
  echo "chengmai: $*" >&2
  exit 1
}

# as_root COMMAND...: run it with the rights to install packages.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo --preserve-env=DEBIAN_FRONTEND "$@"
  elif command -v sudo >/dev/null && [ -t 0 ]; then
    sudo --preserve-env=DEBIAN_FRONTEND "$@"
  else
    die "Packages are missing and this user may not install them. Run as root: apt-get install ${MISSING[*]}"
  fi
}

# need_packages NAME...: install the Debian packages that are not there yet.
need_packages() {
  command -v dpkg-query >/dev/null || die "This system has no apt. Install PostgreSQL 15 with PostGIS 3, GDAL and Python 3.11, then run .venv/bin/chengmai up"
  MISSING=()
  local name
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || MISSING+=("$name")
  done
  [ ${#MISSING[@]} = 0 ] && return
  echo "Installing ${MISSING[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # Our cluster lives in var/; Debian's own one on port 5432 is not wanted.
  if [[ " ${MISSING[*]} " == *" postgresql-15 "* ]]; then
    as_root mkdir -p /etc/postgresql-common/createcluster.d
    as_root sh -c 'echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.d/chengmai.conf'
  fi
  local log="$ROOT/var/log/apt.log"
  mkdir -p "$(dirname "$log")"
  { as_root apt-get update -q && as_root apt-get install -y -q --no-install-recommends "${MISSING[@]}"; } >"$log" 2>&1 ||
    die "The packages could not be installed: $(tail -n 1 "$log") (see var/log/apt.log)"
}

# need_python run|dev: make .venv hold exactly what the lock files pin, and this tree.
need_python() {
  local mark=.venv/.chengmai-lock kept='' wanted lock=requirements.lock
  wanted="$(cat requirements.lock requirements-dev.lock | sha256sum | cut -d' ' -f1)"
  [ -f "$mark" ] && kept="$(cat "$mark")"
  # The development lock contains the other one.
  [ "$kept" = "$wanted dev" ] || [ "$kept" = "$wanted $1" ] && return
  [ "$1" = dev ] && lock=requirements-dev.lock
  if [ ! -x .venv/bin/python ]; then
    /usr/bin/python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
      die "Python 3.11 or later is needed: $(/usr/bin/python3 --version) is too old."
    /usr/bin/python3 -m venv .venv
  fi
  echo "Installing the Python packages of $lock"
  mkdir -p var/log
  .venv/bin/python -m pip install --disable-pip-version-check -r "$lock" >var/log/pip.log 2>&1 ||
    die "The Python packages could not be installed: $(grep -m 1 ERROR var/log/pip.log) (see var/log/pip.log)"
  .venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' | while read -r site; do
    echo "$ROOT" >"$site/chengmai.pth"
  done
  printf '#!/bin/sh\nexec "$(dirname "$0")/python" -m chengmai.main.cli "$@"\n' >.venv/bin/chengmai
  chmod +x .venv/bin/chengmai
  echo "$wanted $1" >"$mark"
}

SERVER_PACKAGES=(postgresql-15 postgresql-15-postgis-3 libgdal32 gdal-bin python3-venv fonts-noto-cjk libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
