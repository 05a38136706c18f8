extension Analyzer {
    /// All analyzers that run unless others are asked for, sorted by name.
    package static let all: [Analyzer] =
        (schemaValidations + [
            annotations, applicationUIDs, authorizationPolicies, conditions, conflictingGateways,
            conflictingMeshHosts, deploymentServices, deprecations, destinationRuleCertificates,
            destinationRuleSubsets, envoyFilterPatches, externalControlPlanes, gatewayAPIVersions,
            gatewayCertificates, gatewayPorts, gatewaySecrets, imageAuto, injection, jwksFetches,
            jwtClaimRoutes,
            kubernetesGatewaySelectors, meshNetworkRegistries, multiClusterServices, proxyImages,
            serviceEntryAddresses, servicePortNames, sidecarSelectors, telemetryDefaults, telemetryLightstep,
            telemetryProviders, telemetrySelectors, virtualServiceDestinationHosts, virtualServiceGateways,
            virtualServiceSubsets, webhooks,
        ]).sorted { $0.name < $1.name }

    /// Those that run only when they are asked for by name.
    package static let optional: [Analyzer] = [alphaAnnotations]
}
