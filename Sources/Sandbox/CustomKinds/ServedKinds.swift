import Schema
import Synchronization
import YAML

/// The kinds that are served now: the program's own, and those of the definitions in the store.
final class ServedKinds: Sendable {
    private let own: KindRegistry
    private let current: Mutex<KindRegistry>

    init(_ own: KindRegistry, store: SandboxStore) throws {
        self.own = own
        current = Mutex(own)
        try reload(store)
    }

    var registry: KindRegistry { current.withLock { $0 } }

    /// Reads the definitions anew; to be called when one of them changed.
    func reload(_ store: SandboxStore) throws {
        // Under the lock, so that of two changes the later one is seen.
        try current.withLock { current in
            let scope = StateQuery.Scope(
                group: "apiextensions.k8s.io", plural: "customresourcedefinitions", namespace: nil)
            let customs = try store.page(scope).objects.compactMap { stored in
                CustomKind(try JSONReader.node(stored.body))
            }
            current = customs.isEmpty ? own : own.adding(customs)
        }
    }
}
