/// What decides about the sidecar of Istio 0.7.1, by the flags of its `kube-inject`.
package struct ClassicSidecar: Sendable {
    /// Where the images come from, without their names.
    package var hub = "unknown"
    package var tag = "unknown"
    /// Uses the proxy's image with tools in it, and a writable file system.
    package var isDebug = false
    /// Lets the kernel write core dumps where the proxy may.
    package var dumpsCore = true
    package var imagePullPolicy = "IfNotPresent"
    /// The user whose traffic is not redirected.
    package var proxyUID: UInt64 = 1337
    /// Address blocks to which traffic is redirected, between commas; all if empty.
    package var includedRanges = ""

    package init() {}

    /// The template of this sidecar. Its lines are those of 0.7.1, so that both programs give a pod the same
    /// version of its sidecar, which is the template's checksum.
    package var template: String {
        var text = TemplateText()
        text.line(0, "")
        text.line(0, "initContainers:")
        initContainer(&text)
        if dumpsCore { coreDumpContainer(&text) }
        text.line(0, "containers:")
        proxyContainer(&text)
        volumes(&text)
        return text.text
    }

    private var pullPolicy: String { imagePullPolicy.isEmpty ? "IfNotPresent" : imagePullPolicy }

    /// Redirects the pod's traffic to the proxy.
    private func initContainer(_ text: inout TemplateText) {
        text.line(0, "- name: \(ContainerName.setUp)")
        text.line(1, "image: \(hub)/proxy_init:\(tag)")
        text.line(1, "args:")
        var arguments = [("-p", "{{ .MeshConfig.ProxyListenPort }}"), ("-u", String(proxyUID))]
        if !includedRanges.isEmpty { arguments.append(("-i", includedRanges)) }
        for (flag, value) in arguments {
            text.line(1, "- \"\(flag)\"")
            text.line(1, "- \(value)")
        }
        text.line(1, "imagePullPolicy: \(pullPolicy)")
        text.line(1, "securityContext:")
        text.line(2, "capabilities:")
        text.line(3, "add:")
        text.line(3, "- NET_ADMIN")
        if isDebug { text.line(2, "privileged: true") }
        text.line(2, "restartPolicy: Always")
    }

    /// Sets the kernel's pattern for the names of dumps; its lines stand as a YAML writer left them.
    private func coreDumpContainer(_ text: inout TemplateText) {
        text.line(0, "- args:")
        text.line(1, "- -c")
        text.line(1, "- sysctl -w kernel.core_pattern=/etc/istio/proxy/core.%e.%p.%t && ulimit -c")
        text.line(2, "unlimited")
        text.line(1, "command:")
        text.line(1, "- /bin/sh")
        text.line(1, "image: alpine")
        text.line(1, "imagePullPolicy: IfNotPresent")
        text.line(1, "name: \(ContainerName.coreDumps)")
        text.line(1, "resources: {}")
        text.line(1, "securityContext:")
        text.line(2, "privileged: true")
    }

    /// The proxy's flags, and what of the mesh's settings each of them says.
    private static let flags: [(flag: String, value: String)] = [
        ("configPath", ".ProxyConfig.ConfigPath"),
        ("binaryPath", ".ProxyConfig.BinaryPath"),
        ("serviceCluster", ""),
        ("drainDuration", "formatDuration .ProxyConfig.DrainDuration"),
        ("parentShutdownDuration", "formatDuration .ProxyConfig.ParentShutdownDuration"),
        ("discoveryAddress", ".ProxyConfig.DiscoveryAddress"),
        ("discoveryRefreshDelay", "formatDuration .ProxyConfig.DiscoveryRefreshDelay"),
        ("zipkinAddress", ".ProxyConfig.ZipkinAddress"),
        ("connectTimeout", "formatDuration .ProxyConfig.ConnectTimeout"),
        ("statsdUdpAddress", ".ProxyConfig.StatsdUdpAddress"),
        ("proxyAdminPort", ".ProxyConfig.ProxyAdminPort"),
        ("controlPlaneAuthPolicy", ".ProxyConfig.ControlPlaneAuthPolicy"),
    ]

    private func proxyContainer(_ text: inout TemplateText) {
        text.line(0, "- name: \(ContainerName.proxy)")
        text.line(1, "image: \(hub)/\(isDebug ? "proxy_debug" : "proxy"):\(tag)")
        text.line(1, "args:")
        for word in ["proxy", "sidecar"] { text.line(1, "- \(word)") }
        for (flag, value) in Self.flags {
            text.line(1, "- --\(flag)")
            if flag == "serviceCluster" {
                let label = "index .ObjectMeta.Labels \"app\""
                text.choice(1, "ne \"\" (\(label))", "- {{ \(label) }}", "- \"\(ContainerName.proxy)\"")
            } else {
                text.line(1, "- {{ \(value) }}")
            }
        }
        text.line(1, "env:")
        let variables = [
            ("POD_NAME", "metadata.name"), ("POD_NAMESPACE", "metadata.namespace"),
            ("INSTANCE_IP", "status.podIP"),
        ]
        for (name, path) in variables {
            text.line(1, "- name: \(name)")
            for (depth, field) in ["valueFrom:", "fieldRef:", "fieldPath: \(path)"].enumerated() {
                text.line(2 + depth, field)
            }
        }
        text.line(1, "imagePullPolicy: \(pullPolicy)")
        text.line(1, "securityContext:")
        text.line(3, "privileged: \(isDebug)")
        text.line(3, "readOnlyRootFilesystem: \(!isDebug)")
        text.line(3, "runAsUser: 1337")
        text.line(1, "restartPolicy: Always")
        text.line(1, "volumeMounts:")
        text.line(1, "- mountPath: /etc/istio/proxy")
        text.line(2, "name: istio-envoy")
        text.line(1, "- mountPath: /etc/certs/")
        text.line(2, "name: istio-certs")
        text.line(2, "readOnly: true")
    }

    private func volumes(_ text: inout TemplateText) {
        text.line(0, "volumes:")
        text.line(0, "- emptyDir:")
        text.line(2, "medium: Memory")
        text.line(1, "name: istio-envoy")
        text.line(0, "- name: istio-certs")
        text.line(1, "secret:")
        text.line(2, "optional: true")
        text.choice(
            2, "eq .Spec.ServiceAccountName \"\"", "secretName: istio.default",
            "secretName: {{ printf \"istio.%s\" .Spec.ServiceAccountName }}")
    }
}

/// Lines of a template, indented by two spaces a level.
private struct TemplateText {
    private(set) var text = ""

    mutating func line(_ depth: Int, _ line: String) {
        if !line.isEmpty { text += String(repeating: "  ", count: depth) + line }
        text += "\n"
    }

    mutating func choice(_ depth: Int, _ condition: String, _ then: String, _ otherwise: String) {
        line(depth, "{{ if \(condition) -}}")
        line(depth, then)
        line(depth, "{{ else -}}")
        line(depth, otherwise)
        line(depth, "{{ end -}}")
    }
}
