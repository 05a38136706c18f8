package import Schema

extension KubernetesAPI {
    /// Where pods may run.
    package struct Affinity: Message {
        package static let schema = Schema(Affinity(), "Where pods may run.", hasSnakeCase: false)

        package init() {}

        package let nodeAffinity = Field<NodeAffinity>("Nodes to run on.")
        package let podAffinity = Field<PodAffinity>("Pods to run near.")
        package let podAntiAffinity = Field<PodAffinity>("Pods to stay away from.")
    }

    /// Nodes to run on.
    package struct NodeAffinity: Message {
        package static let schema = Schema(NodeAffinity(), "Nodes to run on.", hasSnakeCase: false)

        package init() {}

        package let requiredDuringSchedulingIgnoredDuringExecution = Field<NodeSelector>(
            "Nodes that will do.")
        package let preferredDuringSchedulingIgnoredDuringExecution = Field<[PreferredNodes]>(
            "Nodes that are better.")
    }

    /// Nodes that are better than others.
    package struct PreferredNodes: Message {
        package static let schema = Schema(
            PreferredNodes(), "Nodes that are better than others.", hasSnakeCase: false)

        package init() {}

        package let weight = Field<Int32>("How much better, from 1 to 100.")
        package let preference = Field<NodeSelectorTerm>("The nodes.")
    }

    /// Nodes, by terms of which one must hold.
    package struct NodeSelector: Message {
        package static let schema = Schema(
            NodeSelector(), "Nodes, by terms of which one must hold.", hasSnakeCase: false)

        package init() {}

        package let nodeSelectorTerms = Field<[NodeSelectorTerm]>("The terms.")
    }

    /// Nodes, by conditions that must all hold.
    package struct NodeSelectorTerm: Message {
        package static let schema = Schema(
            NodeSelectorTerm(), "Nodes, by conditions that must all hold.", hasSnakeCase: false)

        package init() {}

        package let matchExpressions = Field<[LabelSelector.Requirement]>("Conditions on labels.")
        package let matchFields = Field<[LabelSelector.Requirement]>("Conditions on fields.")
    }

    /// Pods, near or far.
    package struct PodAffinity: Message {
        package static let schema = Schema(PodAffinity(), "Pods, near or far.", hasSnakeCase: false)

        package init() {}

        package let requiredDuringSchedulingIgnoredDuringExecution = Field<[PodAffinityTerm]>(
            "What must hold.")
        package let preferredDuringSchedulingIgnoredDuringExecution = Field<[PreferredPods]>(
            "What is better.")
    }

    /// Pods that it is better to be near to, or far from.
    package struct PreferredPods: Message {
        package static let schema = Schema(
            PreferredPods(), "Pods that it is better to be near to, or far from.", hasSnakeCase: false)

        package init() {}

        package let weight = Field<Int32>("How much better, from 1 to 100.")
        package let podAffinityTerm = Field<PodAffinityTerm>("The pods.")
    }

    /// Pods, and what counts as the same place.
    package struct PodAffinityTerm: Message {
        package static let schema = Schema(
            PodAffinityTerm(), "Pods, and what counts as the same place.", hasSnakeCase: false)

        package init() {}

        package let labelSelector = Field<LabelSelector>("The pods.")
        package let namespaces = Field<[String]>("Namespaces of the pods.")
        package let topologyKey = Field<String>("Label of nodes whose value makes a place.")
        package let namespaceSelector = Field<LabelSelector>("Namespaces of the pods.")
        package let matchLabelKeys = Field<[String]>("Labels whose values are those of the pod itself.")
        package let mismatchLabelKeys = Field<[String]>(
            "Labels whose values are not those of the pod itself.")
    }

    /// A taint that is tolerated.
    package struct Toleration: Message {
        package static let schema = Schema(Toleration(), "A taint that is tolerated.", hasSnakeCase: false)

        package init() {}

        package let key = Field<String>("Key of the taint.")
        package let `operator` = Field<String>("Exists or Equal.")
        package let value = Field<String>("Value of the taint.")
        package let effect = Field<String>("Effect of the taint, any if absent.")
        package let tolerationSeconds = Field<Int64>("Seconds for which it is tolerated.")
    }

    /// How pods are spread.
    package struct TopologySpreadConstraint: Message {
        package static let schema = Schema(
            TopologySpreadConstraint(), "How pods are spread.", hasSnakeCase: false)

        package init() {}

        package let maxSkew = Field<Int32>("How uneven the spread may be.")
        package let topologyKey = Field<String>("Label of nodes whose value makes a place.")
        package let whenUnsatisfiable = Field<String>("DoNotSchedule or ScheduleAnyway.")
        package let labelSelector = Field<LabelSelector>("The pods that count.")
        package let minDomains = Field<Int32>("Fewest places.")
        package let nodeAffinityPolicy = Field<String>("Honor or Ignore.")
        package let nodeTaintsPolicy = Field<String>("Honor or Ignore.")
        package let matchLabelKeys = Field<[String]>("Labels whose values are those of the pod itself.")
    }
}
