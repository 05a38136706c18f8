package import Schema
import YAML

extension Legacy {
    /// How requests to one service are routed, rewritten, retried and faulted.
    package struct RouteRule: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "RouteRule", plural: "routerules", generation: .classic,
            classicType: "route-rule")
        package static let schema = Schema(
            RouteRule(), "How requests to one service are routed, rewritten, retried and faulted.",
            name: "v1alpha1.RouteRule")

        package init() {}

        package let destination = Field<IstioService>(
            "The service whose incoming requests the rule governs.", .expected)
        package let precedence = Field<Int32>("Rank among the rules of one destination, higher first.")
        package let match = Field<MatchCondition>(
            "Which requests the rule applies to, all of them if absent.")
        package let route = Field<[DestinationWeight]>("The versions that share the traffic.")
        package let redirect = Field<HTTPRedirect>("Answers with a redirect instead of forwarding.")
        package let rewrite = Field<HTTPRewrite>("Changes the path or host before forwarding.")
        package let websocketUpgrade = Field<Bool>(
            "Lets clients switch to WebSocket on these routes.", default: false)
        package let httpReqTimeout = Field<HTTPTimeout>("How long a request may take.")
        package let httpReqRetries = Field<HTTPRetry>("How failed requests are tried again.")
        package let httpFault = Field<HTTPFaultInjection>(
            "Delays and errors made on purpose for HTTP requests.")
        package let l4Fault = Field<L4FaultInjection>(
            "Faults made on purpose for TCP connections, which Istio 0.7.1 never implemented.")
        package let mirror = Field<IstioService>(
            "A service that receives a copy of each request and whose answers are dropped.")
        package let corsPolicy = Field<CorsPolicy>("Which other origins may call from a browser.")
        package let appendHeaders = Field<[String: String]>("Headers added to each request.")

        /// One version of a service and its share of the traffic.
        package struct DestinationWeight: Message {
            package static let schema = Schema(
                DestinationWeight(), "One version of a service and its share of the traffic.",
                name: "v1alpha1.DestinationWeight")

            package init() {}

            package let destination = Field<IstioService>("Another service than the rule's destination.")
            package let labels = Field<[String: String]>("Labels that the version's pods carry.")
            package let weight = Field<Int32>(
                "Share of the traffic in percent, which may be left out of a single route.", .expected)
        }
    }
}
