/// A piece of a template's text.
struct Token {
    enum Kind: Equatable {
        case failure, text, leftDelimiter, rightDelimiter, space, end
        case bool, character, characterConstant, complex, assign, declare, field, identifier
        case leftParenthesis, rightParenthesis, number, pipe, rawString, string, variable
        case dot, null, keyword(Keyword)
    }

    enum Keyword: String, CaseIterable {
        case block, `break`, `continue`, define, `else`, end, `if`, range, template, with
    }

    var kind: Kind
    var range: Range<Int>
    var line: Int
    /// Of a `failure`.
    var message = ""
    /// The characters, for kinds of which more than the kind matters.
    var value: Text = ""

    /// Whether `value` is filled in.
    static func hasValue(_ kind: Kind) -> Bool {
        switch kind {
        case .text, .space, .leftDelimiter, .rightDelimiter, .leftParenthesis, .rightParenthesis, .pipe, .end,
            .failure, .keyword:
            false
        default: true
        }
    }

    var position: Int { range.lowerBound }

    /// As messages name it: `<if>` for keywords, otherwise quoted and cut at ten characters.
    var description: String {
        switch kind {
        case .end: return "EOF"
        case .failure: return message
        case .dot, .null, .keyword: return "<\(value.string)>"
        default:
            if value.count > 10 {
                return GoQuoting.quoted(Text(String(value.string.unicodeScalars.prefix(10)))) + "..."
            }
            return GoQuoting.quoted(value)
        }
    }
}
