extension Analyzer {
    /// All analyzers, sorted by name.
    package static let all: [Analyzer] =
        schemaValidations + [
            virtualServiceGateways
        ]
}
