import Template

extension ChartMetadata {
    /// The rules of Helm 4 for `Chart.yaml`.
    func check() throws(ChartError) {
        if apiVersion == "v3" { throw ChartError("invalid chart apiVersion") }
        if name.isEmpty { throw Self.invalid("chart.metadata.name is required") }
        if name == "." || name == ".." {
            throw Self.invalid("chart.metadata.name \"\(name)\" is not allowed")
        }
        if name.contains("/") { throw Self.invalid("chart.metadata.name \"\(name)\" is invalid") }
        if version.isEmpty { throw Self.invalid("chart.metadata.version is required") }
        if (try? SemanticVersion(version)) == nil {
            throw Self.invalid("chart.metadata.version \"\(version)\" is invalid")
        }
        guard ["", "application", "library"].contains(type) else {
            throw Self.invalid("chart.metadata.type must be application or library")
        }
        var known: Set<String> = []
        for dependency in dependencies {
            try dependency.check()
            let key = dependency.alias.isEmpty ? dependency.name : dependency.alias
            guard known.insert(key).inserted else {
                throw Self.invalid("more than one dependency with name or alias \"\(key)\"")
            }
        }
    }

    static func invalid(_ problem: String) -> ChartError { ChartError("validation: \(problem)") }
}

extension ChartDependency {
    func check() throws(ChartError) {
        let isPlain = alias.utf8.allSatisfy { byte in
            let character = UnicodeScalar(byte)
            return character.properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte)
                || character == "_" || character == "-"
        }
        guard isPlain else {
            throw ChartMetadata.invalid(
                "dependency \"\(name)\" has disallowed characters in the alias \"\(alias)\"")
        }
    }
}

extension VersionConstraint {
    /// Whether a version meets a condition; text that is no condition or no version does not.
    static func allows(_ version: String, by condition: String) -> Bool {
        guard let constraint = try? VersionConstraint(condition), let version = try? SemanticVersion(version)
        else { return false }
        return constraint.allows(version)
    }
}
