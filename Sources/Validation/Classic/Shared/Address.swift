import Diagnostics
import Schema

extension Report {
    mutating func checkSubnet(_ subnet: String, at place: @autoclosure () -> Place) {
        if let problem = Address.subnetProblem(subnet) { error(.invalidAddress, problem, at: place()) }
    }

    mutating func checkIPv4(_ address: String, at place: @autoclosure () -> Place) {
        if let problem = Address.addressProblem(address) { error(.invalidAddress, problem, at: place()) }
    }
}

/// IP addresses and subnets in text, as Go reads them.
package enum Address {
    enum Family { case v4, v6 }

    /// One slash makes a CIDR block, anything else must be an address.
    static func subnetProblem(_ text: String) -> String? {
        guard isBlock(text) else { return addressProblem(text) }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let family = family(of: parts[0]), let length = prefixLength(parts[1]) else {
            return "\(text.shown) is not a valid CIDR block"
        }
        guard length <= (family == .v4 && !parts[0].contains(":") ? 32 : 128) else {
            return "\(text.shown) is not a valid CIDR block"
        }
        return family == .v4 ? nil : "\(text.shown) is not a valid IPv4 address"
    }

    static func addressProblem(_ text: String) -> String? {
        switch family(of: text[...]) {
        case .v4: nil
        case .v6: "\(text.shown) is not a valid IPv4 address"
        case nil: "\(text.shown) is not a valid IP"
        }
    }

    static func isBlock(_ text: String) -> Bool { text.utf8.count { $0 == UInt8(ascii: "/") } == 1 }

    /// Nil for what is no address. IPv6 addresses that stand for IPv4 ones count as IPv4.
    static func family(of text: Substring) -> Family? {
        if !text.utf8.contains(UInt8(ascii: ":")) { return bytes(ofIPv4: text) == nil ? nil : .v4 }
        guard let groups = groups(ofIPv6: text) else { return nil }
        return groups[0..<5].allSatisfy { $0 == 0 } && groups[5] == 0xFFFF ? .v4 : .v6
    }

    private static func prefixLength(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 8, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
            return nil
        }
        return Int(text)
    }

    /// Four numbers without leading zeros.
    private static func bytes(ofIPv4 text: Substring) -> [UInt16]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var result: [UInt16] = []
        for part in parts {
            guard part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = UInt8(part) else {
                return nil
            }
            if part.utf8.count > 1, part.utf8.first == 0x30 { return nil }
            result.append(UInt16(number))
        }
        return result
    }

    private static func groups(ofIPv6 text: Substring) -> [UInt16]? {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard halves.count <= 2, let head = plainGroups(halves[0], isLast: halves.count == 1) else {
            return nil
        }
        guard halves.count == 2 else { return head.count == 8 ? head : nil }
        guard let tail = plainGroups(halves[1], isLast: true), head.count + tail.count < 8 else { return nil }
        return head + [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail
    }

    /// Groups between single colons; the last may be an IPv4 address.
    private static func plainGroups(_ text: Substring, isLast: Bool) -> [UInt16]? {
        if text.isEmpty { return [] }
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var ending: [UInt16] = []
        if isLast, let last = parts.last, last.contains(".") {
            guard let four = bytes(ofIPv4: last) else { return nil }
            ending = [four[0] << 8 | four[1], four[2] << 8 | four[3]]
            parts.removeLast()
        }
        var result: [UInt16] = []
        for part in parts {
            guard part.utf8.count <= 4, part.utf8.first != UInt8(ascii: "+"),
                let group = UInt16(part, radix: 16)
            else { return nil }
            result.append(group)
        }
        return result + ending
    }
}

extension String {
    fileprivate var shown: String { escapingControls }
}
