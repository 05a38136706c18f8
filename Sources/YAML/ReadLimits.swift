/// Bounds on what is read; each refusal names the one that was exceeded.
package struct ReadLimits: Sendable {
    /// Levels of lists and maps within each other.
    package var depth = 200
    /// Nodes of one document after aliases are followed.
    package var nodes = 2_000_000
    /// How many times more nodes aliases may make than the text spells out, once there are `aliasFloor` of
    /// them.
    package var aliasRatio = 10
    package var aliasFloor = 10_000
    /// Bytes of one scalar.
    package var scalarBytes = 8 << 20
    /// Bytes of one source.
    package var sourceBytes = 256 << 20

    package static let standard = ReadLimits()

    package init() {}
}
