#!/usr/bin/env bash
# targets.sh: every target that `make` lists works in a fresh clone, by itself: its recipe can be
# planned from nothing, and the quick ones are run. What takes longer is what CI runs anyway.
set -euo pipefail
# As from a shell: what a calling make has set would change what these print and do.
unset MAKEFLAGS MFLAGS MAKELEVEL

root=$(cd "$(dirname "$0")/.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# fresh NAME: a clone of HEAD that nothing was done in.
fresh() {
    git clone --quiet --shared "$root" "$scratch/$1"
    cd "$scratch/$1"
}

# try WHAT COMMAND...: the command succeeds.
try() {
    "${@:2}" >"$scratch/log" 2>&1 && return
    failed=1
    echo "FAILED in a fresh clone: $1"
    tail -5 "$scratch/log" | cut -c1-300
}

fresh planned
mapfile -t targets < <(make help | awk '{ print $2 }')
((${#targets[@]} > 15)) || { echo "FAILED: make help lists ${#targets[@]} targets"; exit 1; }
for target in "${targets[@]}"; do
    try "make -n $target" make -n "$target"
done
[[ ! -e build ]] || { failed=1; echo 'FAILED: make -n has made something'; }

quick=(help deps clean)
for target in "${quick[@]}"; do
    fresh "$target"
    try "make $target" make "$target"
    try "make clean after $target" make clean
done

# What `make bench` and its likes do first, before there is anything to measure.
fresh bench
try 'the folder of the measurements' python3 -c '
import sys
sys.path.insert(0, "bench")
import measuring
measuring.compiled("measure")'

((failed)) || echo "${#targets[@]} targets can be made in a fresh clone"
exit "$failed"
