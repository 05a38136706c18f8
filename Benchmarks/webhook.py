"""Measures the injection webhook over TLS on loopback."""

import json
import multiprocessing
import os
import re
import socket
import ssl
import subprocess
import time

CLIENTS = 4
SECONDS = 5


def review(index):
    """A review as an API server sends it for a pod of a Deployment."""
    name = "ledger-5d8f9c7b6-"
    return json.dumps({
        "kind": "AdmissionReview",
        "apiVersion": "admission.k8s.io/v1",
        "request": {
            "uid": "00000000-0000-4000-8000-%012d" % index,
            "kind": {"group": "", "version": "v1", "kind": "Pod"},
            "resource": {"group": "", "version": "v1", "resource": "pods"},
            "namespace": "books",
            "operation": "CREATE",
            "userInfo": {"username": "system:serviceaccount:kube-system:replicaset-controller"},
            "object": {
                "apiVersion": "v1",
                "kind": "Pod",
                "metadata": {
                    "generateName": name,
                    "labels": {"app": "ledger", "pod-template-hash": "5d8f9c7b6", "version": "v1"},
                    "ownerReferences": [{"apiVersion": "apps/v1", "kind": "ReplicaSet", "controller": True,
                                         "name": name[:-1], "uid": "1"}],
                },
                "spec": {
                    "containers": [{
                        "name": "ledger", "image": "books.example/ledger:3",
                        "ports": [{"containerPort": 8080, "protocol": "TCP"}],
                        "readinessProbe": {"httpGet": {"path": "/ready", "port": 8080}},
                        "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}},
                    }],
                    "serviceAccountName": "ledger",
                    "restartPolicy": "Always",
                },
            },
            "oldObject": None,
            "dryRun": False,
        },
    }).encode()


def client(port, authority, results):
    """Asks again and again over one connection, as an API server does, and keeps the times."""
    context = ssl.create_default_context(cafile=authority)
    plain = socket.create_connection(("127.0.0.1", port))
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection = context.wrap_socket(plain, server_hostname="localhost")
    body = review(1)
    request = (b"POST /inject?timeout=10s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
               b"Content-Length: %d\r\n\r\n" % len(body)) + body
    times, end = [], time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        connection.sendall(request)
        answer = connection.recv(1 << 16)
        head = answer.find(b"\r\n\r\n")
        length = int(re.search(rb"(?i)content-length: (\d+)", answer[:head]).group(1))
        while len(answer) < head + 4 + length:
            answer += connection.recv(1 << 16)
        times.append(time.perf_counter() - start)
        if not times[1:] and b'"JSONPatch"' not in answer:
            raise SystemExit("bench: the webhook did not inject: %r" % answer[:500])
    results.put(times)


def measure(program, env, folder, row):
    certificates = os.path.join(folder, "webhook")
    subprocess.run([program, "injector", "create-cert", "--name", "localhost", "--out-dir", certificates],
                   env=env, check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen(
        [program, "injector", "serve", "--address", "127.0.0.1", "--port", "0",
         "--tls-cert-file", os.path.join(certificates, "cert.pem"),
         "--tls-key-file", os.path.join(certificates, "key.pem")],
        env=env, stderr=subprocess.PIPE, text=True)
    try:
        port = int(re.search(r":(\d+)/inject", server.stderr.readline()).group(1))
        authority, results = os.path.join(certificates, "ca-cert.pem"), multiprocessing.Queue()
        clients = [multiprocessing.Process(target=client, args=(port, authority, results))
                   for _ in range(CLIENTS)]
        for process in clients:
            process.start()
        times = sorted(time for _ in clients for time in results.get(timeout=SECONDS + 30))
        for process in clients:
            process.join()
        row("injection webhook, reviews", len(times) / SECONDS, "/s", ("≥", 1000))
        row("injection webhook, 99th percentile", times[len(times) * 99 // 100] * 1000, "ms", ("≤", 10))
    finally:
        server.terminate()
        server.wait(20)
