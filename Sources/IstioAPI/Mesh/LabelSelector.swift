package import Schema

/// Objects by their labels, as Kubernetes selects them; what is given must all hold.
package struct LabelSelector: Message {
    package static let schema = Schema(
        LabelSelector(), "Objects by their labels, as Kubernetes selects them; what is given must all hold.")

    package init() {}

    package let matchLabels = Field<[String: String]>("Labels with their values.", .protoName("matchLabels"))
    package let matchExpressions = Field<[Requirement]>(
        "Conditions on labels.", .protoName("matchExpressions"))

    /// A condition on a label.
    package struct Requirement: Message {
        package static let schema = Schema(
            Requirement(), "A condition on a label.", name: "LabelSelectorRequirement")

        package init() {}

        package let key = Field<String>("Name of the label.")
        package let `operator` = Field<String>("In, NotIn, Exists or DoesNotExist.")
        package let values = Field<[String]>("Values for In and NotIn.")
    }
}
