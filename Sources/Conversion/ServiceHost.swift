import IstioAPI
import Schema

/// A host that rules speak of, by its full name, as 0.7.1 resolved it (`ResolveHostname`): the service's
/// namespace is the rule's own unless given, and the cluster's domain follows unless another one is given.
struct ServiceHost: Hashable, Sendable {
    let full: String
    /// Short name and namespace of a service of the cluster; nil for other hosts.
    let name: String?
    let namespace: String?

    init(name: String, namespace: String, _ options: ConversionOptions) {
        self.name = name
        self.namespace = namespace
        full = "\(name).\(namespace).\(options.domain)"
    }

    /// A host by its full name. One without a dot is a short name.
    init(full text: String, from namespace: String, _ options: ConversionOptions) {
        guard text.contains("."), !text.hasPrefix("*") else {
            let isShort = !text.hasPrefix("*") && !text.isEmpty && !text.contains("/")
            full = isShort ? "\(text).\(namespace).\(options.domain)" : text
            name = isShort ? text : nil
            self.namespace = isShort ? namespace : nil
            return
        }
        full = text
        let suffix = ".\(options.domain)"
        let parts = text.hasSuffix(suffix) ? text.dropLast(suffix.count).split(separator: ".") : []
        name = parts.count == 2 ? String(parts[0]) : nil
        self.namespace = parts.count == 2 ? String(parts[1]) : nil
    }

    init(_ service: Object<Legacy.IstioService>, from namespace: String, _ options: ConversionOptions) {
        if !service.service.isEmpty {
            self.init(full: service.service, from: namespace, options)
        } else {
            let home = service.namespace.isEmpty ? namespace : service.namespace
            let domain = service.domain.isEmpty ? options.domain : service.domain
            self.init(full: "\(service.name).\(home).\(domain)", from: namespace, options)
        }
    }

    /// As an object in a namespace names the host: services of its own by short name.
    func written(in home: String) -> String {
        guard let name, namespace == home else { return full }
        return name
    }

    /// A name for objects about this host.
    var objectName: String { name ?? ObjectNaming.label(full) }
}

/// Names for what a conversion makes.
enum ObjectNaming {
    private static let longest = 63

    /// The text as a label of DNS: lower case, dashes for what is not allowed; `x` where nothing is left.
    static func label(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        for byte in text.lowercased().utf8 {
            let isAllowed = (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
            if isAllowed {
                bytes.append(byte)
            } else if let last = bytes.last, last != dash {
                bytes.append(dash)
            }
        }
        bytes = Array(bytes.prefix(longest))
        while bytes.last == dash { bytes.removeLast() }
        return bytes.isEmpty ? "x" : String(decoding: bytes, as: UTF8.self)
    }

    /// The name, with a number behind it where it is taken.
    static func free(_ name: String, _ isTaken: (String) -> Bool) -> String {
        if !isTaken(name) { return name }
        var number = 2
        while true {
            let tail = "-\(number)"
            let candidate = name.prefix(longest - tail.utf8.count) + tail
            if !isTaken(String(candidate)) { return String(candidate) }
            number += 1
        }
    }

    private static let dash = UInt8(ascii: "-")
}
