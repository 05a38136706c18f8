package import Diagnostics
import YAML

/// What the stages of a conversion have to say about values of the input. Values that stand in the output
/// unchanged need no word: they are found by their marks (see `Origins`).
package struct Ledger: Sendable {
    private enum Note {
        case changed(String)
        case dropped(String, instead: String?)
    }

    private let origins: Origins
    private var notes: [UInt32: Note] = [:]
    /// In the order of saying, each once.
    package private(set) var remarks: [String] = []

    /// The reason that nobody should ever read: each stage explains what it drops.
    package static let unexplained = "nothing in the output stands for it"

    init(_ origins: Origins) { self.origins = origins }

    /// The value, or all in it, is expressed in another way.
    package mutating func changed(_ mark: Mark, _ how: String) { notes[mark.line] = .changed(how) }

    /// The value, or all in it that does not stand in the output, is left out.
    package mutating func dropped(_ mark: Mark, _ why: String, instead: String? = nil) {
        notes[mark.line] = .dropped(why, instead: instead)
    }

    /// Something that no field says.
    package mutating func remark(_ text: String) {
        if !remarks.contains(text) { remarks.append(text) }
    }

    /// What became of each value of the input, in the order of reading.
    func outcomes(_ objects: [Node]) -> [Outcome] {
        let targets = TargetIndex(objects)
        return origins.entries.indices.compactMap { index in
            let entry = origins.entries[index]
            guard entry.isLeaf, !entry.value.isNull else { return nil }
            let id = UInt32(index + 1)
            let found = targets[id]
            let (fate, instead) = fate(of: id, entry.value, found)
            let ancestors = found.isEmpty ? targets[nearest(id) { !targets[$0].isEmpty }] : found
            return Outcome(
                object: origins.objects[entry.object], position: entry.position, path: origins.path(of: id),
                fate: fate, instead: instead, targets: ancestors.map(\.target))
        }
    }

    private func fate(
        of id: UInt32, _ value: Node, _ found: [TargetIndex.Found]
    ) -> (Outcome.Fate, instead: String?) {
        let note = notes[nearest(id) { notes[$0] != nil }]
        switch note {
        case .changed(let how): return (.changed(how), nil)
        case .dropped(let why, let instead) where found.isEmpty: return (.dropped(why), instead)
        case .dropped, nil:
            if found.isEmpty {
                return (.dropped(value.saysNothing ? "the same as leaving it out" : Self.unexplained), nil)
            }
            guard let other = found.first(where: { $0.value != value }) else { return (.carried, nil) }
            return (.changed("now \(Self.shown(other.value))"), nil)
        }
    }

    /// The number of the innermost value around `id`, itself included, of which something holds; 0 for none.
    private func nearest(_ id: UInt32, _ holds: (UInt32) -> Bool) -> UInt32 {
        var at = id
        while at != 0, !holds(at) { at = origins[at]?.parent ?? 0 }
        return at
    }

    private static func shown(_ value: Node) -> String {
        let text = JSONWriter.text(value, escapesHTML: false)
        return text.count > 60 ? "\(text.prefix(60))…" : text
    }
}

extension Node {
    /// Whether protocol buffers take the value for absent.
    fileprivate var saysNothing: Bool {
        switch content {
        case .null: true
        case .bool(let flag): !flag
        case .int(let number): number == 0
        case .unsigned(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .map(let entries): entries.isEmpty
        }
    }
}

/// Where in the output the values of the input stand.
private struct TargetIndex {
    struct Found {
        let target: Outcome.Target
        let value: Node
    }

    private var found: [UInt32: [Found]] = [:]

    init(_ objects: [Node]) {
        for object in objects { visit(object, ConvertedName(object), FieldPath()) }
    }

    subscript(id: UInt32) -> [Found] { found[id] ?? [] }

    private mutating func visit(_ node: Node, _ object: ConvertedName, _ path: FieldPath) {
        switch node.content {
        case .list(let items) where !items.isEmpty:
            for (index, item) in items.enumerated() { visit(item, object, path.index(index)) }
        case .map(let entries) where !entries.isEmpty:
            for entry in entries {
                let isName = entry.key.utf8.allSatisfy { $0 != 0x2E && $0 != 0x2F && $0 != 0x2D }
                visit(entry.value, object, isName ? path.field(entry.key) : path.key(entry.key))
            }
        default:
            guard node.mark.isKnown else { return }
            let target = Outcome.Target(object: object, path: path)
            found[node.mark.line, default: []].append(Found(target: target, value: node))
        }
    }
}
