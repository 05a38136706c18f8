package import IstioAPI
import Schema

extension Legacy.IngressRule: Validated {
    package static let checks: [Check<Legacy.IngressRule>] = [
        .init("destination", checkDestination), .init("match", checkMatch), .init("origin", checkOrigin),
    ]
}

private func checkDestination(_ rule: Object<Legacy.IngressRule>, _ report: inout Report) {
    let destination = rule.destination
    guard destination.isPresent else {
        return report.error(
            .missingField, "ingress rule must have a destination service", at: rule.place(\.destination))
    }
    report.checkReference(destination)
    if !destination.labels.isEmpty {
        report.error(
            .exclusiveFields, "ingress rule destination labels must be empty", at: destination.place(\.labels)
        )
    }
}

private func checkMatch(_ rule: Object<Legacy.IngressRule>, _ report: inout Report) {
    if rule.match.isPresent { report.checkMatch(rule.match) }
}

/// 0.7.1 made such rules itself from Ingress objects. It refused also good ones from users.
private func checkOrigin(_ rule: Object<Legacy.IngressRule>, _ report: inout Report) {
    report.error(
        .notImplemented, "unrecognized type \"ingress-rule\": Istio 0.7.1 makes such rules itself",
        at: rule.place,
        hint: "write a Kubernetes Ingress instead")
}
