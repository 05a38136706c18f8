package import Schema

/// Cross-origin requests that browsers may make.
package struct CorsPolicy: Message {
    package static let schema = Schema(CorsPolicy(), "Cross-origin requests that browsers may make.")

    package init() {}

    package let allowOrigin = Field<[String]>(
        "Origins that may ask, as exact texts.", .deprecated("use `allowOrigins`"))
    package let allowOrigins = Field<[StringMatch]>("Origins that may ask.", .since("1.5"))
    package let allowMethods = Field<[String]>("HTTP methods that may be used.")
    package let allowHeaders = Field<[String]>("Headers that may be sent.")
    package let exposeHeaders = Field<[String]>("Headers that scripts may read.")
    package let maxAge = Field<Duration>(
        "How long a browser may keep the answer of a preflight request.", .minimumMilliseconds(1))
    package let allowCredentials = Field<BoolValue>("Whether credentials may be sent.")
    package let unmatchedPreflights = Field<UnmatchedPreflights>(
        "What becomes of preflight requests that no origin matches.", .since("1.23"))

    /// What becomes of preflight requests that no origin matches.
    package enum UnmatchedPreflights: String, Enumeration {
        package static let name = "istio.networking.v1alpha3.CorsPolicy_UnmatchedPreflights"

        case unspecified = "UNSPECIFIED"
        case forward = "FORWARD"
        case ignore = "IGNORE"

        package var doc: String {
            switch self {
            case .unspecified: "Forwarded."
            case .forward: "Forwarded to the service."
            case .ignore: "Answered without permission."
            }
        }
    }
}
