{{- define "cni.labels" }}
app: istio-cni
istio.io/rev: {{ .Values.revision | default "default" | quote }}
install.operator.istio.io/owning-resource: {{ .Values.ownerName | default "unknown" | quote }}
operator.istio.io/component: Cni
{{- include "labels" (dict "name" "istio-cni" "root" .) }}
{{- end }}

{{- define "isOpenShift" }}{{ if eq (coalesce .Values.platform .Values.global.platform | default "") "openshift" }}yes{{ end }}{{ end }}

{{- /* Google's nodes have their plugins elsewhere, by version. */}}
{{- define "cni.folder" }}
{{- if .Values.cni.cniBinDir }}{{ .Values.cni.cniBinDir }}
{{- else if contains "-gke" .Capabilities.KubeVersion.GitVersion }}/home/kubernetes/bin
{{- else }}/opt/cni/bin
{{- end }}
{{- end }}
