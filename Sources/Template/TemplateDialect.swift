/// Whose templates a text is written for: which functions there are, and what becomes of missing keys.
package enum TemplateDialect: String, CaseIterable, Sendable {
    case go, helm, injector
    /// Istio 0.7.1's.
    case legacyInjector = "injector-0.7"

    /// For help texts.
    package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// What Go's functions are joined by.
    package var functions: FunctionTable {
        switch self {
        case .go: FunctionTable()
        case .helm: FunctionTable.helm.adding(HelmFunctions.all)
        case .injector: .injector
        case .legacyInjector: .legacyInjector
        }
    }

    /// Renders one template that stands for itself.
    package func render(
        _ name: String, _ text: Text, _ data: Value, missingKey: MissingKey? = nil,
        surroundings: Surroundings = Surroundings()
    ) throws(TemplateError) -> [UInt8] {
        let usual: MissingKey = self == .helm ? .zero : .default
        var set = TemplateSet(name, functions: functions, missingKey: missingKey ?? usual)
        set.surroundings = surroundings
        try set.parse(name, text)
        let output = try set.render(name, data)
        return self == .helm ? HelmFunctions.withoutNoValue(output) : output
    }
}
