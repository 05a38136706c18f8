import Diagnostics
import Kubernetes
import YAML

/// Writes an authority into the webhooks of a configuration whenever one of both changes.
struct BundleKeeper: Sendable {
    private let cluster: any Cluster
    private let path: String
    private let configuration: String
    private let webhook: String?
    private let world: World

    /// How often it looks; others may write the configuration, too.
    private static let interval = Duration.seconds(10)
    private static let sizeLimit = 1 << 20

    /// nil without a file to keep.
    init?(_ options: BundleOptions, _ world: World, cluster: () throws -> any Cluster) throws {
        guard let path = options.authority else { return nil }
        self.path = path
        self.cluster = try cluster()
        self.world = world
        configuration = options.configuration
        webhook = options.webhook
    }

    /// Works until the task is cancelled; what fails is said once and tried again.
    func keep() async {
        var complaint: String?
        while !Task.isCancelled {
            do {
                if try await write() {
                    world.note("the configuration \(configuration) has the authority now")
                }
                complaint = nil
            } catch is CancellationError {
                return
            } catch {
                let text = Self.text(error)
                if text != complaint {
                    world.warn("cannot keep the authority in \(configuration): \(text.escapingControls)")
                }
                complaint = text
            }
            try? await Task.sleep(for: Self.interval)
        }
    }

    /// Whether anything had to be changed.
    func write() async throws -> Bool {
        let bundle = try bundle()
        let found = try await cluster.get(.mutatingWebhooks, namespace: nil, name: configuration)
        var isChanged = false
        var isFound = false
        let webhooks = (found["webhooks"]?.list ?? []).map { entry -> Node in
            guard webhook == nil || entry["name"]?.string == webhook else { return entry }
            isFound = true
            guard entry[["clientConfig", "caBundle"]]?.string != bundle else { return entry }
            isChanged = true
            var entry = entry
            entry.set(path: ["clientConfig", "caBundle"], Node(bundle))
            return entry
        }
        guard isFound else { throw Failure("it has no webhook \(webhook ?? "at all")") }
        guard isChanged else { return false }
        // With the version that was read: who changed it meanwhile is not overwritten.
        _ = try await cluster.replace(
            .mutatingWebhooks, namespace: nil, name: configuration,
            found.setting("webhooks", Node(webhooks)), WriteOptions())
        return true
    }

    private func bundle() throws(Failure) -> String {
        let pem: [UInt8]
        do throws(FileError) {
            pem = try world.environment.files.read(path, limit: Self.sizeLimit)
        } catch {
            throw Failure("open \(path): \(error.reason)")
        }
        guard String(decoding: pem, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
            throw Failure("\(path): there is no certificate in PEM")
        }
        return Base64.encode(pem)
    }

    private static func text(_ error: any Error) -> String {
        switch error {
        case let failure as Failure: failure.message ?? "\(failure)"
        case let error as ClusterError: error.failure.message ?? "\(error)"
        default: "\(error)"
        }
    }
}
