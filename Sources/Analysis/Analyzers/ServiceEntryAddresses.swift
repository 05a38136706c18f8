import IstioAPI
import Schema
import YAML

extension Analyzer {
    static let serviceEntryAddresses = Analyzer(
        "serviceentry.Analyzer", "Service entries with TCP ports have addresses to tell them apart by.",
        reads: [ObjectType(ServiceEntry.kind)], codes: [.serviceEntryAddressesRequired]
    ) { mesh, report in
        if allocatesAddresses(mesh.meshConfig) { return }
        for (object, entry) in mesh.all(ServiceEntry.self) {
            let isAllocated = object.node["status"]?["addresses"]?.list?.isEmpty == false
            guard entry.addresses.isEmpty, !isAllocated else { continue }
            for port in entry.ports {
                let name = port.node(\.protocol)?.string ?? ""
                guard name.isEmpty || name.uppercased() == "TCP" else { continue }
                report(
                    .serviceEntryAddressesRequired,
                    "port \(port.number) is plain TCP, but there are no addresses: connections to any address "
                        + "at this port are taken for it",
                    on: object, at: name.isEmpty ? port.place : port.place(\.protocol),
                    hint: "list the addresses, or name the protocol that is spoken")
            }
        }
    } examples: {
        [
            Example(
                """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: db, namespace: books}
                spec:
                  hosts: [db.example.com]
                  ports: [{number: 3306, name: tcp, protocol: 1️⃣TCP}]
                  resolution: DNS
                """, .serviceEntryAddressesRequired)
        ]
    }

    /// Whether proxies answer for the host names with addresses that Istio chooses.
    private static func allocatesAddresses(_ meshConfig: Node) -> Bool {
        let metadata = MeshObject.texts(meshConfig["defaultConfig"]?["proxyMetadata"])
        guard metadata["ISTIO_META_DNS_CAPTURE"] == "true" else { return false }
        return metadata["ISTIO_META_DNS_AUTO_ALLOCATE"] == "true"
            || metadata["PILOT_ENABLE_IP_AUTOALLOCATE"] == "true"
    }
}
