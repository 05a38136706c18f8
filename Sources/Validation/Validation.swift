import Diagnostics
import IstioAPI
import Schema
package import YAML

/// Decides what is right and wrong with Istio's objects. `validate`, `create`, `replace` and the sandbox's
/// admission all ask here, so they cannot disagree.
package enum Validation {
    /// Checks every object of a document, the items of lists included.
    package static func check(_ document: Document, _ options: ValidationOptions = ValidationOptions())
        -> Verdict
    {
        if document.problems.hasErrors { return Verdict(items: [], problems: document.problems) }
        var items: [CheckedItem] = []
        for object in ObjectList.objects(of: document.root) {
            var check = ItemCheck(object, document, options)
            items.append(check.run())
        }
        return Verdict(items: items, problems: document.problems)
    }
}

/// The check of one object, from its envelope inwards.
private struct ItemCheck {
    let object: Node
    let options: ValidationOptions
    var report: Report
    var item: CheckedItem

    init(_ node: Node, _ document: Document, _ options: ValidationOptions) {
        self.options = options
        report = Report(document)
        object = Envelope.normalized(node, &report)
        item = CheckedItem(
            apiVersion: object["apiVersion"]?.string ?? "", kindName: object["kind"]?.string ?? "",
            node: object, mark: node.mark, outcome: .valid, isSpecChecked: false, diagnostics: [])
    }

    mutating func run() -> CheckedItem {
        guard object.map != nil else {
            report.error(
                .wrongType, "expected a Kubernetes object (a map), found \(object.found)",
                at: .value(object.mark))
            return finished()
        }
        item.namespace = object["metadata"]?["namespace"]?.string
        item.name = object["metadata"]?["name"]?.string
        report.namespace = item.namespace
        guard Envelope.hasTypes(object, &report) else { return finished() }
        switch KindChoice.of(object, &report) {
        case .wrong: break
        case .unknown(let reason):
            item.outcome = .skipped(reason: reason)
        case .known(let candidates):
            let spec = spec()
            let chosen = GenerationChoice.of(candidates, spec, options.generation)
            item.kind = chosen.kind
            Envelope.check(object, chosen.kind, &report)
            check(spec, as: chosen)
        }
        return finished()
    }

    /// An absent spec is an empty one, as in 0.7.1, so that the validators say what is missing.
    private func spec() -> Node {
        guard let spec = object["spec"], !spec.isNull else { return Node(.map([]), at: object.mark) }
        return spec
    }

    private mutating func check(_ spec: Node, as known: KnownKind) {
        if options.checksServices, known.kind.group.isEmpty, known.kind.name == "Service" {
            item.isSpecChecked = true
            ServicePortRules.check(object, &report)
        }
        if options.checksServices, known.kind.group == "apps", known.kind.name == "Deployment" {
            item.isSpecChecked = true
            DeploymentLabelRules.check(object, &report)
        }
        guard let resource = known.resource else { return }
        item.isSpecChecked = true
        StrictCheck.check(spec, as: resource, resource.reading, &report)
        guard let validated = known.validated else { return }
        if report.hasErrors {
            var further = Report(report.document)
            further.namespace = report.namespace
            validated.runChecks(spec, object["metadata"], &further)
            report.addUnlessShadowed(further)
        } else {
            validated.runChecks(spec, object["metadata"], &report)
        }
    }

    private mutating func finished() -> CheckedItem {
        item.diagnostics = report.diagnostics
        if !item.diagnostics.isEmpty, !item.kindName.isEmpty {
            let subject = Subject(
                apiVersion: item.apiVersion, kind: item.kind?.name ?? item.kindName,
                namespace: item.namespace,
                name: item.name ?? "")
            for index in item.diagnostics.indices { item.diagnostics[index].subject = subject }
        }
        if report.hasErrors { item.outcome = .invalid }
        return item
    }
}
