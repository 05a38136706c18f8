{{- /* A dashboard as Grafana reads it: rows one below the other, panels side by side. */}}
{{- define "grafana.dashboard" }}
{{- $id := 0 }}
{{- $y := 0 }}
uid: {{ .uid }}
title: {{ .title }}
tags: [istio]
editable: false
schemaVersion: 41
refresh: 30s
time: {from: now-30m, to: now}
templating:
  list:
  {{- range $name, $query := .variables }}
  - name: {{ $name }}
    label: {{ $name }}
    type: query
    datasource: {type: prometheus, uid: prometheus}
    query: {{ $query | quote }}
    refresh: 2
    sort: 1
    multi: true
    includeAll: true
    allValue: ".*"
    current: {text: All, value: $__all}
  {{- end }}
panels:
{{- range .rows }}
{{- $id = add1 $id }}
- id: {{ $id }}
  type: row
  title: {{ .title }}
  collapsed: false
  panels: []
  gridPos: {x: 0, y: {{ $y }}, w: 24, h: 1}
{{- $y = add $y 1 }}
{{- $width := div 24 (len .panels) }}
{{- range $at, $panel := .panels }}
{{- $id = add1 $id }}
- id: {{ $id }}
  type: timeseries
  title: {{ .title }}
  datasource: {type: prometheus, uid: prometheus}
  gridPos: {x: {{ mul $at $width }}, y: {{ $y }}, w: {{ $width }}, h: 8}
  fieldConfig:
    defaults:
      unit: {{ .unit }}
      custom: {fillOpacity: 10, showPoints: never}
    overrides: []
  options:
    legend: {displayMode: table, placement: bottom, calcs: [mean, lastNotNull]}
    tooltip: {mode: multi, sort: desc}
  targets:
  {{- $letter := 65 }}
  {{- range $legend, $query := .queries }}
  - refId: {{ printf "%c" $letter }}
    expr: {{ $query | quote }}
    legendFormat: {{ $legend | quote }}
  {{- $letter = add1 $letter }}
  {{- end }}
{{- end }}
{{- $y = add $y 8 }}
{{- end }}
{{- end }}
