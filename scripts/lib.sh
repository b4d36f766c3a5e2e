# shellcheck shell=bash
# Sourced by the scripts beside it: the machine's packages and the build. Needs no git.
set -euo pipefail
export LANG=C.UTF-8 LC_ALL=C.UTF-8
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$@"; }
fail() { printf '%s\n' "$@" >&2; exit 1; }

# As many as there are cores, and a GiB of memory for each.
parallel_jobs() {
  local cores gib
  cores=$(nproc)
  gib=$(awk '/^MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo)
  [ "$gib" -ge 1 ] || gib=1
  echo $((cores < gib ? cores : gib))
}

# quietly LOG COMMAND…: what it prints goes to build/LOG, and is shown only when it fails.
quietly() {
  local log=build/$1
  shift
  mkdir -p build
  "$@" > "$log" 2>&1 || { tail -n 40 "$log" >&2; fail "Failed: $*" "Everything it said: $log"; }
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Prints the packages of packages.txt that are not installed.
missing_packages() {
  local package
  # shellcheck disable=SC2013
  for package in $(sed 's/#.*//' scripts/packages.txt); do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || echo "$package"
  done
}

apt_install() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  as_root "${apt[@]}" update
  as_root "${apt[@]}" install --no-install-recommends "$@"
}

install_packages() {
  if ! command -v dpkg-query > /dev/null || ! command -v apt-get > /dev/null; then
    command -v cmake > /dev/null && command -v ninja > /dev/null && return
    fail "This machine has no apt. Install what these Debian packages hold, then run this again:" \
      "$(grep -v '^#' scripts/packages.txt)"
  fi
  local missing
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] && ! command -v sudo > /dev/null; then
    fail "Packages are missing, and installing them needs root. As root, run:" \
      "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
  fi
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  quietly install.log apt_install "${missing[@]}"
}

# configure PRESET: once; ninja does it again by itself when CMake files change.
configure() {
  [ ! -f "build/$1/build.ninja" ] || return 0
  say "Configuring build/$1"
  quietly "configure-$1.log" cmake --preset "$1"
}

# build PRESET [TARGET…]
build() {
  local preset=$1 quiet=()
  shift
  configure "$preset"
  [ -t 1 ] || quiet=(--quiet)
  say "Building build/$preset"
  ninja -C "build/$preset" -j "$(parallel_jobs)" "${quiet[@]}" "$@"
}
