package import IstioAPI
import Schema

/// Istio 1.30, what it refuses in the settings of proxies.
extension ProxyConfig: Validated {
    package static let checks: [Check<ProxyConfig>] = [.init("selector", workloads)]
}

private func workloads(_ settings: Object<ProxyConfig>, _ report: inout Report) {
    if settings.has(\.selector) { report.selector(settings.selector, at: settings.place(\.selector)) }
}
