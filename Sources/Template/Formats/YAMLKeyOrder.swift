/// The order in which goyaml writes the keys of a map: letters behind everything else, numbers within keys by
/// value.
struct YAMLKeyOrder {
    /// Version 3 has a letter before anything else where it stands behind a digit.
    let lettersFollowDigits: Bool

    func precedes(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        guard let at = zip(a, b).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
            return a.count < b.count
        }
        switch (Self.isLetter(a[at]), Self.isLetter(b[at])) {
        case (true, true): return a[at] < b[at]
        case (false, false): return numbersPrecede(a, b, at)
        case (let first, let second):
            return lettersFollowDigits && at > 0 && Self.isDigit(a[at - 1]) ? first : second
        }
    }

    private func numbersPrecede(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], _ at: Int) -> Bool {
        // A zero within a number counts as its digit, not as one that leads.
        let isInside = (a[at] == "0" || b[at] == "0") && hasNumber(a[..<at])
        let first = Self.number(a[at...], startingAt: isInside ? 1 : 0)
        let second = Self.number(b[at...], startingAt: isInside ? 1 : 0)
        return (first.value, first.count, a[at]) < (second.value, second.count, b[at])
    }

    /// Whether the digits at the end are more than zeros.
    private func hasNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        scalars.reversed().prefix(while: Self.isDigit).contains { $0 != "0" }
    }

    private static func number(
        _ scalars: ArraySlice<Unicode.Scalar>, startingAt start: Int64
    ) -> (value: Int64, count: Int) {
        let digits = scalars.prefix(while: isDigit)
        return (digits.reduce(start) { $0 &* 10 &+ (Int64($1.value) - 0x30) }, digits.count)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .decimalNumber
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
