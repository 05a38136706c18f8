import Synchronization
import YAML

/// How Helm renders the templates of a chart and its subcharts: all in one set, each with its chart's
/// objects.
package struct HelmEngine: Sendable {
    /// A file of a chart's folder `templates`.
    package struct File: Sendable {
        /// With the chart's name in front: `case/templates/case.yaml`.
        package let path: String
        package let text: Text
        /// What `.` is. The engine adds `Template`; the files of one chart share one map.
        package let objects: MapValue
        /// The folder that `.Template.BasePath` names.
        package let folder: String

        package init(_ path: String, _ text: Text, objects: MapValue, folder: String) {
            self.path = path
            self.text = text
            self.objects = objects
            self.folder = folder
        }
    }

    private let functions: FunctionTable
    private let missingKey: MissingKey
    private let surroundings: Surroundings

    /// An engine with these functions, to which it adds those that need it (`include`, `tpl`, `required`,
    /// `fail`, `lookup`, which finds nothing). `strict` makes missing keys errors.
    package init(
        functions: FunctionTable, strict: Bool = false, surroundings: Surroundings = Surroundings()
    ) {
        self.surroundings = surroundings
        self.functions = functions.adding(HelmFunctions.all)
        missingKey = strict ? .error : .zero
    }

    /// What Helm makes of the objects of a chart: a map with methods of Helm's own.
    package static let valuesType = NamedType("common.Values", [])

    /// The output of every file that is no partial (`_name`), in the order in which Helm renders them.
    /// The message of an error is worded as Helm words it.
    ///
    /// Files are rendered on all cores, as if each were alone; the objects are frozen for that. If one turns
    /// out to change them, which those after it are to see, all are rendered once more, one after the other,
    /// with the files that `changeable` gives: the same with objects of their own.
    package func render(
        _ files: [File], changeable: () -> [File]
    ) throws(TemplateError) -> [(path: String, text: [UInt8])] {
        let ordered = Self.ordered(files)
        let set = try parse(ordered)
        for file in ordered { file.objects.freeze() }
        if let results = try renderFrozen(ordered.filter { !$0.isPartial }, set) { return results }
        return try renderInTurn(Self.ordered(changeable()).filter { !$0.isPartial }, set)
    }

    /// Nil where a template wants to change what it is given.
    private func renderFrozen(
        _ files: [File], _ set: TemplateSet
    ) throws(TemplateError) -> [(path: String, text: [UInt8])]? {
        let mayGoOn = Atomic(true)
        let pages = Parallel.results(files.count) { index -> [Page] in
            guard mayGoOn.load(ordering: .relaxed) else { return [.unfinished] }
            let file = files[index]
            let objects = MapValue(
                file.objects.entries.map { ($0.key, $0.value) } + [("Template", file.template)],
                named: Self.valuesType)
            objects.freeze()
            do throws(TemplateError) {
                if let text = try set.renderFrozen(file.path, .map(objects)) { return [.text(text)] }
                mayGoOn.store(false, ordering: .relaxed)
                return [.unfinished]
            } catch {
                return [.failure(error)]
            }
        }
        guard mayGoOn.load(ordering: .relaxed) else { return nil }
        var results: [(path: String, text: [UInt8])] = []
        for (file, page) in zip(files, pages) {
            switch page {
            case .text(let text): results.append((file.path, HelmFunctions.withoutNoValue(text)))
            case .failure(let error): throw error.replacing(HelmMessage.execution(error))
            case .unfinished: return nil
            }
        }
        return results
    }

    private enum Page: Sendable {
        case text([UInt8])
        case failure(TemplateError)
        case unfinished
    }

    private func renderInTurn(
        _ files: [File], _ set: TemplateSet
    ) throws(TemplateError) -> [(path: String, text: [UInt8])] {
        var results: [(path: String, text: [UInt8])] = []
        for file in files {
            do {
                try file.objects.set("Template", file.template)
                let output = try set.render(file.path, .map(file.objects))
                results.append((file.path, HelmFunctions.withoutNoValue(output)))
            } catch let error as TemplateError {
                throw error.replacing(HelmMessage.execution(error))
            } catch {
                throw TemplateError(.execute, file.path, "the objects of \(file.path) are frozen")
            }
        }
        return results
    }

    private func parse(_ files: [File]) throws(TemplateError) -> TemplateSet {
        var set = TemplateSet(HelmFunctions.setName, functions: functions, missingKey: missingKey)
        set.surroundings = surroundings
        do throws(TemplateError) {
            try set.parse(files.map { ($0.path, $0.text) })
        } catch {
            throw error.replacing(HelmMessage.parsing(error))
        }
        return set
    }

    private static func ordered(_ files: [File]) -> [File] { files.sorted { comesFirst($0.path, $1.path) } }

    /// Deep files first, so that what a parent chart defines replaces what its subcharts define.
    private static func comesFirst(_ a: String, _ b: String) -> Bool {
        let depths = (a.utf8.count { $0 == UInt8(ascii: "/") }, b.utf8.count { $0 == UInt8(ascii: "/") })
        return depths.0 == depths.1 ? Text(b) < Text(a) : depths.0 > depths.1
    }
}

extension HelmEngine.File {
    fileprivate var isPartial: Bool { path.split(separator: "/").last?.hasPrefix("_") ?? false }

    /// `.Template`.
    fileprivate var template: Value {
        .map(
            MapValue(
                [("Name", .string(path)), ("BasePath", .string(folder))], named: HelmEngine.valuesType))
    }
}

extension TemplateError {
    /// The same failure in other words.
    func replacing(_ message: String) -> TemplateError {
        TemplateError(phase, name, line: line, column: column, message, notice: notice, causes: causes)
    }
}
