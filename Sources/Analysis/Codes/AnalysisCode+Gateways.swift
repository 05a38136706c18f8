import Diagnostics

/// Gateways of Istio and of Kubernetes.
extension AnalysisCode {
    package static let gatewayDuplicateCertificate = AnalysisCode(
        "IST0138", "GatewayDuplicateCertificate", .warning,
        "",
        """
        """)

    package static let conflictingGateways = AnalysisCode(
        "IST0145", "ConflictingGateways", .error,
        "",
        """
        """)

    package static let unsupportedGatewayAPIVersion = AnalysisCode(
        "IST0156", "UnsupportedGatewayAPIVersion", .error,
        "",
        """
        """)

    package static let invalidGatewayCredential = AnalysisCode(
        "IST0161", "InvalidGatewayCredential", .error,
        "",
        """
        """)

    package static let gatewayPortNotDefinedOnService = AnalysisCode(
        "IST0162", "GatewayPortNotDefinedOnService", .warning,
        "",
        """
        """)

    package static let ineffectiveSelector = AnalysisCode(
        "IST0166", "IneffectiveSelector", .warning,
        "",
        """
        """)

    package static let ineffectivePolicy = AnalysisCode(
        "IST0167", "IneffectivePolicy", .warning,
        "",
        """
        """)

    package static let futureUnsupportedGatewayAPIVersion = AnalysisCode(
        "IST0172", "FutureUnsupportedGatewayAPIVersion", .warning,
        "",
        """
        """)

    package static let gatewayAPICRDVersionBelowMinimum = AnalysisCode(
        "IST0176", "GatewayAPICRDVersionBelowMinimum", .warning,
        "",
        """
        """)
}
