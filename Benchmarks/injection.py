"""Measures kube-inject with the sidecars of both generations (issue "Sidecar injection")."""

import os

DEPLOYMENT = """apiVersion: apps/v1
kind: Deployment
metadata:
  name: app-{0}
  namespace: shop
  labels: {{app: app-{0}, team: books}}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: app-{0}
  template:
    metadata:
      labels:
        app: app-{0}
        version: v1
    spec:
      serviceAccountName: app-{0}
      containers:
      - name: app
        image: registry.example/books/app-{0}:1.4.2
        ports:
        - name: http
          containerPort: 8080
        env:
        - name: MODE
          value: production
        - name: NEXT
          value: app-next.shop.svc.cluster.local
        readinessProbe:
          httpGet:
            path: /ready
            port: http
        resources:
          requests: {{cpu: 100m, memory: 64Mi}}
          limits: {{cpu: 500m, memory: 256Mi}}
---
"""

SERVICE = """apiVersion: v1
kind: Service
metadata:
  name: app-{0}
  namespace: shop
spec:
  selector:
    app: app-{0}
  ports:
  - name: http
    port: 80
    targetPort: 8080
---
"""


def measure(program, spawn, run, env, folder, row):
    """`run` measures so many runs of a command: the best time in seconds, the most memory in MB."""
    big, small = os.path.join(folder, "workloads.yaml"), os.path.join(folder, "workload.yaml")
    with open(big, "w") as file:
        file.write("".join((DEPLOYMENT + SERVICE).format(index) for index in range(1000)))
    with open(small, "w") as file:
        file.write(DEPLOYMENT.format(0))
    for name, words, budget in (
        ("0.7", ["--hub", "docker.io/istio", "--tag", "0.7.1"], 150),
        ("1.30", [], 600),
    ):
        inject = [program, "kube-inject", "--offline", "--report", "none"] + words + ["-f"]
        seconds, megabytes = run(spawn, inject + [big], env, 3)
        row("inject 1,000 workloads, %s" % name, seconds * 1000, "ms", ("≤", budget))
        row("inject 1,000 workloads, %s, memory" % name, megabytes, "MB", ("≤", 120))
        seconds, _ = run(spawn, inject + [small], env, 20)
        row("inject one workload, %s" % name, seconds * 1000, "ms", ("≤", 20))
