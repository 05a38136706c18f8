package import Template

/// Reads `values.yaml`, and the files of `--values`.
package enum ValuesReader {
    /// All documents of the file, each merged over those before it: maps key by key, everything else as a
    /// whole. Null is a value like any other here.
    package static func read(_ text: [UInt8]) throws(ChartError) -> MapValue {
        var values = MapValue()
        for part in documents(text) {
            do throws(FunctionError) {
                values = merged(values, try HelmYAML.map(part))
            } catch {
                throw ChartError("cannot unmarshal yaml document: \(error.message)")
            }
        }
        return values
    }

    /// Parts between lines of `---`; such a line at the beginning of a part belongs to it.
    private static func documents(_ text: [UInt8]) -> [Text] {
        if text.firstOccurrence(of: "---".utf8) == nil { return text.isEmpty ? [] : [Text(bytes: text)] }
        var parts: [Text] = []
        var part: [UInt8] = []
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            let isMark = line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy(isBlank)
            if isMark, !part.isEmpty {
                parts.append(Text(bytes: part))
                part = []
            } else {
                part += line
                part.append(0x0A)
            }
        }
        if !part.isEmpty { parts.append(Text(bytes: part)) }
        return parts
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// `above` laid over `below`, both left as they are.
    package static func merged(_ below: MapValue, _ above: MapValue) -> MapValue {
        var entries = below.entries.map { ($0.key, $0.value) }
        for entry in above.entries {
            var value = entry.value
            if case .map(let own) = value, case .map(let other) = below[entry.key] {
                value = .map(merged(other, own))
            }
            entries.append((entry.key, value))
        }
        return MapValue(entries)
    }
}
