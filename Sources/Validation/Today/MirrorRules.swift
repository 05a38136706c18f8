import Diagnostics
import IstioAPI
import Schema

extension Report {
    /// Where copies of requests go, and how many.
    mutating func mirrors(_ route: Object<HTTPRoute>) {
        if route.has(\.mirror), !route.mirrors.isEmpty {
            error(
                .exclusiveFields, "HTTP route cannot contain both mirror and mirrors",
                at: route.place(\.mirror))
        }
        if route.has(\.mirror) { destination(route.mirror) }
        if let percent = route.mirrorPercent, percent > 100 {
            error(
                .invalidPercent, "mirror_percent must have a max value of 100 (it has \(percent))",
                at: route.place(\.mirrorPercent))
        }
        mirrorShare(route.mirrorPercentage, "mirror_percentage")
        for mirror in route.mirrors {
            if !mirror.has(\.destination) {
                error(.missingField, "destination is required for mirrors", at: mirror.place)
            }
            destination(mirror.destination)
            mirrorShare(mirror.percentage, "mirror percentage")
        }
    }

    private mutating func mirrorShare(_ share: Object<Percent>, _ name: String) {
        if share.value > 100 {
            error(
                .invalidPercent, "\(name) must have a max value of 100 (it has \(share.value))",
                at: share.place(\.value))
        }
        if share.value < 0 {
            error(
                .invalidPercent, "\(name) must have a min value of 0 (it has \(share.value))",
                at: share.place(\.value))
        }
    }
}
