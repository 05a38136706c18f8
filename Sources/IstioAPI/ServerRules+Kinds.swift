/// The rules themselves. Words are ours, meanings Istio's.
extension ServerRules {
    // MARK: Which workloads

    static let selection = [
        Rule(
            path: "*.matchLabels", expression: "self.all(k, !k.contains('*'))",
            message: "keys of labels have no wildcards"),
        Rule(
            path: "*.matchLabels", expression: "self.all(k, k != '')", message: "keys of labels are not empty"
        ),
        Rule(
            path: "*.matchLabels{}", expression: "!self.contains('*')",
            message: "values of labels have no wildcards"),
        Rule(
            path: "spec.workloadSelector.labels{}", expression: "!self.contains('*')",
            message: "values of labels have no wildcards"),
        Rule(
            path: "*targetRef.namespace", expression: "self == ''",
            message: "the object is in the namespace of the policy: give none"),
        Rule(
            path: "*targetRefs[].namespace", expression: "self == ''",
            message: "the object is in the namespace of the policy: give none"),
        Rule(
            path: "spec", kinds: ["AuthorizationPolicy", "RequestAuthentication", "Telemetry", "WasmPlugin"],
            expression: """
                [has(self.selector), has(self.targetRef), has(self.targetRefs)]\
                .filter(given, given).size() <= 1
                """, message: "selector, targetRef and targetRefs exclude each other"),
        Rule(
            path: "spec", kinds: ["TrafficExtension"],
            expression: "!has(self.selector) || !has(self.targetRefs)",
            message: "selector and targetRefs exclude each other"),
        Rule(
            path: "spec", kinds: ["EnvoyFilter"],
            expression: "!has(self.workloadSelector) || !has(self.targetRefs)",
            message: "workloadSelector and targetRefs exclude each other"),
    ]

    // MARK: Ports

    private static let isPort = "self >= 1 && self <= 65535"
    private static let portMessage = "ports are 1 to 65535"

    static let ports =
        [
            "spec.configPatches[].match.waypoint.portNumber", "spec.endpoints[].ports{}",
            "spec.ports[].number", "spec.ports[].targetPort", "spec.probe.grpc.port",
            "spec.probe.httpGet.port", "spec.probe.tcpSocket.port", "spec.template.ports{}",
        ].map { Rule(path: $0, expression: isPort, message: portMessage) } + [
            Rule(path: "spec.ports{}", kinds: ["WorkloadEntry"], expression: isPort, message: portMessage),
            Rule(
                path: "spec.ports", kinds: ["ServiceEntry"],
                expression: "self.all(a, self.exists_one(b, a.number == b.number))",
                message: "each port has a number of its own"),
            Rule(
                path: "spec.portLevelMtls",
                expression: "self.all(port, int(port) >= 1 && int(port) <= 65535)",
                message: portMessage),
            Rule(
                path: "spec", kinds: ["PeerAuthentication"],
                expression: """
                    !has(self.portLevelMtls) || \
                    (has(self.selector) && has(self.selector.matchLabels) && \
                    self.selector.matchLabels.size() > 0)
                    """, message: "portLevelMtls needs a selector"),
        ]

    // MARK: Addresses of workloads

    static let addresses: [Rule] =
        [("spec", "WorkloadEntry"), ("spec.endpoints[]", "ServiceEntry"), ("spec.template", "WorkloadGroup")]
        .flatMap { path, kind -> [Rule] in
            let kinds: Set = [kind]
            let address = Rule(
                path: path, kinds: kinds, expression: "has(self.address) || has(self.network)",
                message: "an address or a network must be given")
            let rules = [
                Rule(
                    path: path, kinds: kinds,
                    expression:
                        "!has(self.address) || !self.address.startsWith('unix://') || !has(self.ports)",
                    message: "Unix sockets have no ports"),
                Rule(
                    path: path + ".address", kinds: kinds,
                    expression: """
                        !self.startsWith('unix://') || self.startsWith('unix:///') || \
                        self.startsWith('unix://@')
                        """, message: "a Unix socket has an absolute path or an abstract name"),
                Rule(
                    path: path + ".address", kinds: kinds,
                    expression: "!self.startsWith('unix://') || !self.endsWith('/')",
                    message: "a Unix socket is no directory"),
                Rule(
                    path: path + ".ports", kinds: kinds,
                    expression: """
                        self.all(name, name.size() < 63 && \
                        name.matches('^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$'))
                        """, message: "names of ports are letters, digits and dashes between them"),
            ]
            return kind == "WorkloadGroup" ? rules : [address] + rules
        }

    // MARK: Services and gateways

