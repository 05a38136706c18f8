import Diagnostics

/// Reads JSON texts, strictly by RFC 8259: nothing before or after the value but white space, no comments, no
/// trailing commas, no lone surrogates, no two equal keys in one object.
package enum JSONReader {
    /// The one document of a source; what is wrong with it is in its problems.
    package static func document(_ source: Source, limits: ReadLimits = .standard) -> Document {
        do throws(JSONError) {
            return Document(source: source, index: 0, root: try node(source.text, limits: limits))
        } catch {
            return Document(source: source, index: 0, root: .null, problems: [error.diagnostic(in: source)])
        }
    }

    /// The value of a text. Whole numbers are exact up to `UInt64.max`; beyond, and with a fraction or an
    /// exponent, numbers are doubles.
    package static func node(_ bytes: [UInt8], limits: ReadLimits = .standard) throws(JSONError) -> Node {
        guard bytes.count <= limits.sourceBytes else {
            let message = "the text has \(bytes.count) bytes; at most \(limits.sourceBytes) are read"
            throw JSONError(.sourceLimit, message, at: Mark(line: 1, column: 1))
        }
        let result: Result<Node, JSONError> = bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer, limits)
            do throws(JSONError) { return .success(try parser.wholeText()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
