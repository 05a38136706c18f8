import Testing

@testable import Commands

/// The list of commands is the one in the declarations; `make commands` writes it anew.
@Suite struct KnownCommandsTests {
    @Test func eachCommandHasTheFlagsOfItsDeclaration() {
        let global = FlagDescription.flags(of: Istioctl.self)
        #expect(!global.isEmpty && KnownCommands.global == global, "run make commands")
        let leaves = CommandSource.leaves
        #expect(leaves.count > 10)
        for (names, type) in leaves {
            let own = FlagDescription.flags(of: type).filter { !global.contains($0) }
            #expect(KnownCommands.own(names.joined(separator: " ")) == own, "\(names): run make commands")
        }
    }

    @Test func eachCommandIsFoundByItsPath() {
        for (names, type) in CommandSource.all(below: Istioctl.self) {
            #expect(
                KnownCommands.command(names.joined(separator: " ")) == type, "\(names): run make commands")
        }
    }

    @Test func theKindsAreThoseOfTheCatalog() {
        #expect(KnownKinds.candidates == CommandSource.kinds, "run make commands")
    }

    /// Global flags stand anywhere, so a command's own flag must not mean something else before its name.
    @Test func noFlagHasTwoMeanings() {
        let global = FlagTable(KnownCommands.global)
        for (names, _) in CommandSource.leaves {
            for flag in KnownCommands.own(names.joined(separator: " ")) {
                #expect(global.named(flag.name) == nil, "\(names): --\(flag.name) is a global flag too")
                for letter in flag.letters {
                    #expect(global.named(short: letter) == nil, "\(names): -\(letter) is a global flag too")
                }
            }
        }
    }
}
