import IstioAPI
import Schema

/// A kind with what there is to check it by. A class, since it is passed around for every document and a kind
/// has many parts.
final class KnownKind: Sendable {
    let kind: Kind
    let resource: (any Resource.Type)?

    init(_ kind: Kind) {
        self.kind = kind
        resource = Catalog.resource(for: kind)
    }

    /// Asked for only when an object is of the kind: the first time takes a while.
    var validated: (any Validated.Type)? { resource as? any Validated.Type }
}

/// The known kinds by what a document may call them. Made once: a stream of thousands asks for each document.
enum KindIndex {
    private static let byName = Dictionary(
        grouping: (Catalog.kinds + Catalog.fileResources.map { $0.kind }).map(KnownKind.init), by: \.kind.name
    )
    private static let byClassicType = Dictionary(
        grouping: Catalog.kinds.filter { $0.classicType != nil && $0.classicType != $0.name }.map(
            KnownKind.init),
        by: { $0.kind.classicType ?? "" })

    static var names: [String] { byName.keys.sorted() }

    /// By the name as Kubernetes has it, or as 0.7.1 reads it: dashes for capitals, so that `route-rule` and
    /// `HttpApiSpec` are found.
    static func kinds(named name: String) -> [KnownKind] {
        byName[name] ?? byClassicType[dashed(name)] ?? []
    }

    private static func dashed(_ name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") {
                if !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
                bytes.append(byte | 0x20)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
