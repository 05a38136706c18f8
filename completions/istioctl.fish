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
