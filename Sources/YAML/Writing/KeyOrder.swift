/// The order in which the Go library writes keys: letters behind everything else, and numbers within keys by
/// value, so that `a2` stands before `a10`.
enum KeyOrder {
    static func precedes(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        guard let at = zip(a, b).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
            return a.count < b.count
        }
        switch (a[at].properties.isAlphabetic, b[at].properties.isAlphabetic) {
        case (true, true): return a[at] < b[at]
        case (false, true): return true
        case (true, false): return false
        case (false, false):
            let (x, y) = (number(a[at...]), number(b[at...]))
            return (x.value, x.digits, a[at]) < (y.value, y.digits, b[at])
        }
    }

    private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> (value: UInt64, digits: Int) {
        let digits = scalars.prefix { ("0"..."9").contains($0) }
        return (digits.reduce(0) { $0 &* 10 &+ UInt64($1.value - 0x30) }, digits.count)
    }
}
