#!/usr/bin/env bash
# Proves that run.sh passes, fails and updates when it should, with a stand-in for the program.
set -euo pipefail

run=$(cd "$(dirname "$0")" && pwd -P)/run.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
unset UPDATE

cat >program <<'END'
#!/usr/bin/env bash
echo "in $PWD of $PROJECT with ${PLANTOOL_PLAN-no plan} and $*"
echo 'a complaint' >&2
mkdir out && printf 'bytes\0\n' >out/report
exit 3
END
chmod +x program
export PLANTOOL_PLAN=leaked

# A case that is as it should be.
mkdir -p good/input good/files/out
touch 'good/input/some file'
echo 'plantool "$(ls)"' >good/cmd
echo 'in $PWD of $PROJECT with no plan and some file' >good/stdout
echo 'a complaint' >good/stderr
echo 3 >good/exit
printf 'bytes\0\n' >good/files/out/report

# outcome pass|fail NAME COMMAND: what run.sh makes of the good case after COMMAND on it.
outcome() {
    rm -rf case && cp -R good case
    (cd case && eval "$3")
    local result=pass
    "$run" case ./program >log 2>&1 || result=fail
    [[ $result == "$1" ]] || { echo "self-test, $2: $result"; cat log; exit 1; }
}

outcome pass 'as recorded' true
outcome fail 'other stdout' 'echo x >>stdout'
outcome fail 'stdout without its last newline' 'truncate -s -1 stdout'
outcome fail 'no stdout expected' 'rm stdout'
outcome fail 'other stderr' 'echo x >stderr'
outcome fail 'no stderr expected' 'rm stderr'
outcome fail 'other exit status' 'echo 2 >exit'
outcome fail 'exit status 0 expected' 'rm exit'
outcome fail 'other bytes in a file' 'printf bytes >files/out/report'
outcome fail 'a file that is not written' 'touch files/out/other'
outcome fail 'no cmd' 'rm cmd'
outcome fail 'a misspelt entry' 'mv files file'

export UPDATE=1
outcome pass 'update' 'rm stdout exit; echo x >stderr; : >files/out/report'
diff -r good case
outcome fail 'an update cannot invent a file' 'touch files/out/other'
outcome pass 'update to nothing' 'rm -r files; echo true >cmd'
[[ $(ls case) == $'cmd\ninput' ]]

echo "golden/run.sh does what it should"
