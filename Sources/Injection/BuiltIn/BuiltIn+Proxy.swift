extension BuiltIn {
    /// What sidecars and gateways have in common: `proxy` of the container, `volumes` of the pod.
    static let proxyContainer = #"""
        {{- define "fields" }}
        {{- range $name, $path := . }}
            - name: {{ $name }}
              valueFrom:
                fieldRef:
                  fieldPath: {{ $path }}
        {{- end }}
        {{- end }}
        {{- define "proxy" }}
        {{- $metadata := .ObjectMeta }}
        {{- $annotations := $metadata.Annotations }}
        {{- $global := .Values.global }}
        {{- $proxy := $global.proxy }}
        {{- $control := printf "istiod.%s.svc:15012" $global.istioNamespace }}
        {{- $statusPort := annotation $metadata "status.sidecar.istio.io/port" $proxy.statusPort }}
            - --domain
            - $(POD_NAMESPACE).svc.{{ $proxy.clusterDomain }}
            - --proxyLogLevel={{ annotation $metadata "sidecar.istio.io/logLevel" $proxy.logLevel }}
            - --proxyComponentLogLevel={{ annotation $metadata "sidecar.istio.io/componentLogLevel" $proxy.componentLogLevel }}
            - --log_output_level={{ annotation $metadata "sidecar.istio.io/agentLogLevel" $global.logging.level }}
        {{- if $global.logAsJson }}
            - --log_as_json
        {{- end }}
            image: {{ .ProxyImage | quote }}
        {{- template "pull" . }}
            env:
            - name: PILOT_CERT_PROVIDER
              value: {{ $global.pilotCertProvider }}
            - name: CA_ADDR
              value: {{ $global.caAddress | default $control }}
        {{- template "fields" (dict "POD_NAME" "metadata.name" "POD_NAMESPACE" "metadata.namespace" "INSTANCE_IP" "status.podIP" "SERVICE_ACCOUNT" "spec.serviceAccountName" "HOST_IP" "status.hostIP" "ISTIO_META_NODE_NAME" "spec.nodeName") }}
        {{- range $name, $limit := dict "ISTIO_CPU_LIMIT" "limits.cpu" "GOMAXPROCS" "limits.cpu" "GOMEMLIMIT" "limits.memory" }}
            - name: {{ $name }}
              valueFrom:
                resourceFieldRef:
                  divisor: "1"
                  resource: {{ $limit }}
        {{- end }}
            - name: PROXY_CONFIG
              value: {{ protoToJSON .ProxyConfig | toString | quote }}
        {{- $ports := list }}
        {{- $names := list }}
        {{- range .Spec.Containers }}
        {{- if ne .Name "istio-proxy" }}{{ $names = append $names .Name }}{{ end }}
        {{- range .Ports }}{{ $ports = append $ports (structToJSON .) }}{{ end }}
        {{- end }}
            - name: ISTIO_META_POD_PORTS
              value: {{ printf "[%s]" (join "," $ports) | quote }}
            - name: ISTIO_META_APP_CONTAINERS
              value: {{ join "," $names | quote }}
            - name: ISTIO_META_CLUSTER_ID
              value: {{ $global.multiCluster.clusterName | default "Kubernetes" | quote }}
            - name: ISTIO_META_INTERCEPTION_MODE
              value: {{ annotation $metadata "sidecar.istio.io/interceptionMode" .ProxyConfig.InterceptionMode | toString | quote }}
        {{- with $global.network }}
            - name: ISTIO_META_NETWORK
              value: {{ . | quote }}
        {{- end }}
        {{- with .DeploymentMeta.Name }}
            - name: ISTIO_META_WORKLOAD_NAME
              value: {{ . | quote }}
        {{- end }}
        {{- if and .TypeMeta.APIVersion .DeploymentMeta.Name }}
            - name: ISTIO_META_OWNER
              value: kubernetes://apis/{{ .TypeMeta.APIVersion }}/namespaces/{{ .DeploymentMeta.Namespace | default "default" }}/{{ toLower .TypeMeta.Kind }}s/{{ .DeploymentMeta.Name }}
        {{- end }}
            - name: ISTIO_META_MESH_ID
              value: {{ $global.meshID | default .MeshConfig.TrustDomain | default "cluster.local" | quote }}
            - name: TRUST_DOMAIN
              value: {{ .MeshConfig.TrustDomain | default "cluster.local" | quote }}
        {{- range $key, $value := .ProxyConfig.ProxyMetadata }}
            - name: {{ $key }}
              value: {{ $value | quote }}
        {{- end }}
            ports:
            - containerPort: 15090
              protocol: TCP
              name: http-envoy-prom
        {{- if $proxy.startupProbe.enabled }}
            startupProbe:
              httpGet:
                path: /healthz/ready
                port: 15021
              periodSeconds: 1
              timeoutSeconds: 3
              failureThreshold: {{ $proxy.startupProbe.failureThreshold }}
        {{- end }}
            readinessProbe:
              httpGet:
                path: /healthz/ready
                port: 15021
              initialDelaySeconds: {{ annotation $metadata "readiness.status.sidecar.istio.io/initialDelaySeconds" $proxy.readinessInitialDelaySeconds }}
              periodSeconds: {{ annotation $metadata "readiness.status.sidecar.istio.io/periodSeconds" $proxy.readinessPeriodSeconds }}
              timeoutSeconds: 3
              failureThreshold: {{ annotation $metadata "readiness.status.sidecar.istio.io/failureThreshold" $proxy.readinessFailureThreshold }}
        {{- template "resources" . }}
            volumeMounts:
        {{- range $path, $name := dict "/var/run/secrets/workload-spiffe-uds" "workload-socket" "/var/run/secrets/credential-uds" "credential-socket" "/var/run/secrets/workload-spiffe-credentials" "workload-certs" "/var/run/secrets/istio" "istiod-ca-cert" "/var/run/secrets/istio/crl" "istio-ca-crl" "/var/lib/istio/data" "istio-data" "/etc/istio/proxy" "istio-envoy" "/var/run/secrets/tokens" "istio-token" "/etc/istio/pod" "istio-podinfo" }}
            - mountPath: {{ $path }}
              name: {{ $name }}
        {{- end }}
        {{- with index $annotations "sidecar.istio.io/userVolumeMount" }}
        {{- range $name, $mount := fromJSON . }}
            - name: {{ $name | quote }}
              {{ toYaml $mount | trim | indent 6 }}
        {{- end }}
        {{- end }}
        {{- end }}
        {{- define "volumes" }}
          volumes:
        {{- range list "workload-socket" "credential-socket" "workload-certs" "istio-data" }}
          - name: {{ . }}
            emptyDir: {}
        {{- end }}
          - name: istio-envoy
            emptyDir:
              medium: Memory
          - name: istio-podinfo
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
                  audience: {{ .Values.global.sds.token.aud }}
          - name: istiod-ca-cert
            configMap:
              name: istio-ca-root-cert
          - name: istio-ca-crl
            configMap:
              name: istio-ca-crl
              optional: true
        {{- with index .ObjectMeta.Annotations "sidecar.istio.io/userVolume" }}
        {{- range $name, $volume := fromJSON . }}
          - name: {{ $name | quote }}
            {{ toYaml $volume | trim | indent 4 }}
        {{- end }}
        {{- end }}
        {{- with .Values.global.imagePullSecrets }}
          imagePullSecrets:
        {{- range . }}
          - name: {{ . }}
        {{- end }}
        {{- end }}
        {{- end }}
        """#

    /// A gateway of Istio 1.30: the pod's own container `istio-proxy` is made one.
    package static let gatewayTemplate =
        proxyParts + #"""

            metadata:
              labels:
            {{- template "labels" . }}
              annotations:
                istio.io/rev: {{ .Revision | default "default" | quote }}
            spec:
              containers:
              - name: istio-proxy
                args:
                - proxy
                - router
            {{- template "proxy" . }}
                securityContext:
                  allowPrivilegeEscalation: false
                  privileged: false
                  capabilities:
                    drop:
                    - ALL
                  readOnlyRootFilesystem: true
                  runAsGroup: {{ .ProxyGID }}
                  runAsNonRoot: true
                  runAsUser: {{ .ProxyUID }}
            {{- template "volumes" . }}
            """# + "\n" + proxyContainer
}
