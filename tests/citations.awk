# citations.awk: the checks of citations.sh, on the files given; `headings` is what headings.awk says.

# The file's name without the folders around it.
function base(path) { sub(/.*\//, "", path); return path }
function complain(why) { print FILENAME ":" FNR ": " why; bad = 1 }

# resolve(FOLDER, TARGET): TARGET as seen from the root.
function resolve(folder, target) {
    target = folder target
    while (match(target, /[^\/]+\/\.\.\//))
        target = substr(target, 1, RSTART - 1) substr(target, RSTART + RLENGTH)
    sub(/^\.\//, "", target)
    return target
}

function there(path, line) {
    if ((getline line <path) < 0) return 0
    close(path)
    return 1
}

# cite(PAGE, NUMBERS, TITLE): `2`, `2 to 5` or `7 and 8` of the page, and what the first is called.
function cite(page, numbers, title, n, i, part) {
    n = split(numbers, part, / (to|and) /)
    for (i = 1; i <= n; i++)
        if (!((page, part[i]) in section)) complain("docs/" page " has no section " part[i])
    if (title != "" && (page, part[1]) in section && title != section[page, part[1]])
        complain("docs/" page ", section " part[1] " is called `" section[page, part[1]] "`")
}

BEGIN {
    FS = "\t"
    while ((getline <headings) > 0) {
        sub(/^\.\//, "", $1)
        anchors[$1, $3] = 1
        page = base($1)
        if ($1 !~ /^docs\//) continue
        if ($2 == 1) {
            n = split(tolower($4), names, / · /)
            for (i = 1; i <= n; i++) page_called[names[i]] = page
        }
        if ($2 == 2 && $4 ~ /^[0-9]+\. /) {
            number = $4 + 0
            text = tolower($4)
            sub(/^[0-9]+\. /, "", text)
            section[page, number] = text
            numbered[page] = 1
        }
    }
    number = "[0-9]+( (to|and) [0-9]+)?"
    FS = " "
}

FNR == 1 {
    sub(/^\.\//, "", FILENAME)
    markdown = FILENAME ~ /\.md$/
    folder = FILENAME
    sub(/[^\/]*$/, "", folder)
    fenced = broken = 0
    named = ""
}
markdown && /^```/ { fenced = !fenced }

# Links of pages.
markdown && !fenced {
    rest = $0
    while (match(rest, /\]\([^) ]+\)/)) {
        target = substr(rest, RSTART + 2, RLENGTH - 3)
        rest = substr(rest, RSTART + RLENGTH)
        if (target ~ /^[a-z]+:/) continue
        anchor = ""
        if (i = index(target, "#")) {
            anchor = substr(target, i + 1)
            target = substr(target, 1, i - 1)
        }
        path = target == "" ? FILENAME : resolve(folder, target)
        if (!there(path)) complain("there is no " path)
        else if (anchor != "" && !((path, anchor) in anchors))
            complain(path " has no heading #" anchor)
    }
}

{
    rest = $0

    # A citation that a comment's line broke goes on.
    if (broken) sub(/^ *\/\/+ */, "section ", rest)
    broken = !markdown && rest ~ /[ (]sections?$/

    # By the page's file.
    while (match(rest, "[a-z-]+\\.md, sections? " number)) {
        text = substr(rest, RSTART, RLENGTH)
        rest = substr(rest, 1, RSTART - 1) substr(rest, RSTART + RLENGTH)
        page = text
        sub(/,.*/, "", page)
        sub(/.*sections? /, "", text)
        cite(page, text, "")
        named = page
    }
    if (!markdown && match(rest, /[a-z-]+\.md/)) named = substr(rest, RSTART, RLENGTH)

    # By the page's name. What is behind it up to a quote or bracket is the section's title.
    low = tolower(rest)
    for (name in page_called) {
        while (match(low, name ", (sections?|phần) " number)) {
            at = RSTART + RLENGTH
            text = substr(low, RSTART, RLENGTH)
            behind = substr(low, at)
            low = substr(low, 1, RSTART - 1) behind
            title = ""
            if (text ~ /section/ && match(behind, /^: [a-z ]+/)) title = substr(behind, 3, RLENGTH - 2)
            sub(/.*(sections?|phần) /, "", text)
            cite(page_called[name], text, title)
        }
    }

    # By the number alone: in a page of sections its own, in a source those of the page named last.
    while (match(low, "(^|[^a-z_])sections? " number)) {
        text = substr(low, RSTART, RLENGTH)
        low = substr(low, RSTART + RLENGTH)
        sub(/.*sections? /, "", text)
        page = base(FILENAME)
        if (FILENAME ~ /^docs\// && page in numbered) cite(page, text, "")
        else if (named in numbered) cite(named, text, "")
        else complain("`section " text "` is of no page")
    }
    if (match(low, /(quy tắc|quy cách)[^,;.:]*, phần [0-9]/))
        complain("`" substr(low, RSTART, RLENGTH) "` names no page")

    # Pages that sources name, with a section or without.
    if (!markdown) {
        rest = $0
        while (match(rest, /(docs\/|\()[a-z-]+\.md/)) {
            page = substr(rest, RSTART, RLENGTH)
            rest = substr(rest, RSTART + RLENGTH)
            sub(/^(docs\/|\()/, "", page)
            if (!there("docs/" page)) complain("there is no docs/" page)
        }
    }
}
END { exit bad }
