import IstioAPI
import Schema

/// The messages that refer to a service by its parts or in full.
protocol ServiceReferring: Message {
    static var parts: ServiceParts<Self> { get }
}

/// The fields of such a message. Swift makes the paths of a known type once; those of a generic function it
/// makes anew in every call, which took a fifth of the time of validating route rules.
struct ServiceParts<M: Message> {
    let name: KeyPath<M, Field<String>>
    let namespace: KeyPath<M, Field<String>>
    let domain: KeyPath<M, Field<String>>
    let service: KeyPath<M, Field<String>>
    let labels: KeyPath<M, Field<[String: String]>>
}

extension Legacy.IstioService: ServiceReferring {
    static var parts: ServiceParts<Self> {
        .init(
            name: \.name, namespace: \.namespace, domain: \.domain, service: \.service, labels: \.labels)
    }
}

extension Legacy.ServiceReference: ServiceReferring {
    static var parts: ServiceParts<Self> {
        .init(
            name: \.name, namespace: \.namespace, domain: \.domain, service: \.service, labels: \.labels)
    }
}

extension Report {
    mutating func checkReference<M: ServiceReferring>(_ reference: Object<M>) {
        let parts = M.parts
        let (name, service) = (reference[dynamicMember: parts.name], reference[dynamicMember: parts.service])
        let namespace = reference[dynamicMember: parts.namespace]
        let domain = reference[dynamicMember: parts.domain]
        switch (name.isEmpty, service.isEmpty) {
        case (true, true):
            error(
                .invalidReference, "name or service is mandatory for a service reference", at: reference.place
            )
        case (false, false):
            error(
                .invalidReference, "specify either name or service, not both",
                at: reference.place(parts.service))
        case (true, false):
            checkFullName(reference, service, namespace, domain)
        case (false, true):
            if !Name.isLabel(name) {
                error(
                    .invalidName, "name \(name.quoted) must be a valid label",
                    at: reference.place(parts.name),
                    hint: name.contains(".") ? "put a full name in `service` instead" : nil)
            }
        }
        if !namespace.isEmpty { checkNamespace(namespace, at: reference.place(parts.namespace)) }
        if !domain.isEmpty { checkDomain(domain, at: reference.place(parts.domain)) }
        checkLabels(reference[dynamicMember: parts.labels])
    }

    private mutating func checkFullName<M: ServiceReferring>(
        _ reference: Object<M>, _ service: String, _ namespace: String, _ domain: String
    ) {
        let parts = M.parts
        if !namespace.isEmpty {
            error(
                .exclusiveFields, "namespace is not valid when service is provided",
                at: reference.place(parts.namespace), hint: "the full name in `service` holds the namespace")
        }
        if !domain.isEmpty {
            error(
                .exclusiveFields, "domain is not valid when service is provided",
                at: reference.place(parts.domain), hint: "the full name in `service` holds the domain")
        }
        checkService(service, at: reference.place(parts.service))
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
