import IstioAPI
import Schema

extension Report {
    /// Mixer's reference has the fields of the routing rules' one.
    mutating func checkReference(_ reference: Object<Legacy.ServiceReference>) {
        checkReference(reference.viewed(as: Legacy.IstioService.self))
    }

    mutating func checkReference(_ reference: Object<Legacy.IstioService>) {
        let (name, service) = (reference.name, reference.service)
        let (namespace, domain) = (reference.namespace, reference.domain)
        switch (name.isEmpty, service.isEmpty) {
        case (true, true):
            error(
                .invalidReference, "name or service is mandatory for a service reference", at: reference.place
            )
        case (false, false):
            error(
                .invalidReference, "specify either name or service, not both", at: reference.place(\.service))
        case (true, false):
            checkFullName(reference, service, namespace, domain)
        case (false, true):
            if !Name.isLabel(name) {
                error(
                    .invalidName, "name \(name.quoted) must be a valid label", at: reference.place(\.name),
                    hint: name.contains(".") ? "put a full name in `service` instead" : nil)
            }
        }
        if !namespace.isEmpty { checkNamespace(namespace, at: reference.place(\.namespace)) }
        if !domain.isEmpty { checkDomain(domain, at: reference.place(\.domain)) }
        checkLabels(reference.labels)
    }

    private mutating func checkFullName(
        _ reference: Object<Legacy.IstioService>, _ service: String, _ namespace: String, _ domain: String
    ) {
        if !namespace.isEmpty {
            error(
                .exclusiveFields, "namespace is not valid when service is provided",
                at: reference.place(\.namespace), hint: "the full name in `service` holds the namespace")
        }
        if !domain.isEmpty {
            error(
                .exclusiveFields, "domain is not valid when service is provided",
                at: reference.place(\.domain), hint: "the full name in `service` holds the domain")
        }
        checkService(service, at: reference.place(\.service))
    }

    /// A full name: one slash makes it a subnet, else it is `*` or a domain that may begin with `*`, `*.` or
    /// `*-`.
    mutating func checkService(_ service: String, at place: @autoclosure () -> Place) {
        if Address.isBlock(service) { return checkSubnet(service, at: place()) }
        var rest = service[...]
        if rest.first == "*" {
            rest = rest.dropFirst()
            if rest.isEmpty { return }
            if rest.first == "." || rest.first == "-" { rest = rest.dropFirst() }
        }
        checkDomain(String(rest), at: place())
    }

    mutating func checkNamespace(_ namespace: String, at place: @autoclosure () -> Place) {
        guard !Name.isLabel(namespace) else { return }
        error(.invalidName, "namespace \(namespace.quoted) must be a valid label", at: place())
    }
}
