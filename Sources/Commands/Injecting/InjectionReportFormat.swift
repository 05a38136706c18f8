import ArgumentParser
import Diagnostics
import Injection
import YAML

/// How it is told what became of each object.
enum InjectionReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, none

    func text(_ reports: [StreamInjector.Report]) -> String {
        switch self {
        case .none: ""
        case .text: reports.map { "\($0.line)\n" }.joined()
        case .json:
            JSONWriter.text(
                [
                    "kind": "InjectionReport", "apiVersion": "istioctl/v1",
                    "items": Node(reports.map(\.node)),
                ], style: .pretty, escapesHTML: false) + "\n"
        }
    }
}

extension StreamInjector.Report {
    fileprivate var line: String {
        let subject = [kind.isEmpty ? "document" : kind, namespace.isEmpty ? name : "\(namespace)/\(name)"]
        let shown = subject.filter { !$0.isEmpty }.joined(separator: " ").escapingControls
        return "\(shown): \(outcome.word)\(outcome.reason.map { ", \($0)" } ?? "")"
    }

    fileprivate var node: Node {
        var node: Node = ["kind": Node(kind), "name": Node(name), "outcome": Node(outcome.word)]
        if !namespace.isEmpty { node.set("namespace", Node(namespace)) }
        if let reason = outcome.reason { node.set("reason", Node(reason)) }
        return node
    }
}

extension StreamInjector.Report.Outcome {
    fileprivate var word: String {
        switch self {
        case .injected: "injected"
        case .removed: "sidecar removed"
        case .unchanged: "unchanged"
        case .skipped, .noPods, .noSidecar: "skipped"
        }
    }

    fileprivate var reason: String? {
        switch self {
        case .injected, .removed: nil
        case .noSidecar: "it has no sidecar that was put in"
        case .unchanged: "it has this sidecar already"
        case .noPods: "it makes no pods"
        case .skipped(let reason): String(reason.sentence.dropLast())
        }
    }
}
