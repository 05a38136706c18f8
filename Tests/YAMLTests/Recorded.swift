import Glibc

@testable import YAML

/// One recorded run of the real istioctl 0.7.1, from `../shared`, which not every checkout has.
struct Recorded {
    let node: Node

    var id: String { node["id"]?.string ?? "" }
    var succeeded: Bool { node[["expect", "exit"]]?.int == 0 }
    var output: String { node[["expect", "stdout"]]?.string ?? "" }
    var text: String { node["files"]?.map?.first?.value.string ?? "" }
    var preload: [Node] { node["preload"]?.list ?? [] }

    /// The specs of the objects that it sent to be created.
    var specs: [Node] {
        let requests = node[["expect", "requests"]]?.list ?? []
        return requests.filter { $0["method"]?.string == "POST" }.map { $0[["body", "spec"]] ?? .null }
    }

    static func cases(_ group: String) throws -> [Recorded] {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let path = "/\(folder)/../shared/conformance/istioctl-0.7.1/\(group).jsonl"
        guard let bytes = contents(path) else {
            print("skipped: \(path) is not there")
            return []
        }
        return try bytes.split(separator: 0x0A).map { Recorded(node: try JSONReader.node(Array($0))) }
    }
}

func contents(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
}
