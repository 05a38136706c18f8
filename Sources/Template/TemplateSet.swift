import YAML

/// Templates that can call each other, and how they are read and rendered: what Go's `*template.Template` is.
///
/// A copy is independent of its original, so that `tpl` can add definitions that nobody else sees.
package struct TemplateSet: Sendable {
    /// The name under which failures to find a template speak of the set.
    package var name: String
    package var functions: FunctionTable
    package var missingKey: MissingKey
    package var delimiters: Delimiters
    package var surroundings = Surroundings()
    /// How many statements and commands one render may evaluate.
    package var stepLimit = Limits.steps
    private var own: [String: Definition] = [:]
    /// What the set had when it was forked, which its copies share.
    private var inherited: [String: Definition] = [:]

    /// A set without templates. Go's own functions are always known.
    package init(
        _ name: String, functions: FunctionTable = FunctionTable(), missingKey: MissingKey = .default,
        delimiters: Delimiters = Delimiters()
    ) {
        self.name = name
        self.functions = FunctionTable.builtins.adding(functions)
        self.missingKey = missingKey
        self.delimiters = delimiters
    }

    /// Reads a text as the template of that name, with all that it defines. A definition replaces an
    /// older one of another text unless it is blank; with `alone` that template is new, even if blank.
    package mutating func parse(_ root: String, _ text: Text, alone: Bool = false) throws(TemplateError) {
        add(try definitions(root, text), alone: alone ? root : nil)
    }

    /// Reads texts one after the other, as far as anybody can tell: it takes all cores.
    package mutating func parse(_ texts: [(name: String, text: Text)]) throws(TemplateError) {
        let empty = self
        let parts = Parallel.results(texts.count) { index -> [Result<[String: Definition], TemplateError>] in
            do throws(TemplateError) {
                return [.success(try empty.definitions(texts[index].name, texts[index].text))]
            } catch {
                return [.failure(error)]
            }
        }
        for part in parts { add(try part.get(), alone: nil) }
    }

    private func definitions(_ root: String, _ text: Text) throws(TemplateError) -> [String: Definition] {
        var parser = Parser(Source(root, text.bytes), delimiters, functions, VariableNames())
        try parser.parse()
        return parser.definitions
    }

    private mutating func add(_ definitions: [String: Definition], alone root: String?) {
        for (name, definition) in definitions {
            if definition.isBlank, self[name] != nil, name != root { continue }
            own[name] = definition
        }
    }

    /// Whether there is anything in a text that is not printed as it stands.
    func isTemplate(_ text: Text) -> Bool {
        text.string.utf8.firstOccurrence(of: delimiters.left.utf8) != nil
    }

    /// A copy that can be added to without copying what there is.
    func forked() -> TemplateSet {
        guard inherited.isEmpty else { return self }
        var fork = self
        (fork.inherited, fork.own) = (own, [:])
        return fork
    }

    subscript(name: String) -> Definition? { own[name] ?? inherited[name] }

    package func has(_ name: String) -> Bool { self[name] != nil }

    /// Renders the template of a name; where it changes data that is frozen, with a copy.
    package func render(_ name: String, _ data: Value) throws(TemplateError) -> [UInt8] {
        if let output = try renderFrozen(name, data) { return output }
        if let output = try renderFrozen(name, data.thawed()) { return output }
        throw TemplateError(.execute, name, "template: \(name): \(FrozenMap())")
    }

    /// Renders the template of a name; nil where it changes data that is frozen.
    func renderFrozen(_ name: String, _ data: Value) throws(TemplateError) -> [UInt8]? {
        do {
            return try Evaluation(self).render(name, data)
        } catch let error as TemplateError {
            throw error
        } catch is FrozenMap {
            return nil
        } catch {
            throw TemplateError(.execute, name, "template: \(name): \(error)")
        }
    }
}
