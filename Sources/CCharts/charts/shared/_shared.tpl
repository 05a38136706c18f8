{{- /* What all charts have in common; the program adds this file to each of them. */}}

{{- /* Labels of an object: (dict "root" $ "name" NAME). */}}
{{- define "labels" }}
app.kubernetes.io/name: {{ .name | quote }}
app.kubernetes.io/part-of: istio
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
release: {{ .root.Release.Name }}
{{- end }}

{{- /* Objects of the cluster, and those in namespaces, may be installed apart. */}}
{{- define "inCluster" }}{{ if has .Values.global.resourceScope (list "all" "cluster") }}yes{{ end }}{{ end }}
{{- define "inNamespace" }}{{ if has .Values.global.resourceScope (list "all" "namespace") }}yes{{ end }}{{ end }}

{{- /* `-REVISION`, or nothing for the default one. */}}
{{- define "suffix" }}{{ with .Values.revision }}-{{ . }}{{ end }}{{ end }}

{{- /* An image: (dict "root" $ "image" NAME "from" MAP), where the map may have hub, tag and variant. */}}
{{- define "image" }}
{{- $global := .root.Values.global }}
{{- $own := .from | default dict }}
{{- if contains "/" .image }}{{ .image }}{{ else -}}
{{ $own.hub | default $global.hub }}/{{ .image }}:{{ $own.tag | default $global.tag }}
{{- with $own.variant | default $global.variant }}-{{ . }}{{ end }}
{{- end }}
{{- end }}

{{- define "pullSecrets" }}
{{- with .Values.global.imagePullSecrets }}
imagePullSecrets:
{{- range . }}
- name: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "pullPolicy" }}
{{- with .Values.global.imagePullPolicy }}
imagePullPolicy: {{ . | quote }}
{{- end }}
{{- end }}

{{- /* A container that needs no rights at all. */}}
{{- define "unprivileged" }}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end }}

{{- /* Refuses kinds and fields that Istio does not promise to keep: (dict "root" $ "policy" NAME "binding" NAME "revision" REVISION), with "selects" for objects of one revision only. */}}
{{- define "stablePolicy" }}
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: {{ .policy }}
  labels:
    istio: istiod
    istio.io/rev: {{ .revision | quote }}
    {{- include "labels" (dict "name" "istiod" "root" .root) | indent 4 }}
spec:
  failurePolicy: Fail
  matchConstraints:
    resourceRules:
    - operations: [CREATE, UPDATE]
      apiGroups: [security.istio.io, networking.istio.io, telemetry.istio.io, extensions.istio.io]
      apiVersions: ["*"]
      resources: ["*"]
    {{- with .selects }}
    objectSelector:
      matchExpressions:
      - key: istio.io/rev
        operator: In
        values: [{{ . | quote }}]
    {{- end }}
  validations:
  - expression: "!(object.kind in ['EnvoyFilter', 'WasmPlugin', 'ProxyConfig'])"
    message: the kind is not stable
  {{- $fields := dict "tracing" "useRequestIdForTraceSampling" "metrics" "reportingInterval" "accessLogging" "filter" }}
  {{- range $list, $field := $fields }}
  - expression: "object.kind != 'Telemetry' || !has(object.spec.{{ $list }}) || !object.spec.{{ $list }}.exists(x, has(x.{{ $field }}))"
    message: {{ $list }}[].{{ $field }} is not stable
  {{- end }}
  {{- range $field := list "trustDomains" "notTrustDomains" }}
  - expression: "object.kind != 'AuthorizationPolicy' || !has(object.spec.rules) || !object.spec.rules.exists(r, has(r.from) && r.from.exists(f, has(f.source) && has(f.source.{{ $field }})))"
    message: rules[].from[].source.{{ $field }} is not stable
  {{- end }}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: {{ .binding }}
  labels:
    {{- include "labels" (dict "name" "istiod" "root" .root) | indent 4 }}
spec:
  policyName: {{ .policy }}
  validationActions: [Deny]
{{- end }}
