#!/usr/bin/env bash
# package.sh PACKAGE.deb: lintian finds nothing in it, and in a Debian that has nothing else it installs, does its
# work for an ordinary user, and is gone when it is removed. The new Debian is made from the places where this
# machine has its packages from.
set -euo pipefail

package=$(realpath -e "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

echo "lintian:"
lintian --fail-on error,warning --info --no-tag-display-limit "$package"

echo "a new Debian:"
shared=$scratch/shared
mkdir -p "$shared"
cp "$package" "$shared/plantool.deb"
cat >"$shared/try" <<'END'
set -eux
dpkg-query -L plantool >/dev/null
cd "$(mktemp -d)"
plantool --version
plantool init ke-hoach
cd ke-hoach
plantool validate
plantool status
plantool report --period latest --format docx,xlsx,html,markdown -o out --as-of "$(date +%Y)-12-31"
ls out
test -s /usr/share/man/man1/plantool-status.1.gz
test -s /usr/share/man/vi/man1/plantool-status.1.gz
test -s /usr/share/man/man5/plantool-plan.5.gz
test -s /usr/share/bash-completion/completions/plantool
cmp schemas/plan.schema.json /usr/share/plantool/schemas/plan.schema.json
cd /usr/share/doc/plantool
plantool status --as-of 2022-07-05 --lang en
# The second program starts, and says what it lacks.
status=0
plantool status --submissions postgresql://nobody@127.0.0.1:1/none 2>"$HOME/said" || status=$?
cat "$HOME/said"
test "$status" = 2
grep -q 127.0.0.1 "$HOME/said"
END
mmdebstrap --quiet --variant=apt --include=gzip \
    --customize-hook="copy-in $shared/plantool.deb $shared/try /" \
    --customize-hook='chroot "$1" apt-get install --yes --no-install-recommends /plantool.deb' \
    --customize-hook='chroot "$1" useradd --create-home an' \
    --customize-hook='chroot "$1" su - an -c "sh /try"' \
    --customize-hook='chroot "$1" apt-get remove --yes --purge plantool' \
    --customize-hook='! chroot "$1" find / -xdev -name "*plantool*" -not -path "/plantool.deb" -not -path "/home/*" -not -path "/tmp/*" -not -path "/var/log/*" -not -path "/var/cache/*" | grep .' \
    bookworm /dev/null $(find /etc/apt/sources.list /etc/apt/sources.list.d -name '*.list' -o -name '*.sources' 2>/dev/null)
echo "The package installs, works and goes"
