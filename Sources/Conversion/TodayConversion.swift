import Schema
import YAML

/// From whatever the input is to Istio 1.30.
enum TodayConversion {
    static func convert(_ inputs: ConversionInputs, _ ledger: inout Ledger) -> [Node] {
        var work = ConversionWork(inputs, ledger)
        for step in steps { step(&work) }
        ledger = work.ledger
        return work.objects
    }

    /// Each looks for the objects that it knows. Routes come before policies, since they say which parts of
    /// services there are.
    private static let steps: [@Sendable (inout ConversionWork) -> Void] = [
        { PresentObjects.convert(&$0) }, { RouteRules.convert(&$0) }, { DestinationPolicies.convert(&$0) },
    ]
}
