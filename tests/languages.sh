#!/usr/bin/env bash
# languages.sh PLANTOOL: what people read is in their language. Runs the cmd of every golden case in
# Vietnamese and in English and fails on an English word in the one, on a Vietnamese letter in the
# other. What machines read (JSON, CSV, SARIF and the like) and what the case itself wrote (its
# plans and papers, whose names and texts are quoted) is left out: a word may stand when the inputs
# have it. languages.awk says how a line is judged, languages-words.txt which other words may stand.
# languages.sh --self-test: whether it can fail.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd -P)
project=$(dirname "$here")

# judge LANGUAGE INPUT_WORDS: reads what was said; prints each line that is in another language.
judge() {
    LC_ALL=C awk -v language="$1" -v quoted="$2" -v known="$here/languages-words.txt" \
        -f "$here/languages.awk"
}

self_test() {
    local failed=0
    expect() {
        local got
        got=$(printf '%s\n' "$3" | judge "$1" /dev/null | wc -l)
        [[ $got == "$2" ]] || { echo "$1: $got lines instead of $2: $3"; failed=1; }
    }
    expect vi 0 'Kế hoạch 12/KH-UBND: tình hình báo cáo đến ngày 05 tháng 7 năm 2022'
    expect vi 0 'gợi ý: xem danh sách tùy chọn: `plantool status --help`'
    expect vi 0 'không có lệnh `write the file`'
    expect vi 1 'gợi ý: write the file anew'
    expect vi 1 'trạng thái overdue'
    expect vi 1 'kỳ first half of 2022'
    expect vi 1 'hạn 30 Jun 2022'
    expect en 0 'Plan 12/KH-UBND: reports as of 5 July 2022'
    expect en 0 'no agency `Sở Y tế` in the plan'
    expect en 1 'Plan 12: báo cáo'
    expect en 1 'Plan 12: hạn 5 July'
    [[ $failed == 0 ]] && echo 'languages.sh tells the languages apart'
    return "$failed"
}

# one CASE PLANTOOL: the case in both languages.
one() {
    local case_dir=$1 program=$2 language file path bad=0
    scratch=$(cd "$(mktemp -d)" && pwd -P)
    trap 'chmod -R u+rwX "$scratch"; rm -rf "$scratch"' EXIT
    mkdir "$scratch"/{bin,home,tmp}
    ln -s "$program" "$scratch/bin/plantool"
    for language in vi en; do
        rm -rf "$scratch/run"
        mkdir "$scratch/run"
        [[ ! -d $case_dir/input ]] || cp -R "$case_dir/input/." "$scratch/run"
        if [[ -f $case_dir/shared ]]; then
            while read -r file path; do
                mkdir -p "$(dirname "$scratch/run/$path")"
                cp "$case_dir/../../$file" "$scratch/run/$path"
            done <"$case_dir/shared"
        fi
        # Every text that the case wrote, in whatever file, is the case's own.
        { cat "$case_dir/cmd"
          find "$scratch/run" -type f -size -200k -exec cat {} +
          ! grep -q 'PROJECT\|data/' "$case_dir/cmd" || cat "$project"/data/*.yaml \
              "$project"/data/*/*.yaml "$project"/data/*/*/*.yaml
          find "$scratch/run" -printf '%P\n'
        } 2>/dev/null >"$scratch/quoted"
        # The language is ours alone: what cmd asks for by an option or by its environment yields.
        sed -E 's/--lang(=| )(vi|en)/--lang '"$language"'/g
                s/PLANTOOL_LANG=(vi|en)/PLANTOOL_LANG='"$language"'/g' "$case_dir/cmd" >"$scratch/cmd"
        (umask 022 && cd "$scratch/run" &&
            exec env -i PATH="$scratch/bin:$PATH" HOME="$scratch/home" TMPDIR="$scratch/tmp" \
                LC_ALL=C.UTF-8 PROJECT="$project" PLANTOOL_LANG="$language" timeout 60 \
                bash "$scratch/cmd" </dev/null >"$scratch/said" 2>&1) || true
        find "$scratch/run" -type f \( -name '*.md' -o -name '*.html' \) \
            -newer "$scratch/quoted" -exec cat {} + >>"$scratch/said" 2>/dev/null || true
        if judge "$language" "$scratch/quoted" <"$scratch/said" >"$scratch/found" &&
            [[ -s $scratch/found ]]; then
            echo "$language: ${case_dir#"$here/golden/"}"
            head -20 "$scratch/found" | sed 's/^/    /'
            bad=1
        fi
    done
    return "$bad"
}

if [[ $1 == --self-test ]]; then
    self_test
    exit
fi
if [[ $1 == --one ]]; then
    one "$2" "$3"
    exit
fi
program=$(realpath -e "$1")
cases=("$here"/golden/*/*/cmd)
if printf '%s\0' "${cases[@]%/cmd}" | xargs -0 -n 1 -P 2 bash -c '"$1" --one "$3" "$2"' - \
    "$here/languages.sh" "$program"; then
    echo "${#cases[@]} cases in two languages"
else
    echo 'words of another language: say it in the language, or, where it is a name, add it to' \
        'tests/languages-words.txt' >&2
    exit 1
fi
