import Diagnostics

extension StringProtocol {
    /// In double quotes, with quotes, backslashes and controls escaped, as the messages of 0.7.1 show values.
    var quoted: String {
        var inner = ""
        for character in unicodeScalars {
            if character == "\"" || character == "\\" { inner.unicodeScalars.append("\\") }
            inner.unicodeScalars.append(character)
        }
        return "\"\(inner.escapingControls)\""
    }
}
