{{- /* Labels of istiod's own objects. */}}
{{- define "istiod.labels" }}
app: istiod
istio.io/rev: {{ .Values.revision | default "default" | quote }}
install.operator.istio.io/owning-resource: {{ .Values.ownerName | default "unknown" | quote }}
operator.istio.io/component: Pilot
{{- include "labels" (dict "name" "istiod" "root" .) }}
{{- end }}

{{- /* Selects istiod's pods; the default revision must not select those of a canary. */}}
{{- define "istiod.selector" }}
app: istiod
{{- if .Values.revision }}
istio.io/rev: {{ .Values.revision | quote }}
{{- else }}
istio: pilot
{{- end }}
{{- end }}

{{- /* Whether an istiod runs in this cluster. */}}
{{- define "istiod.isHere" }}
{{- if or (not .Values.istiodRemote.enabled) .Values.istiodRemote.enabledLocalInjectorIstiod }}yes{{ end }}
{{- end }}

{{- /* Ports of the services of istiod. */}}
{{- define "istiod.ports" }}
- name: grpc-xds
  port: 15010
  protocol: TCP
- name: https-dns
  port: 15012
  protocol: TCP
- name: https-webhook
  port: 443
  targetPort: 15017
  protocol: TCP
- name: http-monitoring
  port: 15014
  protocol: TCP
{{- end }}

{{- define "istiod.families" }}
{{- with .Values.pilot.ipFamilyPolicy }}
ipFamilyPolicy: {{ . }}
{{- end }}
{{- with .Values.pilot.ipFamilies }}
ipFamilies: {{ toYaml . | nindent 0 }}
{{- end }}
{{- end }}

{{- /* Rules of a role, each (list GROUPS RESOURCES VERBS). */}}
{{- define "istiod.rules" }}
{{- range . }}
- apiGroups: {{ index . 0 | toJson }}
  resources: {{ index . 1 | toJson }}
  verbs: {{ index . 2 | toJson }}
{{- end }}
{{- end }}
