{{- /* What each addon consists of; the program adds this file to each chart. */}}

{{- define "addon.labels" }}
app: {{ .name }}
{{- include "labels" (dict "name" .name "root" .root) }}
{{- end }}

{{- /*
Deployment, Service, ServiceAccount and, where the addon keeps something, a claim: (dict "root" $ "name" NAME
"ports" (dict NAME PORT)) with "args", "env" (texts by name), "health" (dict "path" PATH "port" PORT), "files"
(paths of folders by ConfigMap), "data" (the path that is written), "checksum" and "user".
*/}}
{{- define "addon.workload" }}
{{- $root := .root }}
{{- $own := index $root.Values.addons .name }}
{{- $labels := dict "root" $root "name" .name }}
{{- $storage := $own.storage | default dict }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .name }}
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "addon.labels" $labels | indent 4 }}
spec:
  replicas: 1
  # Two must not write to one disk.
  strategy:
    type: {{ .data | empty | ternary "RollingUpdate" "Recreate" }}
  selector:
    matchLabels:
      app: {{ .name }}
  template:
    metadata:
      labels:
        sidecar.istio.io/inject: "false"
        {{- include "addon.labels" $labels | indent 8 }}
      annotations:
        sidecar.istio.io/inject: "false"
        {{- with .checksum }}
        checksum/config: {{ . }}
        {{- end }}
        {{- with .scrape }}
        prometheus.io/scrape: "true"
        prometheus.io/port: {{ . | toString | quote }}
        {{- end }}
    spec:
      serviceAccountName: {{ .name }}
      automountServiceAccountToken: {{ .token | default false }}
      securityContext:
        runAsNonRoot: true
        runAsUser: {{ .user | default 65534 }}
        runAsGroup: {{ .user | default 65534 }}
        fsGroup: {{ .user | default 65534 }}
        seccompProfile:
          type: RuntimeDefault
      {{- range $field := list "nodeSelector" "tolerations" }}
      {{- with index $own $field }}
      {{ $field }}: {{ toYaml . | nindent 6 }}
      {{- end }}
      {{- end }}
      {{- include "pullSecrets" $root | indent 6 }}
      containers:
      - name: {{ .name }}
        image: {{ printf "%s/%s:%s" $own.hub $own.image ($own.tag | toString) | quote }}
        {{- include "pullPolicy" $root | indent 8 }}
        {{- with .args }}
        args: {{ toYaml . | nindent 8 }}
        {{- end }}
        ports:
        {{- range $name, $port := .ports }}
        - name: {{ $name }}
          containerPort: {{ $port }}
          protocol: TCP
        {{- end }}
        {{- with .env }}
        env:
        {{- range $name, $value := . }}
        - name: {{ $name }}
          value: {{ $value | toString | quote }}
        {{- end }}
        {{- end }}
        {{- with .health }}
        readinessProbe:
          httpGet: {{ toYaml . | nindent 12 }}
          periodSeconds: 5
          failureThreshold: 6
        {{- end }}
        resources: {{ toYaml $own.resources | nindent 10 }}
        securityContext:
          {{- include "unprivileged" $root | indent 10 }}
        volumeMounts:
        - name: tmp
          mountPath: /tmp
        {{- range $map, $path := .files }}
        - name: {{ $map }}
          mountPath: {{ $path }}
        {{- end }}
        {{- with .data }}
        - name: data
          mountPath: {{ . }}
        {{- end }}
      volumes:
      - name: tmp
        emptyDir: {}
      {{- range $map, $path := .files }}
      - name: {{ $map }}
        configMap:
          name: {{ $map }}
      {{- end }}
      {{- if .data }}
      - name: data
        {{- if $storage.size }}
        persistentVolumeClaim:
          claimName: {{ .name }}
        {{- else }}
        emptyDir: {}
        {{- end }}
      {{- end }}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ .name }}
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "addon.labels" $labels | indent 4 }}
spec:
  type: {{ ($own.service | default dict).type | default "ClusterIP" }}
  selector:
    app: {{ .name }}
  ports:
  {{- range $name, $port := .ports }}
  - name: {{ $name }}
    port: {{ $port }}
    targetPort: {{ $port }}
    protocol: TCP
  {{- end }}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .name }}
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "addon.labels" $labels | indent 4 }}
{{- if and .data $storage.size }}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ .name }}
  namespace: {{ $root.Release.Namespace }}
  labels: {{- include "addon.labels" $labels | indent 4 }}
spec:
  accessModes: [ReadWriteOnce]
  {{- with $storage.class }}
  storageClassName: {{ . | quote }}
  {{- end }}
  resources:
    requests:
      storage: {{ $storage.size }}
{{- end }}
{{- end }}

{{- /* A role in the cluster for an addon: (dict "root" $ "name" NAME "rules" RULES). */}}
{{- define "addon.role" }}
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: {{ .name }}-{{ .root.Release.Namespace }}
  labels: {{- include "addon.labels" . | indent 4 }}
rules: {{ toYaml .rules | nindent 0 }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: {{ .name }}-{{ .root.Release.Namespace }}
  labels: {{- include "addon.labels" . | indent 4 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: {{ .name }}-{{ .root.Release.Namespace }}
subjects:
- kind: ServiceAccount
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
{{- end }}
