/// The flags, width and precision of one verb of `printf`.
struct PrintFlags {
    var width: Int?
    var precision: Int?
    var minus = false
    var plus = false
    var sharp = false
    var space = false
    var zero = false
    /// `%+v`: names of fields.
    var namesFields = false
    /// `%#v`: as Go source.
    var asSource = false
}
