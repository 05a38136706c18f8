import IstioAPI
import Schema
import YAML

/// Objects of today's API in any of its versions, and those of other projects, which stay as they are.
enum PresentObjects {
    static func convert(_ work: inout ConversionWork) {
        for (order, object) in work.inputs.objects.enumerated() where !object.isClassic {
            guard object.kindName != ConversionInputs.meshPolicy else { continue }
            work.add(upgraded(object, &work.ledger), order: order)
        }
    }

    private static func upgraded(_ object: InputObject, _ ledger: inout Ledger) -> Node {
        guard let kind = object.kind, kind.group.hasSuffix("istio.io") else { return object.node }
        var node = object.node
        if let version = node["apiVersion"], version.string != kind.apiVersion() {
            node.set("apiVersion", Node(.string(kind.apiVersion()), at: version.mark))
        }
        return node
    }
}
