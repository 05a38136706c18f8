import Diagnostics

/// Sidecars, telemetry, authentication and authorization, networks.
extension AnalysisCode {
    package static let conflictingSidecarWorkloadSelectors = AnalysisCode(
        "IST0110", "ConflictingSidecarWorkloadSelectors", .error,
        "Several sidecar configurations select the same pod.",
        """
        Only one of them takes effect. Let the selectors exclude each other.
        """)

    package static let multipleSidecarsWithoutWorkloadSelectors = AnalysisCode(
        "IST0111", "MultipleSidecarsWithoutWorkloadSelectors", .error,
        "Several sidecar configurations are for one whole namespace.",
        """
        Only one of them takes effect. Keep one without a selector in each namespace.
        """)

    package static let unknownMeshNetworksServiceRegistry = AnalysisCode(
        "IST0126", "UnknownMeshNetworksServiceRegistry", .error,
        "A network takes endpoints from a registry that is not known.",
        """
        The name must be that of a cluster for which a remote secret exists, or one of the built-in \
        registries.
        """)

    package static let noMatchingWorkloadsFound = AnalysisCode(
        "IST0127", "NoMatchingWorkloadsFound", .warning,
        "A policy has no workloads.",
        """
        No pod of the mesh has the labels that it selects, so it protects nothing. Correct the labels.
        """)

    package static let invalidTelemetryProvider = AnalysisCode(
        "IST0157", "InvalidTelemetryProvider", .warning,
        "A telemetry object names no provider.",
        """
        Access logs go nowhere: neither the object nor the mesh configuration says who writes them.
        """)

    package static let conflictingTelemetryWorkloadSelectors = AnalysisCode(
        "IST0159", "ConflictingTelemetryWorkloadSelectors", .error,
        "Several telemetry objects select the same pod.",
        """
        Only one of them takes effect. Let the selectors exclude each other.
        """)

    package static let multipleTelemetriesWithoutWorkloadSelectors = AnalysisCode(
        "IST0160", "MultipleTelemetriesWithoutWorkloadSelectors", .error,
        "Several telemetry objects are for one whole namespace.",
        """
        Only one of them takes effect. Keep one without a selector in each namespace.
        """)

    package static let jwksUriFetchUnrestricted = AnalysisCode(
        "IST0175", "JwksUriFetchUnrestricted", .warning,
        "The control plane may be made to fetch URLs of inner networks.",
        """
        Whoever may create request authentications chooses the URL that istiod fetches keys from. \
        Restrict it with BLOCKED_CIDRS_IN_JWKS_URIS.
        """)
}
