package import Schema
import YAML

extension MeshConfig.ExtensionProvider {
    /// How much of a request's body is sent along.
    package struct EnvoyExternalAuthorizationRequestBody: Message {
        package static let schema = Schema(
            EnvoyExternalAuthorizationRequestBody(), "How much of a request's body is sent along.")

        package init() {}

        package let maxRequestBytes = Field<UInt32>("Most bytes.")
        package let allowPartialMessage = Field<Bool>(
            "Sends the beginning of larger bodies, instead of refusing them.")
        package let packAsBytes = Field<Bool>("Sends bytes rather than text.")
    }

    /// Authorization over HTTP.
    package struct EnvoyExternalAuthorizationHttpProvider: Message {
        package static let schema = Schema(
            EnvoyExternalAuthorizationHttpProvider(), "Authorization over HTTP.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let timeout = Field<Duration>("Time for a decision, 600s if absent.", .since("1.10"))
        package let pathPrefix = Field<String>("Put before the path of the request; begins with a slash.")
        package let failOpen = Field<Bool>(
            "Lets requests pass when the service does not answer.", default: false)
        package let clearRouteCache = Field<Bool>(
            "Looks for a route again after the decision.", .since("1.25"), default: false)
        package let statusOnError = Field<String>(
            "Status of the answer when the service does not answer, 403 if absent.")
        package let includeHeadersInCheck = Field<[String]>(
            "Headers of the request to send along.", .deprecated("use `includeRequestHeadersInCheck`"))
        package let includeRequestHeadersInCheck = Field<[String]>(
            "Headers of the request to send along; `*` in front or at the end matches more.", .since("1.10"))
        package let includeAdditionalHeadersInCheck = Field<[String: String]>(
            "Headers to add, with their values.", .since("1.10"))
        package let includeRequestBodyInCheck = Field<EnvoyExternalAuthorizationRequestBody>(
            "How much of the body is sent along.", .since("1.10"))
        package let headersToUpstreamOnAllow = Field<[String]>(
            "Headers of the decision that go to the application.")
        package let headersToDownstreamOnDeny = Field<[String]>("Headers of a refusal that go to the caller.")
        package let headersToDownstreamOnAllow = Field<[String]>(
            "Headers of a permission that go to the caller.", .since("1.14"))
    }

    /// Authorization over gRPC.
    package struct EnvoyExternalAuthorizationGrpcProvider: Message {
        package static let schema = Schema(
            EnvoyExternalAuthorizationGrpcProvider(), "Authorization over gRPC.")

        package init() {}

        package let service = Field<String>("Name of the service, maybe with `NAMESPACE/` before it.")
        package let port = Field<UInt32>("Port of the service.")
        package let timeout = Field<Duration>("Time for a decision, 600s if absent.", .since("1.10"))
        package let failOpen = Field<Bool>(
            "Lets requests pass when the service does not answer.", default: false)
        package let clearRouteCache = Field<Bool>(
            "Looks for a route again after the decision.", .since("1.25"), default: false)
        package let statusOnError = Field<String>(
            "Status of the answer when the service does not answer, 403 if absent.")
        package let includeRequestBodyInCheck = Field<EnvoyExternalAuthorizationRequestBody>(
            "How much of the body is sent along.", .since("1.10"))
    }
}
