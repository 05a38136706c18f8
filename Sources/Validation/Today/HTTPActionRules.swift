import Diagnostics
import IstioAPI
import Schema

/// Redirects, fixed answers, rewrites and retries.
extension Report {
    mutating func redirect(_ redirect: Object<HTTPRedirect>) {
        let isEmpty =
            redirect.uri.isEmpty && redirect.authority.isEmpty && redirect.scheme.isEmpty
            && !redirect.has(\.port) && !redirect.has(\.derivePort)
        if isEmpty {
            error(.emptyValue, "redirect must specify URI, authority, scheme, or port", at: redirect.place)
        }
        if redirect.has(\.redirectCode), redirect.redirectCode != 0,
            !(300...399).contains(redirect.redirectCode)
        {
            error(
                .outOfRange, "\(redirect.redirectCode) is not a valid redirect code, must be 3xx",
                at: redirect.place(\.redirectCode))
        }
        if !["", "http", "https"].contains(redirect.scheme) {
            error(
                .invalidURL, "invalid redirect scheme, must be http or https", at: redirect.place(\.scheme))
        }
    }

    mutating func directResponse(_ response: Object<HTTPDirectResponse>) {
        httpStatus(response.status, at: response.place(\.status))
        let size = response.body.string.utf8.count + response.body.bytes.utf8.count / 4 * 3
        if size > 1 << 20 {
            error(
                .outOfRange,
                "large direct_responses may impact control plane performance, must be less than 1MB",
                at: response.place(\.body))
        } else if size > 100 << 10 {
            warning(
                .outOfRange, "large direct_responses may impact control plane performance",
                at: response.place(\.body))
        }
    }

    mutating func httpStatus(_ status: Int, at place: Place) {
        if !(200...600).contains(status) {
            error(.outOfRange, "HTTP status \(status) is not in range 200-599", at: place)
        }
    }

    mutating func rewrite(_ rewrite: Object<HTTPRewrite>) {
        let expression = rewrite.uriRegexRewrite
        if rewrite.uri.isEmpty, rewrite.authority.isEmpty, !rewrite.has(\.uriRegexRewrite) {
            error(
                .emptyValue, "rewrite must specify at least one of URI, UriRegexRewrite, or authority",
                at: rewrite.place)
        }
        guard rewrite.has(\.uriRegexRewrite) else { return }
        if !rewrite.uri.isEmpty {
            error(
                .exclusiveFields, "rewrite may only contain one of URI or UriRegexRewrite",
                at: rewrite.place(\.uri))
        }
        if expression.match.isEmpty || expression.rewrite.isEmpty {
            error(
                .missingField, "UriRegexRewrite requires both Rewrite and Match fields to be specified",
                at: expression.place)
        } else {
            self.expression(expression.match, at: expression.place(\.match))
        }
    }

    mutating func retries(_ retries: Object<HTTPRetry>) {
        if retries.attempts < 0 {
            error(.outOfRange, "attempts cannot be negative", at: retries.place(\.attempts))
        }
        let isConfigured =
            retries.has(\.perTryTimeout) || !retries.retryOn.isEmpty || retries.has(\.retryRemoteLocalities)
        if retries.attempts == 0, isConfigured {
            error(
                .missingField, "http retry policy configured when attempts are set to 0 (disabled)",
                at: retries.place(\.attempts))
        }
        duration(retries, \.perTryTimeout)
        duration(retries, \.backoff)
        guard !retries.retryOn.isEmpty else { return }
        for condition in retries.retryOn.split(separator: ",", omittingEmptySubsequences: false) {
            retryCondition(String(condition), at: retries.place(\.retryOn))
        }
    }
}
