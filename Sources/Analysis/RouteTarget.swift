import IstioAPI
import Schema

/// A destination that a virtual service names, by routing or by mirroring to it.
struct RouteTarget {
    let destination: Object<Destination>
    let isMirror: Bool

    /// Of all kinds of routes, in the order of TCP, TLS, HTTP, then the mirrors.
    static func all(of service: Object<VirtualService>) -> [RouteTarget] {
        let routed =
            service.tcp.flatMap(\.route).map(\.destination)
            + service.tls.flatMap(\.route).map(\.destination)
            + service.http.flatMap(\.route).map(\.destination)
        let mirrored = service.http.flatMap { route in
            (route.mirror.isPresent ? [route.mirror] : []) + route.mirrors.map(\.destination)
        }
        return routed.map { RouteTarget(destination: $0, isMirror: false) }
            + mirrored.map { RouteTarget(destination: $0, isMirror: true) }
    }
}
