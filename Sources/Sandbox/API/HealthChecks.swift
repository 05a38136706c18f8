/// `/healthz`, `/livez` and `/readyz`: all checks together, told one by one when asked, or one by its name.
struct HealthChecks {
    let store: SandboxStore

    private static let names = ["ping", "store"]

    /// nil for a check that there is none of.
    func response(to request: APIRequest) -> APIResponse? {
        let path = request.path
        guard let endpoint = path.first, path.count <= 2 else { return nil }
        if path.count == 2 {
            guard Self.names.contains(path[1]) else { return nil }
            return passes(path[1]) ? APIResponse(text: "ok") : failed("internal server error: \(path[1])\n")
        }
        let wanted = Self.names.filter { $0 != request.query["exclude"] }
        let results = wanted.map { ($0, passes: passes($0)) }
        let isWell = results.allSatisfy(\.passes)
        guard request.query["verbose"] != nil || !isWell else { return APIResponse(text: "ok") }
        let lines = results.map { $0.passes ? "[+]\($0.0) ok\n" : "[-]\($0.0) failed: reason withheld\n" }
        let text = lines.joined() + "\(endpoint) check \(isWell ? "passed" : "failed")\n"
        return isWell ? APIResponse(text: text) : failed(text)
    }

    private func failed(_ text: String) -> APIResponse {
        var response = APIResponse(text: text)
        response.status = 500
        return response
    }

    private func passes(_ check: String) -> Bool {
        check == "ping" || (try? store.revision()) != nil
    }
}
