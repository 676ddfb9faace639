# languages.awk: prints the lines, with the words, that are not in `language`. `quoted` is a file
# with all that the case itself wrote, `known` one of words that may stand. For tests/languages.sh.
# Bytes, not letters: it runs in the C locale, where every letter of Vietnamese beyond ASCII is
# bytes from 0x80 on.

function is_letters(word) { return word ~ /^[A-Za-z]+$/ }

# Whether Vietnamese may have the word, by the form of its syllable; not what English has and
# Vietnamese has not.
function may_be_vietnamese(word) {
    word = tolower(word)
    if (word ~ /^(the|an|to|by|not|it|at|me|then|that|put|be|due|quiet|sum|mean|key|you|up|out)$/)
        return 0
    return word ~ /^(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aeiouy][aeiouy]?[aeiouy]?(c|ch|m|n|ng|nh|p|t)?$/
}

# Marks that stand at words, of more bytes than one.
function without_marks(text) {
    gsub(/\342\200[\223\224\230\231\234\235\246]|\302\267|\302\240|\342\206\222|\342\234[\223\227]/, " ", text)
    return text
}

function words_of(text, into) {
    text = without_marks(text)
    gsub(/[][(){}<>"',;:!?|=*\\#`]+/, " ", text)
    return split(text, into, /[ \t\r]+/)
}

function add_words(file, set,    line, parts, n, i) {
    while ((getline line < file) > 0) {
        n = words_of(line, parts)
        for (i = 1; i <= n; ++i) {
            set[parts[i]] = 1
            sub(/^[.\/-]+/, "", parts[i]); sub(/[.\/-]+$/, "", parts[i])
            set[parts[i]] = 1
        }
    }
    close(file)
}

# What machines read: JSON, and rows of CSV.
function of_machines(line,    commas) {
    if (line ~ /^ *("|\{|\}|\[|\])/ || line ~ /^data:/) return 1
    commas = gsub(/,[^ ]/, "", line)
    return commas >= 3
}

BEGIN {
    add_words(quoted, of_case)
    while ((getline word < known) > 0) if (word !~ /^#/) may_stand[word] = 1
}

/<style>/ || /<script>/ { skipping = 1 }
skipping { if (/<\/style>/ || /<\/script>/) skipping = 0; next }
of_machines($0) { next }
/^(bash|cat|ls|cp|find|grep|diff|wc|python3|[^ ]*\/cmd|[^ ]*bash): / { next }  # other programs

{
    text = $0
    gsub(/\033\[[0-9;]*m/, "", text)  # colours
    gsub(/<[^<>]*>/, " ", text)
    gsub(/&[a-z]+;|&#[0-9]+;/, " ", text)
    gsub(/`[^`]*`/, " ", text)
    gsub(/\342\200\234[^`]*\342\200\235/, " ", text)
    gsub(/\|[-: |]+\|/, " ", text)
    n = words_of(text, words)
    found = ""
    for (i = 1; i <= n; ++i) {
        word = words[i]
        sub(/^[.\/-]+/, "", word); sub(/[.\/-]+$/, "", word)
        if (word == "" || word in of_case || word in may_stand) continue
        if (language == "vi") {
            if (is_letters(word) && !may_be_vietnamese(word)) found = found " " word
        } else if (word ~ /[\303-\341]/) {
            found = found " " word
        }
    }
    if (found != "") printf "%s:%s\n", substr(found, 2), substr($0, 1, 160)
}
