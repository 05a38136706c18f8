/// Letters in other cases as Go has them: one letter for one, where Unicode's full rules may give several.
enum LetterCase {
    static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        single(scalar.properties.uppercaseMapping) ?? scalar
    }

    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        // The Turkish dotted I would get its dot as a letter of its own.
        scalar.value == 0x130 ? "i" : single(scalar.properties.lowercaseMapping) ?? scalar
    }

    static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .uppercaseLetter
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        [.decimalNumber, .letterNumber, .otherNumber].contains(scalar.properties.generalCategory)
    }

    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }

    static func mapping(_ text: String, _ body: (Unicode.Scalar) -> Unicode.Scalar) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(body(scalar)) }
        return String(result)
    }

    /// With the letters at the beginning of words changed; `isGap` says what stands between words.
    static func words(
        _ text: String, isGap: (Unicode.Scalar) -> Bool, _ body: (Unicode.Scalar) -> Unicode.Scalar
    ) -> String {
        var isFirst = true
        return mapping(text) { scalar in
            defer { isFirst = isGap(scalar) }
            return isFirst ? body(scalar) : scalar
        }
    }

    /// What Go's `strings.Title` takes for a gap.
    static func isTitleGap(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return !isLetter(scalar) && !isNumber(scalar) && scalar != "_" }
        return !isLetter(scalar) && !isNumber(scalar) && isSpace(scalar)
    }

    private static func single(_ text: String) -> Unicode.Scalar? {
        text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }
}
