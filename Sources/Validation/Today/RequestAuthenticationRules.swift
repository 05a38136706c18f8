import Diagnostics
package import IstioAPI
import Schema
import YAML

/// Istio 1.30, what it refuses in a request authentication.
extension RequestAuthentication: Validated {
    package static let checks: [Check<RequestAuthentication>] = [
        .init("targets", targets), .init("jwtRules", tokens),
    ]
}

private func targets(_ policy: Object<RequestAuthentication>, _ report: inout Report) {
    report.targets(
        selector: policy.selector, policy.targetRef, policy.targetRefs, areGiven: policy.has(\.targetRefs))
}

private func tokens(_ policy: Object<RequestAuthentication>, _ report: inout Report) {
    for rule in policy.jwtRules { report.token(rule) }
}

extension Report {
    fileprivate mutating func token(_ rule: Object<JWTRule>) {
        if rule.issuer.isEmpty, rule.jwksUri.isEmpty {
            error(
                .missingField, "the rule names neither an issuer nor where its keys are", at: rule.place,
                hint: "give `issuer`, `jwksUri` or both")
        }
        if !rule.jwksUri.isEmpty { keyAddress(rule.jwksUri, at: rule.place(\.jwksUri)) }
        if rule.has(\.jwksUri), rule.has(\.jwks) {
            error(
                .exclusiveFields, "\"jwksUri\" and \"jwks\" exclude each other", at: rule.place(\.jwks),
                hint: "keep one of them")
        }
        if !rule.jwks.isEmpty { keys(rule.jwks, at: rule.place(\.jwks)) }
        for header in rule.outputClaimToHeaders { plainHeaderName(header.header, at: header.place(\.header)) }
        duration(rule, \.timeout)
    }

    private mutating func keyAddress(_ address: String, at place: Place) {
        if !address.hasPrefix("http://"), !address.hasPrefix("https://") {
            error(.invalidURL, "\(address.quoted) does not begin with http:// or https://", at: place)
        } else if let problem = WebAddress.problem(address) {
            error(.invalidURL, "\(address.quoted) is no address of the web: \(problem)", at: place)
        }
    }

    /// Keys as a JSON Web Key Set. Private ones do not belong where everyone may read.
    private mutating func keys(_ text: String, at place: Place) {
        guard let set = try? JSONReader.node(Array(text.utf8)), let keys = set["keys"]?.list else {
            return error(
                .wrongType, "\"jwks\" holds no JSON Web Key Set", at: place,
                hint: "write a JSON object with a list of \"keys\"")
        }
        for (index, key) in keys.enumerated() {
            if key["kty"]?.string?.isEmpty ?? true {
                error(.missingField, "key \(index) of \"jwks\" does not say its type (\"kty\")", at: place)
            }
            guard key["d"] != nil || key["kty"] == "oct" else { continue }
            warning(
                .unusedValue, "key \(index) of \"jwks\" is a private one, public ones are enough", at: place,
                hint: "remove its private parts, and consider it known to others")
        }
    }
}
