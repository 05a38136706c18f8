package import YAML

/// What one `--set PATH=VALUE` says.
package struct SettingFlag: Sendable {
    /// From the spec on.
    package let path: SettingPath
    package let value: Node

    /// Settings whose values stay texts, whatever they look like; those with a dot at the end stand for all
    /// below.
    private static let texts = [
        "values.compatibilityVersion", "tag", "values.global.tag", "meshConfig.defaultConfig.proxyMetadata.",
        "values.meshConfig.defaultConfig.proxyMetadata.", "compatibilityVersion",
    ]

    package init(_ text: String) throws(InstallationError) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        // Istio takes a text with two signs for a name.
        let isPair = parts.count == 2
        let path = isPair ? Self.trimmed(parts[0]) : text
        let value = isPair ? Self.trimmed(parts[1]) : ""
        self.path = try SettingPath(path)
        self.value = Self.texts.contains(where: path.hasPrefix) ? Node(value) : Self.value(value)
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// A number or Boolean as Go reads them, else a text.
    package static func value(_ text: String) -> Node {
        if let number = Int64(text) { return Node(.int(number)) }
        if let number = number(text) { return number }
        switch text {
        case "1", "t", "T", "TRUE", "true", "True": return true
        case "0", "f", "F", "FALSE", "false", "False": return false
        default: return Node(text.replacing("\\,", with: ","))
        }
    }

    /// A decimal number, perhaps with `_` between digits.
    private static func number(_ text: String) -> Node? {
        let allowed = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-._eE".utf8.contains($0) }
        guard allowed, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "_") {
            let around = [index - 1, index + 1].map { bytes.indices.contains($0) ? bytes[$0] : 0 }
            guard around.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        }
        guard let number = Double(text.filter { $0 != "_" }), number.isFinite else { return nil }
        return Int64(exactly: number).map { Node(.int($0)) } ?? Node(.double(number))
    }
}
