import Testing

@Suite struct RouteRuleTests {
    @Test func weightsAddUp() {
        expectErrors(
            rule("RouteRule", "{destination: {name: a}, route: 1️⃣[{weight: 40}, {weight: 59}]}"),
            "route weights total 99 (must total 100)")
    }

    @Test func singleRouteNeedsNoWeight() {
        expectErrors(rule("RouteRule", "{destination: {name: a}, route: [{labels: {version: v1}}]}"))
    }

    @Test func weightsBeyondAllNumbersAreRefused() {
        expectErrors(
            rule("RouteRule", "{destination: {name: a}, route: 2️⃣[{weight: 1️⃣9223372036854775807}]}"),
            "expected a 32-bit whole number", "must total 100")
    }

    @Test func destinationIsNeeded() {
        expectErrors(rule("RouteRule", "1️⃣{precedence: 1}"), "route rule must have a destination service")
    }

    @Test func destinationIsNamedOneWay() {
        expectErrors(
            rule("RouteRule", "{destination: {name: a, service: 1️⃣b.c}}"),
            "specify either name or service, not both")
    }

    @Test func redirectStandsAlone() {
        expectErrors(
            rule("RouteRule", "{destination: {name: a}, redirect: 1️⃣{uri: /b}, rewrite: {uri: /c}}"),
            "rule cannot contain both rewrite and redirect")
    }

    @Test func headersAreLowerCase() {
        expectErrors(
            rule("RouteRule", "{destination: {name: a}, appendHeaders: {1️⃣X-A: 2️⃣\"\"}}"),
            "must be in lower case", "appended header \"X-A\" must have a non-empty value")
    }

    @Test func faultsHavePercentAndDelay() {
        expectErrors(
            rule(
                "RouteRule",
                "{destination: {name: a}, httpFault: {delay: {percent: 1️⃣101, fixedDelay: 2️⃣1us}}}"),
            "percent invalid: percentage 101 is not in range 0..100",
            "fixedDelay invalid: duration must be greater than 1ms")
    }

    @Test func unknownFieldNamesTheMessage() {
        expectErrors(
            rule("RouteRule", "{destination: {name: a}, 1️⃣prec: 1}"),
            "unknown field \"prec\" in v1alpha1.RouteRule")
    }
}
