import Kubernetes

/// Events are gone an hour after they were last told.
struct EventExpiry: Controller {
    let name = "event-expiry"
    let type = ResourceType.events
    private static let lifetime: Int64 = 3_600

    func reconcile(_ key: ObjectKey, _ client: LocalClient) async throws -> Duration? {
        guard let event = try client.get(.events, key.namespace, key.name) else { return nil }
        let told = event["lastTimestamp"]?.string.flatMap(Timestamp.seconds) ?? event.created
        let left = told + Self.lifetime - Timestamp.now()
        if left > 0 { return .seconds(left) }
        try await client.delete(.events, key.namespace, key.name, uid: event.uid)
        return nil
    }
}
