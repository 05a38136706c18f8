package import YAML

/// The way to a setting, as `--set` and overlays write it: `a.b[0].c`, `a.[name:x].b`; a dot after `\` is
/// part of a name.
package struct SettingPath: Sendable, Equatable {
    enum Step: Sendable, Equatable {
        case key(String)
        /// A list's element by number from 0.
        case index(Int)
        /// A list's element by the value of one of its keys.
        case match(key: String, value: String)
    }

    let steps: [Step]
    package let text: String

    package init(_ text: String) throws(InstallationError) {
        self.text = text
        var steps: [Step] = []
        for part in Self.parts(text) where !part.isEmpty {
            guard let bracket = part.firstIndex(of: "["), bracket != part.startIndex else {
                steps.append(try Self.step(part, text))
                continue
            }
            steps.append(.key(String(part[..<bracket])))
            steps.append(try Self.step(String(part[bracket...]), text))
        }
        guard !steps.isEmpty else { throw InstallationError("\"\(text)\" names no setting") }
        self.steps = steps
    }

    /// What stands between dots that have no `\` before them.
    private static func parts(_ text: String) -> [String] {
        var parts = [""]
        var isEscaped = false
        for character in text {
            if isEscaped {
                if character != "." { parts[parts.count - 1].append("\\") }
                parts[parts.count - 1].append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "." {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        if isEscaped { parts[parts.count - 1].append("\\") }
        return parts
    }

    private static func step(_ part: String, _ text: String) throws(InstallationError) -> Step {
        guard part.hasPrefix("[") else { return .key(part) }
        guard part.hasSuffix("]") else { throw InstallationError("\(text): \(part) lacks its ]") }
        let inside = part.dropFirst().dropLast()
        if let index = Int(inside) {
            guard index >= 0 else { throw InstallationError("\(text): \(part) is below 0") }
            return .index(index)
        }
        guard let colon = inside.firstIndex(of: ":") else {
            throw InstallationError("\(text): \(part) is neither a number nor KEY:VALUE")
        }
        return .match(key: String(inside[..<colon]), value: String(inside[inside.index(after: colon)...]))
    }
}

extension Node {
    /// What stands at a path; nil where there is nothing.
    package func setting(at path: SettingPath) -> Node? {
        path.steps.reduce(self as Node?) { node, step in
            switch step {
            case .key(let key): node?[key]
            case .index(let index): node?.list.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            case .match(let key, let value): node?.list?.first { $0[key]?.string == value }
            }
        }
    }

    /// Puts a value at a path, making what is missing on the way. An index beyond the end of a list adds to
    /// it.
    package mutating func set(_ value: Node, at path: SettingPath) throws(InstallationError) {
        try set(value, path.steps[...], path)
    }

    private mutating func set(
        _ value: Node, _ steps: ArraySlice<SettingPath.Step>, _ path: SettingPath
    ) throws(InstallationError) {
        guard let step = steps.first else {
            self = value
            return
        }
        let rest = steps.dropFirst()
        switch step {
        case .key(let key):
            if map == nil, !isNull { throw misfit("a map", path) }
            var child = self[key] ?? .null
            if case .key? = rest.first, child.isNull { child = .emptyMap }
            if let next = rest.first, next.isElement, child.isNull { child = Node(.list([])) }
            try child.set(value, rest, path)
            set(key, child)
        case .index(let index):
            guard var items = list else { throw misfit("a list", path) }
            var item = items.indices.contains(index) ? items[index] : .null
            try item.set(value, rest, path)
            if items.indices.contains(index) { items[index] = item } else { items.append(item) }
            content = .list(items)
        case .match(let key, let wanted):
            guard var items = list else { throw misfit("a list", path) }
            guard let index = items.firstIndex(where: { $0[key]?.string == wanted }) else {
                throw InstallationError("\(path.text): no element has \(key) \"\(wanted)\"")
            }
            try items[index].set(value, rest, path)
            content = .list(items)
        }
    }

    private func misfit(_ wanted: String, _ path: SettingPath) -> InstallationError {
        InstallationError("\(path.text): there is \(kindName) where the path needs \(wanted)")
    }

    /// The same with another map laid over it: maps are joined key by key, all else is replaced.
    package func overlaid(by other: Node) -> Node {
        guard map != nil, let entries = other.map else { return other }
        var result = self
        for entry in entries {
            result.set(entry.key, result[entry.key]?.overlaid(by: entry.value) ?? entry.value)
        }
        return result
    }
}

extension SettingPath.Step {
    fileprivate var isElement: Bool { if case .key = self { false } else { true } }
}
