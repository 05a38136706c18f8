package import YAML

/// The injector of this program's own, for where there is no cluster: templates, values and settings that
/// give a working sidecar of Istio 1.30 beside a control plane that was installed with its defaults.
package enum BuiltIn {
    /// The release that images are of.
    package static let version = "1.30.3"

    /// As the key `config` of the injector's ConfigMap.
    package static var configuration: String {
        var text = "policy: enabled\ndefaultTemplates: [sidecar]\ntemplates:\n"
        for (name, template) in [("sidecar", sidecarTemplate), ("gateway", gatewayTemplate)] {
            text += "  \(name): |\n"
            for line in template.split(separator: "\n", omittingEmptySubsequences: false) {
                text += line.isEmpty ? "\n" : "    \(line)\n"
            }
        }
        return text
    }

    /// What templates see as `.Values`.
    package static let values: Node = [
        "revision": "",
        "global": [
            "hub": "registry.istio.io/release", "tag": Node(version), "variant": "", "imagePullPolicy": "",
            "istioNamespace": "istio-system", "network": "", "meshID": "", "caAddress": "", "caName": "",
            "pilotCertProvider": "istiod", "logAsJson": false,
            "logging": ["level": "default:info"],
            "multiCluster": ["clusterName": ""],
            "sds": ["token": ["aud": "istio-ca"]],
            "proxy": [
                "image": "proxyv2", "clusterDomain": "cluster.local", "privileged": false,
                "logLevel": "warning", "componentLogLevel": "misc:error",
                "includeIPRanges": "*", "excludeIPRanges": "", "includeInboundPorts": "*",
                "excludeInboundPorts": "", "includeOutboundPorts": "", "excludeOutboundPorts": "",
                "statusPort": 15_020, "readinessInitialDelaySeconds": 0, "readinessPeriodSeconds": 15,
                "readinessFailureThreshold": 4, "startupProbe": ["enabled": true, "failureThreshold": 600],
                "resources": [
                    "requests": ["cpu": "100m", "memory": "128Mi"],
                    "limits": ["cpu": "2000m", "memory": "1024Mi"],
                ],
            ],
            "proxy_init": ["image": "proxyv2", "forceApplyIptables": false],
        ],
        "pilot": ["cni": ["enabled": false], "env": .emptyMap],
        "sidecarInjectorWebhook": ["rewriteAppHTTPProbe": true],
    ]

    /// As the key `mesh` of the ConfigMap `istio`.
    package static let mesh: Node = [
        "defaultConfig": ["discoveryAddress": "istiod.istio-system.svc:15012"],
        "enablePrometheusMerge": true, "rootNamespace": "istio-system", "trustDomain": "cluster.local",
    ]
}
