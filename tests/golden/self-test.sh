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

# A case that is as it should be. One file is shared with other cases, and cmd must not change that.
mkdir -p good/files/out plans area
echo shared >plans/file
echo 'plans/file some file' >good/shared
cat >good/cmd <<'END'
plantool "$(ls)"
status=$?
cat 'some file'
echo changed >'some file'
exit $status
END
echo 'in $PWD of $PROJECT with no plan and some file
shared' >good/stdout
echo 'a complaint' >good/stderr
echo 3 >good/exit
printf 'bytes\0\n' >good/files/out/report

# outcome pass|fail NAME COMMAND: what run.sh makes of the good case after COMMAND on it.
outcome() {
    rm -rf area/case && cp -R good area/case
    (cd area/case && eval "$3")
    local result=pass
    "$run" area/case ./program >log 2>&1 || result=fail
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
outcome fail 'a shared file that is not there' 'echo "plans/none some file" >shared'
outcome fail 'a shared file that the case has too' 'mkdir input; echo own >"input/some file"'

export UPDATE=1
outcome pass 'update' 'rm stdout exit; echo x >stderr; : >files/out/report'
diff -r good area/case
outcome fail 'an update cannot invent a file' 'touch files/out/other'
outcome pass 'update to nothing' 'rm -r files; echo true >cmd'
[[ $(ls area/case) == $'cmd\nshared' ]]

[[ $(<plans/file) == shared ]] || { echo 'self-test: a shared file was changed'; exit 1; }

# In the gallery a second run is in Vietnamese.
unset UPDATE
mkdir -p gallery/case
echo 'echo "in $PLANTOOL_LANG"; [[ $PLANTOOL_LANG == en ]] || exit "${OTHER:-0}"' >gallery/case/cmd
echo 'in en' >gallery/case/stdout
echo 'in vi' >gallery/case/stdout.vi
"$run" gallery/case ./program || { echo 'self-test: the gallery failed'; exit 1; }
echo 'in en' >gallery/case/stdout.vi
! "$run" gallery/case ./program >log || { echo 'self-test: Vietnamese is not looked at'; exit 1; }
UPDATE=1 "$run" gallery/case ./program
[[ $(<gallery/case/stdout.vi) == 'in vi' ]] || { echo 'self-test: no Vietnamese update'; exit 1; }
sed -i 's/OTHER:-0/OTHER:-3/' gallery/case/cmd
! "$run" gallery/case ./program >log || { echo 'self-test: another exit status passed'; exit 1; }

echo "golden/run.sh does what it should"
