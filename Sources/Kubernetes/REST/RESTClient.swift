import YAML

/// Sends requests and reads answers: deadlines, retries, credentials and limits, for any path of the API.
struct RESTClient: Sendable {
    let server: String
    let session: Session
    let settings: RESTSettings

    /// The whole answer to a request; `ClusterError` for every answer that is no success.
    func send(_ request: HTTPRequest, _ subject: APIStatus.Subject? = nil) async throws -> Node {
        try await translating {
            try await Deadline.run(
                settings.requestTimeout ?? settings.stallTimeout,
                orThrow: ClusterError.timedOut(server: server)
            ) {
                let response = try await begin(request, subject)
                return try node(try await collect(response, request), response, subject)
            }
        }
    }

    /// The body of the answer to a request, whatever it is.
    func bytes(_ request: HTTPRequest) async throws -> [UInt8] {
        try await translating {
            try await Deadline.run(
                settings.requestTimeout ?? settings.stallTimeout,
                orThrow: ClusterError.timedOut(server: server)
            ) { try await collect(try await begin(request, nil), request) }
        }
    }

    /// The answer to a request as it begins; its status is a success.
    func open(_ request: HTTPRequest, _ subject: APIStatus.Subject?) async throws -> HTTPResponse {
        try await translating {
            try await Deadline.run(
                settings.requestTimeout ?? settings.stallTimeout,
                orThrow: ClusterError.timedOut(server: server)
            ) { try await begin(request, subject) }
        }
    }

    /// Tries until there is a success, an error that stays, or no tries are left.
    private func begin(_ request: HTTPRequest, _ subject: APIStatus.Subject?) async throws -> HTTPResponse {
        var attempt = 0
        var hasRenewed = false
        while true {
            let failure: RetryPolicy.Failure
            let error: any Error
            do {
                let session = try await self.session.prepare()
                let response = try await once(request, session)
                if (200...299).contains(response.status) { return response }
                let body = try await collect(response, request)
                let status = APIStatus(response, body, subject, method: request.method)
                if response.status == 401, !hasRenewed, await self.session.renew(after: session.version) {
                    hasRenewed = true
                    settings.log?.note("the credentials were refused; renewing them")
                    continue
                }
                failure = .status(response.status, retryAfter: status.retryAfter)
                error = ClusterError.status(status)
            } catch let lost as TransportError {
                guard case .cutShort(_, beforeAnswer: true) = lost else { throw lost }
                failure = .connectionLost
                error = lost
            }
            guard let wait = settings.retries.wait(after: failure, request.method, attempt: attempt) else {
                throw error
            }
            attempt += 1
            report(failure, wait, attempt)
            try await Task.sleep(for: wait)
        }
    }

    private func once(_ request: HTTPRequest, _ session: Session.Prepared) async throws -> HTTPResponse {
        var request = request
        request.headers += settings.headers(for: request) + session.headers
        settings.log?.sending(request, to: server)
        let start = ContinuousClock.now
        let response = try await session.transport.send(request)
        settings.log?.received(
            response.status, for: request, from: server, after: ContinuousClock.now - start)
        for header in response.headers where header.name.lowercased() == "warning" {
            settings.warn(Self.warning(header.value))
        }
        return response
    }

    private func report(_ failure: RetryPolicy.Failure, _ wait: Duration, _ attempt: Int) {
        let seconds = Int(wait.components.seconds) + 1
        switch failure {
        case .status(_, retryAfter: .some(let asked)) where asked > 0:
            settings.progress("the server asked to wait; trying again in \(seconds) s (try \(attempt + 1))")
        case .status(let code, _):
            settings.progress(
                "the server answered \(code); trying again in \(seconds) s (try \(attempt + 1))")
        case .connectionLost:
            settings.progress("the connection was lost; trying again in \(seconds) s (try \(attempt + 1))")
        }
    }

    private func collect(_ response: HTTPResponse, _ request: HTTPRequest) async throws -> [UInt8] {
        var body: [UInt8] = []
        for try await chunk in response.body {
            guard body.count + chunk.count <= settings.sizeLimit else {
                throw TransportError.malformed("it is larger than \(settings.sizeLimit) bytes")
            }
            body += chunk
        }
        // A cancelled stream ends as if the answer were complete.
        try Task.checkCancellation()
        settings.log?.received(body, for: request)
        return body
    }

    private func node(_ body: [UInt8], _ response: HTTPResponse, _ subject: APIStatus.Subject?) throws -> Node
    {
        let node: Node
        do {
            node = try JSONReader.node(body)
        } catch {
            let kind = response.header("Content-Type") ?? "no content type"
            throw TransportError.malformed(
                body.isEmpty ? "it is empty" : "it is not valid JSON (\(body.count) bytes of \(kind))")
        }
        if node["kind"]?.string == "Status", node["status"]?.string == "Failure" {
            throw ClusterError.status(APIStatus(status: node, code: response.status))
        }
        return node
    }

    /// Lets only `ClusterError` and `CancellationError` out.
    func translating<Result>(_ work: () async throws -> Result) async throws -> Result {
        do {
            return try await work()
        } catch let error as TransportError {
            throw error.clusterError(server: server)
        }
    }

    /// The text within `299 - "text"`.
    private static func warning(_ header: String) -> String {
        guard let first = header.firstIndex(of: "\""), let last = header.lastIndex(of: "\""), first < last
        else { return header }
        return String(header[header.index(after: first)..<last])
    }
}

extension TransportError {
    func clusterError(server: String) -> ClusterError {
        switch self {
        case .unreachable(let reason): .unreachable(server: server, reason: reason)
        case .cutShort(let reason, beforeAnswer: true): .unreachable(server: server, reason: reason)
        case .cutShort(let reason, beforeAnswer: false):
            .malformed(server: server, reason: "it was cut short: \(reason)")
        case .timedOut: .timedOut(server: server)
        case .malformed(let reason): .malformed(server: server, reason: reason)
        }
    }
}
