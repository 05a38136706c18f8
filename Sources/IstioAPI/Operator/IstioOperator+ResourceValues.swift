package import Schema

extension IstioOperator.Values {
    /// Resources of containers.
    package struct Resources: Message {
        package static let schema = Schema(Resources(), "Resources of containers.", hasSnakeCase: false)

        package init() {}

        package let limits = Field<[String: String]>("Most that is given.")
        package let requests = Field<[String: String]>("What is reserved.")
    }

    /// Use to aim at when scaling.
    package struct TargetUtilizationConfig: Message {
        package static let schema = Schema(
            TargetUtilizationConfig(), "Use to aim at when scaling.", hasSnakeCase: false)

        package init() {}

        package let targetAverageUtilization = Field<Int32>("Mean use in percent.")
    }

    /// Budgets of disruption.
    package struct DefaultPodDisruptionBudgetConfig: Message {
        package static let schema = Schema(
            DefaultPodDisruptionBudgetConfig(), "Budgets of disruption.", hasSnakeCase: false)

        package init() {}

        package let enabled = Field<BoolValue>("Whether it is used.")
    }

    /// Resources of all containers.
    package struct DefaultResourcesConfig: Message {
        package static let schema = Schema(
            DefaultResourcesConfig(), "Resources of all containers.", hasSnakeCase: false)

        package init() {}

        package let requests = Field<ResourcesRequestsConfig>("What is reserved.")
    }

    /// What is reserved.
    package struct ResourcesRequestsConfig: Message {
        package static let schema = Schema(
            ResourcesRequestsConfig(), "What is reserved.", hasSnakeCase: false)

        package init() {}

        package let cpu = Field<String>("CPU.")
        package let memory = Field<String>("Memory.")
    }

    /// Preference for architectures, from 0 for never to 3 for most.
    package struct ArchConfig: Message {
        package static let schema = Schema(
            ArchConfig(), "Preference for architectures, from 0 for never to 3 for most.",
            hasSnakeCase: false)

        package init() {}

        package let amd64 = Field<UInt32>("x86-64.")
        package let ppc64le = Field<UInt32>("POWER.")
        package let s390x = Field<UInt32>("Z.")
        package let arm64 = Field<UInt32>("ARM.")
    }
}
