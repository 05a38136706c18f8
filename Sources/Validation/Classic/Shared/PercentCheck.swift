import Schema
import YAML

extension Report {
    mutating func checkPercent(_ percent: Int, _ prefix: String = "", at place: @autoclosure () -> Place) {
        guard percent < 0 || percent > 100 else { return }
        error(.invalidPercent, "\(prefix)percentage \(percent) is not in range 0..100", at: place())
    }

    /// A percentage with a fraction. NaN passes, as in 0.7.1.
    mutating func checkPercent(_ node: Node?, _ prefix: String = "", at place: @autoclosure () -> Place) {
        guard let node else { return }
        let percent = Float(node.double ?? special(node.string) ?? 0)
        guard percent < 0 || percent > 100 else { return }
        error(.invalidPercent, "\(prefix)percentage \(percent.goText) is not in range 0..100", at: place())
    }
}

private func special(_ text: String?) -> Double? {
    switch text {
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: nil
    }
}

extension Float {
    /// The shortest form that reads back, without a final `.0`.
    fileprivate var goText: String {
        if isInfinite { return self < 0 ? "-Inf" : "+Inf" }
        if abs(self) < 1e15, self == rounded() { return String(Int64(self)) }
        return description
    }
}
