{{- define "gateway" }}{{ index .Values.gateways .Values.gateway | toJson }}{{ end }}

{{- /* Labels of the gateway's objects besides those that select its pods. */}}
{{- define "gateway.labels" }}
istio.io/rev: {{ .Values.revision | default "default" | quote }}
install.operator.istio.io/owning-resource: {{ .Values.ownerName | default "unknown" | quote }}
operator.istio.io/component: {{ eq .Values.gateway "istio-egressgateway" | ternary "EgressGateways" "IngressGateways" }}
{{- include "labels" (dict "name" .Values.gateway "root" .) }}
{{- end }}
