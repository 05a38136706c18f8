#compdef istioctl
# zsh completion for istioctl; written by `istioctl completion zsh`

_istioctl() {
    local -a candidates prefix
    local line directive=0 text
    while IFS= read -r line; do
        if [[ $line == :[0-9]* ]]; then
            directive=${line#:}
            continue
        fi
        text=${line%%$'\t'*}
        text=${text//:/\\:}
        if [[ $line == *$'\t'* ]]; then text+=:${line#*$'\t'}; fi
        candidates+=("$text")
    done < <(${~words[1]} __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    # Values of --flag=value and -f=value come without the flag.
    [[ ${words[CURRENT]} == -*=* ]] && prefix=(-P "${words[CURRENT]%%=*}=")
    local -a space
    (( directive & 2 )) && space=(-S '')
    if (( ${#candidates} )); then
        if (( ${#prefix} )); then compset -P '*='; fi
        _describe -V istioctl candidates $space
    elif ! (( directive & 4 )); then
        if (( ${#prefix} )); then compset -P '*='; fi
        _files
    fi
}

# Sourced, the function is only defined; autoloaded, the first call is the question itself.
if [[ ${funcstack[1]} == _istioctl ]]; then
    _istioctl "$@"
else
    compdef _istioctl istioctl
fi
