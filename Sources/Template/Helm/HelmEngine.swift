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
    package func render(_ files: [File]) throws(TemplateError) -> [(path: String, text: [UInt8])] {
        let ordered = files.sorted { Self.comesFirst($0.path, $1.path) }
        let set = try parse(ordered)
        var results: [(path: String, text: [UInt8])] = []
        for file in ordered where !Self.isPartial(file.path) {
            do {
                let template = MapValue(
                    [("Name", .string(file.path)), ("BasePath", .string(file.folder))], named: Self.valuesType
                )
                try file.objects.set("Template", .map(template))
                let objects = MapValue(sorted: file.objects.entries, named: Self.valuesType)
                let output = try set.render(file.path, .map(objects))
                results.append((file.path, HelmFunctions.withoutNoValue(output)))
            } catch let error as TemplateError {
                throw error.replacing(HelmMessage.execution(error))
            } catch {
                throw TemplateError(.execute, file.path, "the objects of \(file.path) are shared")
            }
        }
        return results
    }

    private func parse(_ files: [File]) throws(TemplateError) -> TemplateSet {
        var set = TemplateSet(HelmFunctions.setName, functions: functions, missingKey: missingKey)
        set.surroundings = surroundings
        for file in files {
            do {
                try set.parse(file.path, file.text)
            } catch {
                throw error.replacing(HelmMessage.parsing(error))
            }
        }
        return set
    }

    /// Deep files first, so that what a parent chart defines replaces what its subcharts define.
    private static func comesFirst(_ a: String, _ b: String) -> Bool {
        let depths = (a.utf8.count { $0 == UInt8(ascii: "/") }, b.utf8.count { $0 == UInt8(ascii: "/") })
        return depths.0 == depths.1 ? Text(b) < Text(a) : depths.0 > depths.1
    }

    private static func isPartial(_ path: String) -> Bool {
        path.split(separator: "/").last?.hasPrefix("_") ?? false
    }
}

extension TemplateError {
    /// The same failure in other words.
    func replacing(_ message: String) -> TemplateError {
        TemplateError(phase, name, line: line, column: column, message, notice: notice, causes: causes)
    }
}
