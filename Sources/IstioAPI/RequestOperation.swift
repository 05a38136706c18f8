package import Schema

/// Operations; all parts must match, and none of the negative ones.
package struct RequestOperation: Message {
    package static let schema = Schema(
        RequestOperation(), "Operations; all parts must match, and none of the negative ones.",
        name: "Operation")

    package init() {}

    package let hosts = Field<[String]>("Hosts that requests ask for, in any case.")
    package let notHosts = Field<[String]>("Hosts that are not meant.", .since("1.5"))
    package let ports = Field<[String]>("Ports that requests arrive at, as texts.")
    package let notPorts = Field<[String]>("Ports that are not meant.", .since("1.5"))
    package let methods = Field<[String]>("Methods of HTTP; for gRPC always POST.")
    package let notMethods = Field<[String]>("Methods that are not meant.", .since("1.5"))
    package let paths = Field<[String]>("Paths, also with `*` at one end, or with `{*}` and `{**}` as parts.")
    package let notPaths = Field<[String]>("Paths that are not meant.", .since("1.5"))
}
