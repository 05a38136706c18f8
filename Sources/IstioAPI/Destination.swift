package import Schema

/// Where traffic goes once routed.
package struct Destination: Message {
    package static let schema = Schema(Destination(), "Where traffic goes once routed.")

    package init() {}

    package let host = Field<String>(
        "Name of a service in the registry; short names are completed with this object's namespace.",
        .required)
    package let subset = Field<String>("A subset that a destination rule declares.")
    package let port = Field<PortSelector>("Port to address, needed if the service has several.")
}

/// A port by its number.
package struct PortSelector: Message {
    package static let schema = Schema(PortSelector(), "A port by its number.")

    package init() {}

    package let number = Field<UInt32>("The port's number.")
}
