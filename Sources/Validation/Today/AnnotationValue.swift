import Schema

/// The values of the annotations by which pods change their sidecar, as Istio 1.30 reads them.
package enum AnnotationValue {
    /// What is wrong with an annotation's value, as a clause; nil when nothing is, or the name is not known.
    package static func problem(_ name: String, _ value: String) -> String? { rules[name]?(value) }

    private typealias Rule = @Sendable (String) -> String?

    private static let rules: [String: Rule] = [
        "sidecar.istio.io/interceptionMode": {
            ["REDIRECT", "TPROXY", "NONE"].contains($0) ? nil : "it is REDIRECT, TPROXY or NONE"
        },
        "status.sidecar.istio.io/port": { isPort($0) ? nil : "it is a port, 0 to 65535" },
        "readiness.status.sidecar.istio.io/initialDelaySeconds": count,
        "readiness.status.sidecar.istio.io/periodSeconds": count,
        "readiness.status.sidecar.istio.io/failureThreshold": count,
        "traffic.sidecar.istio.io/includeOutboundIPRanges": { $0 == "*" ? nil : subnets($0) },
        "traffic.sidecar.istio.io/excludeOutboundIPRanges": subnets,
        "traffic.sidecar.istio.io/includeInboundPorts": { $0 == "*" ? nil : ports($0) },
        "traffic.sidecar.istio.io/excludeInboundPorts": ports,
        "traffic.sidecar.istio.io/excludeOutboundPorts": ports,
        "prometheus.istio.io/merge-metrics": {
            booleans.contains($0) ? nil : "it is true or false"
        },
        "sidecar.istio.io/proxyCPU": quantity, "sidecar.istio.io/proxyCPULimit": quantity,
        "sidecar.istio.io/proxyMemory": quantity, "sidecar.istio.io/proxyMemoryLimit": quantity,
    ]

    /// As Go reads booleans.
    private static let booleans: Set = [
        "1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False",
    ]

    private static let count: Rule = {
        UInt32($0) != nil && !$0.hasPrefix("+") ? nil : "it is a whole number"
    }

    private static let subnets: Rule = { text in
        if text.isEmpty { return nil }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return parts.first { !Address.isBlock($0) || !Address.isSubnet($0) }.map {
            "\"\($0)\" is no subnet such as 10.0.0.0/8"
        }
    }

    private static let ports: Rule = { text in
        if text.isEmpty { return nil }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return parts.first { !isPort($0) }.map { "\"\($0)\" is no port" }
    }

    private static let quantity: Rule = {
        Quantity.isValid($0) ? nil : "it is a quantity such as 100m or 128Mi"
    }

    private static func isPort(_ text: String) -> Bool {
        var digits = text[...]
        while digits.first == " " { digits.removeFirst() }
        while digits.last == " " { digits.removeLast() }
        return UInt16(digits) != nil && digits.first != "+"
    }
}
