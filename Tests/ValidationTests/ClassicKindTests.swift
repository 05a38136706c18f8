import Testing

/// The most important rules of the other kinds of 0.7.1.
@Suite struct ClassicKindTests {
    @Test func circuitBreakerNeedsItsTimes() {
        expectErrors(
            rule(
                "DestinationPolicy",
                "{destination: {name: a}, circuitBreaker: {simpleCb: 1️⃣{httpDetectionInterval: 1s}}}"),
            "circuitBreaker sleepWindow must be in range [0..]")
    }

    @Test func addressesAreForPlainConnections() {
        expectErrors(
            rule(
                "EgressRule",
                "{destination: {service: 192.0.2.0/24}, ports: [{port: 80, protocol: 1️⃣http}]}"),
            "Only the following protocols can be defined for CIDR destination service notation: Mongo,TCP.")
    }

    @Test func everyRouteOfAVirtualServiceCounts() {
        expectErrors(
            network(
                "VirtualService",
                "{hosts: [a], http: [1️⃣{rewrite: {uri: /b}}, {route: [{destination: {name: a}}]}]}"),
            "HTTP route or redirect is required")
    }

    @Test func oddHostsPassWithAWarning() {
        let verdict = verdict(network("DestinationRule", "{name: \"a b\"}"))
        #expect(!verdict.hasErrors)
        #expect(verdict.diagnostics.map(\.code) == [.invalidHost])
    }

    @Test func gatewaysNeedHostsAndPorts() {
        expectErrors(
            network("Gateway", "{servers: [{hosts: 1️⃣[], port: {number: 2️⃣0, protocol: TCP}}]}"),
            "server config must contain at least one host",
            "either port number or name must be set")
    }

    @Test func quotasCostSomething() {
        expectErrors(
            rule("QuotaSpec", "{rules: [{quotas: [{quota: hits, charge: 1️⃣0}]}]}"),
            "quota charge amount must be positive")
    }

    @Test func keysComeFromTheWeb() {
        expectErrors(
            rule("EndUserAuthenticationPolicySpec", "{jwts: [{issuer: x, jwksUri: 1️⃣\"ftp://a\"}]}"),
            "jwks_uri must have http:// or https:// scheme")
    }

    @Test func rolesAreReferredToAsSuch() {
        expectErrors(
            rule("ServiceRoleBinding", "{subjects: [{user: ann}], roleRef: {kind: 1️⃣Role, name: r}}"),
            "kind set to \"Role\"")
    }

    @Test func nullsInListsAreRefused() {
        expectErrors(rule("ServiceRole", "{rules: [1️⃣null]}"), "null")
    }
}
