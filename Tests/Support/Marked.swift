package import Diagnostics

/// A text with places marked in it: in `hosts: 1️⃣[]` the mark 1 stands at the bracket.
package struct Marked {
    /// The text without the marks.
    package let text: String
    private var marks: [Int: Mark] = [:]

    package init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var mark = Mark(line: 1, column: 1)
        var rest = marked.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if let number = Self.digit(scalar), rest.starts(with: Self.keycap) {
                marks[number] = mark
                rest = rest.dropFirst(Self.keycap.count)
                continue
            }
            text.append(scalar)
            if scalar == "\n" { mark = Mark(line: mark.line + 1, column: 1) } else { mark.column += 1 }
        }
        self.text = String(text)
    }

    /// Where the number stood; `Mark.none` when it did not.
    package subscript(number: Int) -> Mark { marks[number] ?? .none }

    /// The numbers that stood at a place, for messages of tests.
    package func number(at mark: Mark) -> Int? { marks.first { $0.value == mark }?.key }

    package var count: Int { marks.count }

    private static let keycap: [Unicode.Scalar] = ["\u{FE0F}", "\u{20E3}"]

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        scalar.isASCII ? Character(scalar).wholeNumberValue : nil
    }
}
