import Diagnostics
import Schema
import YAML

extension Report {
    /// A `google.protobuf.Any`: 0.7.1 reads only the types that its program contains, in effect Google's own.
    mutating func checkAny(_ node: Node?, at place: @autoclosure () -> Place) {
        guard let type = node?["@type"]?.string else { return }
        let name = type.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard !name.hasPrefix("google.protobuf.") else { return }
        error(.unknownValue, "unknown message type \(name.quoted)", at: place())
    }
}
