#!/usr/bin/env bash
# arrows.sh SRC_DIR: fails on an #include against the arrows
#     text <- diag <- core <- {read, write} <- cli <- main
# and on a library outside the one folder that may know it.
# arrows.sh --self-test: proves that it does fail.
set -euo pipefail

check() {
    (cd "$1" && find . -name '*.cpp' -o -name '*.hpp' | sed 's|^\./||' | sort | xargs -r -d '\n' awk '
        BEGIN {
            reach["text"] = "text"
            reach["diag"] = "diag text"
            reach["core"] = "core diag text"
            reach["read"] = "read core diag text"
            reach["write"] = "write core diag text"
            reach["cli"] = "cli read write core diag text"
            reach["main.cpp"] = reach["cli"]
            home["yaml-cpp"] = home["simdjson.h"] = home["sha2.h"] = "read"
            home["xlsxwriter.h"] = home["xlsxwriter"] = home["kainjow"] = "write"
            home["CLI"] = "cli"
        }
        function holds(list, word) { return index(" " list " ", " " word " ") }
        function complain(why) { print FILENAME ":" FNR ": " why; bad = 1 }

        FNR == 1 {
            split(FILENAME, path, "/")
            folder = path[1]
            if (!(folder in reach)) complain("src/" folder " has no place among the arrows")
        }
        match($0, /^[ \t]*#[ \t]*include[ \t]*["<][^">]*/) {
            header = substr($0, RSTART, RLENGTH)
            sub(/.*["<]/, "", header)
            split(header, part, "/")
            if (part[1] ~ /^\.\.?$/) complain("write " header " as a path from src/")
            else if (part[1] in reach && !holds(reach[folder], part[1]))
                complain(folder " must not include " header)
            else if (part[1] in home && folder != home[part[1]])
                complain(header " belongs in " home[part[1]] "/ alone")
        }
        END { exit bad }')
}

# expect STATUS FILE INCLUDE: what check says of a tree with just this include.
expect() {
    local tree status=0
    tree=$(mktemp -d)
    mkdir -p "$tree/$(dirname "$2")"
    printf '// A comment.\n#include %s\n' "$3" >"$tree/$2"
    output=$(check "$tree") || status=1
    rm -r "$tree"
    if ((status != $1)) || { ((status)) && [[ $output != "$2:2: "* ]]; }; then
        echo "self-test: $2 with #include $3 gave status $status: $output" >&2
        exit 1
    fi
}

case ${1:?usage: arrows.sh SRC_DIR | --self-test} in
    --self-test)
        expect 0 core/a.cpp '"diag/b.hpp"'
        expect 0 core/a.cpp '<vector>'
        expect 0 core/a.cpp '"b.hpp"'
        expect 0 read/deep/a.hpp '<yaml-cpp/yaml.h>'
        expect 0 cli/a.cpp '"write/b.hpp"'
        expect 0 main.cpp '"cli/run.hpp"'
        expect 1 text/a.cpp '"diag/b.hpp"'
        expect 1 diag/a.hpp '"core/b.hpp"'
        expect 1 core/a.cpp '<read/b.hpp>'
        expect 1 read/a.cpp '"write/b.hpp"'
        expect 1 write/deep/a.cpp '"read/b.hpp"'
        expect 1 write/a.cpp '"cli/b.hpp"'
        expect 1 cli/a.cpp '"../core/b.hpp"'
        expect 1 core/a.cpp '<yaml-cpp/yaml.h>'
        expect 1 cli/a.cpp '<simdjson.h>'
        expect 1 read/a.cpp '<xlsxwriter.h>'
        expect 1 cli/a.cpp '<kainjow/mustache.hpp>'
        expect 1 main.cpp '<CLI/CLI.hpp>'
        echo "arrows.sh finds what it should"
        ;;
    *)
        check "$1"
        echo "No include goes against the arrows"
        ;;
esac
