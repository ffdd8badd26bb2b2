# shellcheck shell=bash
# Shared by the scripts beside it: where the project is, how to say what goes on, how to build.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n== %s\n' "$*" >&2; }

# Text of the comment at the top of the calling script, as its --help.
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; }

# build PRESET [TARGET...]: configures where needed and builds; prints what is built, or nothing when all is there.
build() {
  local preset=$1
  shift
  if [[ ! -f $project/build/$preset/build.ninja ]]; then
    (cd "$project" && cmake --preset "$preset" --log-level=WARNING >&2) || return
  fi
  (cd "$project" && cmake --build --preset "$preset" --parallel "$(nproc)" ${1:+--target "$@"} >&2)
}