    static let services =
        [
            Rule(
                path: "spec", kinds: ["ServiceEntry"],
                expression: "!has(self.workloadSelector) || !has(self.endpoints)",
                message: "workloadSelector and endpoints exclude each other"),
            Rule(
                path: "spec", kinds: ["ServiceEntry"],
                expression: """
                    !has(self.addresses) || !self.addresses.exists(a, a.contains('/')) || \
                    !has(self.resolution) || \
                    self.resolution in ['NONE', 'STATIC']
                    """, message: "ranges of addresses need the resolution NONE or STATIC"),
            Rule(
                path: "spec", kinds: ["ServiceEntry"],
                expression: "(has(self.resolution) && self.resolution != 'NONE') || !has(self.endpoints)",
                message: "without resolution there are no endpoints"),
            Rule(
                path: "spec", kinds: ["ServiceEntry"],
                expression: """
                    !has(self.resolution) || self.resolution != 'DNS_ROUND_ROBIN' || !has(self.endpoints) || \
                    self.endpoints.size() <= 1
                    """, message: "DNS_ROUND_ROBIN has one endpoint at most"),
            Rule(
                path: "spec.hosts[]", kinds: ["ServiceEntry"], expression: "self != '*'",
                message: "a host is no wildcard alone"),
        ]
        + [("spec.servers[].tls", "Gateway"), ("spec.ingress[].tls", "Sidecar")].flatMap {
            path, kind -> [Rule] in
            [
                ("tlsCertificates", "credentialNames"), ("credentialName", "credentialNames"),
                ("tlsCertificates", "credentialName"),
            ].map { one, other in
                Rule(
                    path: path, kinds: [kind], expression: "!has(self.\(one)) || !has(self.\(other))",
                    message: "\(one) and \(other) exclude each other")
            }
        }

    // MARK: Authentication and authorization

    static let authentication = [
        Rule(
            path: "spec.rules[].from[].source", kinds: ["AuthorizationPolicy"],
            expression: """
                !(has(self.serviceAccounts) || has(self.notServiceAccounts)) || \
                !(has(self.principals) || has(self.notPrincipals) || has(self.namespaces) || \
                has(self.notNamespaces))
                """, message: "service accounts exclude principals and namespaces"),
        Rule(
            path: "spec.jwtRules[]", kinds: ["RequestAuthentication"],
            expression:
                "[has(self.jwksUri), has(self.jwks_uri), has(self.jwks)].filter(given, given).size() <= 1",
            message: "jwks and jwksUri exclude each other"),
        Rule(
            path: "spec.jwtRules[].jwksUri", expression: "url(self).getScheme() in ['http', 'https']",
            message: "the address begins with http:// or https://"),
        Rule(
            path: "spec.jwtRules[].jwks_uri", expression: "url(self).getScheme() in ['http', 'https']",
            message: "the address begins with http:// or https://"),
    ]

    // MARK: Filters and telemetry

    private static let fetched = """
        isURL(self) ? url(self).getScheme() in ['', 'http', 'https', 'oci', 'file'] : isURL('http://' + self)
        """
    private static let fetchedMessage = "the address is of http, https, file or oci"

    static let filters = [
        Rule(
            path: "spec", kinds: ["TrafficExtension"], expression: "has(self.wasm) != has(self.lua)",
            message: "either wasm or lua must be given"),
        Rule(path: "spec.wasm.url", expression: fetched, message: fetchedMessage),
        Rule(path: "spec.url", kinds: ["WasmPlugin"], expression: fetched, message: fetchedMessage),
        Rule(
            path: "*.vmConfig.env[]",
            expression: "!has(self.valueFrom) || self.valueFrom != 'HOST' || !has(self.value)",
            message: "a value that comes from the host is not given here"),
        Rule(
            path: "spec.configPatches[].match",
            expression: "(has(self.context) && self.context == 'WAYPOINT') == has(self.waypoint)",
            message: "waypoint belongs to the context WAYPOINT"),
        Rule(
            path: "spec.probe.httpGet.scheme", expression: "self in ['', 'HTTP', 'HTTPS']",
            message: "the scheme is HTTP or HTTPS"),
        Rule(
            path: "spec.metrics[].overrides[].tagOverrides{}",
            expression:
                "!has(self.operation) || self.operation != 'UPSERT' || (has(self.value) && self.value != '')",
            message: "UPSERT needs a value"),
        Rule(
            path: "spec.metrics[].overrides[].tagOverrides{}",
            expression: "!has(self.operation) || self.operation != 'REMOVE' || !has(self.value)",
            message: "REMOVE has no value"),
    ]
}
