{{- define "classic.labels" }}
app: {{ .name }}
{{- include "labels" (dict "name" .name "root" .root) }}
{{- end }}

{{- define "classic.metadata" }}
metadata:
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels: {{- include "classic.labels" . | indent 4 }}
{{- end }}

{{- /*
A component: (dict "root" $ "name" NAME "label" LABEL "containers" LIST "volumes" LIST "ports" LIST "rules" RULES)
with Deployment, Service, ServiceAccount and role; ports are (list NAME PORT), UDP where a third item says so.
*/}}
{{- define "classic.component" }}
{{- $classic := .root.Values.classic }}
apiVersion: apps/v1
kind: Deployment
{{- include "classic.metadata" . }}
spec:
  replicas: {{ $classic.replicaCount }}
  selector:
    matchLabels:
      istio: {{ .label }}
      app: {{ .name }}
  template:
    metadata:
      labels:
        istio: {{ .label }}
        {{- include "classic.labels" . | indent 8 }}
      annotations:
        sidecar.istio.io/inject: "false"
    spec:
      serviceAccountName: {{ .account }}
      {{- range $field := list "nodeSelector" "tolerations" }}
      {{- with index $classic $field }}
      {{ $field }}: {{ toYaml . | nindent 8 }}
      {{- end }}
      {{- end }}
      {{- include "pullSecrets" .root | indent 6 }}
      containers:
      {{- range .containers }}
      - name: {{ .name }}
        image: {{ .image | quote }}
        {{- include "pullPolicy" $.root | indent 8 }}
        {{- with .args }}
        args: {{ toYaml . | nindent 8 }}
        {{- end }}
        {{- with .ports }}
        ports:
        {{- range . }}
        - containerPort: {{ index . 0 }}
          protocol: {{ gt (len .) 1 | ternary "UDP" "TCP" }}
        {{- end }}
        {{- end }}
        {{- with .probe }}
        readinessProbe: {{ toYaml . | nindent 10 }}
        {{- end }}
        {{- if not .isInjector }}
        env:
        {{- range $name, $path := dict "POD_NAME" "metadata.name" "POD_NAMESPACE" "metadata.namespace" }}
        - name: {{ $name }}
          valueFrom:
            fieldRef:
              fieldPath: {{ $path }}
        {{- end }}
        {{- end }}
        resources: {{ toYaml $classic.resources | nindent 10 }}
        {{- with .mounts }}
        volumeMounts:
        {{- range $name, $path := . }}
        - name: {{ $name }}
          mountPath: {{ $path }}
          readOnly: true
        {{- end }}
        {{- end }}
      {{- end }}
      {{- with .volumes }}
      volumes: {{ toYaml . | nindent 6 }}
      {{- end }}
---
apiVersion: v1
kind: Service
{{- include "classic.metadata" . }}
spec:
  {{- with .type }}
  type: {{ . }}
  {{- end }}
  selector:
    istio: {{ .label }}
    app: {{ .name }}
  ports:
  {{- range .ports }}
  - name: {{ index . 0 }}
    port: {{ index . 1 }}
    protocol: {{ gt (len .) 2 | ternary "UDP" "TCP" }}
  {{- end }}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .account }}
  namespace: {{ .root.Release.Namespace }}
  labels: {{- include "classic.labels" . | indent 4 }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: {{ .name }}-{{ .root.Release.Namespace }}
  labels: {{- include "classic.labels" . | indent 4 }}
rules:
{{- range .rules }}
- apiGroups: {{ index . 0 | toJson }}
  resources: {{ index . 1 | toJson }}
  verbs: {{ index . 2 | toJson }}
{{- end }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: {{ .name }}-{{ .root.Release.Namespace }}
  labels: {{- include "classic.labels" . | indent 4 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: {{ .name }}-{{ .root.Release.Namespace }}
subjects:
- kind: ServiceAccount
  name: {{ .account }}
  namespace: {{ .root.Release.Namespace }}
{{- end }}

{{- /* Certificates of an account, which the CA keeps in a Secret. */}}
{{- define "classic.certs" }}{{ dict "name" "istio-certs" "secret" (dict "secretName" (print "istio." .) "optional" true) | toJson }}{{ end }}
