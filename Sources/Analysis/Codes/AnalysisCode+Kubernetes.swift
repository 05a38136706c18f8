import Diagnostics

/// Services, deployments and pods, and Istio's annotations on them.
extension AnalysisCode {
    package static let misplacedAnnotation = AnalysisCode(
        "IST0107", "MisplacedAnnotation", .warning,
        "An annotation stands on an object that does not take it.",
        """
        Istio reads the annotation on other kinds only, so here it has no effect. Annotations for pods \
        belong into the pod template of a deployment.
        """)

    package static let unknownAnnotation = AnalysisCode(
        "IST0108", "UnknownAnnotation", .warning,
        "An annotation of Istio's domain is not known.",
        """
        Nothing reads it: most often it is a slip of the pen.
        """)

    package static let deploymentAssociatedToMultipleServices = AnalysisCode(
        "IST0116", "DeploymentAssociatedToMultipleServices", .warning,
        "Services of one deployment give a port different protocols.",
        """
        The sidecar treats a port in one way only, so that one of the services does not work as \
        declared.
        """)

    package static let portNameIsNotUnderNamingConvention = AnalysisCode(
        "IST0118", "PortNameIsNotUnderNamingConvention", .info,
        "The name of a service's port tells no protocol.",
        """
        Istio guesses what is spoken, which costs time at the beginning of each connection and fails \
        where the server speaks first. Begin the name with the protocol, or set `appProtocol`.
        """)

    package static let invalidAnnotation = AnalysisCode(
        "IST0125", "InvalidAnnotation", .warning,
        "The value of an annotation cannot be read.",
        """
        The injector refuses the pod, or passes over the annotation.
        """)

    package static let deprecatedAnnotation = AnalysisCode(
        "IST0135", "DeprecatedAnnotation", .info,
        "An annotation is deprecated.",
        """
        It may lose its effect in a later release of Istio.
        """)

    package static let alphaAnnotation = AnalysisCode(
        "IST0136", "AlphaAnnotation", .info,
        "An annotation stands for a feature in its alpha stage.",
        """
        The feature may change or go without notice.
        """)

    package static let deploymentConflictingPorts = AnalysisCode(
        "IST0137", "DeploymentConflictingPorts", .warning,
        "Services of one deployment lead to one port from different ports.",
        """
        Sidecars cannot always tell which of the services a connection was for.
        """)

    package static let insufficientPermissions = AnalysisCode(
        "IST0141", "InsufficientPermissions", .error,
        "A permission is missing that the installation needs.",
        """
        Ask for the permission, or install as another user.
        """)

    package static let unsupportedKubernetesVersion = AnalysisCode(
        "IST0142", "UnsupportedKubernetesVersion", .error,
        "The version of Kubernetes is too old.",
        """
        This release of Istio is not tested with it. Upgrade the cluster first.
        """)

    package static let localhostListener = AnalysisCode(
        "IST0143", "LocalhostListener", .error,
        "A port of a service is bound to the local address of the pod only.",
        """
        Other pods cannot reach it once the sidecar passes connections to the pod's own address. \
        Listen on all addresses.
        """)

    package static let externalNameServiceTypeInvalidPortName = AnalysisCode(
        "IST0150", "ExternalNameServiceTypeInvalidPortName", .warning,
        "The port of an external service is named as plain TCP.",
        """
        Requests to other hosts at the same port may be taken for it. Name the protocol that is \
        spoken.
        """)

    package static let multiClusterInconsistentService = AnalysisCode(
        "IST0170", "MultiClusterInconsistentService", .warning,
        "A service differs between clusters.",
        """
        Requests are spread over all clusters, so that ports or kinds of addresses that only some have \
        fail now and then.
        """)

    package static let negativeConditionStatus = AnalysisCode(
        "IST0171", "NegativeConditionStatus", .warning,
        "A controller says that it could not act on an object.",
        """
        A condition in the object's status has the bad value. Its reason and message say why.
        """)
}
