import FoundationEssentials
import YAML

/// The facts about the API in `../shared/reference`, where that folder is at hand.
enum Reference {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        + "/../shared/reference/istio-api-1.30/"

    /// The bytes of a file; nil, with a note, when it is absent.
    static func bytes(_ name: String) -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: folder + name) else {
            print("note: the reference \(name) is absent, nothing is compared")
            return nil
        }
        return Array(data)
    }

    /// The custom resource definitions of Istio 1.30.
    static func definitions() -> [Node]? {
        guard let text = bytes("customresourcedefinitions.gen.yaml") else { return nil }
        return YAMLReader.documents(in: Source(name: "definitions", text: text)).map(\.root).filter {
            !$0.isNull
        }
    }
}
