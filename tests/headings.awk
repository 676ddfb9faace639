# headings.awk: the headings of Markdown pages, a line each: page, level, anchor and text, with tabs
# between. An anchor is what code hosts make of the text: small letters, blanks as hyphens, no
# punctuation.
FNR == 1 { fenced = 0 }
/^```/ { fenced = !fenced }
!fenced && /^#+ / {
    level = index($0, " ") - 1
    text = substr($0, level + 2)
    anchor = tolower(text)
    gsub(/[!-,.\/:-@\[-^`{-~]/, "", anchor)
    gsub(/ /, "-", anchor)
    print FILENAME "\t" level "\t" anchor "\t" text
}
