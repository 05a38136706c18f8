import Diagnostics

/// Sidecar injection and the webhooks that do it.
extension AnalysisCode {
    package static let namespaceNotInjected = AnalysisCode(
        "IST0102", "NamespaceNotInjected", .info,
        "Pods of a namespace get no sidecar.",
        """
        The namespace has no label that says whether its pods belong to the mesh. Label it `istio- \
        injection=enabled`, or `istio-injection=disabled` to say that it is meant to stay outside.
        """)

    package static let podMissingProxy = AnalysisCode(
        "IST0103", "PodMissingProxy", .warning,
        "A pod lacks the proxy that it should have.",
        """
        The namespace asks for sidecars, but the pod was made before that, or its injection failed. It \
        takes no part in the mesh: no mutual TLS, no routes, no telemetry. Restart it.
        """)

    package static let namespaceMultipleInjectionLabels = AnalysisCode(
        "IST0123", "NamespaceMultipleInjectionLabels", .warning,
        "A namespace has several labels that decide about its data plane.",
        """
        Which of them wins depends on the webhooks of the cluster. Keep one.
        """)

    package static let invalidWebhook = AnalysisCode(
        "IST0139", "InvalidWebhook", .error,
        "A webhook of Istio's is wrong.",
        """
        It overlaps with another, so that pods may be injected twice, or it leads to a service that is \
        not there, so that no pod can be made.
        """)

    package static let invalidApplicationUID = AnalysisCode(
        "IST0144", "InvalidApplicationUID", .warning,
        "An application runs as the user of the sidecar.",
        """
        The sidecar's own traffic is let pass by its user. Traffic of an application that runs as the \
        same user bypasses the sidecar.
        """)

    package static let imageAutoWithoutInjectionWarning = AnalysisCode(
        "IST0146", "ImageAutoWithoutInjectionWarning", .warning,
        "The image `auto` of a deployment will not be replaced.",
        """
        No injection webhook selects its pods, so that they cannot start.
        """)

    package static let imageAutoWithoutInjectionError = AnalysisCode(
        "IST0147", "ImageAutoWithoutInjectionError", .error,
        "The image `auto` of a pod was not replaced.",
        """
        No injection webhook has seen the pod, so that it cannot start.
        """)

    package static let namespaceInjectionEnabledByDefault = AnalysisCode(
        "IST0148", "NamespaceInjectionEnabledByDefault", .info,
        "Pods of a namespace get sidecars by default.",
        """
        The injector was installed with `enableNamespacesByDefault`. Label the namespace to say what \
        is meant.
        """)

    package static let podsIstioProxyImageMismatchInNamespace = AnalysisCode(
        "IST0158", "PodsIstioProxyImageMismatchInNamespace", .warning,
        "Pods run another proxy than new pods get.",
        """
        Istio was upgraded, and the pods keep the old proxy until they are restarted.
        """)

    package static let invalidExternalControlPlaneConfig = AnalysisCode(
        "IST0163", "InvalidExternalControlPlaneConfig", .warning,
        "A webhook does not lead to the external control plane.",
        """
        Its URL is missing or cannot be read, so that pods cannot be injected or rules not be \
        validated.
        """)

    package static let externalControlPlaneAddressIsNotAHostname = AnalysisCode(
        "IST0164", "ExternalControlPlaneAddressIsNotAHostname", .info,
        "A webhook reaches the control plane by an address.",
        """
        Certificates are made for host names, and addresses change. Use a host name.
        """)
}
