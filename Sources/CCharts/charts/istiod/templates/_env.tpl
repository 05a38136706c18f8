{{- /* The environment of istiod's container. */}}
{{- define "istiod.env" }}
{{- $pilot := .Values.pilot }}
{{- $global := .Values.global }}
- name: REVISION
  value: {{ .Values.revision | default "default" | quote }}
- name: PILOT_CERT_PROVIDER
  value: {{ $global.pilotCertProvider | quote }}
{{- range $name, $path := dict "POD_NAME" "metadata.name" "POD_NAMESPACE" "metadata.namespace" "SERVICE_ACCOUNT" "spec.serviceAccountName" }}
- name: {{ $name }}
  valueFrom:
    fieldRef:
      apiVersion: v1
      fieldPath: {{ $path }}
{{- end }}
- name: KUBECONFIG
  value: /var/run/secrets/remote/config
{{- /* Ztunnel asks for certificates in the name of pods on its node. */}}
{{- if not $pilot.env.CA_TRUSTED_NODE_ACCOUNTS }}
- name: CA_TRUSTED_NODE_ACCOUNTS
  value: "{{ $pilot.trustedZtunnelNamespace | default .Values.trustedZtunnelNamespace | default .Release.Namespace }}/{{ $pilot.trustedZtunnelName | default .Values.trustedZtunnelName | default "ztunnel" }}"
{{- end }}
{{- range $name, $value := $pilot.env }}
- name: {{ $name }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- if eq ($pilot.env.COMPLIANCE_POLICY | default "") "fips-140-3" }}
- name: GODEBUG
  value: fips140=only
{{- end }}
{{- with $pilot.envVarFrom }}{{ toYaml . | nindent 0 }}{{ end }}
{{- with $pilot.traceSampling }}
- name: PILOT_TRACE_SAMPLING
  value: {{ . | toString | quote }}
{{- end }}
{{- if $pilot.taint.enabled }}
- name: PILOT_ENABLE_NODE_UNTAINT_CONTROLLERS
  value: "true"
- name: PILOT_NODE_UNTAINT_CONTROLLERS_TAINT_NAME
  value: {{ $pilot.taint.name | quote }}
{{- end }}
{{- if and $global.externalIstiod (not $pilot.env.EXTERNAL_ISTIOD) }}
- name: EXTERNAL_ISTIOD
  value: "true"
{{- end }}
{{- with $global.trustBundleName }}
- name: PILOT_CA_CERT_CONFIGMAP
  value: {{ . | quote }}
{{- end }}
{{- with $pilot.crlConfigMapName }}
- name: PILOT_CRL_CONFIGMAP
  value: {{ . | quote }}
{{- end }}
- name: PILOT_ENABLE_ANALYSIS
  value: {{ $global.istiod.enableAnalysis | quote }}
- name: CLUSTER_ID
  value: {{ $global.multiCluster.clusterName | default "Kubernetes" | quote }}
- name: PLATFORM
  value: {{ coalesce $global.platform .Values.platform | default "" | quote }}
{{- end }}
