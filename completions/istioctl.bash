# bash completion for istioctl; written by `istioctl completion bash`

__istioctl_complete() {
    local words=() word line i directive=0
    # bash splits words at "="; the program wants --flag=value in one piece.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((${#words[@]})) && [[ $word == "=" || ${COMP_WORDS[i - 1]} == "=" ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
    done
    local current=${COMP_WORDS[COMP_CWORD]}
    [[ $current == "=" ]] && current=""
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :[0-9]* ]]; then directive=${line#:}; else COMPREPLY+=("$line"); fi
    done < <("${COMP_WORDS[0]/#\~/$HOME}" __completeNoDesc "${words[@]}" 2>/dev/null)
    ((directive & 2)) && compopt -o nospace 2>/dev/null
    if ! ((directive & 4)) && ((${#COMPREPLY[@]} == 0)); then
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
    fi
}

complete -F __istioctl_complete istioctl
