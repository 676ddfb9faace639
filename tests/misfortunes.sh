#!/usr/bin/env bash
# misfortunes.sh PLANTOOL: runs the program where the system fails it: paths that cannot be used,
# standard streams that are closed or full, too little memory, too few descriptors, no time zones.
# It always ends by itself, with 0, 1 or 2; with 2 it says why; and what it writes is whole.
set -euo pipefail
# What it says is looked at in English, whatever the plan speaks.
export PLANTOOL_LANG=en

program=$(realpath -e "$1")
project=$(cd "$(dirname "$0")/.." && pwd -P)
scratch=$(cd "$(mktemp -d)" && pwd -P)
trap 'chmod -R u+rwX "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch"

cp -R "$project/data" data
# Nothing is forbidden to root: what must not be read or entered is then tried by another user, who
# needs a way to it all.
other=()
if ((EUID == 0)); then
    other=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    chmod 711 .
    chmod -R a+rX data
    mkdir -m 755 bin
    install -m 755 "$program" bin/plantool
    program=$scratch/bin/plantool
fi
as=()
plan=data/plan-2022.yaml
status=(status --plan "$plan" --as-of 2022-07-05)
report=(report --plan "$plan" --as-of 2022-07-05 --period 2022-H1)
runs=0

fail() {
    echo "FAILED: $*" >&2
    [[ ! -s stderr ]] || sed 's/^/    /' stderr >&2
    exit 1
}

# after NAME STATUS...: the run that gave $code ended by itself, with one of these.
after() {
    local name=$1 wanted
    shift
    runs=$((runs + 1))
    for wanted in "$@"; do
        [[ $code != "$wanted" ]] || return 0
    done
    fail "$name: status $code instead of $*"
}

# try NAME STATUS... -- ARGUMENTS...: with 2 it says why, in its own words.
try() {
    local name=$1 wanted=()
    shift
    while [[ $1 != -- ]]; do
        wanted+=("$1")
        shift
    done
    shift
    code=0
    timeout 60 "${as[@]}" "$program" "$@" >stdout 2>stderr </dev/null || code=$?
    after "$name" "${wanted[@]}"
    ((code != 2)) || grep -Eq '^(plantool: |error\[)' stderr || fail "$name: 2 without a word"
}

is_whole() { unzip -tqq "$1" >/dev/null 2>&1; }

# ---- paths -------------------------------------------------------------------------------------
long=$(printf 'x%.0s' {1..300})
deep=$(printf 'd/%.0s' {1..2500})
mkdir -p closed/data full empty/.git
ln -s loop.yaml loop.yaml
ln -s loop loop
ln -s nowhere dangling.yaml
mkfifo fifo.yaml
touch hidden.yaml
cp "$plan" closed/plan.yaml
chmod 000 closed hidden.yaml
bad=(no.yaml no/no.yaml loop.yaml loop/plan.yaml dangling.yaml "$long" "$long.yaml" "$long/plan.yaml"
    "${deep}plan.yaml" fifo.yaml /dev/null /dev/full empty . / "$plan/plan.yaml" '' '[2022]' '[a,b]'
    $'\xff.yaml' $'\e[1m.yaml' -)
