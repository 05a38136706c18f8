import Diagnostics

/// Names that can stand in the path of a request.
enum ResourceName {
    struct Invalid: Error, CustomStringConvertible {
        let description: String
    }

    /// Refuses what the Go client of 0.7.1 refused, so that a name never leads to another path.
    static func check(_ name: String) throws(Invalid) {
        var problems: [String] = []
        if name.isEmpty { throw Invalid(description: "the name is empty") }
        if name == "." || name == ".." { problems.append("may not be '\(name)'") }
        for character in ["/", "%"] where name.contains(character) {
            problems.append("may not contain '\(character)'")
        }
        guard problems.isEmpty else {
            let list = problems.joined(separator: ", ")
            throw Invalid(description: "invalid resource name \"\(name.escapingControls)\": [\(list)]")
        }
    }
}
