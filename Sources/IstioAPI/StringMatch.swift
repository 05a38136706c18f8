package import Schema

/// How a text must look; one of three ways.
package struct StringMatch: Message {
    package static let schema = Schema(StringMatch(), "How a text must look; one of three ways.")

    package init() {}

    package let exact = Field<String>("The whole text.", .oneOf("match_type"))
    package let prefix = Field<String>("How the text begins.", .oneOf("match_type"))
    package let regex = Field<String>(
        "An RE2 expression that the whole text must match.", .oneOf("match_type"))
}
