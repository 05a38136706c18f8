extension World {
    /// Whether text for a sink is coloured: by the flag; else by `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR`
    /// and `TERM`, in this order; else where a person watches. Standard output and standard error are
    /// judged apart.
    func usesColor(_ choice: ColorChoice, on sink: TextSink) -> Bool {
        switch choice {
        case .always: return true
        case .never: return false
        case .auto: break
        }
        if variable("NO_COLOR") != nil { return false }
        if let force = variable("CLICOLOR_FORCE"), force != "0" { return true }
        return sink.isTerminal && variable("CLICOLOR") != "0" && variable("TERM") != "dumb"
    }
}
