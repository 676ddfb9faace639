#!/usr/bin/env bash
# all-shared.sh: no two golden cases hold the same plan or the same submissions. What they share lies
# once in plans/ or submissions/, by a name that says what it shows, and the file `shared` of each case
# names it (run.sh). With UPDATE=1 a copy of what lies there goes, and its name is put into `shared`.
set -euo pipefail

cd "$(dirname "$0")"
failed=0

fail() {
    failed=1
    echo "FAILED: $*"
}

# Files of fewer bytes are read faster than their name is looked up.
trifle=100

# by_print FILES...: `HASH  NAME` of each, ended by zero bytes.
by_print() { sort -z | xargs -0 sha256sum -z --; }

# share FILE SHARED: the case of FILE, AREA/CASE/input/PATH, takes SHARED in its place.
share() {
    local path=${1#*/*/input/}
    local case_dir=${1%"/input/$path"}
    rm -- "$1"
    find "$case_dir/input" -depth -type d -empty -delete
    echo "$2 $path" >>"$case_dir/shared"
}

declare -A first
while read -r -d '' print file; do
    [[ -z ${first[$print]-} ]] || fail "$file is the same as ${first[$print]}"
    first[$print]=$file
done < <(find plans submissions -type f -print0 | by_print)

while read -r -d '' print file; do
    shared=${first[$print]-}
    if [[ -z $shared ]]; then
        first[$print]=$file
    elif [[ $shared != plans/* && $shared != submissions/* ]]; then
        fail "$file is the same as $shared: move one into plans/ or submissions/, then UPDATE=1 tests/golden/all-shared.sh"
    elif [[ ${UPDATE:-0} == 1 ]]; then
        share "$file" "$shared"
    else
        fail "$file is a copy of $shared: UPDATE=1 tests/golden/all-shared.sh"
    fi
done < <(find -- */*/input -type f -size "+$((trifle - 1))c" -print0 | by_print)

declare -A uses
for list in */*/shared; do
    while read -r shared path; do
        if [[ $shared == @(plans|submissions)/* && -f $shared && -n $path ]]; then
            uses[$shared]=$((${uses[$shared]:-0} + 1))
        else
            fail "$list names $shared, which is no file that cases share"
        fi
    done <"$list"
done
for shared in plans/* submissions/*; do
    ((${uses[$shared]:-0} > 1)) || fail "$shared has ${uses[$shared]:-0} users: it is not shared"
done

links=$(find . -type l)
[[ -z $links ]] || fail "these are links, which not every checkout can hold: $links"

((failed)) || echo "${#uses[@]} files are shared"
exit "$failed"
