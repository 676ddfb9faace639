#!/usr/bin/env bash
# citations.sh ROOT: every section that is cited exists, and so does what pages link to. A citation
# names a page by its file or by what it is called:
#     semantics.md, section 4          semantics.md, sections 2 to 5          cli.md
#     rules of reckoning, section 5: expected reports          quy tắc tính, phần 5: …
# Sections are the headings `## 4. Due day` of docs/PAGE.md; its first heading has the page's names,
# English · Vietnamese. `section 4` alone is, in a source, of the page named last, and in a page its
# own.
# citations.sh --self-test: proves that it does fail.
set -euo pipefail

tests=$(cd "$(dirname "$0")" && pwd)

check() {
    cd "$1"
    local headings
    headings=$(mktemp)
    awk -f "$tests/headings.awk" docs/*.md ./*.md >"$headings"
    find src docs schemas templates ./*.md -type f \
        \( -name '*.?pp' -o -name '*.inc' -o -name '*.md' -o -name '*.json' -o -name '*.yaml' -o -name '*.mustache' \) \
        -print0 2>/dev/null | sort -z |
        xargs -0 awk -v headings="$headings" -f "$tests/citations.awk" || {
        rm "$headings"
        return 1
    }
    rm "$headings"
}

# expect STATUS NAME LINE: what check says of a tree in which the file NAME has this line.
expect() {
    local tree status=0
    tree=$(mktemp -d)
    mkdir -p "$tree"/{src/core,docs,schemas,templates}
    printf '# Rules · quy tắc\n\n## 1. Days\n\n### A day\n\n## 2. Due day\n\n' >"$tree/docs/rules.md"
    printf '# Papers\n\nNo sections.\n' >"$tree/docs/papers.md"
    printf '# plantool\n' >"$tree/README.md"
    printf '%s\n' "$3" >>"$tree/$2"
    output=$(check "$tree" 2>&1) || status=1
    rm -r "$tree"
    if ((status != $1)) || { ((status)) && [[ $output != *"$2:"* ]]; }; then
        echo "self-test: $2 with '$3' gave status $status: $output" >&2
        exit 1
    fi
}

case ${1:?usage: citations.sh ROOT | --self-test} in
    --self-test)
        expect 0 src/core/a.hpp '// A day (rules.md, section 1).'
        expect 0 src/core/a.hpp '/// Both (docs/rules.md, sections 1 to 2).'
        expect 0 src/core/a.hpp $'// A day (rules.md, section 1).\n// And the table of section 2.'
        expect 0 src/core/a.hpp $'// A day (rules.md,\n// section 2).'
        expect 0 src/core/a.hpp $'// All of it (rules.md, sections\n// 1 to 2).'
        expect 0 src/core/a.cpp '    return "rules, section 2: due day";'
        expect 0 src/core/a.cpp '    return "quy tắc, phần 2: hạn";'
        expect 0 src/core/a.hpp '// Of papers (papers.md).'
        expect 0 src/core/a.cpp 'void add(const TaskSection& section);'
        expect 0 docs/rules.md 'See section 2, and [this](#a-day).'
        expect 0 README.md '[Rules, section 1](docs/rules.md#1-days), [pages](docs/papers.md).'
        expect 0 README.md '[elsewhere](https://example.org/none.md#none)'
        expect 1 src/core/a.hpp '// A day (rules.md, section 3).'
        expect 1 src/core/a.hpp '// All of it (rules.md, sections 1 to 3).'
        expect 1 src/core/a.hpp '// All of it (rules.md, sections 3 and 1).'
        expect 1 src/core/a.hpp '// The table of section 1.'
        expect 1 src/core/a.hpp '// section 2).'
        expect 1 src/core/a.hpp $'// A day (rules.md).\n// And the table of section 3.'
        expect 1 src/core/a.hpp $'// A day (rules.md,\n// section 3).'
        expect 1 src/core/a.hpp $'// All of it (rules.md, sections\n// 1 to 3).'
        expect 1 src/core/a.hpp '// A day (law.md, section 1).'
        expect 1 src/core/a.hpp '// A day (law.md).'
        expect 1 src/core/a.hpp '// A day (papers.md, section 1).'
        expect 1 src/core/a.cpp '    return "rules, section 2: days";'
        expect 1 src/core/a.cpp '    return "rules, section 7: due day";'
        expect 1 src/core/a.cpp '    return "the law, section 2: due day";'
        expect 1 src/core/a.cpp '    return "quy tắc, phần 9: hạn";'
        expect 1 schemas/a.json '{"description": "rules.md, section 9"}'
        expect 1 templates/a.mustache 'rules.md, section 9'
        expect 1 docs/rules.md 'See section 3.'
        expect 1 docs/papers.md 'See section 1.'
        expect 1 README.md '[Rules](docs/rule.md)'
        expect 1 README.md '[Rules](docs/rules.md#days)'
        expect 1 docs/rules.md '[here](#3-days)'
        echo "citations.sh finds what it should"
        ;;
    *)
        check "$1"
        echo "Every section that is cited exists"
        ;;
esac
