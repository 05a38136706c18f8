import Diagnostics

/// Routing: virtual services, destination rules, service entries.
extension AnalysisCode {
    package static let referencedResourceNotFound = AnalysisCode(
        "IST0101", "ReferencedResourceNotFound", .error,
        "An object refers to something that does not exist.",
        """
        A gateway, host, subset, port, selector, secret or namespace is named that nothing defines. \
        Traffic that depends on it fails, or the rule has no effect. Correct the name, or create what \
        is missing. In files, what could only be in the cluster is not reported: it cannot be known.
        """)

    package static let conflictingMeshGatewayVirtualServiceHosts = AnalysisCode(
        "IST0109", "ConflictingMeshGatewayVirtualServiceHosts", .error,
        "Several virtual services define routes inside the mesh for one host.",
        """
        Only one of them takes effect, and which one depends on their age. Put all routes for the host \
        into one virtual service; a gateway's hosts may be split, those inside the mesh may not.
        """)

    package static let virtualServiceDestinationPortSelectorRequired = AnalysisCode(
        "IST0112", "VirtualServiceDestinationPortSelectorRequired", .error,
        "A route leads to a service with several ports and names none.",
        """
        Istio cannot tell which port is meant. Name it in the destination.
        """)

    package static let noServerCertificateVerificationDestinationLevel = AnalysisCode(
        "IST0128", "NoServerCertificateVerificationDestinationLevel", .warning,
        "Connections with TLS trust any server.",
        """
        The destination rule asks for TLS but names no authorities, so that whoever answers is \
        believed. Set `caCertificates`.
        """)

    package static let noServerCertificateVerificationPortLevel = AnalysisCode(
        "IST0129", "NoServerCertificateVerificationPortLevel", .warning,
        "Connections with TLS to a port trust any server.",
        """
        The settings for the port ask for TLS but name no authorities, so that whoever answers is \
        believed. Set `caCertificates`.
        """)

    package static let virtualServiceUnreachableRule = AnalysisCode(
        "IST0130", "VirtualServiceUnreachableRule", .warning,
        "A route is never used.",
        """
        The routes before it take all requests. Put the route without conditions last.
        """)

    package static let virtualServiceIneffectiveMatch = AnalysisCode(
        "IST0131", "VirtualServiceIneffectiveMatch", .info,
        "A condition never decides anything.",
        """
        An earlier one matches everything that it matches. Put the more special condition first.
        """)

    package static let virtualServiceHostNotFoundInGateway = AnalysisCode(
        "IST0132", "VirtualServiceHostNotFoundInGateway", .warning,
        "A gateway does not accept the hosts of a virtual service.",
        """
        None of the hosts is one that the gateway's servers list for this namespace, so no request \
        reaches the routes.
        """)

    package static let serviceEntryAddressesRequired = AnalysisCode(
        "IST0134", "ServiceEntryAddressesRequired", .warning,
        "A service entry for TCP has no addresses.",
        """
        Plain TCP has no host names: without addresses Istio takes every connection to the port for \
        this service. List the addresses, or name the protocol.
        """)

    package static let ingressRouteRulesNotAffected = AnalysisCode(
        "IST0140", "IngressRouteRulesNotAffected", .warning,
        "Subsets chosen inside the mesh do not hold at the gateway.",
        """
        Requests that a gateway routes to the host go to all of its pods, since the routes of the mesh \
        are not asked again. Name the subset in the routes for the gateway too.
        """)

    package static let jwtClaimBasedRoutingWithoutRequestAuthN = AnalysisCode(
        "IST0149", "JwtClaimBasedRoutingWithoutRequestAuthN", .error,
        "Routes depend on tokens that nobody checks.",
        """
        A route asks for a claim of a token, but no request authentication applies to the gateway's \
        pods, so that the claim is never there. Add one for the gateway.
        """)

    package static let referencedInternalGateway = AnalysisCode(
        "IST0165", "ReferencedInternalGateway", .warning,
        "A virtual service refers to a gateway that Istio generates.",
        """
        Its name may change with any release. Use the Gateway API's routes with gateways of the \
        Gateway API.
        """)

    package static let destinationRuleSubsetNotSelectPods = AnalysisCode(
        "IST0173", "DestinationRuleSubsetNotSelectPods", .error,
        "A subset of a destination rule has no pods.",
        """
        Requests to it get 503, since there is nowhere to send them. Correct the labels, or remove the \
        subset and the routes to it.
        """)

    package static let unknownDestinationRuleHost = AnalysisCode(
        "IST0174", "UnknownDestinationRuleHost", .warning,
        "The host of a destination rule does not exist.",
        """
        The rule has no effect. Correct the host: a short name is that of a service in the rule's own \
        namespace.
        """)
}
