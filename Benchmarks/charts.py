"""Measures the rendering of a chart beside Helm's (issue "Sidecar injection")."""

import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
HELM = os.path.join(HERE, "..", ".tools", "helm-4")
MAKER = os.path.join(HERE, "..", "..", "shared", "conformance", "go-template", "make_bench_chart.py")


def measure(program, spawn, run, env, folder, row):
    if not os.path.exists(HELM) or not os.path.exists(MAKER):
        print("  (chart of 200 templates skipped: it needs .tools/helm-4 and ../shared)")
        return
    chart = os.path.join(folder, "chart")
    subprocess.run(["python3", MAKER, chart], env=env, check=True)
    ours, theirs = [program, "x", "template", chart, "bench"], [HELM, "template", "bench", chart]
    outputs = [subprocess.run(argv, env=env, check=True, capture_output=True).stdout for argv in (ours, theirs)]
    if outputs[0] != outputs[1]:
        raise SystemExit("bench: the chart is rendered in another way than Helm does")
    peer, _ = run(spawn, theirs, env, 7)
    seconds, megabytes = run(spawn, ours, env, 7)
    print("  (helm 4 %.0f ms, x template %.0f ms)" % (peer * 1000, seconds * 1000))
    row("chart of 200 templates, faster than helm 4", peer / seconds, "x", ("≥", 3))
    row("chart of 200 templates, memory", megabytes, "MB", ("≤", 80))
