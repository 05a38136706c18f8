import Glibc
import TestSupport
import Testing

@testable import YAML

/// What we write means the same to another reader, where PyYAML is installed.
@Suite struct PyYAMLTests {
    private static let program =
        "import json,sys,yaml\\nfor d in yaml.safe_load_all(open(sys.argv[1],encoding='utf-8')): print(json.dumps(d))"

    @Test func readsWhatWeWrite() throws {
        guard system("python3 -c 'import yaml' 2>/dev/null") == 0 else { return print("skipped: no PyYAML") }
        var nodes = RandomNodes(random: Seeded(9))
        let written = (0..<500).map { _ -> Node in ["value": nodes.node()] }
        let path = "/tmp/istioctl-pyyaml-\(getpid()).yaml"
        let file = try #require(fopen(path, "w"))
        fputs(written.map { "---\n" + YAMLWriter.text($0) }.joined(), file)
        fclose(file)
        defer { unlink(path) }
        let command = "python3 -c \"exec(\\\"\(Self.program)\\\")\" \(path) > \(path).json"
        #expect(system(command) == 0)
        defer { unlink(path + ".json") }
        let lines = (contents(path + ".json") ?? []).split(separator: 0x0A)
        #expect(lines.count == written.count)
        for (line, node) in zip(lines, written) {
            #expect(try JSONReader.node(Array(line)) == node, "\(YAMLWriter.text(node))")
        }
    }
}
