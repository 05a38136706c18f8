{{- /*
The dashboards: a title, the variables that narrow it, and its rows of panels, each with a unit and queries by
legend. `$rate` is the interval that Grafana chooses.
*/}}
{{- define "grafana.dashboards" }}
{{- $requests := "istio_requests_total{reporter=~\"source|waypoint\"" }}
{{- $workload := "destination_workload_namespace=~\"$namespace\",destination_workload=~\"$workload\"" }}
mesh:
  title: Istio mesh
  rows:
  - title: All requests
    panels:
    - {title: Requests, unit: reqps, queries: {"all": 'sum(rate({{ $requests }}}[$__rate_interval]))'}}
    - {title: Success rate, unit: percentunit, queries: {"not 5xx": 'sum(rate({{ $requests }},response_code!~"5.."}[$__rate_interval])) / sum(rate({{ $requests }}}[$__rate_interval]))'}}
    - {title: Failures, unit: reqps, queries: {"{{`{{response_code}} {{response_flags}}`}}": 'sum by (response_code, response_flags) (rate({{ $requests }},response_code=~"[45]..|0"}[$__rate_interval]))'}}
  - title: Workloads
    panels:
    - {title: Requests by service, unit: reqps, queries: {"{{`{{destination_service}}`}}": 'sum by (destination_service) (rate({{ $requests }}}[$__rate_interval]))'}}
    - {title: P99 latency by service, unit: ms, queries: {"{{`{{destination_service}}`}}": 'histogram_quantile(0.99, sum by (destination_service, le) (rate(istio_request_duration_milliseconds_bucket{reporter=~"source|waypoint"}[$__rate_interval])))'}}
    - {title: TCP traffic by service, unit: Bps, queries: {"{{`{{destination_service}} sent`}}": 'sum by (destination_service) (rate(istio_tcp_sent_bytes_total{reporter=~"source|waypoint"}[$__rate_interval]))', "{{`{{destination_service}} received`}}": 'sum by (destination_service) (rate(istio_tcp_received_bytes_total{reporter=~"source|waypoint"}[$__rate_interval]))'}}
  - title: Rules
    panels:
    - {title: Objects of Istio, unit: short, queries: {"virtual services": 'max(pilot_virt_services)', "services": 'max(pilot_services)', "proxies": 'sum(pilot_xds)'}}
service:
  title: Istio service
  variables: {service: 'label_values(istio_requests_total, destination_service)'}
  rows:
  - title: As its clients see it
    panels:
    - {title: Requests, unit: reqps, queries: {"{{`{{source_workload}} {{response_code}}`}}": 'sum by (source_workload, response_code) (rate({{ $requests }},destination_service=~"$service"}[$__rate_interval]))'}}
    - {title: Success rate, unit: percentunit, queries: {"not 5xx": 'sum(rate({{ $requests }},destination_service=~"$service",response_code!~"5.."}[$__rate_interval])) / sum(rate({{ $requests }},destination_service=~"$service"}[$__rate_interval]))'}}
    - title: Latency
      unit: ms
      queries:
        {{- range list "50" "90" "99" }}
        P{{ . }}: 'histogram_quantile(0.{{ . }}, sum by (le) (rate(istio_request_duration_milliseconds_bucket{reporter=~"source|waypoint",destination_service=~"$service"}[$__rate_interval])))'
        {{- end }}
  - title: Versions
    panels:
    - {title: Requests by version, unit: reqps, queries: {"{{`{{destination_workload}} {{destination_version}}`}}": 'sum by (destination_workload, destination_version) (rate({{ $requests }},destination_service=~"$service"}[$__rate_interval]))'}}
    - {title: P99 request size, unit: bytes, queries: {"request": 'histogram_quantile(0.99, sum by (le) (rate(istio_request_bytes_bucket{destination_service=~"$service"}[$__rate_interval])))', "response": 'histogram_quantile(0.99, sum by (le) (rate(istio_response_bytes_bucket{destination_service=~"$service"}[$__rate_interval])))'}}
    - {title: Mutual TLS, unit: percentunit, queries: {"{{`{{connection_security_policy}}`}}": 'sum by (connection_security_policy) (rate(istio_requests_total{reporter="destination",destination_service=~"$service"}[$__rate_interval])) / ignoring(connection_security_policy) group_left sum(rate(istio_requests_total{reporter="destination",destination_service=~"$service"}[$__rate_interval]))'}}
