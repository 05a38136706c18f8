package import Schema

extension Legacy {
    /// Which requests are charged to which quotas.
    package struct QuotaSpec: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "QuotaSpec", plural: "quotaspecs", generation: .classic,
            classicType: "quota-spec")
        package static let schema = Schema(
            QuotaSpec(), "Which requests are charged to which quotas.", name: "client.QuotaSpec")

        package init() {}

        package let rules = Field<[Rule]>("Conditions with the quotas to charge.", .expected)

        /// Conditions with the quotas to charge.
        package struct Rule: Message {
            package static let schema = Schema(
                Rule(), "Conditions with the quotas to charge.", name: "client.QuotaRule")

            package init() {}

            package let match = Field<[AttributeMatch]>("Conditions of which one must hold, none if absent.")
            package let quotas = Field<[Quota]>("The quotas to charge.", .expected)
        }

        /// Conditions on attributes that must all hold.
        package struct AttributeMatch: Message {
            package static let schema = Schema(
                AttributeMatch(), "Conditions on attributes that must all hold.",
                name: "client.AttributeMatch")

            package init() {}

            package let clause = Field<[String: StringMatch]>("Conditions by the attribute's name.")
        }

        /// A condition on a text.
        package struct StringMatch: Message {
            package static let schema = Schema(
                StringMatch(), "A condition on a text.", name: "client.StringMatch")

            package init() {}

            package let exact = Field<String>("The whole text.", .oneOf("match_type"))
            package let prefix = Field<String>("How the text begins.", .oneOf("match_type"))
            package let regex = Field<String>(
                "A regular expression for the whole text.", .oneOf("match_type"))
        }

        /// A quota and what a request costs.
        package struct Quota: Message {
            package static let schema = Schema(
                Quota(), "A quota and what a request costs.", name: "client.Quota")

            package init() {}

            package let quota = Field<String>("Name of the quota.", .expected)
            package let charge = Field<Int64>("What a request costs, above 0.", .expected)
        }
    }
}
