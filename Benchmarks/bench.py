#!/usr/bin/env python3
"""Measures istioctl against its budgets (issue "The main job", design.md section 7).

    bench.py PROGRAM

Peers are built and run in the same run, so that ratios mean something on any machine. Prints a table; the exit
status is 1 when a budget is missed. Only the standard library is used.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

import charts
import installing
import injection
import sandbox
import webhook

HERE = os.path.dirname(os.path.abspath(__file__))
RULES = 10_000


def compiled(name, folder, *libraries):
    """A program of this folder, built."""
    program = os.path.join(folder, name)
    subprocess.run(["cc", "-O2", "-o", program, os.path.join(HERE, name + ".c"), *libraries], check=True)
    return program


def measure(spawn, argv, env, runs):
    """The best wall time in seconds and the most resident memory in MB of some runs."""
    result = subprocess.run([spawn, str(runs)] + argv, env=env, capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit("bench: failed: %s" % " ".join(argv))
    milliseconds, kibibytes = result.stdout.split()
    return float(milliseconds) / 1000, int(kibibytes) / 1024


def route_rule(index, choose):
    """A rule of about 600 bytes, as people write them."""
    service = choose.choice(["details", "ratings", "reviews", "productpage"])
    first = choose.randrange(0, 101)
    return f"""apiVersion: config.istio.io/v1alpha2
kind: RouteRule
metadata:
  name: {service}-{index}
  namespace: team-{index % 50}
  labels:
    owner: team-{index % 50}
spec:
  destination:
    name: {service}
    namespace: team-{index % 50}
  precedence: {choose.randrange(1, 20)}
  match:
    request:
      headers:
        cookie:
          regex: "^(.*?;)?(user={choose.getrandbits(32):x})(;.*)?$"
        uri:
          prefix: /api/v1/{choose.getrandbits(16):x}
  route:
  - labels:
      version: v1
    weight: {first}
  - labels:
      version: v2
    weight: {100 - first}
  httpReqTimeout:
    simpleTimeout:
      timeout: {choose.randrange(1, 30)}s
  httpReqRetries:
    simpleRetry:
      attempts: {choose.randrange(1, 5)}
      perTryTimeout: {choose.randrange(100, 900)}ms
"""


def mesh_file(index, resources):
    """A team's file: services with their workloads' rules, as people write them; everything refers to what is there."""
    namespace, documents = "team-%d" % (index % 100), []
    for number in range(resources // 5):
        name = "app-%d-%d" % (index, number)
        documents.append(f"""apiVersion: v1
kind: Service
metadata:
  name: {name}
  namespace: {namespace}
spec:
  selector: {{app: {name}}}
  ports:
  - name: http
    port: 80
""")
        documents.append(f"""apiVersion: apps/v1
kind: Deployment
metadata:
  name: {name}
  namespace: {namespace}
spec:
  template:
    metadata:
      labels: {{app: {name}, version: v1}}
    spec:
      containers:
      - name: app
        image: example.com/{name}:1
        ports: [{{containerPort: 80}}]
""")
        documents.append(f"""apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: {name}
  namespace: {namespace}
spec:
  host: {name}
  subsets:
  - name: v1
    labels: {{version: v1}}
""")
        documents.append(f"""apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: {name}
  namespace: {namespace}
spec:
  hosts: [{name}]
  http:
  - match:
    - uri:
        prefix: /api/{number}
    route:
    - destination: {{host: {name}, subset: v1}}
      weight: 90
    - destination: {{host: app-{index}-0.{namespace}.svc.cluster.local}}
      weight: 10
    timeout: 5s
""")
        documents.append(f"""apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: {name}
  namespace: {namespace}
spec:
  selector:
    matchLabels: {{app: {name}}}
  rules:
  - from:
    - source:
        namespaces: [{namespace}]
    to:
    - operation:
        methods: [GET, POST]
