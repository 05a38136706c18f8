/// What functions may learn of the world outside a template. Nobody reads a clock or a file on their own.
package struct Surroundings: Sendable {
    /// What `now` gives.
    package var now: Instant
    /// The zone data of a name such as `Europe/Berlin`, in the form of /usr/share/zoneinfo; nil where there
    /// is none.
    package var zone: @Sendable (String) -> [UInt8]?
    /// So many bytes that nobody can guess.
    package var random: @Sendable (Int) -> [UInt8]

    /// Without a clock it is 1970; without zone data all zones are UTC, as Go has it; bytes come from the
    /// system's secure generator.
    package init(
        now: Instant = Instant(seconds: 0), zone: @escaping @Sendable (String) -> [UInt8]? = { _ in nil },
        random: @escaping @Sendable (Int) -> [UInt8] = Self.systemRandom
    ) {
        self.now = now
        self.zone = zone
        self.random = random
    }

    /// The system's secure generator.
    package static let systemRandom: @Sendable (Int) -> [UInt8] = { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
