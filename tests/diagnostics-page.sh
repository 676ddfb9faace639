#!/usr/bin/env bash
# diagnostics-page.sh LANGUAGE PLANTOOL: docs/diagnostics.md (en) or docs/diagnostics.vi.md (vi) is
# what `plantool explain` says of every code, with what the gallery shows of it. With UPDATE=1 the
# page is written instead.
set -euo pipefail

language=$1
program=$(realpath -e "$2")
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

case $language in
    en)
        page=docs/diagnostics.md
        plan_title='The plan and its files'
        submission_title='Submissions'
        shown='What it looks like:'
        finding=stdout
        columns='| code | slug | severity | title |'
        head='# Diagnostics

What `plantool validate` can find. The same texts come from `plantool explain CODE`. The severity
is the usual one: the plan can give a code another, as `validation: {S113: error}`, or turn it
`off`. Vietnamese: [diagnostics.vi.md](diagnostics.vi.md). The examples are invented.'
        ;;
    vi)
        page=docs/diagnostics.vi.md
        plan_title='Kế hoạch và các tệp của kế hoạch'
        submission_title='Bản báo cáo'
        shown='Khi gặp lỗi, chương trình in ra:'
        finding=stdout.vi
        columns='| mã | tên | mức | nội dung |'
        head='# Các mã kiểm tra

Những điều mà `plantool validate` có thể phát hiện. Lệnh `plantool explain MÃ` in ra cùng nội dung.
Mức (error: lỗi, warning: cảnh báo, info: thông tin) là mức thông thường: kế hoạch có thể đặt mức
khác, như `validation: {S113: error}`, hoặc tắt bằng `off`. Bản tiếng Anh:
[diagnostics.md](diagnostics.md). Các ví dụ đều là giả định.'
        ;;
    *) echo "no language $language" >&2; exit 2 ;;
esac

codes=()
for case in tests/golden/gallery/*; do
    code=${case##*/}
    codes+=("${code%%-*}")
done
mkdir "$scratch/said"
env -i LC_ALL=C.UTF-8 PLANTOOL_COLUMNS=100 "$program" --lang "$language" explain "${codes[@]}" |
    awk -v folder="$scratch/said" '
        /^[PS][0-9]+ [a-z0-9-]+ \(/ { code = $1; held = "" }
        $0 == "" { held = held "\n"; next }
        { printf "%s%s\n", held, $0 > (folder "/" code); held = "" }'
say() { cat "$scratch/said/$1"; }

# The pages by their names, as in `file formats, section 2: submission`, and the anchors of their sections.
declare -A page_called anchor_of
while IFS=$'\t' read -r file level anchor text; do
    case $level in
        1) for name in "${text%% · *}" "${text##* · }"; do page_called[${name,,}]=${file##*/}; done ;;
        2) [[ $text != [0-9]*.* ]] || anchor_of[${file##*/} ${text%%.*}]=$anchor ;;
    esac
done < <(awk -f tests/headings.awk docs/semantics.md docs/formats.md docs/cli.md)

# The page's clauses lead to the sections that they name.
link_clauses() {
    local line clause name number target
    while IFS= read -r line; do
        if [[ $line =~ ^(Clause|Căn\ cứ):\ (.*)$ ]]; then
            clause=${BASH_REMATCH[2]}
            name=${clause%%[,:]*}
            target=${page_called[$name]-}
            [[ $target ]] || { echo "no page of docs/ is called \`$name\`" >&2; return 1; }
            if [[ $clause =~ ,\ (section|phần)\ ([0-9]+) ]]; then
                number=${BASH_REMATCH[2]}
                [[ ${anchor_of[$target $number]-} ]] ||
                    { echo "docs/$target has no section $number" >&2; return 1; }
                target+="#${anchor_of[$target $number]}"
            fi
            line="${line%%:*}: [$clause]($target)"
        fi
        printf '%s\n' "$line"
    done
}

# table PREFIX: a line for each code.
table() {
    echo "$columns"
    echo '| --- | --- | --- | --- |'
    for case in tests/golden/gallery/"$1"*; do
        code=${case##*/}
        code=${code%%-*}
        say "$code" | awk 'NR == 1 { id = $1; slug = $2; severity = $0; gsub(/^[^(]*\(|\).*$/, "", severity) }
            NR == 2 { printf "| [%s](#%s-%s) | %s | %s | %s |\n", id, tolower(id), slug, slug, severity, $0 }'
    done
}

# sections PREFIX: the long text of each code and the first finding of its gallery case.
sections() {
    for case in tests/golden/gallery/"$1"*; do
        code=${case##*/}
        code=${code%%-*}
        say "$code" | awk '
            NR == 1 { printf "\n### %s %s\n\n", $1, $2; next }
            NR == 2 { printf "**%s**\n", $0; next }
            /^  / && !inside { print "```text"; inside = 1 }
            !/^  / && inside { print "```"; inside = 0 }
            { print }'
        printf '\n%s\n\n```text\n' "$shown"
        awk -v code="[$code " 'index($0, code) { on = 1 } on && $0 == "" { exit } on' "$case/$finding"
        echo '```'
    done
}

{
    printf '<!-- Written by tests/diagnostics-page.sh: make update-golden. -->\n%s\n' "$head"
    for prefix in P S; do
        [[ $prefix == P ]] && title=$plan_title || title=$submission_title
        printf '\n## %s\n\n' "$title"
        table "$prefix"
        sections "$prefix"
    done
} | link_clauses >"$scratch/page"

if [[ ${UPDATE:-0} == 1 ]]; then
    mkdir -p docs
    cp "$scratch/page" "$page"
elif ! diff -u "$page" "$scratch/page"; then
    echo "FAILED: $page is not what the program says; make update-golden writes it" >&2
    exit 1
fi
