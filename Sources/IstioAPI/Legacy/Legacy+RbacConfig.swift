package import Schema

extension Legacy {
    /// For which services roles are enforced.
    package struct RbacConfig: Resource {
        package static let kind = Kind(
            "rbac.istio.io", "v1alpha1", name: "RbacConfig", plural: "rbacconfigs", generation: .classic)
        package static let schema = Schema(
            RbacConfig(), "For which services roles are enforced.", name: "v1alpha1.RbacConfig")

        package init() {}

        package let mode = Field<Mode>("Whether roles are enforced, and where.")
        package let inclusion = Field<Target>("Where roles are enforced, with mode ON_WITH_INCLUSION.")
        package let exclusion = Field<Target>("Where roles are not enforced, with mode ON_WITH_EXCLUSION.")

        /// Some services and namespaces.
        package struct Target: Message {
            package static let schema = Schema(
                Target(), "Some services and namespaces.", name: "v1alpha1.RbacConfig_Target")

            package init() {}

            package let services = Field<[String]>("Services by full name.")
            package let namespaces = Field<[String]>("Namespaces with all their services.")
        }

        /// Whether roles are enforced, and where.
        package enum Mode: String, Enumeration {
            package static let name = "istio.rbac.v1alpha1.RbacConfig_Mode"
            case off = "OFF"
            case on = "ON"
            case onWithInclusion = "ON_WITH_INCLUSION"
            case onWithExclusion = "ON_WITH_EXCLUSION"

            package var doc: String {
                switch self {
                case .off: "Nowhere."
                case .on: "Everywhere."
                case .onWithInclusion: "Only in what `inclusion` names."
                case .onWithExclusion: "Everywhere but in what `exclusion` names."
                }
            }
        }
    }
}
