package import Schema

extension Legacy {
    /// Who has a role.
    package struct ServiceRoleBinding: Resource {
        package static let kind = Kind(
            "config.istio.io", "v1alpha2", name: "ServiceRoleBinding", plural: "servicerolebindings",
            generation: .classic, classicType: "service-role-binding")
        package static let schema = Schema(
            ServiceRoleBinding(), "Who has a role.", name: "v1alpha1.ServiceRoleBinding")

        package init() {}

        package let subjects = Field<[Subject]>("Who gets the role.", .expected)
        package let roleRef = Field<RoleRef>("The role.", .expected, .protoName("roleRef"))

        /// Who gets a role; all that is given must hold.
        package struct Subject: Message {
            package static let schema = Schema(
                Subject(), "Who gets a role; all that is given must hold.", name: "v1alpha1.Subject")

            package init() {}

            package let user = Field<String>("Name of a user or service account, `*` for all.")
            package let group = Field<String>("Name of a group.")
            package let properties = Field<[String: String]>("Other properties of the caller.")
        }

        /// The role that is given.
        package struct RoleRef: Message {
            package static let schema = Schema(RoleRef(), "The role that is given.", name: "v1alpha1.RoleRef")

            package init() {}

            package let kind = Field<String>("Always `ServiceRole`.", .expected)
            package let name = Field<String>("Name of the role in the binding's namespace.", .expected)
        }
    }
}
