import IstioAPI
import Schema
import YAML

/// Objects of today's API in any of its versions, and those of other projects, which stay as they are.
enum PresentObjects {
    static func convert(_ work: inout ConversionWork) {
        var strangers: [String] = []
        for (order, object) in work.inputs.objects.enumerated() where !object.isClassic {
            if IngressObjects.isOurs(object) { continue }
            guard let kind = object.kind, kind.group.hasSuffix("istio.io") else {
                strangers.append("\(object.kindName)/\(object.name)")
                work.add(object.node, order: order)
                continue
            }
            work.add(upgraded(object, kind, &work.ledger), order: order)
        }
        if !strangers.isEmpty {
            let more = strangers.count > shown ? " and \(strangers.count - shown) more" : ""
            work.ledger.remark(
                "passed on as they are: \(strangers.prefix(shown).joined(separator: ", "))\(more)")
        }
    }

    private static let shown = 5

    private static func upgraded(_ object: InputObject, _ kind: Kind, _ ledger: inout Ledger) -> Node {
        var node = object.node
        if let version = node["apiVersion"], version.string != kind.apiVersion() {
            node.set("apiVersion", Node(.string(kind.apiVersion()), at: version.mark))
        }
        if let spec = node["spec"] {
            node.set("spec", DeprecatedFields.replaced(in: spec, of: kind, &ledger))
        }
        return node
    }
}
