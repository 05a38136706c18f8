{{- define "ztunnel.name" }}{{ .Values.resourceName | default "ztunnel" }}{{ end }}

{{- define "ztunnel.labels" }}
app: ztunnel
install.operator.istio.io/owning-resource: {{ .Values.ownerName | default "unknown" | quote }}
{{- include "labels" (dict "name" "ztunnel" "root" .) }}
{{- with .Values.labels }}{{ toYaml . | nindent 0 }}{{ end }}
{{- end }}

{{- define "ztunnel.annotations" }}
{{- $all := deepCopy .Values.annotations }}
{{- with .Values.revision }}{{ $_ := set $all "istio.io/rev" . }}{{ end }}
{{- with $all }}
annotations: {{ toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- /* The chart's own setting, or the mesh's. */}}
{{- define "ztunnel.either" }}{{ index .root.Values .name | default (index .root.Values.global .name) | default "" }}{{ end }}
