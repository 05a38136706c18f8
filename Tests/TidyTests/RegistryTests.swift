import Testing

/// Lists that are written by hand agree with the files they speak of.
@Suite struct RegistryTests {
    /// Each sample says in its first lines what it shows and how to use it.
    @Test func everySampleIntroducesItself() {
        #expect(!Tree.samples.isEmpty)
        for sample in Tree.samples {
            let head = sample.lines.prefix { $0.hasPrefix("#") }
            #expect(!head.isEmpty, "\(sample): has no comment that says what it shows")
            #expect(
                head.contains { $0.contains("istioctl ") && $0.contains(sample.path) },
                "\(sample): its comment does not show the command to use it")
        }
    }

    @Test func everyDeclaredKindIsInTheCatalog() {
        let catalog = Tree.text("Sources/IstioAPI/Catalog.swift")
        for file in Tree.swiftFiles where file.module == "IstioAPI" && !file.isTest {
            for (index, line) in file.lines.enumerated() {
                guard let name = declaredResource(line) else { continue }
                let spelled = file.path.contains("/Legacy/") ? "Legacy.\(name).self" : "\(name).self"
                #expect(catalog.contains(spelled), "\(file):\(index + 1): Catalog does not list \(spelled)")
            }
        }
    }

    @Test func everyVerbIsACommand() {
        let commands = Tree.swiftFiles.filter { $0.module == "Commands" && !$0.isTest && !$0.isGenerated }
        let lists = commands.flatMap(\.lines).filter { $0.contains(".self") }.joined(separator: "\n")
        for file in commands {
            for (index, line) in file.lines.enumerated() where line.contains(": Verb {") {
                guard let name = line.split(separator: ":")[0].split(separator: " ").last else { continue }
                #expect(lists.contains("\(name).self"), "\(file):\(index + 1): no command lists \(name)")
            }
        }
    }

    @Test func everyModuleIsOnTheMap() {
        let map = Tree.text("Sources/README.md")
        for module in ImportTests.order {
            #expect(map.contains("`\(module)`"), "Sources/README.md does not speak of \(module)")
        }
    }

    private func declaredResource(_ line: Substring) -> String? {
        let words = line.split(whereSeparator: { " :,{".contains($0) }).map(String.init)
        guard let at = words.firstIndex(of: "struct"), words.count > at + 2 else { return nil }
        let conforms = words.dropFirst(at + 2).contains { ["Resource", "Validated"].contains($0) }
        return conforms ? words[at + 1] : nil
    }
}
