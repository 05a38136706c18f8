"""Types into a real shell under a pseudo-terminal, presses Tab, and prints what the line became.

    shell_completion.py SHELL SCRIPT DIRECTORY_OF_ISTIOCTL LINE
"""

import os
import pty
import re
import select
import sys
import time

shell, script, program, line = sys.argv[1:5]
start = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}[shell]
setup = {
    "bash": "PS1='READY> '; bind 'set bell-style none'; source %s" % script,
    "zsh": "PS1='READY> '; autoload -U compinit; compinit -u -D; source %s; unsetopt beep" % script,
    "fish": "function fish_prompt; echo -n 'READY> '; end; source %s" % script,
}[shell]
env = {
    "PATH": "%s:%s" % (program, os.environ["PATH"]), "HOME": os.environ["HOME"], "TERM": "xterm",
    "KUBECONFIG": os.environ.get("KUBECONFIG", "/nonexistent"), "COLUMNS": "200",
}
child, terminal = pty.fork()
if child == 0:
    os.execvpe(start[0], start, env)


def read(until, seconds):
    """What the shell printed until a pattern, or for so many seconds."""
    text, end = "", time.time() + seconds
    while time.time() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:
                break
            # fish asks the terminal who it is before it goes on.
            if b"\x1b[c" in chunk or b"\x1b[0c" in chunk:
                os.write(terminal, b"\x1b[?62;c")
            if b"\x1b[6n" in chunk:
                os.write(terminal, b"\x1b[1;1R")
            text += chunk.decode(errors="replace")
            if until and re.search(until, text):
                break
    return re.sub(r"\x1b(\[[0-9;?>=<]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9]|[=>])", "", text)


read(r"[#$%>] ", 10)
os.write(terminal, (setup + "\r").encode())
time.sleep(1)
read(r"READY> ", 10)
read(None, 0.5)
os.write(terminal, line.encode() + b"\t")
print(read(None, 4).replace("\r", ""))
os.close(terminal)
