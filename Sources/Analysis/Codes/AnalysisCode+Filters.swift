import Diagnostics

/// Envoy filters.
extension AnalysisCode {
    package static let envoyFilterUsesRelativeOperation = AnalysisCode(
        "IST0151", "EnvoyFilterUsesRelativeOperation", .warning,
        "An Envoy filter depends on the order of filters.",
        """
        Its operation is relative to what is there, but it has no priority, so that the result depends \
        on what else was applied before. Set a priority, or use an operation that does not depend on \
        others.
        """)

    package static let envoyFilterUsesReplaceOperationIncorrectly = AnalysisCode(
        "IST0152", "EnvoyFilterUsesReplaceOperationIncorrectly", .error,
        "An Envoy filter replaces a part that cannot be replaced.",
        """
        The operation REPLACE has an effect on filters and virtual hosts only.
        """)

    package static let envoyFilterUsesAddOperationIncorrectly = AnalysisCode(
        "IST0153", "EnvoyFilterUsesAddOperationIncorrectly", .error,
        "An Envoy filter adds to a part that cannot be added to.",
        """
        The operation ADD has no effect on route configurations and routes.
        """)

    package static let envoyFilterUsesRemoveOperationIncorrectly = AnalysisCode(
        "IST0154", "EnvoyFilterUsesRemoveOperationIncorrectly", .error,
        "An Envoy filter removes a part that cannot be removed.",
        """
        The operation REMOVE has no effect on route configurations and routes.
        """)

    package static let envoyFilterUsesRelativeOperationWithProxyVersion = AnalysisCode(
        "IST0155", "EnvoyFilterUsesRelativeOperationWithProxyVersion", .warning,
        "An Envoy filter depends on filters that are there for some versions of the proxy only.",
        """
        Its operation is relative and has no priority, while another patch for the same filter is \
        limited to versions. During an upgrade it may not be applied. Set a priority.
        """)
}