""")
    return "---\n".join(documents)


def mesh_repository(folder, files, resources):
    """A repository of so many files with so many resources in all."""
    for index in range(files):
        place = os.path.join(folder, "team-%d" % (index % 100))
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, "app-%d.yaml" % index), "w") as file:
            file.write(mesh_file(index, resources // files))
    with open(os.path.join(folder, "namespaces.yaml"), "w") as file:
        file.write("---\n".join(
            "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team-%d\n  labels: {istio-injection: enabled}\n"
            % index for index in range(min(100, files))))
    return folder


def measure_analyze(program, spawn, env, folder, row):
    """`analyze` of one file, of 2,000 files, and of twice as many."""
    one = mesh_repository(os.path.join(folder, "one"), 1, 5)
    seconds, _ = measure(spawn, [program, "analyze", "--offline", one], env, 40)
    row("analyze one small file", seconds * 1000, "ms", ("≤", 30))
    repository = mesh_repository(os.path.join(folder, "mesh"), 2000, RULES)
    seconds, megabytes = measure(spawn, [program, "analyze", "--offline", repository], env, 5)
    row("analyze 10,000 resources in 2,000 files", seconds, "s", ("≤", 1.5))
    row("analyze 10,000 resources, memory", megabytes, "MB", ("≤", 250))
    double = mesh_repository(os.path.join(folder, "double"), 4000, 2 * RULES)
    twice, _ = measure(spawn, [program, "analyze", "--offline", double], env, 5)
    row("analyze twice the resources", twice / seconds, "x", ("≤", 2.2))


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    program = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="istioctl-bench-")
    env = {"PATH": os.environ["PATH"], "HOME": folder}
    spawn, scan = compiled("spawn", folder), compiled("scan", folder, "-lyaml")
    missed = []

    def row(what, value, unit, budget):
        verdict = "ok" if (value >= budget[1] if budget[0] == "≥" else value <= budget[1]) else "MISSED"
        if verdict != "ok":
            missed.append(what)
        print("%-44s %10.2f %-8s %s %-8g %s" % (what, value, unit, budget[0], budget[1], verdict), flush=True)

    try:
        for name, argv in (
            ("version --remote=false", ["version", "--remote=false"]),
            ("completion request", ["__complete", "get", "route"]),
        ):
            seconds, megabytes = measure(spawn, [program] + argv, env, 40)
            row(name, seconds * 1000, "ms", ("≤", 10))
            row(name + ", memory", megabytes, "MB", ("≤", 12))

        small = os.path.join(folder, "small.yaml")
        choose = random.Random(7)
        with open(small, "w") as file:
            file.write(route_rule(0, choose))
        seconds, _ = measure(spawn, [program, "validate", "-f", small], env, 40)
        row("validate one small file", seconds * 1000, "ms", ("≤", 15))

        big = os.path.join(folder, "big.yaml")
        with open(big, "w") as file:
            file.write("---\n".join(route_rule(index, choose) for index in range(RULES)))
        print("  (%d rules, %.1f MB)" % (RULES, os.path.getsize(big) / 1e6))
        peer, _ = measure(spawn, [scan, big], env, 7)
        seconds, megabytes = measure(spawn, [program, "validate", "-f", big], env, 7)
        print("  (scan %.0f ms, validate %.0f ms)" % (peer * 1000, seconds * 1000))
        row("validate 10,000 rules, times a C scan", seconds / peer, "x", ("≤", 1.2))
        row("validate 10,000 rules, memory", megabytes, "MB", ("≤", 150))

        measure_analyze(program, spawn, env, folder, row)

        charts.measure(program, spawn, measure, env, folder, row)
        installing.measure(program, spawn, measure, env, folder, row)
        injection.measure(program, spawn, measure, env, folder, row)
        sandbox.measure(program, env, folder, row)
        webhook.measure(program, env, folder, row)

        data = os.path.join(folder, "sandbox")
        thousand = os.path.join(folder, "thousand.yaml")
        with open(thousand, "w") as file:
            file.write("---\n".join(
                route_rule(index, choose).replace("namespace: team-", "# namespace: team-") for index in range(1000)))
        subprocess.run([program, "sandbox", "up", "--detach", "--data-dir", data], env=env, check=True,
                       stdout=subprocess.DEVNULL)
        try:
            env["KUBECONFIG"] = os.path.join(data, "kubeconfig")
            seconds, _ = measure(spawn, [program, "create", "-f", thousand], env, 1)
            row("create 1,000 rules in the sandbox", 1000 / seconds, "rules/s", ("≥", 500))
        finally:
            subprocess.run([program, "sandbox", "down", "--data-dir", data], env=env, check=False,
                           stdout=subprocess.DEVNULL)

        row("binary", os.path.getsize(program) / (1 << 20), "MB", ("≤", 50))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if missed:
        raise SystemExit("bench: %d budgets missed: %s" % (len(missed), ", ".join(missed)))


if __name__ == "__main__":
    main()
