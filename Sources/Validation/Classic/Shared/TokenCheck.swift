import Diagnostics
import IstioAPI
import Schema

extension Report {
    /// The older policies describe a token with the fields of the newer ones.
    mutating func checkToken(_ token: Object<Legacy.EndUserAuthenticationPolicySpec.JWT>) {
        checkToken(token.viewed(as: Legacy.Policy.Jwt.self))
    }

    mutating func checkToken(_ token: Object<Legacy.Policy.Jwt>) {
        if token.issuer.isEmpty { error(.missingField, "issuer must be set", at: token.place(\.issuer)) }
        for (audience, mark) in token.each(\.audiences) where audience.isEmpty {
            error(.emptyValue, "audience must be non-empty string", at: .value(mark))
        }
        let uri = token.jwksUri
        let place = token.place(\.jwksUri)
        if uri.isEmpty { error(.missingField, "jwks_uri must be set", at: place) }
        if !uri.hasPrefix("http://"), !uri.hasPrefix("https://") {
            error(.invalidURL, "jwks_uri must have http:// or https:// scheme", at: place)
        } else if let problem = WebAddress.problem(uri) {
            error(.invalidURL, "\(uri.quoted) is not a valid url: \(problem)", at: place)
        }
    }

    /// Where a token may be found: a header or a query parameter.
    mutating func checkLocation(_ name: String, _ what: String, at place: @autoclosure () -> Place) {
        guard name.isEmpty else { return }
        error(.emptyValue, "location \(what) must be non-empty string", at: place())
    }
}
