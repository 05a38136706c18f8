import Diagnostics

/// Gateways of Istio and of Kubernetes.
extension AnalysisCode {
    package static let gatewayDuplicateCertificate = AnalysisCode(
        "IST0138", "GatewayDuplicateCertificate", .warning,
        "Two gateways use the same certificate.",
        """
        Browsers reuse an HTTP/2 connection for all hosts of its certificate. A request for the other \
        gateway's host then arrives at this one, which answers 404. Put the hosts into one gateway.
        """)

    package static let conflictingGateways = AnalysisCode(
        "IST0145", "ConflictingGateways", .error,
        "Several gateways of the same pods listen for the same host at the same port.",
        """
        Only one of them takes effect for the host. Merge them, or let their hosts differ.
        """)

    package static let unsupportedGatewayAPIVersion = AnalysisCode(
        "IST0156", "UnsupportedGatewayAPIVersion", .error,
        "The Gateway API in the cluster is older than Istio supports.",
        """
        Objects of the Gateway API are passed over. Install a newer release of it.
        """)

    package static let invalidGatewayCredential = AnalysisCode(
        "IST0161", "InvalidGatewayCredential", .error,
        "A secret that a gateway names holds no usable certificate.",
        """
        It lacks keys, cannot be read, or its certificate is not valid now. The gateway does not open \
        the port.
        """)

    package static let gatewayPortNotDefinedOnService = AnalysisCode(
        "IST0162", "GatewayPortNotDefinedOnService", .warning,
        "No service leads to a port at which a gateway listens.",
        """
        The port is open in the gateway's pods, but the service in front of them does not have it, so \
        that clients cannot reach it.
        """)

    package static let ineffectiveSelector = AnalysisCode(
        "IST0166", "IneffectiveSelector", .warning,
        "A policy selects pods of the Gateway API's gateways by labels.",
        """
        The selector has no effect on them. Name the gateway in `targetRefs`.
        """)

    package static let ineffectivePolicy = AnalysisCode(
        "IST0167", "IneffectivePolicy", .warning,
        "A policy has no effect.",
        """
        The workloads have no sidecar that could enforce it.
        """)

    package static let futureUnsupportedGatewayAPIVersion = AnalysisCode(
        "IST0172", "FutureUnsupportedGatewayAPIVersion", .warning,
        "The Gateway API in the cluster will be too old for the next release.",
        """
        Install a newer release of the Gateway API before the next upgrade of Istio.
        """)

    package static let gatewayAPICRDVersionBelowMinimum = AnalysisCode(
        "IST0176", "GatewayAPICRDVersionBelowMinimum", .warning,
        "A definition of the Gateway API is older than Istio needs.",
        """
        Objects of the kind are passed over. Install a newer release of the Gateway API.
        """)
}
