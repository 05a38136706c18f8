import Injection
import Kubernetes
import Serving
import Synchronization

/// A webhook between its files and its server: answers requests, counts them, and follows what changes.
final class WebhookService: Sendable {
    let identity: TLSIdentity

    private let files: InjectorFiles
    private let revision: String
    private let usesNativeSidecars: Bool
    private let logsRequests: Bool
    private let world: World
    private let state: Mutex<State>

    /// How often files are looked at.
    private static let interval = Duration.seconds(1)

    private struct State {
        var webhook: InjectionWebhook
        var metrics = InjectionMetrics()
        /// The contents that were read last, in use or not.
        var settings: InjectorFiles.Settings
        var credentials: InjectorFiles.Credentials
        /// What was said last about files that cannot be read.
        var complaint: String?
    }

    /// Reads all files; one that is missing or broken is a failure here.
    init(
        _ files: InjectorFiles, revision: String, usesNativeSidecars: Bool, logsRequests: Bool, _ world: World
    ) throws {
        self.files = files
        self.revision = revision
        self.usesNativeSidecars = usesNativeSidecars
        self.logsRequests = logsRequests
        self.world = world
        let settings = try files.settings(world.environment.files)
        let credentials = try files.credentials(world.environment.files)
        let injection = try InjectorFiles.injection(
            settings, revision: revision, usesNativeSidecars: usesNativeSidecars)
        do {
            identity = try TLSIdentity(certificate: credentials.certificate, key: credentials.key)
        } catch {
            throw Failure("\(files.certificate), \(files.key): \(error.description)", code: .badInput)
        }
        state = Mutex(
            State(webhook: InjectionWebhook(injection), settings: settings, credentials: credentials))
    }

    // MARK: Requests

    func answer(_ request: ServedRequest) -> ServedResponse {
        let path = Self.path(request.target)
        if request.method == "GET" || request.method == "HEAD" {
            switch path {
            case "/healthz", "/readyz": return ServedResponse(200, "ok")
            case "/metrics":
                let text = state.withLock(\.metrics).text
                return ServedResponse(
                    200, contentType: "text/plain; version=0.0.4; charset=utf-8", Array(text.utf8))
            default: break
            }
        }
        let start = ContinuousClock.now
        let webhook = state.withLock(\.webhook)
        let call = InjectionWebhook.Call(path: path, contentType: request.contentType, body: request.body)
        guard let answer = webhook.answer(call) else { return ServedResponse(404, "404 page not found") }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        state.withLock { $0.metrics.count(answer.outcome, seconds: seconds) }
        log(answer.outcome)
        return ServedResponse(answer.status, contentType: answer.contentType, answer.body)
    }

    private static func path(_ target: String) -> String {
        PercentEncoding.decode(String(target.prefix { $0 != "?" }))
    }

    private func log(_ outcome: InjectionWebhook.Outcome) {
        switch outcome {
        case .failed(let pod, let message):
            world.note("refused \((pod ?? "a review").escapingControls): \(message.escapingControls)")
        case .refused(let message): world.note("refused a request: \(message)")
        case .injected(let pod) where logsRequests: world.note("injected \(pod.escapingControls)")
        case .skipped(let pod, let reason) where logsRequests:
            world.note("skipped \(pod.escapingControls): \(reason.sentence)")
        case .injected, .skipped: break
        }
    }

    // MARK: Files

    /// Looks at the files until the task is cancelled.
    func followFiles() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.interval)
            readAgain()
        }
    }

    /// Takes up what has changed; what is broken leaves everything as it was, and is said once.
    func readAgain() {
        do throws(Failure) {
            try readSettings()
            try readCredentials()
            state.withLock { $0.complaint = nil }
        } catch {
            complain(error.message ?? "files cannot be read")
        }
    }

    private func readSettings() throws(Failure) {
        let settings = try files.settings(world.environment.files)
        guard settings != state.withLock(\.settings) else { return }
        state.withLock { $0.settings = settings }
        let injection = try InjectorFiles.injection(
            settings, revision: revision, usesNativeSidecars: usesNativeSidecars)
        state.withLock {
            $0.webhook = InjectionWebhook(injection)
            $0.metrics.countReload(isGood: true)
        }
        world.note("the configuration has changed and is in use")
    }

    private func readCredentials() throws(Failure) {
        let credentials = try files.credentials(world.environment.files)
        guard credentials != state.withLock(\.credentials) else { return }
        state.withLock { $0.credentials = credentials }
        do throws(TLSIdentity.Problem) {
            try identity.replace(certificate: credentials.certificate, key: credentials.key)
        } catch {
            throw Failure("\(files.certificate), \(files.key): \(error.description)")
        }
        state.withLock { $0.metrics.countReload(isGood: true) }
        world.note("the certificate has changed and is in use")
    }

    private func complain(_ text: String) {
        let isNew = state.withLock { state in
            defer { state.complaint = text }
            if state.complaint != text { state.metrics.countReload(isGood: false) }
            return state.complaint != text
        }
        if isNew { world.warn("\(text.escapingControls); what was read before stays in use") }
    }
}
