import Diagnostics

/// Services, deployments and pods, and Istio's annotations on them.
extension AnalysisCode {
    package static let misplacedAnnotation = AnalysisCode(
        "IST0107", "MisplacedAnnotation", .warning,
        "",
        """
        """)

    package static let unknownAnnotation = AnalysisCode(
        "IST0108", "UnknownAnnotation", .warning,
        "",
        """
        """)

    package static let deploymentAssociatedToMultipleServices = AnalysisCode(
        "IST0116", "DeploymentAssociatedToMultipleServices", .warning,
        "",
        """
        """)

    package static let portNameIsNotUnderNamingConvention = AnalysisCode(
        "IST0118", "PortNameIsNotUnderNamingConvention", .info,
        "",
        """
        """)

    package static let invalidAnnotation = AnalysisCode(
        "IST0125", "InvalidAnnotation", .warning,
        "",
        """
        """)

    package static let deprecatedAnnotation = AnalysisCode(
        "IST0135", "DeprecatedAnnotation", .info,
        "",
        """
        """)

    package static let alphaAnnotation = AnalysisCode(
        "IST0136", "AlphaAnnotation", .info,
        "",
        """
        """)

    package static let deploymentConflictingPorts = AnalysisCode(
        "IST0137", "DeploymentConflictingPorts", .warning,
        "",
        """
        """)

    package static let insufficientPermissions = AnalysisCode(
        "IST0141", "InsufficientPermissions", .error,
        "",
        """
        """)

    package static let unsupportedKubernetesVersion = AnalysisCode(
        "IST0142", "UnsupportedKubernetesVersion", .error,
        "",
        """
        """)

    package static let localhostListener = AnalysisCode(
        "IST0143", "LocalhostListener", .error,
        "",
        """
        """)

    package static let externalNameServiceTypeInvalidPortName = AnalysisCode(
        "IST0150", "ExternalNameServiceTypeInvalidPortName", .warning,
        "",
        """
        """)

    package static let multiClusterInconsistentService = AnalysisCode(
        "IST0170", "MultiClusterInconsistentService", .warning,
        "",
        """
        """)

    package static let negativeConditionStatus = AnalysisCode(
        "IST0171", "NegativeConditionStatus", .warning,
        "",
        """
        """)
}
