/// Today's kinds take IPv4 and IPv6 alike.
extension Address {
    /// Whether a text is an IPv4 or IPv6 address.
    package static func isAddress(_ text: String) -> Bool { family(of: text[...]) != nil }

    /// An address, or an address with the length of a prefix.
    static func isSubnet(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return isAddress(text) }
        guard family(of: parts[0]) != nil, let length = UInt8(parts[1]) else { return false }
        return length <= (parts[0].contains(":") ? 128 : 32)
    }
}
