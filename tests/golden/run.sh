#!/usr/bin/env bash
# run.sh CASE_DIR PLANTOOL: runs one golden case and compares what it did with what is recorded.
# With UPDATE=1 it records instead.
#
# A case is a folder AREA/CASE with
#     cmd      a bash snippet; `plantool` is the program under test and $PROJECT the source root
#     input/   copied to where cmd runs; without it, cmd runs in an empty folder
#     shared   names what several cases take, which lies once in ../../plans or ../../submissions: on
#              each line the file, a blank, and the path at which cmd sees a copy of it. No links,
#              which not every checkout can hold. all-shared.sh sees to that.
#     stdout, stderr    expected output, none if absent
#     stdout.vi         in the gallery: expected of a second run, in Vietnamese, so that each finding is
#                       pinned in both languages; all else is as in the first
#     exit     expected exit status, 0 if absent
#     files/   files that cmd must have written, byte for byte
# In stdout and stderr, the source root reads $PROJECT and the folder of the run reads $PWD.
set -euo pipefail

case_dir=$(cd "$1" && pwd -P)
program=$(realpath -e "$2")
project=$(cd "$(dirname "$0")/../.." && pwd -P)
update=${UPDATE:-0}
failed=0

fail() {
    failed=1
    echo "FAILED: $*"
}

[[ -f $case_dir/cmd ]] || { fail "$case_dir has no cmd"; exit 1; }
for entry in "$case_dir"/*; do
    case ${entry##*/} in
        cmd | input | shared | stdout | stdout.vi | stderr | exit | files) ;;
        *) fail "$entry means nothing to a golden case" ;;
    esac
done

# Everything that the run sees or leaves behind is in here, so that cases can run side by side.
scratch=$(cd "$(mktemp -d)" && pwd -P)
trap 'chmod -R u+rwX "$scratch"; rm -rf "$scratch"' EXIT
mkdir "$scratch"/{bin,home,tmp}
ln -s "$program" "$scratch/bin/plantool"

# An environment of its own: nobody's PLANTOOL_PLAN, NO_COLOR or time zone may leak in.
environment=(PATH="$scratch/bin:$PATH" HOME="$scratch/home" TMPDIR="$scratch/tmp"
    LC_ALL=C.UTF-8 PROJECT="$project")
for name in ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS; do
    [[ -z ${!name-} ]] || environment+=("$name=${!name}")
done

literally() { sed 's/[][\.*^$|]/\\&/g' <<<"$1"; }

# What the case has of its own, and what it shares, as the files of a fresh run.
place_input() {
    local file path
    [[ ! -d $case_dir/input ]] || cp -R "$case_dir/input/." "$scratch/run"
    [[ -f $case_dir/shared ]] || return 0
    while read -r file path; do
        [[ ! -e $scratch/run/$path ]] || { fail "$path is both in input/ and shared"; exit 1; }
        mkdir -p "$(dirname "$scratch/run/$path")"
        cp "$case_dir/../../$file" "$scratch/run/$path"
    done <"$case_dir/shared"
}

# run_cmd SUFFIX VARIABLES...: runs cmd in a fresh folder; what it prints goes to stdout and stderr
# with that suffix, and its exit status to `status`.
run_cmd() {
    local suffix=$1 stream
    shift
    chmod -R u+rwX "$scratch/run" 2>/dev/null || true
    rm -rf "$scratch/run"
    mkdir "$scratch/run"
    place_input
    status=0
    (umask 022 && cd "$scratch/run" &&
        exec env -i "${environment[@]}" "$@" bash "$case_dir/cmd" \
            </dev/null >"$scratch/stdout$suffix" 2>"$scratch/stderr$suffix") || status=$?
    for stream in stdout stderr; do
        LC_ALL=C sed -i -e "s|$(literally "$scratch/run")|\$PWD|g" \
            -e "s|$(literally "$project")|\$PROJECT|g" "$scratch/$stream$suffix"
    done
}

# compare NAME EXPECTED ACTUAL: the files are equal, or are made so.
compare() {
    local expected=$2
    [[ -e $expected ]] || expected=/dev/null
    if cmp -s "$expected" "$3"; then
        return
    elif [[ $update == 1 ]]; then
        cp "$3" "$2"
    else
        fail "$1 is not as expected"
        diff -u --label "$1, expected" --label "$1, actual" "$expected" "$3" || true
    fi
}

# Findings are pinned in English; where the language is what matters, a case says --lang.
case $case_dir in
    */gallery/*)
        run_cmd .vi PLANTOOL_LANG=vi
        status_in_vietnamese=$status
        run_cmd '' PLANTOOL_LANG=en
        compare stdout.vi "$case_dir/stdout.vi" "$scratch/stdout.vi"
        [[ $status == "$status_in_vietnamese" ]] ||
            fail "exit status $status, and $status_in_vietnamese in Vietnamese"
        ;;
    */hostile/* | */validate/*) run_cmd '' PLANTOOL_LANG=en ;;
    *) run_cmd '' ;;
esac

compare stdout "$case_dir/stdout" "$scratch/stdout"
compare stderr "$case_dir/stderr" "$scratch/stderr"

expected_status=0
[[ ! -e $case_dir/exit ]] || expected_status=$(<"$case_dir/exit")
if [[ $status != "$expected_status" ]]; then
    if [[ $update == 1 ]]; then
        echo "$status" >"$case_dir/exit"
    else
        fail "exit status $status, expected $expected_status"
    fi
fi

if [[ -d $case_dir/files ]]; then
    while IFS= read -r -d '' file; do
        if [[ -f $scratch/run/$file ]]; then
            compare "$file" "$case_dir/files/$file" "$scratch/run/$file"
        else
            fail "$file was not written"
        fi
    done < <(cd "$case_dir/files" && find . -type f -printf '%P\0' | sort -z)
fi

if [[ $update == 1 ]]; then
    # Nothing is said of what is empty or 0 anyway.
    find "$case_dir"/{stdout,stderr} -empty -delete 2>/dev/null || true
    [[ $status != 0 ]] || rm -f "$case_dir/exit"
fi
if ((failed)) && [[ $update != 1 ]]; then
    echo "If the program is right: make update-golden, then read the difference before committing."
fi
exit "$failed"
