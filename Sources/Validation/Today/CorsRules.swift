import Diagnostics
import IstioAPI
import Schema

extension Report {
    mutating func cors(_ policy: Object<CorsPolicy>) {
        for origin in policy.allowOrigins {
            if origin.exact.isEmpty, origin.prefix.isEmpty, origin.regex.isEmpty {
                error(
                    .emptyValue, "'' is not a valid match type for CORS allow origins", at: origin.place)
            } else if !origin.regex.isEmpty {
                expression(origin.regex, at: origin.place(\.regex))
            }
        }
        for (method, mark) in policy.each(\.allowMethods) where !methods.contains(method) {
            error(
                .invalidMethod, "\"\(method.escapingControls)\" is not a supported HTTP method",
                at: .value(mark),
                hint: Suggestion.nearest(to: method, among: methods).map { "did you mean `\($0)`?" })
        }
        for (name, mark) in policy.each(\.allowHeaders) + policy.each(\.exposeHeaders) {
            headerName(name, at: .value(mark))
        }
        duration(policy, \.maxAge)
        if let age = policy.maxAge, age.nanoseconds % 1_000_000_000 != 0 {
            error(
                .invalidDuration, "max_age duration is accurate only to seconds precision",
                at: policy.place(\.maxAge))
        }
    }
}

private let methods = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "*",
]
