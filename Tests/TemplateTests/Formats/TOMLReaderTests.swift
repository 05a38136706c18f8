import Testing
import YAML

@testable import Template

/// What `fromToml` reads.
@Suite struct TOMLReaderTests {
    private func json(_ text: Text) throws -> String { JSONWriter.text(try TOMLReader.value(text).json()) }

    private func complaint(_ text: Text) -> String {
        do throws(FunctionError) {
            return "no complaint: \(try TOMLReader.value(text).typeName)"
        } catch {
            return error.message
        }
    }

    @Test func tablesAndKeys() throws {
        #expect(
            try json("# top\nname = 'n' # end\n\n[a.b]\nx = 1\n[a]\ny = 2\n[a.\"c d\"]\n")
                == #"{"a":{"b":{"x":1},"c d":{},"y":2},"name":"n"}"#)
        #expect(
            try json("[[l]]\nv = 1\n[[l]]\n[l.sub]\nw = 2\n")
                == #"{"l":[{"v":1},{"sub":{"w":2}}]}"#)
        #expect(try json("p.q = 1\np.r.s = 2\n") == #"{"p":{"q":1,"r":{"s":2}}}"#)
        #expect(
            try json("i = {a = 1, b.c = [2, {d = 3}],\n}\nl = [{x = 1}, {x = 2}]\n")
                == #"{"i":{"a":1,"b":{"c":[2,{"d":3}]}},"l":[{"x":1},{"x":2}]}"#)
    }

    @Test func numbers() throws {
        #expect(
            try json("l = [1_000, -7, +3, 0xFF, 0o17, 0b11, 1.5, 2e3, -0.25, 6.5e-1]")
                == #"{"l":[1000,-7,3,255,15,3,1.5,2000,-0.25,0.65]}"#)
        #expect(try TOMLReader.value("a = 1").map?["a"]?.typeName == "int64")
        #expect(try TOMLReader.value("a = 1.0").map?["a"]?.typeName == "float64")
        #expect(try TOMLReader.value("a = [1]\n[[b]]").map?["b"]?.typeName == "[]map[string]interface {}")
    }

    @Test func strings() throws {
        #expect(try json(#"s = "a\tb\u00e9\x41\"\\""#) == #"{"s":"a\tbéA\"\\"}"#)
        #expect(try json("s = \"\"\"\none\\\n   two\nthree\"\"\"\"") == #"{"s":"onetwo\nthree\""}"#)
        #expect(try json("s = '''\n\\a'b'''") == #"{"s":"\\a'b"}"#)
        #expect(try json("a = ''\nb = \"\"\n") == #"{"a":"","b":""}"#)
    }

    @Test func times() throws {
        #expect(
            try json("a = 2020-02-03T04:05:06.5+01:00\nb = 2020-02-03 04:05:06z")
                == #"{"a":"2020-02-03T04:05:06.5+01:00","b":"2020-02-03T04:05:06Z"}"#)
        for text in ["2020-02-03", "04:05:06", "2020-02-03T04:05:06"] {
            #expect(try TOMLWriter.text(TOMLReader.value(Text("t = \(text)"))) == "t = \(text)\n")
        }
    }

    @Test(arguments: [
        ("a = 1\n\n[a]\nb = 2", "line 3: Key 'a' has already been defined."),
        ("[a]\nb = 1\n[a.b]", "line 3 (last key \"a\"): Key 'a.b' has already been defined."),
        ("a = 1\nb\n", "line 2: expected '.' or '=', but got '\\n' instead"),
        (
            "a = 1 b = 2",
            "line 1: expected a top-level item to end with a newline, comment, or EOF, but got 'b' instead"
        ),
        ("[]", "line 1: unexpected end of table name (table names cannot be empty)"),
    ]) func complaintsAboutKeys(_ text: String, _ message: String) {
        #expect(complaint(Text(text)) == "toml: " + message)
    }

    @Test(arguments: [
        ("\"x\ny\"", "strings cannot contain newlines"),
        ("[1 2]", "expected a comma (',') or array terminator (']'), but got '2'"),
        ("01", "Invalid integer \"01\": cannot have leading zeroes"),
        ("1__0", "Invalid integer \"1__0\": underscores must be surrounded by digits"),
        ("9223372036854775808", "9223372036854775808 is out of range for int64"),
        ("1.", "Invalid float \"1.\": '.' must be followed by one or more digits"),
        ("yes", "expected value but found \"yes\" instead"),
        ("2020-13-01", "invalid datetime: \"2020-13-01\""),
        ("\"\\q\"", "invalid escape in string '\\q'"),
        ("\u{1}", "TOML files cannot contain control characters: '0x01'"),
        ("", "unexpected EOF; expected value"),
    ]) func complaintsAboutValues(_ value: String, _ message: String) {
        #expect(complaint(Text("key = " + value)) == "toml: line 1 (last key \"key\"): " + message)
    }

    @Test func nothingIsTooDeepOrTooOdd() {
        #expect(complaint(Text("a = " + String(repeating: "[", count: 100_000))).contains("too deeply"))
        #expect(complaint(Text("a = " + String(repeating: "{b=", count: 100_000))).contains("too deeply"))
        let text = Array("a.\"b\" = [1, {c = '''x'''}, 2020-01-01T00:00:00Z]\n[[d]]\ne = -1.5e3\n".utf8)
        for end in text.indices { _ = complaint(Text(bytes: text[..<end])) }
        for place in text.indices {
            for byte in [0x00, 0x22, 0x5B, 0x5C, 0x7D, 0xFF, 0x0A, 0x2E] as [UInt8] {
                var changed = text
                changed[place] = byte
                _ = complaint(Text(bytes: changed))
            }
        }
    }
}
