package import Schema

/// A share from 0 to 100.
package struct Percent: Message {
    package static let schema = Schema(Percent(), "A share from 0 to 100.")

    package init() {}

    package let value = Field<Double>("The share in percent, also with a fraction.")
}
