package import Schema

extension Legacy {
    /// What a role may do with which services.
    package struct ServiceRole: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "ServiceRole", plural: "serviceroles", generation: .classic,
            classicType: "service-role")
        package static let schema = Schema(
            ServiceRole(), "What a role may do with which services.", name: "v1alpha1.ServiceRole")

        package init() {}

        package let rules = Field<[AccessRule]>("What the role may do.", .expected)

        /// One permission.
        package struct AccessRule: Message {
            package static let schema = Schema(AccessRule(), "One permission.", name: "v1alpha1.AccessRule")

            package init() {}

            package let services = Field<[String]>(
                "Services by full name, with `*` at either end for several.", .expected)
            package let paths = Field<[String]>("Paths, any if absent.")
            package let methods = Field<[String]>("HTTP methods, `*` for all.", .expected)
            package let constraints = Field<[Constraint]>("Further conditions that must all hold.")
        }

        /// A further condition of a permission.
        package struct Constraint: Message {
            package static let schema = Schema(
                Constraint(), "A further condition of a permission.", name: "v1alpha1.AccessRule_Constraint")

            package init() {}

            package let key = Field<String>("What is looked at, such as a label of the service.", .expected)
            package let values = Field<[String]>("The values allowed.", .expected)
        }
    }
}
