import Kubernetes
import Logging

/// Runs controllers over an API server until the task is cancelled or the store closes.
package struct ControllerLoop: Sendable {
    private let server: APIServer
    private let controllers: [any Controller]

    init(_ server: APIServer, _ controllers: [any Controller]) {
        self.server = server
        self.controllers = controllers
    }

    package func run() async {
        let work = controllers.map { (controller: $0, queue: WorkQueue()) }
        await withTaskGroup(of: Void.self) { group in
            for (controller, queue) in work {
                group.addTask { await Self.work(controller, queue, server) }
                if let signals = controller.signals {
                    group.addTask { for await key in signals { queue.add(key) } }
                }
            }
            group.addTask { await ChangeDispatch(server, work).run() }
            // The first to end is the dispatch, when the store closes.
            await group.next()
            group.cancelAll()
        }
    }

    private static func work(_ controller: any Controller, _ queue: WorkQueue, _ server: APIServer) async {
        let client = LocalClient(server: server, name: controller.name)
        while let key = await queue.next() {
            do {
                let again = try await controller.reconcile(key, client)
                queue.succeeded(key)
                if let again { queue.add(key, after: again) }
            } catch StoreError.closed {
                return
            } catch {
                // Conflicts are everyday: the next look sees the newer state.
                if (error as? APIFailure)?.code != 409 {
                    logger.warning("\(controller.name): \(key.plural) \(key.namespace)/\(key.name): \(error)")
                }
                queue.retry(key)
            }
        }
    }

    private static let logger = Logger(label: "sandbox.controllers")
}

/// Tells controllers which of their objects have changed, or may be concerned by a change.
private struct ChangeDispatch {
    typealias Work = (controller: any Controller, queue: WorkQueue)

    private static let pause = Duration.milliseconds(5)

    private let server: APIServer
    private var listeners: [ResourceType: [Work]] = [:]
    /// Up to where the changes of a type were looked at; nil before the first look, which takes all there is.
    private var seen: [ResourceType: Int64] = [:]

    init(_ server: APIServer, _ work: [Work]) {
        self.server = server
        for item in work {
            for type in [item.controller.type] + item.controller.dependents {
                listeners[type, default: []].append(item)
            }
        }
    }

    consuming func run() async {
        let wakes = server.store.changes.listen()
        look()
        for await _ in wakes {
            look()
            // While many write, one look sees the work of several.
            try? await Task.sleep(for: Self.pause)
        }
    }

    private mutating func look() {
        for (type, work) in listeners {
            do {
                for object in try news(of: type) { tell(object, type, work) }
            } catch {
                // Everything is looked at again at the next change.
                seen[type] = nil
            }
        }
    }

    private mutating func news(of type: ResourceType) throws -> [StoredObject] {
        let store = server.store
        let scope = StateQuery.Scope(group: type.group, plural: type.plural, namespace: nil)
        guard let last = seen[type] else { return try everything(type, scope) }
        // The memory knows whether there is anything to read.
        guard store.lastChange(group: type.group, plural: type.plural) > last else { return [] }
        var news: [StoredObject] = []
        var (revision, before) = (last, last)
        repeat {
            before = revision
            let (changes, upTo) = try store.changes(scope, after: revision)
            news += changes.map(\.object)
            revision = upTo
        } while revision > before && revision < store.lastChange(group: type.group, plural: type.plural)
        seen[type] = revision
        return news
    }

    private mutating func everything(_ type: ResourceType, _ scope: StateQuery.Scope) throws -> [StoredObject]
    {
        let page = try server.store.page(scope)
        seen[type] = page.revision
        return page.objects
    }

    private func tell(_ object: StoredObject, _ type: ResourceType, _ work: [Work]) {
        for (controller, queue) in work {
            if controller.type == type { queue.add(object.key) }
            guard controller.dependents.contains(type) else { continue }
            let client = LocalClient(server: server, name: controller.name)
            // One that cannot be read concerns nobody.
            for key in (try? controller.owners(of: object, client)) ?? [] { queue.add(key) }
        }
    }
}
