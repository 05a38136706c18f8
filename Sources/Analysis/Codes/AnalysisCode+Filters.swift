import Diagnostics

/// Envoy filters.
extension AnalysisCode {
    package static let envoyFilterUsesRelativeOperation = AnalysisCode(
        "IST0151", "EnvoyFilterUsesRelativeOperation", .warning,
        "",
        """
        """)

    package static let envoyFilterUsesReplaceOperationIncorrectly = AnalysisCode(
        "IST0152", "EnvoyFilterUsesReplaceOperationIncorrectly", .error,
        "",
        """
        """)

    package static let envoyFilterUsesAddOperationIncorrectly = AnalysisCode(
        "IST0153", "EnvoyFilterUsesAddOperationIncorrectly", .error,
        "",
        """
        """)

    package static let envoyFilterUsesRemoveOperationIncorrectly = AnalysisCode(
        "IST0154", "EnvoyFilterUsesRemoveOperationIncorrectly", .error,
        "",
        """
        """)

    package static let envoyFilterUsesRelativeOperationWithProxyVersion = AnalysisCode(
        "IST0155", "EnvoyFilterUsesRelativeOperationWithProxyVersion", .warning,
        "",
        """
        """)
}
