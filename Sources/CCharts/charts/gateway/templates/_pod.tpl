{{- /* The environment of a proxy that is spelt out. */}}
{{- define "gateway.env" }}
{{- $gateway := include "gateway" . | fromJson }}
{{- $global := .Values.global }}
{{- $mesh := .Values.meshConfig }}
{{- $domain := $mesh.trustDomain | default "cluster.local" }}
- name: PILOT_CERT_PROVIDER
  value: {{ $global.pilotCertProvider | quote }}
- name: CA_ADDR
  value: {{ $global.caAddress | default (printf "istiod%s.%s.svc:15012" (include "suffix" .) $global.istioNamespace) | quote }}
{{- range $name, $path := dict "NODE_NAME" "spec.nodeName" "ISTIO_META_NODE_NAME" "spec.nodeName" "POD_NAME" "metadata.name" "POD_NAMESPACE" "metadata.namespace" "INSTANCE_IP" "status.podIP" "HOST_IP" "status.hostIP" "SERVICE_ACCOUNT" "spec.serviceAccountName" }}
- name: {{ $name }}
  valueFrom:
    fieldRef:
      apiVersion: v1
      fieldPath: {{ $path }}
{{- end }}
- name: ISTIO_CPU_LIMIT
  valueFrom:
    resourceFieldRef:
      divisor: "1"
      resource: limits.cpu
- name: ISTIO_META_WORKLOAD_NAME
  value: {{ $gateway.name }}
- name: ISTIO_META_OWNER
  value: kubernetes://apis/apps/v1/namespaces/{{ .Release.Namespace }}/deployments/{{ $gateway.name }}
- name: ISTIO_META_MESH_ID
  value: {{ $global.meshID | default $domain | quote }}
- name: TRUST_DOMAIN
  value: {{ $domain | quote }}
- name: ISTIO_META_CLUSTER_ID
  value: {{ $global.multiCluster.clusterName | default "Kubernetes" | quote }}
{{- if and $global.network (not $gateway.env.ISTIO_META_NETWORK) }}
- name: ISTIO_META_NETWORK
  value: {{ $global.network | quote }}
{{- end }}
{{- range $name, $value := ($mesh.defaultConfig | default dict).proxyMetadata }}
- name: {{ $name }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- end }}

{{- /* Its volumes. */}}
{{- define "gateway.volumes" }}
{{- $global := .Values.global }}
{{- range list "workload-socket" "credential-socket" "workload-certs" "istio-envoy" "istio-data" }}
- name: {{ . }}
  emptyDir: {}
{{- end }}
- name: istiod-ca-cert
  configMap:
    name: {{ $global.trustBundleName | default "istio-ca-root-cert" }}
- name: podinfo
  downwardAPI:
    items:
    {{- range list "labels" "annotations" }}
    - path: {{ . }}
      fieldRef:
        fieldPath: metadata.{{ . }}
    {{- end }}
- name: istio-token
  projected:
    sources:
    - serviceAccountToken:
        path: istio-token
        expirationSeconds: 43200
        audience: {{ $global.sds.token.aud }}
{{- if $global.mountMtlsCerts }}
- name: istio-certs
  secret:
    secretName: istio.istio-ingressgateway-service-account
    optional: true
{{- end }}
- name: config-volume
  configMap:
    name: istio{{ include "suffix" . }}
    optional: true
{{- end }}

{{- /* Where pods of the gateway must not be together, and where they rather should not. */}}
{{- define "gateway.affinity" }}
{{- if or .podAntiAffinityLabelSelector .podAntiAffinityTermLabelSelector }}
affinity:
  podAntiAffinity:
    {{- with .podAntiAffinityLabelSelector }}
    requiredDuringSchedulingIgnoredDuringExecution:
    {{- range . }}
    - {{ include "gateway.term" . | trim | nindent 6 | trim }}
    {{- end }}
    {{- end }}
    {{- with .podAntiAffinityTermLabelSelector }}
    preferredDuringSchedulingIgnoredDuringExecution:
    {{- range . }}
    - weight: 100
      podAffinityTerm: {{- include "gateway.term" . | indent 8 }}
    {{- end }}
    {{- end }}
{{- end }}
{{- end }}

{{- define "gateway.term" }}
topologyKey: {{ .topologyKey }}
labelSelector:
  matchExpressions:
  - key: {{ .key }}
    operator: {{ .operator }}
    {{- with .values }}
    values: {{ splitList "," . | toJson }}
    {{- end }}
{{- end }}
