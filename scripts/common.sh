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

# Sets `weight` to what the step in a line of ninja's costs beside others: a batch is some ten files.
weigh() {
  case $1 in
    *Unity/unity_*) weight=100 ;;
    *'Building CXX'*) weight=10 ;;
    *) weight=1 ;;
  esac
}

# left DONE TOTAL SECONDS: how long the rest takes if it goes on as it went so far; empty in the first twentieth.
left() {
  local seconds
  (($1 * 20 >= $2 && $1 < $2)) || return 0
  seconds=$(($3 * ($2 - $1) / $1 + 1))
  if ((seconds < 90)); then echo ", about $seconds s left"; else echo ", about $(((seconds + 30) / 60)) min left"; fi
}

# progress FOLDER [TARGET...]: builds, passes on what the compiler says, and shows in one line how far it is and how
# long it will take; where nobody looks on, a line every ten seconds.
progress() {
  local folder=$1 line weight total=0 done=0 begin=$SECONDS told=-10 text=
  shift
  # First the description itself, where it is out of date: it would hide the other steps.
  ninja -C "$folder" build.ninja | grep -v '^ninja: [En]' >&2 || ((PIPESTATUS[0] == 0)) || return 1
  while read -r line; do
    weigh "$line"
    ((total += weight))
  done < <(NINJA_STATUS='@ ' ninja -C "$folder" -n "$@" | grep '^@')
  NINJA_STATUS='@%f of %t@' ninja -C "$folder" -j "$(nproc)" "$@" 2>&1 | {
    while IFS= read -r line; do
      if [[ $line != @* ]]; then
        [[ $line != ninja:\ [En]* ]] || continue
        [[ -z $text || ! -t 2 ]] || echo
        text=
        printf '%s\n' "$line"
        continue
      fi
      weigh "$line"
      ((done += weight))
      text="Building: step ${line:1}"
      text="${text%%@*}$(left "$done" "$total" $((SECONDS - begin)))"
      if [[ -t 2 ]]; then
        printf '\r%-60s' "$text"
      elif ((SECONDS - told >= 10)); then
        printf '%s\n' "$text"
        told=$SECONDS
      fi
    done
    [[ -z $text || ! -t 2 ]] || echo
  } >&2
}

# build PRESET [TARGET...]: configures where needed and builds, showing how far it is.
# With tests=OFF before it, a folder that is new is configured without the tests.
build() {
  local preset=$1
  shift
  configure "$preset" "${tests:-ON}" || return
  progress "$project/build/$preset" "$@"
}
