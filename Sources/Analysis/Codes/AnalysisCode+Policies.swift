import Diagnostics

/// Sidecars, telemetry, authentication and authorization, networks.
extension AnalysisCode {
    package static let conflictingSidecarWorkloadSelectors = AnalysisCode(
        "IST0110", "ConflictingSidecarWorkloadSelectors", .error,
        "",
        """
        """)

    package static let multipleSidecarsWithoutWorkloadSelectors = AnalysisCode(
        "IST0111", "MultipleSidecarsWithoutWorkloadSelectors", .error,
        "",
        """
        """)

    package static let unknownMeshNetworksServiceRegistry = AnalysisCode(
        "IST0126", "UnknownMeshNetworksServiceRegistry", .error,
        "",
        """
        """)

    package static let noMatchingWorkloadsFound = AnalysisCode(
        "IST0127", "NoMatchingWorkloadsFound", .warning,
        "",
        """
        """)

    package static let invalidTelemetryProvider = AnalysisCode(
        "IST0157", "InvalidTelemetryProvider", .warning,
        "",
        """
        """)

    package static let conflictingTelemetryWorkloadSelectors = AnalysisCode(
        "IST0159", "ConflictingTelemetryWorkloadSelectors", .error,
        "",
        """
        """)

    package static let multipleTelemetriesWithoutWorkloadSelectors = AnalysisCode(
        "IST0160", "MultipleTelemetriesWithoutWorkloadSelectors", .error,
        "",
        """
        """)

    package static let jwksUriFetchUnrestricted = AnalysisCode(
        "IST0175", "JwksUriFetchUnrestricted", .warning,
        "",
        """
        """)
}
