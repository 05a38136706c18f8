import Template
import Testing

@Suite struct SidecarTemplateDataTests {
    private func text(_ template: String) throws(TemplateError) -> String {
        var data = SidecarTemplateData(
            objectMeta: ["name": "shop-1", "annotations": ["a/b": "1"]],
            spec: [
                "containers": [
                    [
                        "name": "shop", "image": "r:5/shop:2@sha256:f", "ports": [["containerPort": 80]],
                        "tty": true,
                    ]
                ],
                "securityContext": ["fsGroup": 1],
            ],
            proxyConfig: [
                "interceptionMode": "TPROXY", "drainDuration": "90s", "concurrency": 0, "statusPort": 15020,
                "tracing": ["tlsSettings": ["caCertificates": "/ca"]],
            ],
            meshConfig: ["trustDomain": "td", "extensionProviders": [["name": "z", "zipkin": ["port": 1]]]])
        data.kind = "Job"
        return try Rendering(functions: .injector, data: data.value).text(template)
    }

    @Test(arguments: [
        ("{{ .ObjectMeta.Name }} {{ .TypeMeta.Kind }} {{ .ObjectMeta.Labels.x }}", "shop-1 Job <no value>"),
        ("{{ (index .Spec.Containers 0).TTY }} {{ .Spec.SecurityContext.FSGroup }}", "true 1"),
        ("{{ .ProxyConfig.InterceptionMode }} {{ printf `%d` .ProxyConfig.InterceptionMode }}", "TPROXY 1"),
        ("{{ .ProxyConfig.GetTracing.GetTlsSettings.GetCaCertificates }}", "/ca"),
        (
            "{{ formatDuration .ProxyConfig.DrainDuration }} {{ .ProxyConfig.DrainDuration.AsDuration.Minutes }}",
            "1m30s 1.5"
        ),
        (
            "{{ .MeshConfig.TrustDomain }} {{ .MeshConfig.GetDefaultConfig.GetTracing.GetSampling }}",
            "td <no value>"
        ),
        (
            "{{ protoToJSON .ProxyConfig }}",
            "{\"drainDuration\":\"90s\",\"concurrency\":0,\"interceptionMode\":\"TPROXY\",\"tracing\":{\"tlsSettings\":"
                + "{\"caCertificates\":\"/ca\"}}}"
        ),
        ("{{ if .ProxyConfig.StatsCompression }}on{{ else }}off{{ end }}", "off"),
        ("{{ includeInboundPorts .Spec.Containers }}", "80"),
        (
            "{{ structToJSON (index .Spec.Containers 0) }}",
            "{\"name\":\"shop\",\"image\":\"r:5/shop:2@sha256:f\",\"ports\":[{\"containerPort\":80}],\"resources\":{},"
                + "\"tty\":true}"
        ),
    ]) func fieldsHaveGosNames(_ template: String, _ expected: String) throws {
        #expect(try text(template) == expected, "\(template)")
    }
}
