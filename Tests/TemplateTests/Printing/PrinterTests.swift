import Testing

@testable import Template

@Suite struct PrinterTests {
    private func format(_ format: Text, _ values: Value...) throws -> String {
        try Printer.format(format, values).string
    }

    @Test func valuesAsGoSource() throws {
        #expect(
            try format("%#v", ["b": 1, "a": .null])
                == "map[string]interface {}{\"a\":interface {}(nil), \"b\":1}")
        #expect(try format("%#v", .strings(["x"])) == "[]string{\"x\"}")
        #expect(try format("%#v %#x", .uint(7, .bits8), 255) == "0x7 0xff")
    }

    @Test func structs() throws {
        let value = Value.structure(StructValue("main.T", [.init("A", 1), .init("B", "x")]))
        #expect(try format("%v %+v", value, value) == "{1 x} {A:1 B:x}")
        #expect(try format("%#v %T", value, value) == "main.T{A:1, B:\"x\"} main.T")
    }

    @Test func wrongVerbsAreNamed() throws {
        #expect(try format("%d|%z|%d", "x", 1) == "%!d(string=x)|%!z(int=1)|%!d(MISSING)")
        #expect(try format("%[3]d %[0]d", 1) == "%!d(BADINDEX) %!d(BADINDEX)")
        #expect(try format("%", 1) == "%!(NOVERB)%!(EXTRA int=1)")
    }

    @Test func widthsCountCharacters() throws {
        #expect(try format("%4s|%-4s|%.2s", "é", "é", "éàü") == "   é|é   |éà")
        #expect(try format("%*d|%[2]d", 5, 42) == "   42|42")
    }

    @Test func bytesThatAreNotUTF8Survive() throws {
        #expect(try Printer.format("%s", [.text(Text(bytes: [0xff]))]).bytes == [0xff])
        #expect(try format("%q %x", .text(Text(bytes: [0xff])), .text(Text(bytes: [0xff]))) == "\"\\xff\" ff")
    }

    @Test func printPutsSpacesBetweenWhatIsNoString() throws {
        #expect(try Printer.print([1, 2, "a", 3, true]).string == "1 2a3 true")
        #expect(try Printer.printLine([1, "a"]).string == "1 a\n")
    }
}
