import Diagnostics
import IstioAPI
import Schema

extension Report {
    mutating func headers(_ headers: Object<Headers>) {
        operations(headers.request)
        operations(headers.response)
    }

    private mutating func operations(_ operations: Object<Headers.HeaderOperations>) {
        for header in Array(operations.set) + operations.add {
            headerName(header.key, at: .key(header.key, header.node.keyMark))
            if let problem = HeaderValue.problem(with: header.value) {
                error(
                    .invalidHeader, "header value configuration: invalid header configuration. \(problem)",
                    at: .value(header.node.value.mark), hint: "write %% for a percent sign")
            }
        }
        for (name, mark) in operations.each(\.remove) { headerName(name, at: .value(mark)) }
    }

    mutating func headerName(_ name: String, at place: Place) {
        if name.isEmpty { error(.invalidHeader, "header name cannot be empty", at: place) }
    }
}

/// Values of headers as Envoy reads them: `%NAME%` is a variable, `%%` a percent sign.
enum HeaderValue {
    static func problem(with value: String) -> String? {
        var rest = Array(value.utf8)[...]
        while let start = rest.firstIndex(of: percent) {
            rest = rest[(start + 1)...]
            guard let next = rest.first else { return "Un-escaped %" }
            if next == percent {
                rest = rest.dropFirst()
                continue
            }
            guard let end = endOfVariable(in: rest) else {
                return "Un-terminated variable expression '\(value.escapingControls)'"
            }
            rest = rest[(end + 1)...]
        }
        return nil
    }

    /// The percent sign that ends a variable; those between parentheses are the variable's own.
    private static func endOfVariable(in rest: ArraySlice<UInt8>) -> Int? {
        var isArgument = false
        for index in rest.indices {
            switch rest[index] {
            case UInt8(ascii: "("): isArgument = true
            case UInt8(ascii: ")"): isArgument = false
            case percent where !isArgument: return index
            default: break
            }
        }
        return nil
    }

    private static let percent = UInt8(ascii: "%")
}
