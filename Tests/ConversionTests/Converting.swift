import YAML

@testable import Conversion

extension Conversion {
    /// Converts a text as a file would be.
    static func convert(
        text: String, to target: ConversionTarget = .today, _ options: ConversionOptions = ConversionOptions()
    ) -> Converted {
        convert(YAMLReader.documents(in: Source(name: "in.yaml", text)), to: target, options)
    }
}
