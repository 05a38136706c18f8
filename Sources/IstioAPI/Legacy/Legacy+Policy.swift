package import Schema
import YAML

extension Legacy {
    /// How callers of services prove who they are.
    package struct Policy: Resource {
        package static let kind = Kind(
            "authentication.istio.io", "v1alpha1", name: "Policy", plural: "policies", generation: .classic,
            classicType: "policy")
        package static let schema = Schema(
            Policy(), "How callers of services prove who they are.", name: "v1alpha1.Policy")

        package init() {}

        package let targets = Field<[TargetSelector]>(
            "Services that the policy is for, all of the namespace if absent.")
        package let peers = Field<[PeerAuthenticationMethod]>(
            "Ways for the calling service to prove itself, of which one must do.")
        package let peerIsOptional = Field<Bool>("Lets requests pass although no way did.")
        package let origins = Field<[OriginAuthenticationMethod]>(
            "Ways for the end user to prove themselves, of which one must do.")
        package let originIsOptional = Field<Bool>("Lets requests pass although no way did.")
        package let principalBinding = Field<PrincipalBinding>(
            "Whose identity the request carries on.", default: "USE_PEER")

        /// A service, or some of its ports or pods.
        package struct TargetSelector: Message {
            package static let schema = Schema(
                TargetSelector(), "A service, or some of its ports or pods.", name: "v1alpha1.TargetSelector")

            package init() {}

            package let name = Field<String>("Short name of the service.", .expected)
            package let subset = Field<String>("A subset that a destination rule declares.")
            package let ports = Field<[PortSelector]>("Ports of the service, all if absent.")
        }

        /// A port by number or by name.
        package struct PortSelector: Message {
            package static let schema = Schema(
                PortSelector(), "A port by number or by name.", name: "v1alpha1.PortSelector")

            package init() {}

            package let number = Field<UInt32>("Number of the port, 1 to 65535.", .oneOf("port"))
            package let name = Field<String>("Name of the port.", .oneOf("port"))
        }

        /// A way for the calling service to prove itself.
        package struct PeerAuthenticationMethod: Message {
            package static let schema = Schema(
                PeerAuthenticationMethod(), "A way for the calling service to prove itself.",
                name: "v1alpha1.PeerAuthenticationMethod")

            package init() {}

            package let mtls = Field<MutualTls>("By its certificate.", .oneOf("params"))
            package let jwt = Field<Jwt>("By a token.", .oneOf("params"))
        }

        /// A way for the end user to prove themselves.
        package struct OriginAuthenticationMethod: Message {
            package static let schema = Schema(
                OriginAuthenticationMethod(), "A way for the end user to prove themselves.",
                name: "v1alpha1.OriginAuthenticationMethod")

            package init() {}

            package let jwt = Field<Jwt>("By a token.")
        }

        /// Proof by certificates on both sides.
        package struct MutualTls: Message {
            package static let schema = Schema(
                MutualTls(), "Proof by certificates on both sides.", name: "v1alpha1.MutualTls")

            package init() {}

            package let lateCertCheck = Field<Bool>("Asks for a certificate but does not insist on one.")
        }

        /// A kind of token and how it is checked.
        package struct Jwt: Message {
            package static let schema = Schema(
                Jwt(), "A kind of token and how it is checked.", name: "v1alpha1.Jwt")

            package init() {}

            package let issuer = Field<String>("Who issues the token.", .expected)
            package let audiences = Field<[String]>("Audiences of which the token must name one.")
            package let jwksUri = Field<String>("Where the issuer's public keys are found.", .expected)
            package let jwtHeaders = Field<[String]>("Headers in which the token is looked for.")
            package let jwtParams = Field<[String]>("Query parameters in which the token is looked for.")
        }

        /// Whose identity a request carries on.
        package enum PrincipalBinding: String, Enumeration {
            package static let name = "istio.authentication.v1alpha1.PrincipalBinding"
            case usePeer = "USE_PEER"
            case useOrigin = "USE_ORIGIN"

            package var doc: String {
                switch self {
                case .usePeer: "The calling service's."
                case .useOrigin: "The end user's."
                }
            }
        }
    }
}
