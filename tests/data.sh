#!/usr/bin/env bash
# data.sh PLANTOOL: every plan and every submission below data/ is valid. What is found there, but for
# infos, is what tests/data-findings.txt lists with its reason, no more and no less; and every file is
# read by some workspace, so that none is valid only because nobody looked.
set -euo pipefail

program=$(realpath -e "$1")
cd "$(dirname "$0")/.."
list=tests/data-findings.txt
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Later than all that is on file, so that nothing has yet to come, whatever the clock says.
today=2027-03-01
failed=0

# validate DIRECTORY ARGUMENT...: what plantool says there, both streams in $scratch/said.
validate() {
    (cd "$1" && env -i HOME="$scratch" LC_ALL=C.UTF-8 \
        "$program" validate --as-of "$today" --lang en "${@:2}" </dev/null) >"$scratch/said" 2>&1 || true
}

# data_files DIRECTORY: the files of data below it, but for the examples, which are workspaces themselves.
data_files() {
    find "$1" -path data/examples -prune -o -type f -regextype posix-extended \
        -regex '.*\.(ya?ml|json|ndjson|jsonl|csv|tsv)' -print
}

# check DIRECTORY DATA ELSEWHERE: the workspace in DIRECTORY reads all of DATA, and ELSEWHERE files more.
check() {
    local prefix=$1/ expected counted
    [[ $1 != . ]] || prefix=
    validate "$1" --format github
    sed -n "s|^::\(error\) file=\([^,]*\),.*title=\([PS][0-9]*\) .*|\1 \3 $prefix\2|p
            s|^::\(warning\) file=\([^,]*\),.*title=\([PS][0-9]*\) .*|\1 \3 $prefix\2|p" \
        "$scratch/said" >>"$scratch/found"
    validate "$1"
    expected=$(($(data_files "$2" | wc -l) + $3))
    counted=$(sed -n 's/^\([0-9]*\) files, .*/\1/p' "$scratch/said")
    if [[ $counted != "$expected" ]]; then
        echo "$1: plantool read ${counted:-no} files, there are $expected"
        failed=1
    fi
}

: >"$scratch/found"
# The two plans of the sample, known together.
check . data 0
for plan in data/examples/*/plan.yaml; do
    folder=${plan%/plan.yaml}
    elsewhere=$(grep -c 'holidays: \.\./' "$plan") || true
    check "$folder" "$folder" "$elsewhere"
done

sed -e 's/ *|.*//' -e '/^#/d' -e '/^$/d' "$list" | LC_ALL=C sort -u >"$scratch/listed"
LC_ALL=C sort -u "$scratch/found" >"$scratch/sorted"
if grep -vn -e '^#' -e '^$' -e ' | .' "$list"; then
    echo "$list: a finding needs its reason behind a bar"
    failed=1
fi
if ! diff -u --label "$list" --label 'what plantool finds' "$scratch/listed" "$scratch/sorted"; then
    failed=1
fi
exit "$failed"
