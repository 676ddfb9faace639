#!/usr/bin/env bash
# first-change.sh [--print | --applies | --self-test]: the worked example of CONTRIBUTING.md, "Your first
# change", still works: its diffs apply to a copy of HEAD, and each command in its blocks that begins with
# `$` succeeds there, the tests that it names among them. With CONTRIBUTING.md and this script as they are
# in the working tree.
#     --print       the diffs, as one patch
#     --applies     only whether they apply; builds nothing
#     --self-test   proves that it does fail
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# blocks LANGUAGE: the lines in blocks of that language, of the section alone.
blocks() {
    awk -v language="$1" '
        /^## / && !fenced { inside = $0 == "## Your first change" }
        /^```/ { shown = !fenced && inside && $0 == "```" language; fenced = !fenced; next }
        shown { print }' "$document"
}

# apply: the diffs are in the copy, whole or not at all.
apply() {
    blocks diff >"$scratch/patch"
    [[ -s $scratch/patch ]] || { echo "FAILED: $document has no diff in that section"; return 1; }
    git -C "$scratch/copy" apply --whitespace=error-all "$scratch/patch" ||
        { echo 'FAILED: the change of CONTRIBUTING.md does not fit the sources'; return 1; }
}

copy() {
    rm -rf "$scratch/copy"
    git -c advice.detachedHead=false clone --quiet --shared "$root" "$scratch/copy"
}

# try: the commands, as they stand there. They must not take a calling make for theirs.
try() {
    local commands command
    mapfile -t commands < <(blocks console | sed -n 's/^\$ //p')
    ((${#commands[@]})) || { echo 'FAILED: the section names no command'; return 1; }
    for command in "${commands[@]}"; do
        echo "\$ $command"
        (cd "$scratch/copy" && env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL -u UPDATE bash -c "set -o pipefail; $command") ||
            { echo "FAILED: $command"; return 1; }
    done
    # A pattern that no test answers to is no error for ctest: what was added has to have run.
    grep -q 'golden/status/short-name' "$scratch/copy/build/dev/Testing/Temporary/LastTest.log" ||
        { echo 'FAILED: the test that was added did not run'; return 1; }
}

# expect STATUS WHAT SED: what comes of the document, edited so.
expect() {
    local status=0
    sed -E "$3" "$root/CONTRIBUTING.md" >"$scratch/edited.md"
    document=$scratch/edited.md
    copy
    apply >"$scratch/log" 2>&1 || status=1
    if ((status != $1)); then
        echo "self-test: $2 gave status $status:"
        cat "$scratch/log"
        exit 1
    fi
}

document=$root/CONTRIBUTING.md
case ${1:-} in
    --print) blocks diff ;;
    --applies)
        copy
        apply
        echo 'the first change of CONTRIBUTING.md fits the sources'
        ;;
    --self-test)
        expect 0 'the document as it is' ''
        expect 1 'a line that is not in the sources' 's/^-( +)"assumed"$/-\1"presumed"/'
        expect 1 'a hunk that counts wrongly' 's/^@@ -0,0 \+1,4 @@/@@ -0,0 +1,5 @@/'
        expect 1 'another heading' 's/^## Your first change/## Something else/'
        expect 1 'no diffs' 's/^(.{3})diff$/\1text/'
        echo 'first-change.sh finds what it should'
        ;;
    '')
        copy
        apply
        try
        echo 'the first change of CONTRIBUTING.md works'
        ;;
    *) sed -n '2,8s/^# //p' "$0" >&2; exit 2 ;;
esac
