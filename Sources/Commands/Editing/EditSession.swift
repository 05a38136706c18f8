import Diagnostics
import Kubernetes
import Schema
import YAML

/// Opens objects in an editor until what is saved can be sent, or the user gives up.
struct EditSession {
    let cluster: any Cluster
    let editor: Editor
    let isJSON: Bool
    let color: ColorChoice

    /// What came of a saved text.
    private enum Outcome {
        case done
        /// To be opened again, with the reasons and without the objects that are done.
        case again([String], remaining: [EditedObject], text: String)
        case given(up: Failure)
    }

    func run(_ objects: [EditedObject], in world: World) async throws {
        let folder = try TemporaryFolder("istioctl-edit", in: world)
        defer { folder.remove() }
        let file = folder.path + (isJSON ? "/edit.json" : "/edit.yaml")
        var remaining = objects
        var body = EditedText(objects: objects, isJSON: isJSON).text
        var problems: [String] = []
        while true {
            try folder.write(EditedText.header(problems) + body, to: file)
            let saved: String
            do {
                try await editor.edit(file, in: world)
                saved = try world.text(ofFile: file)
            } catch let failure as Failure {
                throw problems.isEmpty ? failure : kept(file, folder, failure, in: world)
            }
            let edited = EditedText.withoutHeader(saved)
            if Self.isSame(edited, body) {
                guard !problems.isEmpty else { return world.note("Edit cancelled, no changes made.") }
                throw kept(file, folder, Failure("Edit cancelled, no valid changes were saved."), in: world)
            }
            if edited.allSatisfy(\.isWhitespace) {
                return world.note("Edit cancelled, saved file was empty.")
            }
            switch await take(edited, file, remaining, in: world) {
            case .done: return
            case .given(let failure): throw kept(file, folder, failure, in: world)
            case .again(let reasons, let left, let text):
                (problems, remaining) = (reasons, left)
                body = String(text.drop { $0 == "\n" })
            }
        }
    }

    private static func isSame(_ edited: String, _ body: String) -> Bool {
        edited.drop { $0 == "\n" } == body.drop { $0 == "\n" }
    }

    /// Leaves the user's text where it is, and says so.
    private func kept(_ file: String, _ folder: TemporaryFolder, _ failure: Failure, in world: World)
        -> Failure
    {
        folder.keep(file)
        world.note("note: your text is kept in \(file)")
        return failure
    }

    private func take(_ text: String, _ file: String, _ objects: [EditedObject], in world: World) async
        -> Outcome
    {
        let source = Source(name: file, text: Array(text.utf8))
        let manifest = Manifest(reading: [source])
        if manifest.diagnostics.hasErrors {
            let errors = manifest.diagnostics.filter { $0.severity == .error }
            return .again([TextRenderer(usesColor: false).text(errors)], remaining: objects, text: text)
        }
        let nodes = manifest.items.map(\.checked.node)
        let pairs = nodes.compactMap { node in
            objects.first { $0.isSame(as: node) }.map { (object: $0, node: node) }
        }
        guard pairs.count == nodes.count, Set(pairs.map(\.object.reference)).count == nodes.count else {
            let names = objects.map(\.reference.qualified).joined(separator: ", ")
            return .again(
                ["Kind, apiVersion, namespace and name cannot be edited: here is \(names)."],
                remaining: objects, text: text)
        }
        return await send(pairs, text, in: world)
    }

    private func send(_ pairs: [(object: EditedObject, node: Node)], _ text: String, in world: World) async
        -> Outcome
    {
        var refusals: [String] = []
        var remaining: [(object: EditedObject, node: Node)] = []
        for (object, node) in pairs {
            guard let patch = object.patch(to: node) else {
                if pairs.count > 1 { world.note("\(object.reference.text) was not changed") }
                continue
            }
            do {
                _ = try await cluster.patch(
                    object.type, namespace: object.reference.namespace, name: object.reference.name, patch,
                    WriteOptions())
                world.print("\(object.reference.text) edited")
            } catch let error as ClusterError where error.isRefusal {
                refusals.append("\(object.reference.qualified): \(error.text)")
                remaining.append((object, node))
            } catch {
                let code: ExitCode = (error as? ClusterError)?.isUnavailable == true ? .unavailable : .failed
                let isConflict = (error as? ClusterError)?.isConflict ?? false
                let advice = isConflict ? " (someone changed it meanwhile: edit the new version)" : ""
                let reason = ErrorText.of(error) + advice
                return .given(up: Failure("cannot edit \(object.reference.text): \(reason)", code: code))
            }
        }
        if refusals.isEmpty { return .done }
        // What is done is not shown again.
        let rest = EditedText(
            objects: remaining.map { EditedObject($0.node, $0.object.kind, $0.object.type) }, isJSON: isJSON)
        return .again(
            refusals, remaining: remaining.map(\.object),
            text: remaining.count == pairs.count ? text : rest.text)
    }
}

extension ClusterError {
    /// Whether the object itself is wrong, so that editing it again can help.
    fileprivate var isRefusal: Bool {
        guard case .status(let status) = self else { return false }
        return status.code == 400 || status.code == 422
    }
}
