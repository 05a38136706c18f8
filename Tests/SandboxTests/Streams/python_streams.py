"""Commands in containers and connections to ports with the Python package kubernetes, against the sandbox of
a kubeconfig, and a port of this machine at which a server sends back what it gets."""

import json
import sys
import time

from kubernetes import client, config
from kubernetes.client.rest import ApiException
from kubernetes.stream import portforward, stream

config.load_kube_config(sys.argv[1])
port = int(sys.argv[2])
core = client.CoreV1Api()
wants = {"stderr": True, "stdin": False, "stdout": True, "tty": False}


def execute(pod, words, **options):
    call = core.connect_get_namespaced_pod_exec
    return stream(call, pod, "default", command=words, **{**wants, **options})


# At once.
text = execute("web", ["sh", "-c", "echo out; echo é >&2"])
assert sorted(text.split()) == ["out", "é"], repr(text)

# Piece by piece, with input and a status.
session = execute("web", ["sh", "-c", "read a; echo got $a; exit 7"], stdin=True, _preload_content=False)
session.write_stdin("x y\n")
session.run_forever(timeout=10)
assert session.read_stdout() == "got x y\n" and session.returncode == 7, session.returncode

# Long output arrives whole.
session = execute("web", ["sh", "-c", "head -c 3000000 /dev/zero"], _preload_content=False, binary=True)
size = 0
while session.is_open():
    session.update(timeout=10)
    size += len(session.read_stdout())
assert size == 3000000, size

for pod, status, why in [("absent", 404, "not found"), ("early", 400, "Pending"), ("pair", 400, "first second")]:
    try:
        execute(pod, ["true"])
    except ApiException as error:
        assert error.status in (0, status), error.status
        assert why in str(error) or str(status) in str(error), str(error)
    else:
        raise AssertionError(pod)

# A connection to a port.
call = core.connect_get_namespaced_pod_portforward
forward = portforward(call, "web", "default", ports=str(port))
socket = forward.socket(port)
socket.settimeout(10)
payload = bytes(range(256)) * 4000
socket.setblocking(True)
for start in range(0, len(payload), 32768):
    socket.sendall(payload[start : start + 32768])
got = b""
while len(got) < len(payload):
    piece = socket.recv(65536)
    assert piece, "ended after %d bytes" % len(got)
    got += piece
assert got == payload
socket.close()
assert forward.error(port) is None, forward.error(port)

forward = portforward(call, "web", "default", ports="1")
socket = forward.socket(1)
assert socket.recv(100) == b""
for _ in range(100):
    if forward.error(1):
        break
    time.sleep(0.05)
assert "nothing in pod web listens at port 1" in forward.error(1), forward.error(1)
print("all is well")
