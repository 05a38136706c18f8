#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An IPv4 or IPv6 address in its bytes; IPv4 within IPv6 (`::ffff:10.0.0.1`) is IPv4.
package struct IPAddress: Hashable {
    package let bytes: [UInt8]

    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let all = withUnsafeBytes(of: six) { Array($0) }
            let isMapped = all.prefix(10).allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
            bytes = isMapped ? Array(all.suffix(4)) : all
        } else {
            return nil
        }
    }

    /// A range in CIDR notation, such as `10.0.0.0/8`.
    struct Range {
        let network: IPAddress
        let prefix: Int

        init?(_ text: String) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let network = IPAddress(String(parts[0])),
                let prefix = UInt8(parts[1]), Int(prefix) <= network.bytes.count * 8
            else { return nil }
            self.network = network
            self.prefix = Int(prefix)
        }

        func contains(_ address: IPAddress) -> Bool {
            guard address.bytes.count == network.bytes.count else { return false }
            let whole = prefix / 8
            guard address.bytes.prefix(whole) == network.bytes.prefix(whole) else { return false }
            guard prefix % 8 > 0, whole < network.bytes.count else { return true }
            let shift = UInt8(8 - prefix % 8)
            return address.bytes[whole] >> shift == network.bytes[whole] >> shift
        }
    }
}
