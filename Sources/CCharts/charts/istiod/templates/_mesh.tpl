{{- /* MeshConfig: what follows from other values, under what the user says. */}}
{{- define "istiod.mesh" }}
{{- $global := .Values.global }}
{{- $v2 := .Values.telemetry.v2 }}
{{- $on := and .Values.telemetry.enabled $v2.enabled }}
{{- $mesh := dict "trustDomain" "cluster.local" "rootNamespace" $global.istioNamespace }}
{{- $providers := dict }}
{{- if and $on $v2.prometheus.enabled }}
{{- $_ := set $providers "metrics" (list "prometheus") }}
{{- end }}
{{- if and $on $v2.stackdriver.enabled }}
{{- $_ := set $providers "metrics" (append ($providers.metrics | default list) "stackdriver") }}
{{- $_ := set $providers "accessLogging" (list "stackdriver") }}
{{- end }}
{{- with $providers }}{{ $_ := set $mesh "defaultProviders" . }}{{ end }}
{{- /* A remote control plane is reached through a service of this cluster. */}}
{{- $istiod := print "istiod" (include "suffix" .) }}
{{- if $global.remotePilotAddress }}
{{- $istiod = .Values.istiodRemote.enabledLocalInjectorIstiod | ternary "istiod-remote" "istiod" }}
{{- end }}
{{- $config := dict "discoveryAddress" (printf "%s.%s.svc:15012" $istiod .Release.Namespace) }}
{{- with $global.meshID }}{{ $_ := set $config "meshId" . }}{{ end }}
{{- with $global.proxy.variant | default $global.variant }}
{{- $_ := set $config "image" (dict "imageType" .) }}
{{- end }}
{{- $tracer := $global.proxy.tracer }}
{{- if ne $tracer "none" }}
{{- $settings := index ($global.tracer | default dict) $tracer | default dict }}
{{- $addresses := dict "zipkin" (printf "zipkin.%s:9411" $global.istioNamespace) "datadog" "$(HOST_IP):8126" }}
{{- with index $addresses $tracer }}
{{- $settings = merge (dict "address" ($settings.address | default .)) $settings }}
{{- end }}
{{- $_ := set $config "tracing" (dict $tracer $settings) }}
{{- end }}
{{- $_ := set $mesh "defaultConfig" $config }}
{{- mergeOverwrite $mesh (deepCopy .Values.meshConfig) | toYaml }}
{{- end }}
