{{- /*
The webhooks that bring pods of one revision or tag to its injector: (dict "root" $ "revision" NAME
"isDefault" BOOL). A pod is asked for by its namespace or by itself, by revision or, of the default one, by the
old labels; no pod meets two of the webhooks.
*/}}
{{- define "istiod.injection" }}
{{- $not := list (dict "key" "sidecar.istio.io/inject" "operator" "NotIn" "values" (list "false")) }}
{{- $asked := list (dict "key" "sidecar.istio.io/inject" "operator" "In" "values" (list "true")) }}
{{- $isRevision := dict "key" "istio.io/rev" "operator" "In" "values" (list .revision) }}
{{- $noRevision := dict "key" "istio.io/rev" "operator" "DoesNotExist" }}
{{- $noLabel := dict "key" "istio-injection" "operator" "DoesNotExist" }}
{{- $enabled := dict "key" "istio-injection" "operator" "In" "values" (list "enabled") }}
{{- $hooks := list
  (dict "name" "rev.namespace." "namespace" (list $isRevision $noLabel) "object" $not)
  (dict "name" "rev.object." "namespace" (list $noRevision $noLabel) "object" (append $not $isRevision)) }}
{{- if .isDefault }}
{{- $hooks = concat $hooks (list
  (dict "name" "namespace." "namespace" (list $enabled) "object" $not)
  (dict "name" "object." "namespace" (list $noLabel $noRevision) "object" (append $asked $noRevision))) }}
{{- if .root.Values.sidecarInjectorWebhook.enableNamespacesByDefault }}
{{- $system := dict "key" "kubernetes.io/metadata.name" "operator" "NotIn" "values" (list "kube-system" "kube-public" "kube-node-lease" "local-path-storage") }}
{{- $hooks = append $hooks (dict "name" "auto." "namespace" (list $noLabel $noRevision $system) "object" (list (dict "key" "sidecar.istio.io/inject" "operator" "DoesNotExist") $noRevision)) }}
{{- end }}
{{- end }}
{{- $remote := .root.Values.istiodRemote }}
{{- range $hooks }}
- name: {{ .name }}sidecar-injector.istio.io
  admissionReviewVersions: [v1]
  sideEffects: None
  failurePolicy: Fail
  reinvocationPolicy: {{ $.root.Values.sidecarInjectorWebhook.reinvocationPolicy | quote }}
  clientConfig:
    {{- with $remote.injectionURL }}
    url: {{ . | quote }}
    {{- else }}
    service:
      name: istiod{{ include "suffix" $.root }}
      namespace: {{ $.root.Release.Namespace }}
      path: {{ $remote.injectionPath | quote }}
      port: 443
    {{- end }}
    {{- with $remote.injectionCABundle }}
    caBundle: {{ . | quote }}
    {{- end }}
  rules:
  - operations: [CREATE]
    apiGroups: [""]
    apiVersions: [v1]
    resources: [pods]
  namespaceSelector:
    matchExpressions: {{ toYaml .namespace | nindent 4 }}
  objectSelector:
    matchExpressions: {{ toYaml .object | nindent 4 }}
{{- end }}
{{- end }}
