import YAML

extension Registration.Port {
    /// Reads `3306`, `mysql:3306`. A bare number gets the name of the protocol that usually has it, else
    /// itself.
    init(parsing text: String) throws(RegistrationArgumentError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let (name, digits) = parts.count == 2 ? (parts[0], parts[1]) : ("", text)
        guard let number = Int32(digits) else {
            throw RegistrationArgumentError(message: "\"\(text)\" is no port: write 3306 or mysql:3306")
        }
        self.number = Int(number)
        self.name = name.isEmpty ? Self.usualNames[self.number] ?? digits : name
    }

    private static let usualNames = [80: "http", 443: "https", 3306: "mysql", 8080: "http"]
}

struct RegistrationArgumentError: Error, Equatable, CustomStringConvertible {
    var message: String
    var description: String { message }
}

enum LabelArguments {
    /// Reads repeated `a=b,c=d` as labels or annotations. A pair may stand in double quotes, with commas in
    /// it; without `=` the value is empty. The last of equal keys wins.
    static func entries(_ arguments: [String]) throws(RegistrationArgumentError) -> [Node.Entry] {
        var result = Node.emptyMap
        for argument in arguments {
            for pair in try pairs(argument) {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                result.set(String(parts[0]), Node(parts.count == 2 ? String(parts[1]) : ""))
            }
        }
        return result.map ?? []
    }

    private static func pairs(_ text: String) throws(RegistrationArgumentError) -> [String] {
        var pairs = [""]
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: pairs.append("")
            default: pairs[pairs.count - 1].append(character)
            }
        }
        if isQuoted { throw RegistrationArgumentError(message: "a quote is not closed in \(text)") }
        return pairs.filter { !$0.isEmpty }
    }
}
