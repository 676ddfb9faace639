#!/usr/bin/env bash
# command-pages.sh PROGRAM FOLDER: plantool(1) and a page for each command, in English and Vietnamese, as
# FOLDER/en and FOLDER/vi. The program writes them from what its --help says.
set -euo pipefail

program=$1 folder=$2
commands=$("$program" __complete '' | cut -f 1)
for language in en vi; do
    mkdir -p "$folder/$language"
    "$program" help --format man --lang "$language" >"$folder/$language/plantool.1"
    for command in $commands; do
        "$program" help "$command" --format man --lang "$language" \
            >"$folder/$language/plantool-$command.1"
    done
done
