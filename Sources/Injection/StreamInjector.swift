import Diagnostics
package import YAML

/// `kube-inject` and `uninject`: give the workloads of a stream of documents their sidecars, or take them
/// out, and leave all else as it is.
package struct StreamInjector: Sendable {
    package enum Change: Sendable {
        case inject(any PodInjector)
        case remove
    }

    private let change: Change
    private let makesPatches: Bool

    package init(_ change: Change, makingPatches makesPatches: Bool = false) {
        self.change = change
        self.makesPatches = makesPatches
    }

    /// What became of an object.
    package struct Report: Equatable, Sendable {
        package enum Outcome: Equatable, Sendable {
            case injected
            case removed
            /// It has the same sidecar already.
            case unchanged
            case skipped(InjectionDecision.Reason)
            /// There is none that could be taken out.
            case noSidecar
            /// It makes no pods.
            case noPods
        }

        package let kind: String
        package let namespace: String
        package let name: String
        package let outcome: Outcome
        /// RFC 6902, from the object to what became of it; nil for one that makes no pods.
        package let patch: Node?

        /// Whether the object is another one now.
        package var isChanged: Bool { outcome == .injected || outcome == .removed }
    }

    /// The stream with its sidecars, and a report for each object. Each document ends with a line `---`.
    /// Large streams are worked on by all cores.
    package func inject(_ source: Source) throws(InjectionError) -> (text: [UInt8], reports: [Report]) {
        let pieces = DocumentStream(source.text).pieces
        let chunks = stride(from: 0, to: pieces.count, by: Self.chunk).map {
            pieces[$0..<min($0 + Self.chunk, pieces.count)]
        }
        let results = Parallel.results(chunks.count) { index in
            chunks[index].map { piece in
                Result { () throws(InjectionError) in try inject(piece, of: source) }
            }
        }
        var output: [UInt8] = []
        output.reserveCapacity(source.text.count * 4)
        var reports: [Report] = []
        for result in results {
            let (text, found) = try result.get()
            output += text
            reports += found
        }
        return (output, reports)
    }

    /// Documents that one core takes at a time.
    private static let chunk = 16

    private func inject(
        _ piece: DocumentStream.Piece, of source: Source
    ) throws(InjectionError) -> (text: [UInt8], reports: [Report]) {
        let read = YAMLReader.documents(in: Source(name: source.name, text: Array(piece.bytes)))
        if let problem = read.flatMap(\.problems).first(where: { $0.severity == .error }) {
            throw InjectionError(problem, in: piece, of: source)
        }
        var reports: [Report] = []
        let injected = try inject(read.last?.root ?? .null, "", &reports)
        var text: [UInt8]
        if reports.contains(where: \.isChanged) {
            text = Array(YAMLWriter.text(injected).utf8)
        } else {
            text = Array(piece.bytes)
            if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
        }
        text += "---\n".utf8
        return (text, reports)
    }

    /// An object, or a list of them, with sidecars.
    private func inject(
        _ object: Node, _ place: String, _ reports: inout [Report]
    ) throws(InjectionError) -> Node {
        if object.isNull { return object }
        guard object.map != nil else {
            throw InjectionError(
                "\(place.isEmpty ? "the document" : place): expected an object, found \(object.kindName)")
        }
        guard object["kind"]?.string == "List", let items = object["items"]?.list else {
            return try injectOne(object, &reports)
        }
        var changed: [Node] = []
        for (index, item) in items.enumerated() {
            changed.append(try inject(item, "\(place.isEmpty ? "" : place + ".")items[\(index)]", &reports))
        }
        var list = object.setting("items", Node(changed))
        // Go writes the metadata of lists in any case.
        list.fill(["metadata"], .emptyMap)
        return list
    }

    private func injectOne(_ object: Node, _ reports: inout [Report]) throws(InjectionError) -> Node {
        let kind = object["kind"]?.string ?? ""
        let name = object[["metadata", "name"]]?.string ?? ""
        let namespace = object[["metadata", "namespace"]]?.string ?? ""
        func report(_ outcome: Report.Outcome, _ patch: Node? = nil) {
            reports.append(
                Report(kind: kind, namespace: namespace, name: name, outcome: outcome, patch: patch))
        }
        guard let holder = PodHolder(object) else {
            report(.noPods)
            return object
        }
        guard holder.hasTemplate(object) else {
            throw InjectionError("\(kind) \"\(name)\": it has no pod template (spec.template)")
        }
        let outcome: Report.Outcome
        let result: Node
        switch change {
        case .inject(let injector):
            (outcome, result) = try injected(object, holder, Workload(of: object, holder), injector)
        case .remove: (outcome, result) = removed(object, holder)
        }
        report(outcome, makesPatches ? patch(of: object, to: result, holder) : nil)
        return result
    }

    private func injected(
        _ object: Node, _ holder: PodHolder, _ workload: Workload, _ injector: any PodInjector
    ) throws(InjectionError) -> (Report.Outcome, Node) {
        let pod = holder.pod(of: object)
        if case .skip(let reason) = injector.decide(pod) { return (.skipped(reason), object) }
        do {
            let injected = try injector.inject(pod, of: workload)
            let result = try holder.written(holder.setting(injected, in: object), injector.form)
            return result == object ? (.unchanged, object) : (.injected, result)
        } catch {
            let name = object[["metadata", "name"]]?.string ?? ""
            let namespace = object[["metadata", "namespace"]]?.string ?? ""
            let place = namespace.isEmpty ? name : "\(namespace)/\(name)"
            throw InjectionError("\(object["kind"]?.string ?? "") \"\(place)\": \(error.message)")
        }
    }

    /// What changes, without what is only written otherwise.
    private func patch(of object: Node, to result: Node, _ holder: PodHolder) -> Node {
        guard case .inject(let injector) = change, result != object,
            let plain = try? holder.written(object, injector.form)
        else { return JSONPatchDiff.patch(from: object, to: result) }
        return JSONPatchDiff.patch(from: plain, to: result, on: object)
    }

    private func removed(_ object: Node, _ holder: PodHolder) -> (Report.Outcome, Node) {
        guard let pod = Uninjection.removed(from: holder.pod(of: object)) else {
            return (.noSidecar, object)
        }
        return (.removed, holder.setting(pod, in: object))
    }
}

extension Workload {
    /// Of an object that holds pods.
    fileprivate init(of object: Node, _ holder: PodHolder) {
        if holder.isPod {
            self.init(ofPod: holder.pod(of: object))
        } else {
            self.init(
                apiVersion: object["apiVersion"]?.string ?? "", kind: object["kind"]?.string ?? "",
                name: object[["metadata", "name"]]?.string ?? "",
                namespace: object[["metadata", "namespace"]]?.string ?? "")
        }
    }
}

extension InjectionError {
    /// A problem of a document, with its place in the stream.
    fileprivate init(_ problem: Diagnostic, in piece: DocumentStream.Piece, of source: Source) {
        let mark = problem.position?.mark ?? Mark(line: 1, column: 1)
        let line = UInt32(clamping: piece.precedingLines) + mark.line
        self.init("\(source.name):\(line):\(mark.column): \(problem.message)")
    }
}
