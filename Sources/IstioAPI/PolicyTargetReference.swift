package import Schema

/// An object that a policy is attached to.
package struct PolicyTargetReference: Message {
    package static let schema = Schema(PolicyTargetReference(), "An object that a policy is attached to.")

    package init() {}

    package let group = Field<String>(
        "API group of the object; empty for the core API.", .atMost(253),
        .pattern(#"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"#))
    package let kind = Field<String>(
        "Kind of the object: Gateway, GatewayClass, Service or ServiceEntry.", .required, .atLeast(1),
        .atMost(63), .pattern("^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$"))
    package let name = Field<String>("Name of the object.", .required, .atLeast(1), .atMost(253))
    package let namespace = Field<String>("Must be empty: the object is in the policy's namespace.")
}
