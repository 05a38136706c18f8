import Diagnostics
package import IstioAPI
import Schema
import YAML

/// Istio 1.30, what it refuses in a WebAssembly plugin.
extension WasmPlugin: Validated {
    package static let checks: [Check<WasmPlugin>] = [.init("targets", targets), .init("module", module)]
}

/// Istio 1.30, what it refuses in an extension.
extension TrafficExtension: Validated {
    package static let checks: [Check<TrafficExtension>] = [
        .init("targets", targets), .init("filter", filter),
    ]
}

private func targets(_ plugin: Object<WasmPlugin>, _ report: inout Report) {
    report.targets(
        selector: plugin.selector, plugin.targetRef, plugin.targetRefs, areGiven: plugin.has(\.targetRefs))
}

/// A plugin has the fields of an extension's module.
private func module(_ plugin: Object<WasmPlugin>, _ report: inout Report) {
    report.module(plugin.viewed(as: WasmConfig.self))
}

private func targets(_ filter: Object<TrafficExtension>, _ report: inout Report) {
    report.targets(selector: filter.selector, nil, filter.targetRefs, areGiven: filter.has(\.targetRefs))
}

private func filter(_ filter: Object<TrafficExtension>, _ report: inout Report) {
    if !filter.has(\.wasm), !filter.has(\.lua) {
        report.error(
            .missingField, "the extension holds no filter", at: filter.place, hint: "give `wasm` or `lua`")
    }
    if filter.has(\.wasm) { report.module(filter.wasm) }
}

extension Report {
    fileprivate mutating func module(_ module: Object<WasmConfig>) {
        if !module.url.isEmpty { moduleAddress(module.url, at: module.place(\.url)) }
        if !module.sha256.isEmpty { checksum(module.sha256, at: module.place(\.sha256)) }
        var names: Set<String> = []
        for variable in module.vmConfig.env {
            if variable.valueFrom == .host, variable.has(\.value) {
                error(
                    .exclusiveFields, "a variable of the HOST has no value of its own",
                    at: variable.place(\.value), hint: "remove `value`, or set `valueFrom: INLINE`")
            }
            if !names.insert(variable.name).inserted {
                error(
                    .duplicateValue, "variable \(variable.name.quoted) is already set",
                    at: variable.place(\.name))
            }
        }
    }

    private mutating func moduleAddress(_ address: String, at place: Place) {
        let scheme = address.firstRange(of: "://").map { String(address[..<$0.lowerBound]) }
        if let scheme, !schemes.contains(scheme.lowercased()) {
            return error(
                .invalidURL, "scheme \(scheme.quoted) is not supported", at: place,
                hint: "one of \(schemes.joined(separator: ", ")), or none for an OCI image")
        }
        guard let problem = WebAddress.problem(scheme == nil ? "http://\(address)" : address) else { return }
        error(.invalidURL, "\(address.quoted) is no address: \(problem)", at: place)
    }

    private mutating func checksum(_ text: String, at place: Place) {
        if text.utf8.count != 64 {
            error(
                .outOfRange, "a SHA-256 checksum has 64 digits, found \(text.utf8.count) characters",
                at: place)
        } else if !text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }) {
            error(
                .invalidName, "the checksum has characters that are no hexadecimal digits in lower case",
                at: place)
        }
    }
}

private let schemes = ["oci", "http", "https", "file"]
