import Diagnostics

/// Routing: virtual services, destination rules, service entries.
extension AnalysisCode {
    package static let referencedResourceNotFound = AnalysisCode(
        "IST0101", "ReferencedResourceNotFound", .error,
        "",
        """
        """)

    package static let conflictingMeshGatewayVirtualServiceHosts = AnalysisCode(
        "IST0109", "ConflictingMeshGatewayVirtualServiceHosts", .error,
        "",
        """
        """)

    package static let virtualServiceDestinationPortSelectorRequired = AnalysisCode(
        "IST0112", "VirtualServiceDestinationPortSelectorRequired", .error,
        "",
        """
        """)

    package static let noServerCertificateVerificationDestinationLevel = AnalysisCode(
        "IST0128", "NoServerCertificateVerificationDestinationLevel", .warning,
        "",
        """
        """)

    package static let noServerCertificateVerificationPortLevel = AnalysisCode(
        "IST0129", "NoServerCertificateVerificationPortLevel", .warning,
        "",
        """
        """)

    package static let virtualServiceUnreachableRule = AnalysisCode(
        "IST0130", "VirtualServiceUnreachableRule", .warning,
        "",
        """
        """)

    package static let virtualServiceIneffectiveMatch = AnalysisCode(
        "IST0131", "VirtualServiceIneffectiveMatch", .info,
        "",
        """
        """)

    package static let virtualServiceHostNotFoundInGateway = AnalysisCode(
        "IST0132", "VirtualServiceHostNotFoundInGateway", .warning,
        "",
        """
        """)

    package static let serviceEntryAddressesRequired = AnalysisCode(
        "IST0134", "ServiceEntryAddressesRequired", .warning,
        "",
        """
        """)

    package static let ingressRouteRulesNotAffected = AnalysisCode(
        "IST0140", "IngressRouteRulesNotAffected", .warning,
        "",
        """
        """)

    package static let jwtClaimBasedRoutingWithoutRequestAuthN = AnalysisCode(
        "IST0149", "JwtClaimBasedRoutingWithoutRequestAuthN", .error,
        "",
        """
        """)

    package static let referencedInternalGateway = AnalysisCode(
        "IST0165", "ReferencedInternalGateway", .warning,
        "",
        """
        """)

    package static let destinationRuleSubsetNotSelectPods = AnalysisCode(
        "IST0173", "DestinationRuleSubsetNotSelectPods", .error,
        "",
        """
        """)

    package static let unknownDestinationRuleHost = AnalysisCode(
        "IST0174", "UnknownDestinationRuleHost", .warning,
        "",
        """
        """)
}
