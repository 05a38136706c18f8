import Schema
import YAML

/// The webhooks that are registered in the sandbox, asked about what comes in: mutating ones one after the
/// other, then, once the object has its final form, validating ones side by side.
struct WebhookAdmission: Sendable {
    let store: SandboxStore
    let caller: WebhookCaller
    private let mutating = registered(.mutating)
    private let validating = registered(.validating)

    init(store: SandboxStore) {
        self.store = store
        caller = WebhookCaller(store: store)
    }

    /// The object as mutating webhooks want it; null for a deletion. Those that allow it are asked once more
    /// when a later one changed what they had seen.
    func mutated(_ operation: AdmissionOperation) async throws -> Node {
        var operation = operation
        let webhooks = try webhooks(.mutating, for: operation)
        guard !webhooks.isEmpty else { return operation.object ?? .null }
        let namespace = try namespace(of: operation)
        var seen: [Int: Node] = [:]
        for (index, webhook) in webhooks.enumerated() where webhook.wants(operation, in: namespace) {
            operation.object = try await patched(operation, by: webhook)
            seen[index] = operation.object
        }
        for (index, webhook) in webhooks.enumerated() where webhook.isReinvoked {
            guard let before = seen[index], before != operation.object,
                webhook.wants(operation, in: namespace)
            else { continue }
            operation.object = try await patched(operation, by: webhook)
        }
        return operation.object ?? .null
    }

    /// Throws the first refusal, in the order of the webhooks.
    func validate(_ operation: AdmissionOperation) async throws {
        let known = try webhooks(.validating, for: operation)
        guard !known.isEmpty else { return }
        let namespace = try namespace(of: operation)
        let webhooks = known.filter { $0.wants(operation, in: namespace) }
        let answers = await withTaskGroup(of: (Int, Result<WebhookAnswer?, any Error>).self) { group in
            for (index, webhook) in webhooks.enumerated() {
                group.addTask {
                    do {
                        return (index, .success(try await answer(of: webhook, operation)))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            var answers: [Int: Result<WebhookAnswer?, any Error>] = [:]
            for await (index, answer) in group { answers[index] = answer }
            return answers
        }
        for (index, webhook) in webhooks.enumerated() {
            guard let answer = try answers[index]?.get() else { continue }
            guard answer.isAllowed else { throw APIFailure.denied(by: webhook, answer) }
        }
    }

    private func patched(_ operation: AdmissionOperation, by webhook: Webhook) async throws -> Node? {
        guard let answer = try await answer(of: webhook, operation) else { return operation.object }
        guard answer.isAllowed else { throw APIFailure.denied(by: webhook, answer) }
        guard let patch = answer.patch, let object = operation.object else { return operation.object }
        do {
            return try JSONPatch.apply(patch, to: object, limit: APILimits.standard.patchOperations)
        } catch {
            throw APIFailure.unasked(webhook, "its patch cannot be applied: \(error.message)")
        }
    }

    /// nil when it could not be asked and that does no harm.
    private func answer(of webhook: Webhook, _ operation: AdmissionOperation) async throws -> WebhookAnswer? {
        do {
            let answer = try await caller.ask(webhook, about: operation)
            for warning in answer.warnings { ResponseWarnings.add(warning) }
            return answer
        } catch {
            try Task.checkCancellation()
            if webhook.isIgnoredOnFailure { return nil }
            throw APIFailure.unasked(webhook, WebhookCaller.reason(error, webhook))
        }
    }

    /// The webhooks of a phase in the order in which they are asked: configurations by name. The
    /// configurations themselves are never reviewed, so that a broken one can be taken away.
    private func webhooks(_ phase: Webhook.Phase, for operation: AdmissionOperation) throws -> [Webhook] {
        let kind = operation.target.kind
        if kind.group == Self.group, kind.plural.hasSuffix("webhookconfigurations") {
            Self.warn(about: operation.object)
            return []
        }
        return try (phase == .mutating ? mutating : validating).value(in: store)
    }

    private static func registered(_ phase: Webhook.Phase) -> TypeCache<[Webhook]> {
        TypeCache(group: group, plural: phase.plural) { objects in
            try objects.flatMap { try JSONReader.node($0.body)["webhooks"]?.list ?? [] }
                .compactMap { Webhook($0, phase) }
        }
    }

    private static let group = "admissionregistration.k8s.io"

    private static func warn(about configuration: Node?) {
        for webhook in configuration?["webhooks"]?.list ?? [] where webhook["matchConditions"] != nil {
            ResponseWarnings.add(
                "webhook \"\(webhook["name"]?.string ?? "")\": the sandbox does not evaluate matchConditions "
                    + "and calls the webhook for all that its rules and selectors match")
        }
    }

    /// The namespace that selectors look at; for a namespace itself what it is about to be.
    private func namespace(of operation: AdmissionOperation) throws -> Node? {
        if operation.target.kind.isNamespace { return operation.object ?? operation.old }
        guard let name = operation.target.namespace else { return nil }
        let key = ObjectKey(group: "", plural: "namespaces", namespace: "", name: name)
        return try store.get(key).map { try JSONReader.node($0.body) }
    }
}
