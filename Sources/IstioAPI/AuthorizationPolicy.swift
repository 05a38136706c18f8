package import Schema
import YAML

/// Who may ask what of workloads.
package struct AuthorizationPolicy: Resource {
    package static let kind = Kind(
        "security.istio.io", "v1", "v1beta1", name: "AuthorizationPolicy", plural: "authorizationpolicies",
        short: ["ap"], columns: [.init("Action", ".spec.action"), .age])
    package static let schema = Schema(AuthorizationPolicy(), "Who may ask what of workloads.")

    package init() {}

    package let selector = Field<MatchLabelsSelector>("The workloads, all of the namespace if absent.")
    package let targetRef = Field<PolicyTargetReference>(
        "A gateway or service that the policy is attached to.", .since("1.20"))
    package let targetRefs = Field<[PolicyTargetReference]>(
        "Gateways or services that the policy is attached to.", .atMost(16), .since("1.22"))
    package let rules = Field<[Rule]>(
        "What requests are meant; a request matches if one rule does.", .atMost(512))
    package let action = Field<Action>(
        "What becomes of the requests that match.", .since("1.5"), default: "ALLOW")
    package let provider = Field<ExtensionProvider>("Who decides, for the action CUSTOM.", .since("1.8"))

    /// What becomes of requests.
    package enum Action: String, Enumeration {
        package static let name = "istio.security.v1beta1.AuthorizationPolicy_Action"

        case allow = "ALLOW"
        case deny = "DENY"
        case audit = "AUDIT"
        case custom = "CUSTOM"

        package var doc: String {
            switch self {
            case .allow: "Only these requests are allowed."
            case .deny: "These requests are refused."
            case .audit: "These requests are logged."
            case .custom: "A provider decides about these requests."
            }
        }
    }

    /// Who decides.
    package struct ExtensionProvider: Message {
        package static let schema = Schema(ExtensionProvider(), "Who decides.")

        package init() {}

        package let name = Field<String>("Name of a provider in the mesh configuration.")
    }

    /// Requests; all parts must match, what is absent matches all.
    package struct Rule: Message {
        package static let schema = Schema(
            Rule(), "Requests; all parts must match, what is absent matches all.")

        package init() {}

        package let from = Field<[From]>("Callers, of which one must match.", .atMost(512))
        package let to = Field<[To]>("Operations, of which one must match.")
        package let when = Field<[Condition]>("Further conditions, all of which must match.")

        /// A caller.
        package struct From: Message {
            package static let schema = Schema(From(), "A caller.")

            package init() {}

            package let source = Field<RequestSource>("The caller.")
        }

        /// An operation.
        package struct To: Message {
            package static let schema = Schema(To(), "An operation.")

            package init() {}

            package let operation = Field<RequestOperation>("The operation.")
        }
    }

    /// A condition on an attribute of the request.
    package struct Condition: Message {
        package static let schema = Schema(Condition(), "A condition on an attribute of the request.")

        package init() {}

        package let key = Field<String>("Name of the attribute, such as `request.headers[name]`.", .required)
        package let values = Field<[String]>("Values, of which the attribute must have one.")
        package let notValues = Field<[String]>("Values that the attribute must not have.", .since("1.5"))
    }
}
