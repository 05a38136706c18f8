"""Types lines into a real shell under a pseudo-terminal, presses Tab after each, and prints what they became.

    shell_completion.py SHELL SCRIPT DIRECTORY_OF_ISTIOCTL LINE...

Each LINE gives one line of output: the command line after the Tab, as the shell drew it.
"""

import os
import pty
import re
import select
import sys
import time
from concurrent.futures import ThreadPoolExecutor

shell, script, program = sys.argv[1:4]
lines = sys.argv[4:]
start = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}[shell]
setup = {
    "bash": "PS1='REA''DY> '; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'; source %s",
    "zsh": "PS1='REA''DY> '; autoload -U compinit; compinit -u -D; source %s; unsetopt beep",
    "fish": "function fish_prompt; echo -n 'REA''DY> '; end; source %s",
}[shell] % script
env = {
    "PATH": "%s:%s" % (program, os.environ["PATH"]), "HOME": os.environ["HOME"], "TERM": "xterm",
    "KUBECONFIG": os.environ.get("KUBECONFIG", "/nonexistent"), "COLUMNS": "200",
}
escapes = re.compile(r"\x1b(\[[0-9;?>=<]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][A-Z0-9]|[=>])")


def read(terminal, done, seconds):
    """What the shell printed until a pattern, or for so many seconds at most."""
    text, end = "", time.time() + seconds
    while time.time() < end and not re.search(done, escapes.sub("", text)):
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
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
    return escapes.sub("", text)


def press(terminal, line):
    """What a Tab behind the line makes of it, in a shell that has just started."""
    read(terminal, r"[#$%>] ", 10)
    os.write(terminal, (setup + "\r").encode())
    read(terminal, r"READY> ", 10)
    # A mark behind the Tab: once it is drawn, the Tab has been answered.
    os.write(terminal, line.encode() + b"\t@@")
    drawn = read(terminal, r"@@", 10).replace("\r", "").replace("\b", "")
    os.close(terminal)
    return drawn.replace("\n", " ")


def shell_terminal():
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(start[0], start, env)
    return terminal


# A shell for each line, all at once.
terminals = [shell_terminal() for _ in lines]
with ThreadPoolExecutor(len(lines)) as pool:
    for drawn in pool.map(press, terminals, lines):
        print(drawn)