shut=(hidden.yaml closed closed/plan.yaml closed/data/x.yaml)
try_path() {
    local path=$1 shown=${1:0:40}
    # A folder is one with plans; the one where this runs has some in `data`.
    case $path in
        .) try "--plan $shown" 0 -- status --plan "$path" ;;
        *) try "--plan $shown" 2 -- status --plan "$path" ;;
    esac
    try "--submissions $shown" 0 2 -- "${status[@]}" --submissions "$path"
    try "validate $shown" 0 1 2 -- validate --plan "$plan" "$path"
    try "--template $shown" 0 2 -- "${report[@]}" --format markdown --template "$path"
    case $path in /*|.|empty|-) return ;; esac
    try "-o $shown" 0 2 -- "${report[@]}" --format json -o "$path"
    try "-o $shown/x.xlsx" 0 2 -- "${report[@]}" -o "$path/x.xlsx"
    try "init $shown" 0 2 -- init "$path"
}
for path in "${bad[@]}"; do try_path "$path"; done
as=("${other[@]}")
for path in "${shut[@]}"; do
    try "--plan $path" 2 -- status --plan "$path"
    grep -q 'permission denied$' stderr || fail "--plan $path: it does not say that it may not"
    try "--submissions $path" 2 -- "${status[@]}" --submissions "$path"
    try "-o $path/x.xlsx" 2 -- "${report[@]}" -o "$path/x.xlsx"
    try_path "$path"
done
as=()
[[ ! -e d ]] || fail "parts of a path that is too long were left"
[[ -d '[2022]' && -d '[a,b]' ]] || fail "brackets are no list: $(ls)"

mkdir -p search/{loop,folder,deep/below}
ln -s plan.yaml search/loop/plan.yaml
mkdir search/folder/plan.yaml
for folder in search/loop search/folder search/deep/below; do
    [[ $folder == search/loop ]] && wanted=2 || wanted=0  # what is there is further up
    code=0
    (cd "$folder" && exec "$program" status) >stdout 2>stderr </dev/null || code=$?
    after "search from $folder" "$wanted"
    ((code == 0)) || grep -q '^plantool: cannot open plan.yaml: the links lead in a circle' stderr || fail "$folder: not why"
done
mkdir -p search/shut/data
chmod 000 search/shut/data
code=0
(cd search/shut && exec "${other[@]}" "$program" status) >stdout 2>stderr </dev/null || code=$?
after "search beside a folder that may not be read" 2
grep -q 'search/shut/data: permission denied$' stderr || fail "it does not say which folder"
mkdir gone
code=0
(cd gone && rmdir ../gone && exec "$program" status) >stdout 2>stderr </dev/null || code=$?
after "search from a folder that is no more" 2

# ---- standard streams --------------------------------------------------------------------------
for closed in {0,1}{0,1}{0,1}; do
    for command in version status validate plan report init; do
        rm -rf out ws
        case $command in
            version) run=(--version) ;;
            status) run=("${status[@]}") ;;
            validate) run=(validate --plan "$plan") ;;
            plan) run=(plan --plan "$plan") ;;
            report) run=("${report[@]}" --format xlsx,markdown,html,json -o out) ;;
            init) run=(init ws) ;;
        esac
        code=0
        (
            [[ $closed != 1?? ]] || exec <&-
            [[ $closed != ?1? ]] || exec >&-
            [[ $closed != ??1 ]] || exec 2>&-
            exec "$program" "${run[@]}"
        ) >stdout 2>stderr </dev/null || code=$?
        after "$command with $closed closed" 0 1 2
        if [[ $command == report || $command == init ]]; then
            ((code == 0)) || fail "$command with $closed closed: status $code"
            ! grep -rlq 'plantool: wrote' out ws 2>/dev/null || fail "$closed: a message in a file"
        elif [[ $closed == ?1? ]]; then
            ((code == 2)) || fail "$command with $closed closed: status $code, and nothing was shown"
        fi
        [[ $command != report ]] || is_whole out/bao-cao-2022-H1.xlsx || fail "$closed: workbook"
    done
done
code=0
"$program" "${status[@]}" --submissions - <&- >stdout 2>stderr || code=$?
after "standard input closed" 2

for command in "${status[*]}" "${status[*]} --format json" "${status[*]} --format csv" \
    "validate --plan $plan" "plan --plan $plan" "${report[*]} --format html" \
    "explain P101" "schema plan" --help --version; do
    code=0
    # shellcheck disable=SC2086  # split on purpose
    "$program" $command >/dev/full 2>stderr || code=$?
    after "$command >/dev/full" 2
    grep -q '^plantool: cannot write' stderr || fail "$command >/dev/full: not a word"
    code=0
    # shellcheck disable=SC2086
    "$program" $command >/dev/null 2>/dev/full || code=$?
    after "$command 2>/dev/full" 0 1
done

# Who reads may have had enough: the status is the one that was promised.
{ code=0; "$program" "${status[@]}" --format ndjson --fail-on overdue || code=$?; echo $code >promised; } |
    true
[[ $(cat promised) == 1 ]] || fail "--fail-on into a closed pipe: status $(cat promised)"
{ code=0; "$program" "${status[@]}" --format ndjson || code=$?; echo $code >promised; } | true
[[ $(cat promised) == 0 ]] || fail "a closed pipe: status $(cat promised)"

# ---- limits ------------------------------------------------------------------------------------
# A sanitizer opens pipes and reserves terabytes for itself, so that with few descriptors it sees
# faults that are none, and with little memory does not begin: these are for the program as it is.
limits() {
    for most in {3..12} 16 20; do
        for command in status report; do
            rm -rf out
            [[ $command == status ]] && run=("${status[@]}") || run=("${report[@]}" -o out)
            code=0
            (ulimit -n "$most" && exec "$program" "${run[@]}") >stdout 2>stderr </dev/null || code=$?
            # With fewer the loader finds no libraries, and the program never begins.
            ((code != 127)) || grep -q 'loading shared' stderr || fail "$command: 127"
            ((code == 127)) || after "$command with $most descriptors" 0 2
            [[ ! -e out/bao-cao-2022-H1.xlsx ]] || is_whole out/bao-cao-2022-H1.xlsx || fail "$most"
        done
    done

    # Where there is no room for the program itself, the shell would tell of its signal.
    begins() { { (ulimit -v "$1" && exec "$program" --version) >stdout 2>stderr; } 2>/dev/null; }
    local least=4000
    until begins "$least"; do
        least=$((least + 1000))
        ((least < 200000)) || fail "no amount of memory is enough"
    done
    for more in {0..9} 12 16 24 32; do
        rm -rf out
        for command in status report; do
            [[ $command == status ]] && run=("${status[@]}") || run=("${report[@]}" -o out)
            code=0
            (ulimit -v $((least + more * 1000)) && exec "$program" "${run[@]}") >stdout 2>stderr \
                </dev/null || code=$?
            after "$command with $((least + more * 1000)) KiB" 0 2
            ((code == 0)) || [[ -s stderr ]] || fail "$command with $more: 2 without a word"
        done
        [[ ! -e out/bao-cao-2022-H1.xlsx ]] || is_whole out/bao-cao-2022-H1.xlsx || fail "$more"
    done
}
grep -q __asan_init "$program" || limits

mkdir kept
"$program" "${report[@]}" --format xlsx -o kept/a.xlsx 2>stderr
before=$(sha256sum <kept/a.xlsx)
for blocks in 0 1 2 4 8 12 16; do
    code=0
    (ulimit -f "$blocks" && exec "$program" "${report[@]}" --lang en -o kept/a.xlsx) \
        >stdout 2>/dev/null </dev/null || code=$?
    after "files of $blocks blocks" 0 2
    is_whole kept/a.xlsx || fail "files of $blocks blocks: the workbook is damaged"
    ((code == 0)) || [[ $(sha256sum <kept/a.xlsx) == "$before" ]] || fail "the old one is gone"
    [[ $(ls -A kept) == a.xlsx ]] || fail "something is left behind: $(ls -A kept)"
    before=$(sha256sum <kept/a.xlsx)
done

# ---- time zones --------------------------------------------------------------------------------
sed 's|^  timezone: .*|  timezone: Europe/Rome|' "$plan" >data/rome.yaml
grep -q 'timezone: Europe/Rome' data/rome.yaml || fail "the plan for Rome has no timezone"
try "a zone of the database" 0 -- status --plan data/rome.yaml --as-of 2022-07-05
# A system without the database, for this process alone. Where nobody may mount, the unit tests of
# the zones stand for it.
if unshare -rm true 2>/dev/null; then
    without() {
        code=0
        # shellcheck disable=SC2016
        unshare -rm sh -c 'mount -t tmpfs none /usr/share/zoneinfo && exec "$@"' sh "$program" "$@" \
            >stdout 2>stderr </dev/null || code=$?
    }
    without "${status[@]}"
    after "no time-zone database" 0
    without init new
    after "init without a time-zone database" 0
    without status --plan data/rome.yaml --as-of 2022-07-05
    after "a zone without a database" 2
    [[ $(cat stderr) == "plantool: there is no time-zone database in "*"Europe/Rome"* ]] ||
        fail "a zone without a database: $(cat stderr)"
fi

echo "$runs runs"
