import Diagnostics
import FoundationEssentials
import Testing
import YAML

@testable import Conversion

/// Every sample of the old generation converts without a word about what nobody understood.
@Suite struct SampleTests {
    static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    static func files(below folder: String) -> [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("invalid/") }.sorted()
    }

    static func documents(_ path: String) throws -> [Document] {
        let bytes = try Data(contentsOf: URL(filePath: path))
        return YAMLReader.documents(in: Source(name: path, text: Array(bytes)))
    }

    @Test(arguments: files(below: root + "/samples"))
    func converts(_ name: String) throws {
        let converted = Conversion.convert(try Self.documents("\(Self.root)/samples/\(name)"))
        #expect(!converted.diagnostics.hasErrors)
        checkOutput(converted, name)
        if name.contains("today") {
            #expect(converted.outcomes.allSatisfy { $0.fate == .carried }, "today's samples need no change")
        }
    }

    @Test func allTogether() throws {
        let folder = Self.root + "/samples/bookinfo/classic"
        let documents = try Self.files(below: folder).flatMap { try Self.documents("\(folder)/\($0)") }
        let converted = Conversion.convert(documents)
        checkOutput(converted, "bookinfo")
        let hosts = converted.objects.filter { $0["kind"] == "VirtualService" }
            .flatMap { $0[["spec", "hosts"]]?.list ?? [] }.compactMap(\.string)
        #expect(Set(hosts).count == hosts.count, "one virtual service a host")
    }
}
