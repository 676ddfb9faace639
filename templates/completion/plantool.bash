# bash completion for plantool. The program itself says what may come next; this hands it the words.
_plantool() {
    local word words=() answers=() i
    # bash parts words at `=`; here `--format=json` is one word again.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]#[\"\']}
        word=${word%[\"\']}
        if ((i > 1)) && [[ ${COMP_WORDS[i]} == '=' || ${COMP_WORDS[i - 1]} == '=' ]]; then
            words[-1]+=$word
        else
            words+=("$word")
        fi
    done
    mapfile -t answers < <("$1" __complete "${words[@]}" 2>/dev/null)
    COMPREPLY=()
    case ${answers[0]-} in
        :files*) compopt -o default ;;
        :folders*) compopt -o dirnames ;;
        *)
            COMPREPLY=("${answers[@]%%$'\t'*}")
            # What stands before the `=` is a word of its own for bash.
            [[ ${words[-1]} != --*=* ]] || COMPREPLY=("${COMPREPLY[@]#"${words[-1]%%=*}="}")
            ;;
    esac
}
complete -o nosort -F _plantool plantool
