#compdef plantool
# zsh completion for plantool. The program itself says what may come next; this hands it the words.
_plantool() {
    local -a answers values
    local answer value
    answers=("${(@f)$("${words[1]}" __complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    case ${answers[1]} in
        :files*) compset -P 1 '--*='; _files ;;
        :folders*) compset -P 1 '--*='; _files -/ ;;
        ?*)
            for answer in "${answers[@]}"; do
                value=${answer%%$'\t'*}
                values+=("${value//:/\\:}:${answer#*$'\t'}")
            done
            # -U: a part of an agency's name stands for its id.
            _describe plantool values -U
            ;;
    esac
}
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _plantool "$@"
else
    compdef _plantool plantool
fi
