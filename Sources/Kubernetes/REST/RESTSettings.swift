/// How requests are sent, apart from where to.
package struct RESTSettings: Sendable {
    /// `istioctl/VERSION (linux/amd64)`.
    package var userAgent = "istioctl"
    /// The whole time of one request, retries included; nil leaves it to `stallTimeout`.
    package var requestTimeout: Duration?
    /// The same where the user set no limit: servers end their own work on a request after 60 seconds.
    package var stallTimeout = Duration.seconds(90)
    /// Bytes of one answer, uncompressed.
    package var sizeLimit = 256 << 20
    package var retries = RetryPolicy.standard
    package var disablesCompression = false
    package var log: RequestLog?
    /// Told, on stderr, why a request takes longer.
    package var progress: @Sendable (String) -> Void = { _ in }
    /// Told the warnings that servers attach to answers.
    package var warn: @Sendable (String) -> Void = { _ in }

    package init() {}

    func headers(for request: HTTPRequest) -> [HTTPHeader] {
        var headers = [HTTPHeader("Accept", "application/json"), HTTPHeader("User-Agent", userAgent)]
        // Events must come one by one, not when a compressor has gathered enough.
        if !disablesCompression && !request.isWatch { headers.append(HTTPHeader("Accept-Encoding", "gzip")) }
        return headers
    }
}
