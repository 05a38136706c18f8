import Diagnostics

/// Sidecar injection and the webhooks that do it.
extension AnalysisCode {
    package static let namespaceNotInjected = AnalysisCode(
        "IST0102", "NamespaceNotInjected", .info,
        "",
        """
        """)

    package static let podMissingProxy = AnalysisCode(
        "IST0103", "PodMissingProxy", .warning,
        "",
        """
        """)

    package static let namespaceMultipleInjectionLabels = AnalysisCode(
        "IST0123", "NamespaceMultipleInjectionLabels", .warning,
        "",
        """
        """)

    package static let invalidWebhook = AnalysisCode(
        "IST0139", "InvalidWebhook", .error,
        "",
        """
        """)

    package static let invalidApplicationUID = AnalysisCode(
        "IST0144", "InvalidApplicationUID", .warning,
        "",
        """
        """)

    package static let imageAutoWithoutInjectionWarning = AnalysisCode(
        "IST0146", "ImageAutoWithoutInjectionWarning", .warning,
        "",
        """
        """)

    package static let imageAutoWithoutInjectionError = AnalysisCode(
        "IST0147", "ImageAutoWithoutInjectionError", .error,
        "",
        """
        """)

    package static let namespaceInjectionEnabledByDefault = AnalysisCode(
        "IST0148", "NamespaceInjectionEnabledByDefault", .info,
        "",
        """
        """)

    package static let podsIstioProxyImageMismatchInNamespace = AnalysisCode(
        "IST0158", "PodsIstioProxyImageMismatchInNamespace", .warning,
        "",
        """
        """)

    package static let invalidExternalControlPlaneConfig = AnalysisCode(
        "IST0163", "InvalidExternalControlPlaneConfig", .warning,
        "",
        """
        """)

    package static let externalControlPlaneAddressIsNotAHostname = AnalysisCode(
        "IST0164", "ExternalControlPlaneAddressIsNotAHostname", .info,
        "",
        """
        """)
}
