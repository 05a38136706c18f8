package import Schema

/// Whether workloads insist on mutual TLS.
package struct PeerAuthentication: Resource {
    package static let kind = Kind(
        "security.istio.io", "v1", "v1beta1", name: "PeerAuthentication", plural: "peerauthentications",
        short: ["pa"], columns: [.init("Mode", ".spec.mtls.mode"), .age])
    package static let schema = Schema(PeerAuthentication(), "Whether workloads insist on mutual TLS.")

    package init() {}

    package let selector = Field<MatchLabelsSelector>("The workloads, all of the namespace if absent.")
    package let mtls = Field<MutualTLS>("Mutual TLS at every port, that of the namespace or mesh if absent.")
    package let portLevelMtls = Field<[String: MutualTLS]>(
        "Mutual TLS at single ports, by the workload's port number; needs a selector.", .atLeast(1))

    /// Whether to insist on mutual TLS.
    package struct MutualTLS: Message {
        package static let schema = Schema(MutualTLS(), "Whether to insist on mutual TLS.")

        package init() {}

        package let mode = Field<Mode>("Whether to insist on mutual TLS.")

        /// Whether to insist on mutual TLS.
        package enum Mode: String, Enumeration {
            package static let name = "istio.security.v1beta1.PeerAuthentication_MutualTLS_Mode"

            case unset = "UNSET"
            case disable = "DISABLE"
            case permissive = "PERMISSIVE"
            case strict = "STRICT"

            package var doc: String {
                switch self {
                case .unset: "As the namespace or mesh has it, else PERMISSIVE."
                case .disable: "Plain text only."
                case .permissive: "Plain text or mutual TLS."
                case .strict: "Mutual TLS only."
                }
            }
        }
    }
}
