import Diagnostics
import IstioAPI
import Schema

extension Report {
    mutating func headers(_ headers: Object<Headers>) {
        operations(headers.request, allowsAuthority: true)
        operations(headers.response, allowsAuthority: false)
    }

    private mutating func operations(
        _ operations: Object<Headers.HeaderOperations>, allowsAuthority: Bool
    ) {
        for header in Array(operations.set) + operations.add {
            let place = Place.key(header.key, header.node.keyMark)
            if !allowsAuthority || !header.key.isAuthority { changedHeader(header.key, at: place) }
            if let problem = HeaderValue.problem(with: header.value) {
                error(
                    .invalidHeader, "header value configuration: invalid header configuration. \(problem)",
                    at: .value(header.node.value.mark), hint: "write %% for a percent sign")
            }
        }
        for (name, mark) in operations.each(\.remove) { changedHeader(name, at: .value(mark)) }
    }

    /// Headers that Envoy makes itself cannot be changed.
    private mutating func changedHeader(_ name: String, at place: Place) {
        headerName(name, at: place)
        if name.hasPrefix(":") || name.isAuthority {
            error(.invalidHeader, "header \(name.quoted) cannot be changed here", at: place)
        }
    }

    /// The authority of a request is rewritten in one place only.
    mutating func authority(of route: Object<HTTPRoute>) {
        var isSet = !route.rewrite.authority.isEmpty
        for header in Array(route.headers.request.set) + route.headers.request.add
        where header.key.isAuthority {
            if isSet {
                error(
                    .exclusiveFields, "the authority of the request is set more than once",
                    at: .key(header.key, header.node.keyMark), hint: "keep one of them")
            }
            isSet = isSet || !header.value.isEmpty
        }
    }

    mutating func headerName(_ name: String, at place: Place) {
        if name.isEmpty { error(.invalidHeader, "header name cannot be empty", at: place) }
    }
}

/// Values of headers as Envoy reads them: `%NAME%` is a variable, `%%` a percent sign.
enum HeaderValue {
    static func problem(with value: String) -> String? {
        if value.utf8.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) {
            return "control characters are not allowed"
        }
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

extension String {
    fileprivate var isAuthority: Bool { ["host", ":authority"].contains(lowercased()) }

    /// A token of HTTP, as names of headers are.
    var isHeaderName: Bool {
        !isEmpty
            && utf8.allSatisfy {
                Name.isLowerOrDigit($0 | 0x20) || Name.isLowerOrDigit($0) || tokenMarks.contains($0)
            }
    }
}

private let tokenMarks = Set("!#$%&'*+-.^_`|~".utf8)
