import Testing
import YAML

@testable import Diagnostics

/// The parts of SARIF 2.1.0 that the output uses, as its schema demands them.
@Suite struct SARIFRendererTests {
    private func run(_ report: DiagnosticReport) throws -> Node {
        let log = try JSONReader.node(Array(SARIFRenderer().text(report).utf8))
        #expect(log["version"] == "2.1.0")
        #expect(log["runs"]?.list?.count == 1)
        return try #require(log["runs"]?.list?.first)
    }

    @Test func describesItsRules() throws {
        let run = try run(SampleReport.report(SampleReport.misspelt, SampleReport.missing))
        let driver = run[["tool", "driver"]]
        #expect(driver?["name"] == "istioctl" && driver?["semanticVersion"] == "1.2.3")
        let rules = driver?["rules"]?.list ?? []
        #expect(rules.map { $0["id"] } == ["IST0101", "IST0106"])
        #expect(
            rules.first == [
                "id": "IST0101", "name": "ReferencedResourceNotFound",
                "shortDescription": ["text": "Something is referred to."],
                "fullDescription": ["text": "Something is referred to."], "help": ["text": "Create it."],
                "helpUri": "https://example.com/ist0101", "defaultConfiguration": ["level": "error"],
            ])
        for result in run["results"]?.list ?? [] {
            let index = Int(result["ruleIndex"]?.int ?? -1)
            #expect(rules.indices.contains(index) && rules[index]["id"] == result["ruleId"])
        }
    }

    @Test func saysWhenInputCouldNotBeRead() throws {
        var report = SampleReport.report(SampleReport.misspelt)
        #expect(try run(report)["invocations"]?.list?.first?["executionSuccessful"] == true)
        report.isIncomplete = true
        #expect(try run(report)["invocations"]?.list?.first?["executionSuccessful"] == false)
    }

    @Test func placesResults() throws {
        let results = try run(SampleReport.report(SampleReport.misspelt))["results"]?.list ?? []
        let place = results.first?["locations"]?.list?.first
        #expect(
            place?["physicalLocation"] == [
                "artifactLocation": ["uri": "rules/a.yaml", "uriBaseId": "%SRCROOT%"],
                "region": ["startLine": 12, "startColumn": 3],
            ])
        #expect(
            place?["logicalLocations"] == [
                [
                    "name": "reviews", "fullyQualifiedName": "VirtualService books/reviews",
                    "kind": "object",
                ]
            ])
        #expect(results.first?["message"] == ["text": "unknown field \"retires\"\ndid you mean `retries`?"])
        #expect(results.first?["properties"] == ["rule": "unknown-field", "path": "spec.retires"])
        let related = results.first?["relatedLocations"]?.list?.first
        #expect(related?["message"] == ["text": "the field is declared here"])
    }

    @Test func whatHasNoPlaceHasNoRegion() throws {
        var nowhere = SampleReport.missing
        nowhere.position = Position(file: "a.yaml", mark: .none)
        let results = try run(SampleReport.report(nowhere, SampleReport.remote))["results"]?.list ?? []
        #expect(
            results.first?["locations"]?.list?.first?["physicalLocation"] == [
                "artifactLocation": ["uri": "a.yaml", "uriBaseId": "%SRCROOT%"]
            ])
        #expect(results.last?["locations"]?.list?.first?["physicalLocation"] == nil)
        #expect(results.last?["level"] == "note")
    }

    @Test func fingerprintsIgnoreLinesAndTellEqualsApart() throws {
        var moved = SampleReport.missing
        moved.position = SampleReport.at("rules/a.yaml", 99, 1)
        moved.path = FieldPath().field("spec").field("gateways").index(3)
        let results = try run(SampleReport.report(SampleReport.missing, moved))["results"]?.list ?? []
        let prints = results.compactMap { $0[["partialFingerprints", "primaryLocationLineHash"]]?.string }
        let hash = SampleReport.missing.fingerprint
        #expect(prints == ["\(hash):1", "\(hash):2"])
    }

    @Test func suppressionsSayByWhom() throws {
        var report = SampleReport.report()
        report.suppressed = [
            .init(SampleReport.missing, by: .comment, reason: "theirs"),
            .init(SampleReport.remote, by: .baseline, reason: nil),
        ]
        let results = try run(report)["results"]?.list ?? []
        #expect(results.first?["suppressions"] == [["kind": "inSource", "justification": "theirs"]])
        #expect(results.last?["suppressions"] == [["kind": "external"]])
    }

    /// GitHub takes no run with more than 25,000 results.
    @Test func theWorstResultsComeFirstAndTheRestIsCounted() throws {
        var report = SampleReport.report()
        report.findings = Array(repeating: SampleReport.remote, count: 25_000) + [SampleReport.missing]
        let run = try run(report)
        let results = run["results"]?.list ?? []
        #expect(results.count == 25_000 && results.first?["level"] == "error")
        let notes = run["invocations"]?.list?.first?["toolExecutionNotifications"]
        #expect(notes?.list?.first?["message"] == ["text": "1 more findings are not listed"])
    }

    @Test(
        arguments: [
            ("a.yaml", "a.yaml", true), ("./x/../a b.yaml", "x/../a%20b.yaml", true),
            ("/abs/ü#?.yaml", "file:///abs/%C3%BC%23%3F.yaml", false), ("a:b%.yaml", "a%3Ab%25.yaml", true),
            ("-", "-", true), ("a\nb", "a%0Ab", true),
        ])
    func namesOfFilesBecomeURIs(path: String, text: String, isRelative: Bool) {
        #expect(ArtifactURI(path).text == text)
        #expect(ArtifactURI(path).isRelative == isRelative)
    }

    @Test func hostileTextStaysText() throws {
        let run = try run(SampleReport.hostileReport)
        #expect(run["results"]?.list?.count == 2)
        #expect(!SARIFRenderer().text(SampleReport.hostileReport).unicodeScalars.contains("\u{1B}"))
    }
}
