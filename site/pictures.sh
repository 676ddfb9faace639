#!/usr/bin/env bash
# pictures.sh PLANTOOL: makes the pictures of docs/index.md again, from the reports of the sample as the
# program writes them: docs/pictures/report-word.png and report-page.png.
set -euo pipefail

program=$(realpath -e "$1")
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$program" report --quiet --plan data/plan-2022.yaml --as-of 2022-07-05 --period 2022-H1 \
    --obligation bao-cao-6-thang --format docx,html -o "$scratch" 2>/dev/null

soffice --headless "-env:UserInstallation=file://$scratch/office" --convert-to pdf --outdir "$scratch" \
    "$scratch/bao-cao-2022-H1.docx" >/dev/null 2>&1
pdftoppm -r 80 -l 1 -H 830 -gray -png -singlefile "$scratch/bao-cao-2022-H1.pdf" "$scratch/report-word"

# A web page of strangers has no business here: without its sandbox the browser also runs as root.
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars "--user-data-dir=$scratch/browser" \
    --window-size=700,877 "--screenshot=$scratch/report-page.png" \
    "file://$scratch/bao-cao-2022-H1.html" >/dev/null 2>&1

mkdir -p docs/pictures
for picture in report-word report-page; do
    pngquant --force --strip --output "docs/pictures/$picture.png" 16 "$scratch/$picture.png"
done
ls -l docs/pictures
