"""Measures a running sandbox as its clients see it: durable writes, lists, watches, memory, start-up.

One process drives all connections, with requests made beforehand, so that little of the machine goes into asking.
Only the standard library is used.
"""

import json
import os
import selectors
import signal
import sqlite3
import ssl
import subprocess
import time

RULES = "/apis/config.istio.io/v1alpha2/namespaces/default/routerules"
WATCHERS, WATCHED = 100, 1000
# Changes a second while watches are timed: what a busy mesh does, not what the sandbox can do at most.
PACE = 200


def rule(name, spec=None):
    """A rule of about 500 bytes, as JSON."""
    return json.dumps({
        "apiVersion": "config.istio.io/v1alpha2", "kind": "RouteRule",
        "metadata": {"name": name, "namespace": "default", "labels": {"owner": "team-1"}},
        "spec": spec or {
            "destination": {"name": "reviews"}, "precedence": 1,
            "match": {"request": {"headers": {"cookie": {"regex": "^(.*?;)?(user=jason)(;.*)?$"}}}},
            "route": [{"labels": {"version": "v1"}, "weight": 40}, {"labels": {"version": "v2"}, "weight": 60}],
            "httpReqTimeout": {"simpleTimeout": {"timeout": "10s"}}}}).encode()


class Sandbox:
    """A sandbox process of its own directory."""

    def __init__(self, program, data, env):
        self.program, self.data, self.env = program, data, env

    def start(self):
        """Starts it; seconds until it said that it serves."""
        begin = time.monotonic()
        self.process = subprocess.Popen(
            [self.program, "sandbox", "up", "--data-dir", self.data], env=self.env, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        line = self.process.stdout.readline()
        seconds = time.monotonic() - begin
        if b"listening" not in line:
            raise SystemExit("bench: the sandbox did not start")
        with open(os.path.join(self.data, "state.json")) as file:
            state = json.load(file)
        self.port = int(state["port"])
        with open(os.path.join(self.data, "token")) as file:
            self.token = file.read().strip()
        return seconds

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait()
        self.process.stdout.close()

    def resident(self):
        """Memory of the process in MB: what is its own, without the pages of the program's file."""
        with open("/proc/%d/status" % self.process.pid) as file:
            fields = dict(line.split(":", 1) for line in file)
        return int(fields["VmRSS"].split()[0]) / 1024

    def connect(self):
        import socket
        context = ssl.create_default_context(cafile=os.path.join(self.data, "ca.pem"))
        plain = socket.create_connection(("127.0.0.1", self.port))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return context.wrap_socket(plain, server_hostname="127.0.0.1")

    def request(self, method, path, body=b"", kind="application/json"):
        head = "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nAccept: application/json\r\n" % (
            method, path, self.port, self.token)
        if body:
            head += "Content-Type: %s\r\nContent-Length: %d\r\n" % (kind, len(body))
        return head.encode() + b"\r\n" + body


class Answer:
    """The bytes of one response, until it is whole."""

    def __init__(self):
        self.bytes = bytearray()
        self.wanted = None

    def add(self, data):
        """True when the response is whole."""
        self.bytes += data
        if self.wanted is None:
            end = self.bytes.find(b"\r\n\r\n")
            if end < 0:
                return False
            head = bytes(self.bytes[:end]).lower()
            place = head.find(b"content-length:")
            if place >= 0:
                self.wanted = end + 4 + int(head[place + 15:].split(b"\r\n", 1)[0])
            else:
                self.wanted = -1
        if self.wanted < 0:
            return self.bytes.endswith(b"0\r\n\r\n")
        return len(self.bytes) >= self.wanted

    @property
    def status(self):
        return int(bytes(self.bytes[9:12]))


def ask(sandbox, connection, method, path, body=b"", kind="application/json"):
    """One request and its answer on a connection that waits."""
    connection.sendall(sandbox.request(method, path, body, kind))
    answer = Answer()
    while True:
        data = connection.recv(1 << 18)
        if not data or answer.add(data):
            return answer


def drive(sandbox, requests, clients):
    """Sends all requests over so many connections, one at a time on each; seconds from the first to the last."""
    connections = [sandbox.connect() for _ in range(clients)]
    for connection in connections:
        ask(sandbox, connection, "GET", "/version")
    waiting = iter(requests)
    poll = selectors.DefaultSelector()
    begin = time.monotonic()
    busy = 0
    for connection in connections:
        connection.setblocking(False)
        poll.register(connection, selectors.EVENT_READ)
        connection.sendall(next(waiting))
        busy += 1
    answers = {connection: Answer() for connection in connections}
    while busy:
        for key, _ in poll.select():
            connection = key.fileobj
            try:
                isWhole = answers[connection].add(connection.recv(1 << 16))
            except ssl.SSLWantReadError:
                continue
            if not isWhole:
                continue
            if answers[connection].status >= 300:
                raise SystemExit("bench: refused: %s" % bytes(answers[connection].bytes))
            answers[connection] = Answer()
            following = next(waiting, None)
            if following is None:
                busy -= 1
            else:
                connection.sendall(following)
    seconds = time.monotonic() - begin
    for connection in connections:
        connection.close()
    return seconds


def creates(sandbox, prefix, count):
    return [sandbox.request("POST", RULES, rule("%s-%d" % (prefix, index))) for index in range(count)]


def peer_commits(folder, count):
    """Transactions a second of SQLite itself, each of one such row and synced: the disk's part of the matter."""
    database = sqlite3.connect(os.path.join(folder, "peer.db"), isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE state (revision INTEGER PRIMARY KEY, body BLOB)")
    body = rule("peer")
    begin = time.monotonic()
    for _ in range(count):
        database.execute("INSERT INTO state (body) VALUES (?)", (body,))
    seconds = time.monotonic() - begin
    database.close()
    return count / seconds


def watch_latencies(sandbox):
    """Seconds from the acknowledgement of each change to each watcher's sight of it, sorted."""
    poll = selectors.DefaultSelector()
    writer = sandbox.connect()
    now = json.loads(bytes(ask(sandbox, writer, "GET", RULES + "?limit=1").bytes).split(b"\r\n\r\n", 1)[1])
    version = now["metadata"]["resourceVersion"]
    watchers = []
    for index in range(WATCHERS):
        connection = sandbox.connect()
        connection.sendall(sandbox.request("GET", RULES + "?watch=1&resourceVersion=" + version))
        connection.setblocking(False)
        poll.register(connection, selectors.EVENT_READ, index)
        watchers.append((connection, []))
    time.sleep(0.5)
    writer.setblocking(False)
    poll.register(writer, selectors.EVENT_READ, -1)
    requests = iter(creates(sandbox, "watched", WATCHED))
    answer, acknowledged = Answer(), {}
    begin, sent, isFree, quiet = time.monotonic(), 0, True, None
    while True:
        now = time.monotonic()
        if isFree and sent < WATCHED and now >= begin + sent / PACE:
            writer.sendall(next(requests))
            sent, isFree = sent + 1, False
        if len(acknowledged) == WATCHED:
            quiet = quiet or now
            if now > quiet + 2:
                break
        for key, _ in poll.select(0.001):
            try:
                data = key.fileobj.recv(1 << 18)
            except ssl.SSLWantReadError:
                continue
            now = time.monotonic()
            if key.data >= 0:
                watchers[key.data][1].append((now, data))
            elif answer.add(data):
                acknowledged[len(acknowledged)] = now
                answer, isFree = Answer(), True
    for connection, _ in watchers:
        connection.close()
    writer.close()
    found = []
    for _, pieces in watchers:
        seen = 0
        for moment, data in pieces:
            for _ in range(data.count(b'"type":"ADDED"')):
                found.append(max(0, moment - acknowledged[seen]))
                seen += 1
        if seen != WATCHED:
            raise SystemExit("bench: a watcher saw %d of %d changes" % (seen, WATCHED))
    return sorted(found)


def measure(program, env, folder, row):
    data = os.path.join(folder, "measured")
    sandbox = Sandbox(program, data, env)
    sandbox.start()
    sandbox.stop()
    starts = []
    for _ in range(5):
        starts.append(sandbox.start())
        sandbox.stop()
    row("sandbox: start-up to ready", min(starts) * 1000, "ms", ("≤", 150))
    sandbox.start()
    try:
        print("  (SQLite alone commits %.0f such rows a second here)" % peer_commits(folder, 1000))
        drive(sandbox, creates(sandbox, "warm", 500), 1)
        seconds = drive(sandbox, creates(sandbox, "one", 1000), 1)
        row("sandbox: creates of one client", 1000 / seconds, "/s", ("≥", 1500))
        seconds = drive(sandbox, creates(sandbox, "eight", 4000), 8)
        row("sandbox: creates of eight clients", 4000 / seconds, "/s", ("≥", 3000))
        drive(sandbox, creates(sandbox, "more", 4500), 8)
        connection = sandbox.connect()
        ask(sandbox, connection, "GET", RULES + "?limit=1")
        times = []
        for _ in range(5):
            begin = time.monotonic()
            answer = ask(sandbox, connection, "GET", RULES)
            times.append(time.monotonic() - begin)
        print("  (%.1f MB)" % (len(answer.bytes) / 1e6))
        row("sandbox: list of 10,000 objects", min(times) * 1000, "ms", ("≤", 150))
        connection.close()
        time.sleep(1)
        row("sandbox: memory with 10,000 objects", sandbox.resident(), "MB", ("≤", 60))
        latencies = watch_latencies(sandbox)
        print("  (%d watchers, %d changes, %d a second: median %.1f ms, worst %.1f ms)" % (
            WATCHERS, WATCHED, PACE, latencies[len(latencies) // 2] * 1000, latencies[-1] * 1000))
        row("sandbox: 99 of 100 changes seen within", latencies[len(latencies) * 99 // 100] * 1000, "ms", ("≤", 100))
        time.sleep(1)
        row("sandbox: memory after 100 watches", sandbox.resident(), "MB", ("≤", 60))
    finally:
        sandbox.stop()
    row("sandbox: start-up with 11,000 objects", sandbox.start() * 1000, "ms", ("≤", 150))
    sandbox.stop()
