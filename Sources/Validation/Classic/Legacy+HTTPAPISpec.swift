package import IstioAPI
import Schema

extension Legacy.HTTPAPISpec: Validated {
    package static let checks: [Check<Legacy.HTTPAPISpec>] = [
        .init("attributes", checkAttributes), .init("patterns", checkPatterns),
        .init("api-keys", checkApiKeys),
    ]
}

/// 0.7.1 checks these attributes once for each pattern, in place of the pattern's own, so a specification
/// with patterns must have them.
private func checkAttributes(_ spec: Object<Legacy.HTTPAPISpec>, _ report: inout Report) {
    guard spec.has(\.attributes) || !spec.patterns.isEmpty else { return }
    guard !spec.attributes.attributes.isEmpty else {
        return report.error(
            .missingField, "list of attributes is nil/empty", at: spec.place(\.attributes),
            hint: "give at least one, such as `attributes: {attributes: {api.service: {stringValue: name}}}`")
    }
    for attribute in spec.attributes.attributes { report.checkAttribute(attribute) }
}

private func checkPatterns(_ spec: Object<Legacy.HTTPAPISpec>, _ report: inout Report) {
    if spec.patterns.isEmpty {
        report.error(.missingField, "at least one pattern must be specified", at: spec.place(\.patterns))
    }
    for pattern in spec.patterns {
        if pattern.httpMethod.isEmpty {
            report.error(.missingField, "http_method cannot be empty", at: pattern.place(\.httpMethod))
        }
        if pattern.has(\.uriTemplate), pattern.uriTemplate.isEmpty {
            report.error(.emptyValue, "uri_template cannot be empty", at: pattern.place(\.uriTemplate))
        }
        if pattern.has(\.regex), pattern.regex.isEmpty {
            report.error(.emptyValue, "regex cannot be empty", at: pattern.place(\.regex))
        }
    }
}

private func checkApiKeys(_ spec: Object<Legacy.HTTPAPISpec>, _ report: inout Report) {
    for key in spec.apiKeys {
        if key.has(\.query), key.query.isEmpty {
            report.error(.emptyValue, "query cannot be empty", at: key.place(\.query))
        }
        if key.has(\.header), key.header.isEmpty {
            report.error(.emptyValue, "header cannot be empty", at: key.place(\.header))
        }
        if key.has(\.cookie), key.cookie.isEmpty {
            report.error(.emptyValue, "cookie cannot be empty", at: key.place(\.cookie))
        }
    }
}
