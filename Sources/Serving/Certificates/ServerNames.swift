import SwiftASN1
import X509

/// By which names and addresses a server may be called.
package struct ServerNames: Sendable {
    package let hosts: [String]
    /// Four or sixteen bytes each.
    package let addresses: [[UInt8]]

    package init(hosts: [String], addresses: [[UInt8]] = []) {
        self.hosts = hosts
        self.addresses = addresses
    }

    /// The names of a Kubernetes service, by which an API server and others call it.
    package init(service: String, namespace: String) {
        self.init(
            hosts: [
                service, "\(service).\(namespace)", "\(service).\(namespace).svc",
                "\(service).\(namespace).svc.cluster.local",
            ])
    }

    var general: [GeneralName] {
        hosts.map { .dnsName($0) }
            + addresses.map { .ipAddress(ASN1OctetString(contentBytes: $0[...])) }
    }
}
