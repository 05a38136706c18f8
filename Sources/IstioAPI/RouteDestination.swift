package import Schema

/// A destination of connections with its share.
package struct RouteDestination: Message {
    package static let schema = Schema(RouteDestination(), "A destination of connections with its share.")

    package init() {}

    package let destination = Field<Destination>("The service to forward to.", .required)
    package let weight = Field<Int32>(
        "Share in proportion to the other weights; all traffic if there is one destination.")
}
