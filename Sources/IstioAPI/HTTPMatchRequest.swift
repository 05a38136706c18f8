package import Schema

/// Conditions on one HTTP request that must all hold.
package struct HTTPMatchRequest: Message {
    package static let schema = Schema(
        HTTPMatchRequest(), "Conditions on one HTTP request that must all hold.")

    package init() {}

    package let name = Field<String>("Name for statistics and access logs.", .since("1.3"))
    package let uri = Field<StringMatch>("Path of the request.")
    package let scheme = Field<StringMatch>("Scheme of the request's URI.")
    package let method = Field<StringMatch>("Method of the request.")
    package let authority = Field<StringMatch>("Host that the request names.")
    package let headers = Field<[String: StringMatch]>("Headers of the request, by lower-case name.")
    package let port = Field<UInt32>("Port that is addressed.")
    package let sourceLabels = Field<[String: String]>(
        "Labels of the calling workload; only for routes in the mesh.")
    package let gateways = Field<[String]>(
        "Gateways to which the condition applies, instead of the service's.")
    package let queryParams = Field<[String: StringMatch]>("Parameters of the query, by name.", .since("1.2"))
    package let ignoreUriCase = Field<Bool>(
        "Compares `uri` regardless of case, for exact and prefix matches.", .since("1.3"))
    package let withoutHeaders = Field<[String: StringMatch]>(
        "Headers that the request must lack, or have with other values.", .since("1.6"))
    package let sourceNamespace = Field<String>("Namespace of the calling workload.", .since("1.6"))
    package let statPrefix = Field<String>("Prefix of the statistics that this route emits.", .since("1.15"))
}
