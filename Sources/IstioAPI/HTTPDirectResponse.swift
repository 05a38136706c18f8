package import Schema

/// A fixed answer.
package struct HTTPDirectResponse: Message {
    package static let schema = Schema(HTTPDirectResponse(), "A fixed answer.")

    package init() {}

    package let status = Field<UInt32>("HTTP status of the answer.", .required)
    package let body = Field<HTTPBody>("Body of the answer, none if absent.")
}

/// The body of an answer.
package struct HTTPBody: Message {
    package static let schema = Schema(HTTPBody(), "The body of an answer.")

    package init() {}

    package let string = Field<String>("The body as text.", .oneOf("specifier"))
    package let bytes = Field<Base64>("The body as base64.", .oneOf("specifier"))
}
