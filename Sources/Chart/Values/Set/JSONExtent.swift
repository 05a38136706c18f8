/// Where a value of JSON ends in a text that goes on after it.
enum JSONExtent {
    /// The number of characters of the value at the beginning: up to the closing bracket, quote, or what
    /// cannot belong to a number or word.
    static func length(of text: ArraySlice<Unicode.Scalar>) -> Int {
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        for (index, character) in text.enumerated() {
            if isQuoted {
                if isEscaped {
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "\"" {
                    isQuoted = false
                    if depth == 0 { return index + 1 }
                }
                continue
            }
            switch character {
            case "\"": isQuoted = true
            case "{", "[": depth += 1
            case "}", "]":
                depth -= 1
                if depth <= 0 { return index + 1 }
            case ",", " ", "\t", "\n": if depth == 0 { return index }
            default: break
            }
        }
        return text.count
    }
}
