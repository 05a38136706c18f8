package import Schema

/// One rule for HTTP traffic: which requests, and what becomes of them.
package struct HTTPRoute: Message {
    package static let schema = Schema(
        HTTPRoute(), "One rule for HTTP traffic: which requests, and what becomes of them.")

    package init() {}

    package let name = Field<String>("Name for statistics and access logs.", .since("1.3"))
    package let match = Field<[HTTPMatchRequest]>(
        "Conditions, of which one must hold; none means all requests.")
    package let route = Field<[HTTPRouteDestination]>("Destinations that share the requests by weight.")
    package let redirect = Field<HTTPRedirect>("Answers with a redirect instead of forwarding.")
    package let directResponse = Field<HTTPDirectResponse>(
        "Answers with a fixed status and body.", .since("1.15"))
    package let delegate = Field<Delegate>(
        "Another virtual service that holds the routes for what matches here.", .since("1.6"))
    package let rewrite = Field<HTTPRewrite>("Changes to path or authority before forwarding.")
    package let timeout = Field<Duration>(
        "Time for the whole request, retries included; no limit if absent.", .minimumMilliseconds(1))
    package let retries = Field<HTTPRetry>("When and how often a failed request is tried again.")
    package let fault = Field<HTTPFaultInjection>("Faults to inject on the way to the destination.")
    package let mirror = Field<Destination>(
        "A destination that gets copies of the requests, whose answers are dropped.")
    package let mirrors = Field<[HTTPMirrorPolicy]>(
        "Destinations that get copies of the requests, each with its share.", .since("1.19"))
    package let mirrorPercent = Field<UInt32Value>(
        "Share of the requests to mirror, in whole percent.", .since("1.4"),
        .deprecated("use `mirrorPercentage`"))
    /// The CRD knows this one name in snake case too.
    package let mirror_percent = Field<UInt32Value>(
        "Share of the requests to mirror, in whole percent.", .since("1.4"),
        .deprecated("use `mirrorPercentage`"))
    package let mirrorPercentage = Field<Percent>(
        "Share of the requests to mirror, all if absent.", .since("1.5"))
    package let corsPolicy = Field<CorsPolicy>("Cross-origin requests that browsers may make.")
    package let headers = Field<Headers>("Headers to set, add and remove.", .since("1.1"))
}

/// A destination of HTTP requests with its share.
package struct HTTPRouteDestination: Message {
    package static let schema = Schema(
        HTTPRouteDestination(), "A destination of HTTP requests with its share.")

    package init() {}

    package let destination = Field<Destination>("The service to forward to.", .required)
    package let weight = Field<Int32>(
        "Share in proportion to the other weights; all traffic if there is one destination.")
    package let headers = Field<Headers>("Headers to set, add and remove for this destination.")
}

/// A destination that gets copies of requests.
package struct HTTPMirrorPolicy: Message {
    package static let schema = Schema(HTTPMirrorPolicy(), "A destination that gets copies of requests.")

    package init() {}

    package let destination = Field<Destination>("The service that gets the copies.", .required)
    package let percentage = Field<Percent>("Share of the requests to copy, all if absent.")
}

/// A virtual service that takes over.
package struct Delegate: Message {
    package static let schema = Schema(Delegate(), "A virtual service that takes over.")

    package init() {}

    package let name = Field<String>("Name of the virtual service.")
    package let namespace = Field<String>("Its namespace, the delegating one's if absent.")
}
