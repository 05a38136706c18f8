package import Schema

/// Changes to the headers of requests and of answers.
package struct Headers: Message {
    package static let schema = Schema(Headers(), "Changes to the headers of requests and of answers.")

    package init() {}

    package let request = Field<HeaderOperations>("Changes before a request is forwarded.")
    package let response = Field<HeaderOperations>("Changes before an answer is returned.")

    /// Headers to set, add and remove.
    package struct HeaderOperations: Message {
        package static let schema = Schema(HeaderOperations(), "Headers to set, add and remove.")

        package init() {}

        package let set = Field<[String: String]>("Headers to overwrite, by name.")
        package let add = Field<[String: String]>("Values to append, by name.")
        package let remove = Field<[String]>("Names of headers to remove.")
    }
}
