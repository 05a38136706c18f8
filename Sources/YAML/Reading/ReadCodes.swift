package import Diagnostics

extension Code {
    package static let jsonSyntax = Code("json-syntax")
    package static let yamlSyntax = Code("yaml-syntax")
    package static let duplicateKey = Code("duplicate-key")
    package static let invalidText = Code("invalid-utf8")
    /// A value that YAML can write but JSON, and so Kubernetes, cannot hold.
    package static let invalidValue = Code("yaml-value")
    package static let depthLimit = Code("limit-depth")
    package static let nodeLimit = Code("limit-nodes")
    package static let aliasLimit = Code("limit-alias")
    package static let scalarLimit = Code("limit-scalar")
    package static let sourceLimit = Code("limit-source")
}
