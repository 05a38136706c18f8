package import Schema
import YAML

extension Legacy.VirtualService {
    /// One rule for HTTP traffic.
    package struct HTTPRoute: Message {
        package static let schema = Schema(
            HTTPRoute(), "One rule for HTTP traffic.", name: "v1alpha3.HTTPRoute")

        package init() {}

        package let match = Field<[HTTPMatchRequest]>("Conditions of which one must hold, none if absent.")
        package let route = Field<[DestinationWeight]>("The destinations that share the traffic.")
        package let redirect = Field<HTTPRedirect>("Answers with a redirect instead of forwarding.")
        package let rewrite = Field<HTTPRewrite>("Changes the path or host before forwarding.")
        package let websocketUpgrade = Field<Bool>(
            "Lets clients switch to WebSocket on this route.", default: false)
        package let timeout = Field<Duration>("Time for the whole request, at least 1ms.")
        package let retries = Field<HTTPRetry>("How failed requests are tried again.")
        package let fault = Field<HTTPFaultInjection>("Delays and errors made on purpose.")
        package let mirror = Field<Destination>(
            "A destination that receives a copy of each request and whose answers are dropped.")
        package let corsPolicy = Field<CorsPolicy>("Which other origins may call from a browser.")
        package let appendHeaders = Field<[String: String]>("Headers added to each request.")
    }

    /// What an HTTP request must look like, in all points given.
    package struct HTTPMatchRequest: Message {
        package static let schema = Schema(
            HTTPMatchRequest(), "What an HTTP request must look like, in all points given.",
            name: "v1alpha3.HTTPMatchRequest")

        package init() {}

        package let uri = Field<StringMatch>("Condition on the path.")
        package let scheme = Field<StringMatch>("Condition on the scheme.")
        package let method = Field<StringMatch>("Condition on the method.")
        package let authority = Field<StringMatch>("Condition on the host asked for.")
        package let headers = Field<[String: StringMatch]>("Conditions by header in lower case.")
        package let port = Field<PortSelector>(
            "Port that the client called, which Istio 0.7.1 does not support.")
        package let sourceLabels = Field<[String: String]>("Labels that the calling pod carries.")
        package let gateways = Field<[String]>(
            "Gateways for which the rule holds, in place of the virtual service's.")
    }

    /// Where a client is sent instead.
    package struct HTTPRedirect: Message {
        package static let schema = Schema(
            HTTPRedirect(), "Where a client is sent instead.", name: "v1alpha3.HTTPRedirect")

        package init() {}

        package let uri = Field<String>("Path that replaces the request's.")
        package let authority = Field<String>("Host that replaces the request's.")
    }

    /// What is changed in a request before it is forwarded.
    package struct HTTPRewrite: Message {
        package static let schema = Schema(
            HTTPRewrite(), "What is changed in a request before it is forwarded.",
            name: "v1alpha3.HTTPRewrite")

        package init() {}

        package let uri = Field<String>("Path, or the matched prefix of it, to put in place.")
        package let authority = Field<String>("Host to put in place.")
    }

    /// A condition on a text.
    package struct StringMatch: Message {
        package static let schema = Schema(
            StringMatch(), "A condition on a text.", name: "v1alpha3.StringMatch")

        package init() {}

        package let exact = Field<String>("The whole text.", .oneOf("match_type"))
        package let prefix = Field<String>("How the text begins.", .oneOf("match_type"))
        package let regex = Field<String>("A regular expression for the whole text.", .oneOf("match_type"))
    }

    /// How failed requests are tried again.
    package struct HTTPRetry: Message {
        package static let schema = Schema(
            HTTPRetry(), "How failed requests are tried again.", name: "v1alpha3.HTTPRetry")

        package init() {}

        package let attempts = Field<Int32>("How often a request is tried again.", .expected)
        package let perTryTimeout = Field<Duration>("Time for each attempt, at least 1ms.")
    }

    /// Which other origins may call from a browser.
    package struct CorsPolicy: Message {
        package static let schema = Schema(
            CorsPolicy(), "Which other origins may call from a browser.", name: "v1alpha3.CorsPolicy")

        package init() {}

        package let allowOrigin = Field<[String]>("Origins that may call, `*` for all.")
        package let allowMethods = Field<[String]>("HTTP methods that may be used.")
        package let allowHeaders = Field<[String]>("Headers that requests may carry.")
        package let exposeHeaders = Field<[String]>("Headers that scripts may read.")
        package let maxAge = Field<Duration>("How long browsers may remember the answer, in whole seconds.")
        package let allowCredentials = Field<BoolValue>("Whether cookies and the like may be sent.")
    }

    /// Delays and errors made on purpose for HTTP requests.
    package struct HTTPFaultInjection: Message {
        package static let schema = Schema(
            HTTPFaultInjection(), "Delays and errors made on purpose for HTTP requests.",
            name: "v1alpha3.HTTPFaultInjection")

        package init() {}

        package let delay = Field<Delay>("Holds requests back.")
        package let abort = Field<Abort>("Answers with an error instead of forwarding.")

        /// Holds requests back, as a slow network would.
        package struct Delay: Message {
            package static let schema = Schema(
                Delay(), "Holds requests back, as a slow network would.",
                name: "v1alpha3.HTTPFaultInjection_Delay")

            package init() {}

            package let percent = Field<Int32>("Share of the requests to delay, 0 to 100.")
            package let fixedDelay = Field<Duration>(
                "How long to wait, at least 1ms.", .expected, .oneOf("http_delay_type"))
            package let exponentialDelay = Field<Duration>(
                "A delay that varies, which Istio 0.7.1 does not support.", .oneOf("http_delay_type"))
        }

        /// Answers with an error, as a failing service would.
        package struct Abort: Message {
            package static let schema = Schema(
                Abort(), "Answers with an error, as a failing service would.",
                name: "v1alpha3.HTTPFaultInjection_Abort")

            package init() {}

            package let percent = Field<Int32>("Share of the requests to abort, 0 to 100.")
            package let httpStatus = Field<Int32>(
                "The HTTP status of the answer.", .expected, .oneOf("error_type"))
            package let grpcStatus = Field<String>(
                "A gRPC status, which Istio 0.7.1 does not support.", .oneOf("error_type"))
            package let http2Error = Field<String>(
                "An HTTP/2 error, which Istio 0.7.1 does not support.", .oneOf("error_type"))
        }
    }
}