workload:
  title: Istio workload
  variables: {namespace: 'label_values(istio_requests_total, destination_workload_namespace)', workload: 'label_values(istio_requests_total{destination_workload_namespace=~"$namespace"}, destination_workload)'}
  rows:
  - title: Requests to it
    panels:
    - {title: Requests by client, unit: reqps, queries: {"{{`{{source_workload}}.{{source_workload_namespace}} {{response_code}}`}}": 'sum by (source_workload, source_workload_namespace, response_code) (rate(istio_requests_total{reporter=~"destination|waypoint",{{ $workload }}}[$__rate_interval]))'}}
    - {title: P99 latency by client, unit: ms, queries: {"{{`{{source_workload}}`}}": 'histogram_quantile(0.99, sum by (source_workload, le) (rate(istio_request_duration_milliseconds_bucket{reporter=~"destination|waypoint",{{ $workload }}}[$__rate_interval])))'}}
    - {title: TCP received, unit: Bps, queries: {"{{`{{source_workload}}`}}": 'sum by (source_workload) (rate(istio_tcp_received_bytes_total{reporter=~"destination|waypoint",{{ $workload }}}[$__rate_interval]))'}}
  - title: Requests from it
    panels:
    - {title: Requests by service, unit: reqps, queries: {"{{`{{destination_service}} {{response_code}}`}}": 'sum by (destination_service, response_code) (rate(istio_requests_total{reporter="source",source_workload_namespace=~"$namespace",source_workload=~"$workload"}[$__rate_interval]))'}}
    - {title: P99 latency by service, unit: ms, queries: {"{{`{{destination_service}}`}}": 'histogram_quantile(0.99, sum by (destination_service, le) (rate(istio_request_duration_milliseconds_bucket{reporter="source",source_workload_namespace=~"$namespace",source_workload=~"$workload"}[$__rate_interval])))'}}
control-plane:
  title: Istio control plane
  rows:
  - title: Istiod
    panels:
    - {title: Versions, unit: short, queries: {"{{`{{tag}}`}}": 'sum by (tag) (istio_build{component="pilot"})'}}
    - {title: CPU, unit: short, queries: {"{{`{{pod}}`}}": 'sum by (pod) (irate(process_cpu_seconds_total{app="istiod"}[$__rate_interval]))'}}
    - {title: Memory, unit: bytes, queries: {"{{`{{pod}}`}}": 'sum by (pod) (process_resident_memory_bytes{app="istiod"})'}}
  - title: Configuration to proxies
    panels:
    - {title: Pushes, unit: ops, queries: {"{{`{{type}}`}}": 'sum by (type) (rate(pilot_xds_pushes[$__rate_interval]))'}}
    - title: Time to proxies
      unit: s
      queries:
        {{- range list "50" "90" "99" }}
        P{{ . }}: 'histogram_quantile(0.{{ . }}, sum by (le) (rate(pilot_proxy_convergence_time_bucket[$__rate_interval])))'
        {{- end }}
    - {title: Refused by proxies, unit: ops, queries: {"{{`{{type}}`}}": 'sum by (type) (rate(pilot_total_xds_rejects[$__rate_interval]))', "cds": 'sum(pilot_xds_cds_reject)', "lds": 'sum(pilot_xds_lds_reject)', "rds": 'sum(pilot_xds_rds_reject)', "eds": 'sum(pilot_xds_eds_reject)'}}
    - {title: Proxies, unit: short, queries: {"{{`{{pod}}`}}": 'sum by (pod) (pilot_xds)'}}
  - title: Webhooks and conflicts
    panels:
    - {title: Validation, unit: ops, queries: {"passed": 'sum(rate(galley_validation_passed[$__rate_interval]))', "failed": 'sum(rate(galley_validation_failed[$__rate_interval]))'}}
    - {title: Injection, unit: ops, queries: {"succeeded": 'sum(rate(sidecar_injection_success_total[$__rate_interval]))', "failed": 'sum(rate(sidecar_injection_failure_total[$__rate_interval]))'}}
    - {title: Conflicts, unit: short, queries: {"inbound listeners": 'sum(pilot_conflict_inbound_listener)', "outbound listeners": 'sum(pilot_conflict_outbound_listener_tcp_over_current_tcp)', "domains": 'sum(pilot_vservice_dup_domain)'}}
