package import Schema

extension Legacy {
    /// Attributes for Mixer, by name.
    package struct Attributes: Message {
        package static let schema = Schema(
            Attributes(), "Attributes for Mixer, by name.", name: "v1.Attributes")

        package init() {}

        package let attributes = Field<[String: Value]>("Values by the attribute's name.")

        /// The value of one attribute.
        package struct Value: Message {
            package static let schema = Schema(
                Value(), "The value of one attribute.", name: "v1.Attributes_AttributeValue")

            package init() {}

            package let stringValue = Field<String>("A text, such as a name.", .oneOf("value"))
            package let int64Value = Field<Int64>("A whole number.", .oneOf("value"))
            package let doubleValue = Field<Double>("A number.", .oneOf("value"))
            package let boolValue = Field<Bool>("A truth value.", .oneOf("value"))
            package let bytesValue = Field<Base64>("Bytes, in base64.", .oneOf("value"))
            package let timestampValue = Field<Timestamp>("A time.", .oneOf("value"))
            package let durationValue = Field<Duration>("A length of time.", .oneOf("value"))
            package let stringMapValue = Field<StringMap>("Texts by key, such as headers.", .oneOf("value"))
        }

        /// Texts by key.
        package struct StringMap: Message {
            package static let schema = Schema(StringMap(), "Texts by key.", name: "v1.Attributes_StringMap")

            package init() {}

            package let entries = Field<[String: String]>("The texts.")
        }
    }
}
