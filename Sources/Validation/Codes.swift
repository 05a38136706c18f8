package import Diagnostics

/// What validators find beyond the schema. Suppressions and machines rely on the names.
extension Code {
    /// `kind` or `apiVersion` is missing, misspelled, or not what the kind has.
    package static let unknownKind = Code("unknown-kind")
    package static let wrongVersion = Code("wrong-version")
    /// A name of Kubernetes, a label, a tag.
    package static let invalidName = Code("invalid-name")
    package static let invalidLabel = Code("invalid-label")
    /// A label that metrics and traces go by is not there.
    package static let missingLabel = Code("missing-label")
    /// A host, a domain, an address, a subnet, a URL.
    package static let invalidHost = Code("invalid-host")
    package static let invalidAddress = Code("invalid-address")
    package static let invalidURL = Code("invalid-url")
    package static let invalidPort = Code("invalid-port")
    package static let invalidProtocol = Code("invalid-protocol")
    package static let invalidDuration = Code("invalid-duration")
    package static let invalidPercent = Code("invalid-percent")
    package static let invalidWeights = Code("invalid-weights")
    package static let invalidHeader = Code("invalid-header")
    package static let invalidMethod = Code("invalid-method")
    package static let invalidMatch = Code("invalid-match")
    package static let invalidReference = Code("invalid-reference")
    /// A value is there but says nothing.
    package static let emptyValue = Code("empty-value")
    /// The same name, number or item twice.
    package static let duplicateValue = Code("duplicate-value")
    /// The API has the field, but this release of Istio does not act on it.
    package static let notImplemented = Code("not-implemented")
    /// A route, or a match of one, that earlier routes leave nothing to.
    package static let unreachableRule = Code("unreachable-rule")
    package static let ineffectiveMatch = Code("ineffective-match")
}
