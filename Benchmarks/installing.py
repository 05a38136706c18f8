"""Measures the manifest of the demo profile beside Helm with the same charts (issue "install")."""

import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
HELM = os.path.join(HERE, "..", ".tools", "helm-4")


def measure(program, spawn, run, env, folder, row):
    ours = [program, "manifest", "generate", "--profile", "demo"]
    seconds, megabytes = run(spawn, ours, env, 9)
    row("manifest of the demo profile", seconds * 1000, "ms", ("≤", 150))
    row("manifest of the demo profile, memory", megabytes, "MB", ("≤", 60))
    if not os.path.exists(HELM):
        print("  (Helm's side skipped: it needs .tools/helm-4)")
        return
    charts = os.path.join(folder, "charts")
    subprocess.run([program, "manifest", "charts", "-o", charts], env=env, check=True, capture_output=True)
    values = os.path.join(charts, "profiles", "demo.yaml")
    peer = 0
    for chart, more in [
        ("base", ["--include-crds"]), ("istiod", []), ("gateway", []), ("gateway", ["--set", "gateway=istio-egressgateway"]),
    ]:
        theirs = [HELM, "template", "istio", os.path.join(charts, chart), "-n", "istio-system", "-f", values]
        peer += run(spawn, theirs + more, env, 9)[0]
    print("  (helm 4 %.0f ms for the same charts, manifest generate %.0f ms)" % (peer * 1000, seconds * 1000))
    row("manifest of the demo profile, faster than helm 4", peer / seconds, "x", ("≥", 3))
