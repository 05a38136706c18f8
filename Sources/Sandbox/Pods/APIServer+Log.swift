import YAML

extension APIServer {
    /// The log of a container of a pod (core/v1 PodLogOptions).
    func log(_ target: APITarget, _ request: APIRequest) async throws -> APIResponse {
        guard request.method == "GET" else { throw APIFailure.method }
        let container = try container(target, named: request.query["container"])
        var options = LogOptions()
        options.follows = request.flag("follow")
        options.isPrevious = request.flag("previous")
        options.hasTimestamps = request.flag("timestamps")
        options.tailLines = try Self.count("tailLines", request)
        options.limitBytes = try Self.count("limitBytes", request)
        if let seconds = try Self.count("sinceSeconds", request) {
            options.since = Timestamp.now() - Int64(seconds)
        }
        if let text = request.query["sinceTime"] {
            guard let time = Timestamp.seconds(text) else {
                throw APIFailure.badRequest("sinceTime \"\(text)\" is no time such as 2018-04-01T10:00:00Z")
            }
            options.since = time
        }
        var response = APIResponse(stream: try await podRuntime().log(of: container, options))
        response.contentType = "text/plain"
        return response
    }

    private static func count(_ name: String, _ request: APIRequest) throws(APIFailure) -> Int? {
        guard let text = request.query[name] else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw .badRequest("\(name) \"\(text)\" must be a number that is not negative")
        }
        return number
    }

    /// What runs pods here; an error where nothing does.
    func podRuntime() throws(APIFailure) -> any PodRuntime {
        guard let runtime = runtime.withLock({ $0 }) else { throw .noRuntime }
        return runtime
    }

    /// The container that a request means: the one that it names, the pod's default, or the only one.
    func container(_ target: APITarget, named wanted: String?) throws -> ContainerReference {
        let name = target.name ?? ""
        guard let stored = try store.get(target.key(name)) else {
            throw APIFailure.notFound(target.kind, name)
        }
        let pod = PodContainers(try JSONReader.node(stored.body))
        return ContainerReference(pod: stored.key, name: try pod.chosen(wanted))
    }
}
