import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Validation

/// Same verdicts as Istio 1.30 about every recorded document of a kind that is done.
@Suite struct TodayConformanceTests {
    /// The kinds whose every case must agree, but for the differences that are listed with their reasons.
    private static let settled: Set = [
        "AuthorizationPolicy", "Deployment", "DestinationRule", "EnvoyFilter", "Gateway", "IstioOperator",
        "MeshConfig", "MeshNetworks", "PeerAuthentication", "ProxyConfig", "ProxyConfig(agent)",
        "RequestAuthentication", "List", "Service", "ServiceEntry", "Sidecar", "Telemetry",
        "TrafficExtension", "VirtualService",
        "WasmPlugin", "WorkloadEntry", "WorkloadGroup",
    ]

    @Test func verdictsAgree() throws {
        guard let cases = try TodayCase.all() else { return }
        let differences = Repository.differences(from: "1.30")
        var tallies: [String: Tally] = [:]
        for recorded in cases {
            guard recorded.mode != "cli", let expected = recorded.expectation else {
                tallies[recorded.kind, default: Tally()].undecided += 1
                continue
            }
            let answer = TodayAnswer(recorded)
            let agrees = answer.verdict == expected
            tallies[recorded.kind, default: Tally()].add(
                agrees, "\(recorded.id): \(answer.verdict), not \(expected): \(answer.words)",
                isListed: differences[recorded.id] != nil)
            if agrees, differences[recorded.id] != nil {
                Issue.record("\(recorded.id): listed as different, but agrees")
            }
        }
        for (kind, tally) in tallies.sorted(by: { $0.key < $1.key }) {
            print("\(kind): \(tally)")
            for failure in tally.failures {
                if Self.settled.contains(kind) { Issue.record("\(failure)") } else { print("    \(failure)") }
            }
        }
    }
}

/// How the cases of a kind went.
private struct Tally: CustomStringConvertible {
    var agreeing = 0
    var listed = 0
    var undecided = 0
    var failures: [String] = []

    mutating func add(_ agrees: Bool, _ failure: String, isListed: Bool) {
        if agrees {
            agreeing += 1
        } else if isListed {
            listed += 1
        } else {
            failures.append(failure)
        }
    }

    var description: String {
        "\(agreeing) agree, \(failures.count) differ, \(listed) differ on purpose, "
            + "\(undecided) not compared"
    }
}

/// What this program says about a document of today.
private struct TodayAnswer {
    let verdict: TodayCase.Expectation
    let words: String

    init(_ recorded: TodayCase) {
        let source = Source(name: recorded.id, recorded.document)
        let found = YAMLReader.documents(in: source).flatMap { document in
            switch recorded.mode {
            case "meshConfig": Validation.checkMeshConfig(document)
            case "meshConfigNoDefaults": Validation.checkMeshConfig(document, overDefaults: false)
            case "proxyConfig": Validation.checkProxyConfig(document, overDefaults: false)
            case "meshNetworks": Validation.checkMeshNetworks(document)
            default:
                Validation.check(
                    document, ValidationOptions(generation: .today, checksServices: true)
                ).diagnostics
            }
        }
        // Every deprecated field gets a warning from us, only some do from Istio.
        let counted = found.filter {
            $0.severity != .info && (recorded.expectation == .warning || $0.code != .deprecatedField)
        }
        verdict = found.hasErrors ? .invalid : counted.isEmpty ? .valid : .warning
        words = found.map { "\($0.severity) \($0.path) \($0.message)" }.joined(separator: "; ")
    }
}
