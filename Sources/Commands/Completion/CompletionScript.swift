/// The scripts that put the shells' questions to `istioctl __complete`.
enum CompletionScript {
    static let bash = #"""
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

        """#

    static let zsh = #"""
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

        """#

    static let fish = #"""
        # fish completion for istioctl; written by `istioctl completion fish`

        function __istioctl_complete
            set -l words (commandline -opc)
            set -l current (commandline -ct)
            set -l program $words[1]
            set -e words[1]
            set -l answer ($program __complete $words "$current" 2>/dev/null)
            set -l directive (string replace -r '^:' '' -- $answer[-1])
            set -e answer[-1]
            # Values of --flag=value come without the flag, which fish wants back.
            set -l prefix ''
            if string match -qr '^-[^=]+=' -- $current
                set prefix (string match -r '^-[^=]+=' -- $current)
            end
            for line in $answer
                echo -- $prefix$line
            end
            if test (count $answer) -eq 0; and test (math "bitand($directive, 4)") -eq 0
                __fish_complete_path (string replace -r '^-[^=]+=' '' -- $current)
            end
        end

        complete -c istioctl -f -a '(__istioctl_complete)'

        """#
}
