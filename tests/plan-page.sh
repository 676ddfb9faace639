#!/usr/bin/env bash
# plan-page.sh: the manual page of the plan file can be made from the schema in both languages, every key
# of the schema stands in it, and both formatters show it without a warning.
set -euo pipefail

cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
    failed=1
    echo "FAILED: $*"
}

# shown PAGE: as it is read, on one line.
shown() { LC_ALL=C.UTF-8 MANWIDTH=200 man -P cat -l "$1" | col -b | tr -s ' \t\n' ' '; }

for language in en vi; do
    page=$scratch/plantool-plan.$language.5
    man/plan-page.py "$language" 1.2.3 2022-07-05 >"$page"
    said=$(LC_ALL=C.UTF-8 man --warnings -P cat -l "$page" 2>&1 >/dev/null) || true
    [[ -z $said ]] || fail "man of $language: $said"
    said=$(mandoc -Tlint -Wwarning "$page") || true
    [[ -z $said ]] || fail "mandoc of $language: $said"
    while read -r key; do
        grep -qF "\\fB${key//-/\\-}\\fR" "$page" || fail "the page in $language has no $key"
    done < <(jq -r '.. | .properties? // empty | keys[] | select(test("^[a-z_-]+$"))' schemas/plan.schema.json | sort -u)
done

[[ $(shown "$scratch/plantool-plan.en.5") == *'secretariat The agency that consolidates the reports.'* ]] ||
    fail 'the page does not say what secretariat is'
[[ $(shown "$scratch/plantool-plan.vi.5") == *'secretariat Cơ quan tổng hợp báo cáo.'* ]] ||
    fail 'the page in Vietnamese does not say what secretariat is'

# A sentence that has no translation, and a translation of no sentence, are found.
cp -R man schemas "$scratch"
tsv=$scratch/man/plan-page.vi.tsv
sed -i 1d "$tsv"
! "$scratch/man/plan-page.py" vi 1 2022-07-05 >/dev/null 2>&1 || fail 'a missing translation is not found'
cp man/plan-page.vi.tsv "$tsv"
printf 'Not there.\tKhông có.\n' >>"$tsv"
! "$scratch/man/plan-page.py" vi 1 2022-07-05 >/dev/null 2>&1 || fail 'a stale translation is not found'

((failed)) || echo 'The page of the plan file is whole in both languages'
exit "$failed"
