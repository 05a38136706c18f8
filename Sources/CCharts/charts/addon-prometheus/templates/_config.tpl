{{- /* What is asked for metrics. Pods and services say with annotations where theirs are; the mesh says so of
its own parts. */}}
{{- define "prometheus.config" -}}
global:
  scrape_interval: {{ .Values.addons.prometheus.scrapeInterval }}
  evaluation_interval: {{ .Values.addons.prometheus.scrapeInterval }}
scrape_configs:
- job_name: prometheus
  static_configs:
  - targets: ["localhost:9090"]

# Control planes, proxies with merged metrics, ztunnel and the CNI plugin: they are all annotated.
- job_name: kubernetes-pods
  kubernetes_sd_configs: [{role: pod}]
  relabel_configs:
  {{- include "prometheus.annotated" "pod" | indent 2 }}
  {{- include "prometheus.pod" . | indent 2 }}
  - source_labels: [__meta_kubernetes_pod_phase]
    action: drop
    regex: Pending|Succeeded|Failed|Completed

- job_name: kubernetes-services
  kubernetes_sd_configs: [{role: endpointslice}]
  relabel_configs:
  {{- include "prometheus.annotated" "service" | indent 2 }}
  - action: labelmap
    regex: __meta_kubernetes_service_label_(.+)
  - source_labels: [__meta_kubernetes_namespace]
    target_label: namespace
  - source_labels: [__meta_kubernetes_service_name]
    target_label: service

# Proxies whose pods are not annotated, by the name of their port.
- job_name: envoy-stats
  metrics_path: /stats/prometheus
  kubernetes_sd_configs: [{role: pod}]
  relabel_configs:
  - source_labels: [__meta_kubernetes_pod_container_port_name]
    action: keep
    regex: .*-envoy-prom
  - source_labels: [__meta_kubernetes_pod_annotation_prometheus_io_scrape]
    action: drop
    regex: "true"
  - source_labels: [__meta_kubernetes_pod_ip]
    target_label: __address__
    replacement: $1:15090
  {{- include "prometheus.pod" . | indent 2 }}

# Mixer, Pilot and the converter of statsd in Istio 0.7.1.
{{- range $job, $port := dict "istio-mesh" "prometheus" "mixer" "http-monitoring" "pilot" "http-monitoring" "envoy" "statsd-prom" }}
- job_name: classic-{{ $job }}
  kubernetes_sd_configs: [{role: endpointslice}]
  relabel_configs:
  - source_labels: [__meta_kubernetes_service_name, __meta_kubernetes_endpointslice_port_name]
    action: keep
    regex: {{ eq $job "pilot" | ternary "istio-pilot" (eq $job "envoy" | ternary "istio-(mixer|statsd-prom-bridge)" "istio-mixer") }};{{ $port }}
{{- end }}

- job_name: kubernetes-apiservers
  scheme: https
  {{- include "prometheus.account" . | indent 2 }}
  kubernetes_sd_configs: [{role: endpointslice}]
  relabel_configs:
  - source_labels: [__meta_kubernetes_namespace, __meta_kubernetes_service_name, __meta_kubernetes_endpointslice_port_name]
    action: keep
    regex: default;kubernetes;https

{{- range $job, $path := dict "kubernetes-nodes" "metrics" "kubernetes-nodes-cadvisor" "metrics/cadvisor" }}

- job_name: {{ $job }}
  scheme: https
  {{- include "prometheus.account" $ | indent 2 }}
  kubernetes_sd_configs: [{role: node}]
  relabel_configs:
  - action: labelmap
    regex: __meta_kubernetes_node_label_(.+)
  - target_label: __address__
    replacement: kubernetes.default.svc:443
  - source_labels: [__meta_kubernetes_node_name]
    target_label: __metrics_path__
    replacement: /api/v1/nodes/$1/proxy/{{ $path }}
{{- end }}
{{- end }}

{{- /* Keeps what says prometheus.io/scrape, and obeys what it says of scheme, path and port. */}}
{{- define "prometheus.annotated" }}
{{- $prefix := printf "__meta_kubernetes_%s_annotation_prometheus_io_" . }}
- source_labels: [{{ $prefix }}scrape]
  action: keep
  regex: "true"
- source_labels: [{{ $prefix }}scheme]
  action: replace
  regex: (https?)
  target_label: __scheme__
- source_labels: [{{ $prefix }}path]
  action: replace
  regex: (.+)
  target_label: __metrics_path__
- source_labels: [__address__, {{ $prefix }}port]
  action: replace
  regex: (.+?)(?::\d+)?;(\d+)
  replacement: $1:$2
  target_label: __address__
{{- end }}

{{- define "prometheus.pod" }}
- action: labelmap
  regex: __meta_kubernetes_pod_label_(.+)
- source_labels: [__meta_kubernetes_namespace]
  target_label: namespace
- source_labels: [__meta_kubernetes_pod_name]
  target_label: pod
{{- end }}

{{- define "prometheus.account" }}
tls_config:
  ca_file: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt
authorization:
  credentials_file: /var/run/secrets/kubernetes.io/serviceaccount/token
{{- end }}
