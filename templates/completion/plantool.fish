# fish completion for plantool. The program itself says what may come next; this hands it the words.
function __plantool_candidates
    set -l words (commandline --cut-at-cursor --tokenize --current-process)
    set -l current (commandline --cut-at-cursor --current-token)
    set -l answers ($words[1] __complete $words[2..-1] (string replace --regex '^["\']' "" -- $current) 2>/dev/null)
    switch "$answers[1]"
        case ':files*'
            __fish_complete_path $current
        case ':folders*'
            __fish_complete_directories $current
        case '*'
            string join -- \n $answers
    end
end
complete --command plantool --no-files --keep-order --arguments '(__plantool_candidates)'