performance:
  title: Istio performance
  rows:
  - title: Proxies
    panels:
    - {title: CPU for 1000 requests a second, unit: short, queries: {"proxies": '(sum(irate(container_cpu_usage_seconds_total{container="istio-proxy"}[$__rate_interval])) / (round(sum(irate(istio_requests_total[$__rate_interval])), 0.001) / 1000))'}}
    - {title: CPU, unit: short, queries: {"{{`{{namespace}}`}}": 'sum by (namespace) (rate(container_cpu_usage_seconds_total{container="istio-proxy"}[$__rate_interval]))'}}
    - {title: Memory, unit: bytes, queries: {"{{`{{namespace}}`}}": 'sum by (namespace) (container_memory_working_set_bytes{container="istio-proxy"})'}}
    - {title: Connections, unit: short, queries: {"upstream": 'sum(envoy_cluster_upstream_cx_active)', "downstream": 'sum(envoy_listener_downstream_cx_active)'}}
ztunnel:
  title: Istio ztunnel
  rows:
  - title: Nodes
    panels:
    - {title: Connections, unit: cps, queries: {"opened": 'sum(rate(istio_tcp_connections_opened_total{app="ztunnel"}[$__rate_interval]))', "closed": '-sum(rate(istio_tcp_connections_closed_total{app="ztunnel"}[$__rate_interval]))'}}
    - {title: Traffic, unit: Bps, queries: {"sent {{`{{pod}}`}}": 'sum by (pod) (rate(istio_tcp_sent_bytes_total{app="ztunnel"}[$__rate_interval]))', "received {{`{{pod}}`}}": 'sum by (pod) (rate(istio_tcp_received_bytes_total{app="ztunnel"}[$__rate_interval]))'}}
    - {title: Pods in the mesh, unit: short, queries: {"{{`{{pod}}`}}": 'sum by (pod) (workload_manager_active_proxy_count)'}}
    - {title: Connections to istiod ended, unit: ops, queries: {"{{`{{reason}}`}}": 'sum by (reason) (rate(istio_xds_connection_terminations_total{app="ztunnel"}[$__rate_interval]))'}}
    - {title: DNS requests, unit: reqps, queries: {"asked": 'sum(rate(istio_dns_requests_total[$__rate_interval]))', "passed on": 'sum(rate(istio_dns_upstream_requests_total[$__rate_interval]))'}}
classic:
  title: Istio 0.7.1
  rows:
  - title: What Mixer saw
    panels:
    - {title: Requests, unit: reqps, queries: {"{{`{{destination_service}} {{destination_version}} {{response_code}}`}}": 'sum by (destination_service, destination_version, response_code) (rate(istio_request_count[$__rate_interval]))'}}
    - {title: Success rate, unit: percentunit, queries: {"not 5xx": 'sum(rate(istio_request_count{response_code!~"5.."}[$__rate_interval])) / sum(rate(istio_request_count[$__rate_interval]))'}}
    - title: Latency
      unit: s
      queries:
        {{- range list "50" "90" "99" }}
        P{{ . }}: 'histogram_quantile(0.{{ . }}, sum by (le) (rate(istio_request_duration_bucket[$__rate_interval])))'
        {{- end }}
  - title: Mixer and Pilot
    panels:
    - {title: Adapters, unit: ops, queries: {"{{`{{adapter}} {{error}}`}}": 'sum by (adapter, error) (rate(mixer_runtime_dispatch_count[$__rate_interval]))'}}
    - {title: Rules resolved, unit: ops, queries: {"resolved": 'sum(rate(mixer_config_resolve_count[$__rate_interval]))'}}
    - {title: Discovery calls, unit: ops, queries: {"{{`{{method}}`}}": 'sum by (method) (rate(pilot_discovery_calls[$__rate_interval]))'}}
{{- end }}
