#!/usr/bin/env bash
# completion.sh PLANTOOL SHELL: what the shell (bash, zsh or fish) offers while a command line is typed,
# by the script that `plantool completion` prints for it. Each case is a line up to the cursor, the last
# word perhaps empty, and the words that are offered for it.
set -euo pipefail

program=$(realpath -e "$1")
shell=$2
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
ln -s "$program" "$scratch/plantool"
export PATH="$scratch:$PATH" HOME="$scratch" LC_ALL=C.UTF-8
export PLANTOOL_PLAN=data/plan-2022.yaml PLANTOOL_AS_OF=2022-07-05
failed=0
cases=0

# offered WORD…: what is offered in place of the last word, or what kind of file is asked for.
case $shell in
    bash)
        # shellcheck disable=SC1090
        source <(plantool completion bash)
        compopt() { COMPREPLY=("<$2>"); } # exists while readline asks alone
        offered() {
            # As readline has it: `=` is a word of its own.
            mapfile -t COMP_WORDS < <(printf '%s\n' plantool "$@" | sed -E 's/^(--[a-z-]+)=/\1\n=\n/')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _plantool plantool "${!#}"
            # It goes on behind the `=`.
            [[ ${!#} != --*=* ]] || COMPREPLY=("${COMPREPLY[@]/#/"${!#%%=*}="}")
            echo "${COMPREPLY[*]}"
        }
        ;;
    zsh)
        plantool completion zsh >"$scratch/_plantool"
        zsh -n "$scratch/_plantool"
        offered() {
            zsh -f -c '
                compdef() { }
                compset() { }
                _files() { case "$*" in (-/) print "<dirnames>" ;; (*) print "<default>" ;; esac; }
                _describe() { print -- ${(P)2%%:*}; }
                source $0
                words=(plantool "$@") CURRENT=$(($# + 1)) PREFIX=${@[-1]}
                _plantool' "$scratch/_plantool" "$@"
        }
        ;;
    fish)
        plantool completion fish >"$scratch/plantool.fish"
        fish --no-execute "$scratch/plantool.fish"
        offered() {
            fish --no-config -c 'source $argv[1]
                function __fish_complete_path; echo "<default>"; end
                function __fish_complete_directories; echo "<dirnames>"; end
                set -l line plantool (string escape -- $argv[2..-2]) $argv[-1]
                complete --do-complete (string join " " -- $line)' "$scratch/plantool.fish" "$@" |
                cut -f 1 | tr '\n' ' ' | sed 's/ $//'
            echo
        }
        ;;
esac

# try EXPECTED WORD…
try() {
    local expected=$1 actual
    shift
    cases=$((cases + 1))
    actual=$(offered "$@")
    [[ $actual == "$expected" ]] && return
    failed=1
    printf 'FAILED in %s: plantool %s\n  expected: %s\n  offered:  %s\n' "$shell" "$*" "$expected" "$actual"
}

try 'status' stat
try 'report remind record' re
try 'status due rates changes validate report remind calendar plan explain record import form schema init draft load completion help version' ''
try '--obligation --overdue --output' status --o
try '--submissions' status --sub
try '--lang' --la
try 'vi en' --lang ''
try 'auto always never' status --color ''
try 'table json ndjson csv markdown xlsx' status --format ''
try 'json' status --format j
try '--format=json' status --format=j
try 'xlsx,docx' report --format xlsx,do
try 'agency' rates --by a
try 'late' status --state l
try 'late,missing' status --fail-on late,m
try 'btg-huyen-tuy-an' status --agency btg-huyen-tuy
# fish drops what is not written as it was typed, wherever it comes from.
[[ $shell == fish ]] || try 'ubnd-huyen-son-hoa btg-huyen-son-hoa' status --agency 'sơn hòa'
try '2022-H1' status --period 2022-H
try 'II.1.1,II.1.3' status --obligation II.1.1,II.1.3
try 'bao-cao-6-thang' --quiet explain bao-cao-6
try 'btg-huyen-tuy-an' explain bao-cao-6-thang btg-huyen-tuy
try '2022-H1' explain bao-cao-6-thang btg-huyen-tuy-an 2022-H
try 'S104' explain S104
try 'bash' completion b
try 'rates' help ra
try 'plan events holidays submission status rates changes diagnostics report outline explanation import load error' schema ''
try '<default>' validate ''
try '<default>' --plan ''
try '<dirnames>' init ''
try '' status --since ''
PLANTOOL_PLAN=not-there.yaml try '' status --agency b
PLANTOOL_PLAN=README.md try '' status --agency b

((failed)) || echo "$shell offers what it should in $cases cases"
exit "$failed"
