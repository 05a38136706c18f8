import Diagnostics
import Schema
import Validation
package import YAML

/// Turns what Istio 0.7.1 and older releases of today's API understood into what Istio 1.30 does, and says of
/// every field what became of it. Values in, values out.
package enum Conversion {
    /// Converts all objects of the documents together: rules for one host may come from several files.
    ///
    /// Input that does not validate is refused: then there are findings with errors, and nothing else.
    package static func convert(
        _ documents: [Document], to target: ConversionTarget = .today,
        _ options: ConversionOptions = ConversionOptions()
    ) -> Converted {
        var inputs = ConversionInputs(options)
        for document in documents { inputs.add(document) }
        if inputs.diagnostics.hasErrors { return Converted(diagnostics: inputs.diagnostics) }
        var ledger = Ledger(inputs.origins)
        var objects = TodayConversion.convert(inputs, &ledger)
        objects = OutputCheck.keepValid(objects, &ledger)
        switch target {
        case .today: break
        case .gatewayAPI: objects = GatewayAPIConversion.convert(objects, options, &ledger)
        case .linkerd: objects = LinkerdConversion.convert(objects, options, &ledger)
        }
        return Converted(
            diagnostics: inputs.diagnostics, objects: objects, outcomes: ledger.outcomes(objects),
            remarks: ledger.remarks)
    }
}
