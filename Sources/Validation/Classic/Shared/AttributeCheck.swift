import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    /// The value of a Mixer attribute says something. A member that is written as null counts as chosen and
    /// empty.
    mutating func checkAttribute(_ attribute: Pair<Object<Legacy.Attributes.Value>>) {
        let (name, value) = (attribute.key.quoted, attribute.value)
        for entry in value.node?.map ?? [] {
            let place = Place.value(entry.value.mark)
            switch entry.key {
            case "stringValue", "string_value":
                guard value.stringValue.isEmpty else { continue }
                error(.emptyValue, "string attribute for \(name) should not be empty", at: place)
            case "bytesValue", "bytes_value":
                guard value.bytesValue.isEmpty else { continue }
                error(.emptyValue, "bytes attribute for \(name) should not be empty", at: place)
            case "timestampValue", "timestamp_value": checkTime(entry.value, name)
            case "durationValue", "duration_value":
                checkDuration(entry.value.isNull ? Node?.none : entry.value, at: place)
            case "stringMapValue", "string_map_value":
                guard !value.stringMapValue.has(\.entries) else { continue }
                error(.emptyValue, "stringmap attribute for \(name) should not be nil", at: place)
            default: continue
            }
        }
    }

    private mutating func checkTime(_ node: Node, _ name: String) {
        guard let text = node.string else {
            return error(
                .emptyValue, "timestamp attribute for \(name) should not be nil: timestamp: nil Timestamp",
                at: .value(node.mark))
        }
        guard text.hasPrefix("0000-") else { return }
        error(
            .outOfRange, "timestamp attribute for \(name): \(text.quoted) is before 0001-01-01",
            at: .value(node.mark))
    }
}
