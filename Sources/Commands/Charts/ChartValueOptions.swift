import ArgumentParser
import Chart
import Template

/// Helm's flags for values.
struct ChartValueOptions: ParsableArguments {
    @Option(
        name: [.customShort("f"), .long],
        help: "Values in a YAML file, - for standard input; may be repeated.",
        completion: .file())
    var values: [String] = []
    @Option(name: .customLong("set"), parsing: .unconditionalSingleValue, help: "Set values: a.b=1,c[0]=x.")
    var set: [String] = []
    @Option(parsing: .unconditionalSingleValue, help: "Set values as texts.") var setString: [String] = []
    @Option(parsing: .unconditionalSingleValue, help: "Set values as JSON: a={\"b\":[1]}.") var setJson:
        [String] = []
    @Option(parsing: .unconditionalSingleValue, help: "Set values from files: a=PATH.") var setFile:
        [String] = []
    @Option(parsing: .unconditionalSingleValue, help: "Set one value to the text after =, as it is.")
    var setLiteral: [String] = []

    /// The values of all flags. Files come first, then the flags in Helm's order, whatever theirs.
    func merged(in world: World) throws -> MapValue {
        do throws(ChartError) {
            var merged = MapValue()
            for path in values.flatMap({ $0.split(separator: ",") }) {
                merged = ValuesReader.merged(merged, try table(String(path), world))
            }
            let flags: [(SetFlag, [String])] = [
                (.json, setJson), (.set, set), (.string, setString), (.file, setFile), (.literal, setLiteral),
            ]
            for (flag, texts) in flags {
                for text in texts {
                    merged = try flag.applied(text, to: merged) { path throws(ChartError) in
                        try read(path, world)
                    }
                }
            }
            return merged
        } catch {
            throw Failure(error.message)
        }
    }

    private func table(_ path: String, _ world: World) throws(ChartError) -> MapValue {
        let text = try read(path, world)
        do {
            return try ValuesReader.read(text)
        } catch {
            throw ChartError("failed to parse \(path): \(error.message)")
        }
    }

    private func read(_ path: String, _ world: World) throws(ChartError) -> [UInt8] {
        do {
            return try FileOptions.read(path, in: world).text
        } catch {
            throw ChartError((error as? Failure)?.message ?? "open \(path): \(error)")
        }
    }
}
