import ArgumentParser
import Injection

/// The flags by which 0.7.1's `kube-inject` makes its template.
struct ClassicSidecarOptions: ParsableArguments {
    @Option(help: "Where images come from.") var hub: String?
    @Option(help: "Tag of the images.") var tag: String?
    @Option(
        name: .customLong("includeIPRanges"),
        help: "Address blocks to which traffic is redirected, between commas; all unless given.")
    var includeIPRanges: String?
    @Option(name: .customLong("imagePullPolicy"), help: "Always, IfNotPresent or Never.")
    var imagePullPolicy: String?
    @Option(name: .customLong("sidecarProxyUID"), help: "User of the sidecar; 1337 unless given.")
    var sidecarProxyUID: UnsignedNumber?
    @Flag(
        name: .customLong("coreDump"), inversion: .prefixedNo,
        help: "Let the sidecar write core dumps; on unless =false.")
    var coreDump: Bool?
    @Flag(help: "Use the image for debugging.") var debug = false
    @Option(help: .private) var verbosity: Int?
    @Option(name: .customLong("setVersionString"), help: .private) var setVersionString: String?
    @Flag(name: .customLong("emitTemplate"), help: "Print the template that these flags make, and stop.")
    var emitTemplate = false

    /// Whether any of the flags was given that Istio 1.30 does not have.
    var isGiven: Bool {
        hub != nil || tag != nil || includeIPRanges != nil || imagePullPolicy != nil
            || sidecarProxyUID != nil || coreDump != nil || debug || verbosity != nil
            || setVersionString != nil || emitTemplate
    }

    var sidecar: ClassicSidecar {
        var sidecar = ClassicSidecar()
        if let hub { sidecar.hub = hub }
        if let tag { sidecar.tag = tag }
        if let sidecarProxyUID { sidecar.proxyUID = sidecarProxyUID.value }
        if let imagePullPolicy { sidecar.imagePullPolicy = imagePullPolicy }
        if let includeIPRanges { sidecar.includedRanges = includeIPRanges }
        sidecar.isDebug = debug
        sidecar.dumpsCore = coreDump ?? true
        return sidecar
    }
}

/// A number as Go's flags read it: decimal, or hexadecimal after `0x`, octal after `0`.
struct UnsignedNumber: ExpressibleByArgument, Sendable {
    let value: UInt64

    init?(argument: String) {
        let lower = argument.lowercased()
        let prefixes: [(String, Int)] = [("0x", 16), ("0b", 2), ("0o", 8), ("0", 8)]
        for (prefix, radix) in prefixes where lower.hasPrefix(prefix) && lower.count > prefix.count {
            guard let number = UInt64(lower.dropFirst(prefix.count), radix: radix) else { return nil }
            value = number
            return
        }
        guard let number = UInt64(argument) else { return nil }
        value = number
    }
}
