package import Schema

/// Which tokens workloads accept.
package struct RequestAuthentication: Resource {
    package static let kind = Kind(
        "security.istio.io", "v1", "v1beta1", name: "RequestAuthentication", plural: "requestauthentications",
        short: ["ra"])
    package static let schema = Schema(RequestAuthentication(), "Which tokens workloads accept.")

    package init() {}

    package let selector = Field<MatchLabelsSelector>("The workloads, all of the namespace if absent.")
    package let targetRef = Field<PolicyTargetReference>(
        "A gateway or service that the policy is attached to.", .since("1.20"))
    package let targetRefs = Field<[PolicyTargetReference]>(
        "Gateways or services that the policy is attached to.", .atMost(16), .since("1.22"))
    package let jwtRules = Field<[JWTRule]>(
        "Tokens to accept; a request with another one is refused.", .atMost(4096))
}
