package import Schema

/// Changes to a request before it is forwarded.
package struct HTTPRewrite: Message {
    package static let schema = Schema(HTTPRewrite(), "Changes to a request before it is forwarded.")

    package init() {}

    package let uri = Field<String>(
        "Path, or with a prefix match the part of it that matched, to put instead.")
    package let authority = Field<String>("Host to put instead.")
    package let uriRegexRewrite = Field<RegexRewrite>(
        "A replacement in the path by regular expression.", .since("1.19"))
}

/// A replacement by regular expression.
package struct RegexRewrite: Message {
    package static let schema = Schema(RegexRewrite(), "A replacement by regular expression.")

    package init() {}

    package let match = Field<String>("What to replace, as an RE2 expression.")
    package let rewrite = Field<String>("What to put instead; `\\1` stands for the first group.")
}
