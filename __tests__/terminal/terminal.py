"""Runs a program in a pseudo-terminal of 80 columns and types what a script says.

Standard input: {"words", "cwd", "env", "steps": [{"wait": text, "type": text}]}.
Standard output: {"code", "text", "missing"}; `missing` is the text that never came.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

LIMIT = 20.0

job = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(job["cwd"])
    os.execvpe(job["words"][0], job["words"], job["env"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))

seen = ""
rest = ""


def read(until):
    """Reads until a text has come after what was typed last; False at the end of the program."""
    global seen, rest
    fresh, rest = rest, ""
    end = time.monotonic() + LIMIT
    while until is None or until not in fresh:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if time.monotonic() > end:
            return False
        if not ready:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:
            return until is None
        if not data:
            return until is None
        text = data.decode(errors="replace")
        fresh += text
        seen += text
    rest = fresh.partition(until)[2]
    return True


missing = None
for step in job["steps"]:
    if not read(step["wait"]):
        missing = step["wait"]
        break
    if step["type"]:
        time.sleep(0.1)
        rest = ""
        os.write(terminal, step["type"].encode())
if missing is None:
    read(None)
else:
    os.kill(pid, 9)
code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(json.dumps({"code": code, "text": seen, "missing": missing}))
