extension BuiltIn {
    /// Variables and parts that templates of proxies share.
    static let proxyParts = #"""
        {{- define "resources" }}
        {{- $pod := .ObjectMeta.Annotations }}
        {{- $asked := dict }}
        {{- range $what, $names := dict "requests" (list "proxyCPU" "proxyMemory") "limits" (list "proxyCPULimit" "proxyMemoryLimit") }}
        {{- range $at, $name := $names }}
        {{- with index $pod (printf "sidecar.istio.io/%s" $name) }}
        {{- $_ := set $asked $what (merge (dict (index (list "cpu" "memory") $at) .) (get $asked $what | default dict)) }}
        {{- end }}
        {{- end }}
        {{- end }}
        {{- with $asked | default .Values.global.proxy.resources }}
            resources:
              {{ toYaml . | trim | indent 6 }}
        {{- end }}
        {{- end }}
        {{- define "pull" }}
        {{- with .Values.global.imagePullPolicy }}
            imagePullPolicy: {{ . | quote }}
        {{- end }}
        {{- end }}
        {{- define "labels" }}
        {{- $labels := .ObjectMeta.Labels }}
        {{- $name := .DeploymentMeta.Name }}
        {{- range list "app" "app.kubernetes.io/name" "service.istio.io/canonical-name" }}
        {{- with index $labels . }}{{ $name = . }}{{ end }}
        {{- end }}
        {{- $version := "latest" }}
        {{- range list "version" "app.kubernetes.io/version" "service.istio.io/canonical-revision" }}
        {{- with index $labels . }}{{ $version = . }}{{ end }}
        {{- end }}
            service.istio.io/canonical-name: {{ $name | trunc 63 | trimSuffix "-" | quote }}
            service.istio.io/canonical-revision: {{ $version | quote }}
        {{- end }}
        """#

    /// The sidecar of Istio 1.30.
    package static let sidecarTemplate =
        proxyParts + #"""

            {{- $metadata := .ObjectMeta }}
            {{- $annotations := $metadata.Annotations }}
            {{- $proxy := .Values.global.proxy }}
            {{- $native := .NativeSidecars }}
            {{- with index $annotations "sidecar.istio.io/nativeSidecar" }}{{ $native = eq . "true" }}{{ end }}
            {{- $mode := annotation $metadata "sidecar.istio.io/interceptionMode" .ProxyConfig.InterceptionMode }}
            {{- $statusPort := annotation $metadata "status.sidecar.istio.io/port" $proxy.statusPort }}
            {{- $redirects := and (ne $mode "NONE") (not .Values.pilot.cni.enabled) }}
            {{- $holds := .ProxyConfig.HoldApplicationUntilProxyStarts }}
            {{- $own := list }}
            {{- range .Spec.Containers }}{{ if ne .Name "istio-proxy" }}{{ $own = append $own .Name }}{{ end }}{{ end }}
            metadata:
              labels:
                security.istio.io/tlsMode: {{ index $metadata.Labels "security.istio.io/tlsMode" | default "istio" | quote }}
            {{- template "labels" . }}
              annotations:
                istio.io/rev: {{ .Revision | default "default" | quote }}
                {{- if $own }}
                {{- range list "container" "logs-container" }}
                {{- $key := printf "kubectl.kubernetes.io/default-%s" . }}
                {{- if not (isset $annotations $key) }}
                {{ $key }}: {{ index $own 0 | quote }}
                {{- end }}
                {{- end }}
                {{- end }}
            spec:
              {{- if or $redirects $native }}
              initContainers:
              {{- end }}
              {{- if $redirects }}
              - name: istio-init
                image: {{ .ProxyImage | quote }}
            {{- template "pull" . }}
                args:
                - istio-iptables
                {{- $closed := excludeInboundPort $statusPort (annotation $metadata "traffic.sidecar.istio.io/excludeInboundPorts" $proxy.excludeInboundPorts) }}
                {{- $flags := list "-p" "15001" "-z" "15006" "-u" .ProxyUID "-m" $mode }}
                {{- $flags = concat $flags (list "-i" (annotation $metadata "traffic.sidecar.istio.io/includeOutboundIPRanges" $proxy.includeIPRanges)) }}
                {{- $flags = concat $flags (list "-x" (annotation $metadata "traffic.sidecar.istio.io/excludeOutboundIPRanges" $proxy.excludeIPRanges)) }}
                {{- $flags = concat $flags (list "-b" (annotation $metadata "traffic.sidecar.istio.io/includeInboundPorts" ($proxy.includeInboundPorts | default "*"))) }}
                {{- $flags = concat $flags (list "-d" (list "15090" "15021" $closed | compact | join ",")) }}
                {{- with annotation $metadata "traffic.sidecar.istio.io/includeOutboundPorts" $proxy.includeOutboundPorts }}
                {{- $flags = concat $flags (list "-q" .) }}
                {{- end }}
                {{- with annotation $metadata "traffic.sidecar.istio.io/excludeOutboundPorts" $proxy.excludeOutboundPorts }}
                {{- $flags = concat $flags (list "-o" .) }}
                {{- end }}
                {{- with index $annotations "istio.io/reroute-virtual-interfaces" }}
                {{- $flags = concat $flags (list "-k" .) }}
                {{- end }}
                {{- with index $annotations "traffic.sidecar.istio.io/excludeInterfaces" }}
                {{- $flags = concat $flags (list "-c" .) }}
                {{- end }}
                {{- range $flags }}
                - {{ . | toString | quote }}
                {{- end }}
                - "--log_output_level={{ annotation $metadata "sidecar.istio.io/agentLogLevel" .Values.global.logging.level }}"
                {{- with .ProxyConfig.ProxyMetadata }}
                env:
                {{- range $key, $value := . }}
                - name: {{ $key }}
                  value: {{ $value | quote }}
                {{- end }}
                {{- end }}
            {{- template "resources" . }}
                securityContext:
                  allowPrivilegeEscalation: {{ $proxy.privileged }}
                  privileged: {{ $proxy.privileged }}
                  capabilities:
                    add:
                    - NET_ADMIN
                    - NET_RAW
                    drop:
                    - ALL
                  readOnlyRootFilesystem: false
                  runAsGroup: 0
                  runAsNonRoot: false
                  runAsUser: 0
              {{- end }}
              {{- if not $native }}
              containers:
              {{- end }}
              - name: istio-proxy
                args:
                - proxy
                - sidecar
            {{- template "proxy" . }}
                {{- if $native }}
                restartPolicy: Always
                lifecycle:
                  preStop:
                    exec:
                      command:
                      - pilot-agent
                      - request
                      - --debug-port={{ $statusPort }}
                      - POST
                      - drain
                {{- else if and $holds $holds.GetValue }}
                lifecycle:
                  postStart:
                    exec:
                      command:
                      - pilot-agent
                      - wait
                      - --debug-port={{ $statusPort }}
                {{- end }}
                securityContext:
                  allowPrivilegeEscalation: {{ $proxy.privileged }}
                  privileged: {{ $proxy.privileged }}
                  capabilities:
                    {{- if eq $mode "TPROXY" }}
                    add:
                    - NET_ADMIN
                    {{- end }}
                    drop:
                    - ALL
                  readOnlyRootFilesystem: true
                  runAsGroup: {{ .ProxyGID }}
                  {{- if eq $mode "TPROXY" }}
                  runAsNonRoot: false
                  runAsUser: 0
                  {{- else }}
                  runAsNonRoot: true
                  runAsUser: {{ .ProxyUID }}
                  {{- end }}
            {{- template "volumes" . }}
            """# + "\n" + proxyContainer
}
