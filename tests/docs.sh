#!/usr/bin/env bash
# docs.sh DOCUMENT PLANTOOL [afresh]: the transcripts in DOCUMENT are what the program says. In a
# ```console block, each `$ plantool …` line is run in the source root, and the lines below it are its
# output, both streams together. A block of commands alone shows how, not what: it is not run.
# `afresh`: every command is run, one after the other, where nothing is but `data` and `tests`; a `cd`
# holds for those that follow.
# With UPDATE=1 the document is rewritten instead.
set -euo pipefail

document=$(realpath -e "$1")
program=$(realpath -e "$2")
cd "$(dirname "$0")/.."
afresh=${3:+1}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/plantool"
place=$PWD
if [[ -n $afresh ]]; then
    place=$scratch/afresh
    mkdir "$place"
    ln -s "$PWD/data" "$PWD/tests" "$place"
fi
printf '%s' "$place" >"$scratch/place"

run() {
    env -i PATH="$scratch/bin:$PATH" HOME="$scratch" LC_ALL=C.UTF-8 PLANTOOL_COLUMNS=80 SAVED="$scratch/place" \
        bash -c 'cd "$(<"$SAVED")"; eval "$0"; printf %s "$PWD" >"$SAVED"' "$1" </dev/null 2>&1 || true
}

transcripts=0
inside=0
command=
shown=0  # output lines below the command
while IFS= read -r line; do
    if [[ $line == '```console' ]]; then
        inside=1
    elif ((inside)) && [[ $line == '```' || $line == '$ '* ]]; then
        if [[ -n $command ]] && ((shown || afresh)); then
            run "$command"
            transcripts=$((transcripts + 1))
        fi
        command=
        shown=0
        [[ $line != '```' ]] || inside=0
        [[ $line != '$ '* || ($line != '$ plantool '* && -z $afresh) ]] || command=${line#'$ '}
    elif [[ -n $command ]]; then
        shown=$((shown + 1))
        continue
    fi
    printf '%s\n' "$line"
done <"$document" >"$scratch/document"

if ((transcripts == 0)); then
    echo "$document has no transcript"
    exit 1
elif [[ ${UPDATE:-0} == 1 ]]; then
    cp "$scratch/document" "$document"
elif ! diff -u --label "$1" --label 'what plantool says' "$document" "$scratch/document"; then
    echo "If the program is right: make update-golden, then read the difference before committing."
    exit 1
fi
