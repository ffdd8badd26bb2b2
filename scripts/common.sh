# shellcheck shell=bash
# Shared by the scripts beside it: where the project is, how to say what goes on, how to build.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n== %s\n' "$*" >&2; }

# Text of the comment at the top of the calling script, as its --help.
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; }

# configure PRESET TESTS: TESTS is ON or OFF; without the tests their libraries are not needed. A folder that has them
# keeps them.
configure() {
  local folder=$project/build/$1
  if [[ -f $folder/build.ninja ]]; then
    [[ $2 == OFF ]] || grep -q '^PHUSONG_BUILD_TESTS:BOOL=ON' "$folder/CMakeCache.txt" && return
  fi
  (cd "$project" && cmake --preset "$1" -DPHUSONG_BUILD_TESTS="$2" --log-level=WARNING >&2)
}

# build PRESET [TARGET...]: configures where needed and builds; prints what is built, or nothing when all is there.
# With tests=OFF before it, a folder that is new is configured without the tests.
build() {
  local preset=$1
  shift
  configure "$preset" "${tests:-ON}" || return
  (cd "$project" && cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"} >&2)
}
