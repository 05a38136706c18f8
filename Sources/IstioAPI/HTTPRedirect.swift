package import Schema
import YAML

/// A redirect as the answer.
package struct HTTPRedirect: Message {
    package static let schema = Schema(HTTPRedirect(), "A redirect as the answer.")

    package init() {}

    package let uri = Field<String>("Path of the new location, the request's if absent.")
    package let authority = Field<String>("Host of the new location, the request's if absent.")
    package let port = Field<UInt32>("Port of the new location.", .oneOf("redirect_port"), .since("1.12"))
    package let derivePort = Field<RedirectPortSelection>(
        "How to choose the port of the new location.", .oneOf("redirect_port"), .since("1.12"))
    package let scheme = Field<String>("Scheme of the new location, the request's if absent.", .since("1.12"))
    package let redirectCode = Field<UInt32>("HTTP status of the answer.", .since("1.3"), default: 301)

    /// How to choose the port of a redirect.
    package enum RedirectPortSelection: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.HTTPRedirect_RedirectPortSelection"

        case fromProtocolDefault = "FROM_PROTOCOL_DEFAULT"
        case fromRequestPort = "FROM_REQUEST_PORT"

        package var doc: String {
            switch self {
            case .fromProtocolDefault: "80 for HTTP, 443 for HTTPS."
            case .fromRequestPort: "The port of the request."
            }
        }
    }
}
