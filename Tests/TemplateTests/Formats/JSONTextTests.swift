import Testing
import YAML

@testable import Template

/// What `fromJson` and its kin read.
@Suite struct JSONTextTests {
    private func complaint(_ text: Text) -> String {
        do throws(FunctionError) {
            return "no complaint: \(try JSONText.value(text).typeName)"
        } catch {
            return error.message
        }
    }

    @Test func values() throws {
        let value = try JSONText.value(#" {"k": [1, -2.5e1, true, null, "\u00e4\ud83d\ude80\/"], "k2": {}} "#)
        #expect(JSONWriter.text(try value.json()) == #"{"k":[1,-25,true,null,"ä🚀/"],"k2":{}}"#)
        #expect(value.map?["k"]?.list?.items.first?.typeName == "float64")
        #expect(JSONWriter.text(try JSONText.value(#"{"a":1,"a":2}"#).json()) == #"{"a":2}"#)
        #expect(try JSONText.value(#""\ud800x\udc00""#).text == "\u{FFFD}x\u{FFFD}")
        #expect(try JSONText.value(Text(bytes: [0x22, 0xFF, 0x22])).text == "\u{FFFD}")
    }

    @Test(arguments: [
        ("", "unexpected end of JSON input"), ("{\"a\"", "unexpected end of JSON input"),
        ("[1", "unexpected end of JSON input"), ("-", "unexpected end of JSON input"),
        ("yes", "invalid character 'y' looking for beginning of value"),
        ("[,]", "invalid character ',' looking for beginning of value"),
        ("{a: 1}", "invalid character 'a' looking for beginning of object key string"),
        ("{\"a\" 1}", "invalid character '1' after object key"),
        ("[1 2]", "invalid character '2' after array element"),
        ("{\"a\":1;}", "invalid character ';' after object key:value pair"),
        ("null x", "invalid character 'x' after top-level value"),
        ("nul!", "invalid character '!' in literal null (expecting 'l')"),
        ("-x", "invalid character 'x' in numeric literal"),
        ("1.x", "invalid character 'x' after decimal point in numeric literal"),
        ("1ex", "invalid character 'x' in exponent of numeric literal"),
        ("\"\n\"", "invalid character '\\n' in string literal"),
        ("\"\\q\"", "invalid character 'q' in string escape code"),
        ("\"\\u00g0\"", "invalid character 'g' in \\u hexadecimal character escape"),
        ("é", "invalid character 'Ã' looking for beginning of value"),
        ("-1e999", "json: cannot unmarshal number -1e999 into Go value of type float64"),
    ]) func complaints(_ text: String, _ message: String) {
        #expect(complaint(Text(text)) == message)
    }

    @Test func whatIsNoMapOrListIsToldInItsPlace() throws {
        let rendering = Rendering()
        #expect(
            try rendering.text(#"{{ (fromJson "true").Error }}"#)
                == "json: cannot unmarshal bool into Go value of type map[string]interface {}")
        #expect(
            try rendering.text(#"{{ fromJson "{\"n\": 2e999, \"m\": 1}" | toJson }}"#).contains(
                #""m":1,"n":0"#))
        #expect(try rendering.text(#"{{ fromJsonArray "[1, {}]" | toJson }}"#) == "[1,{}]")
        #expect(
            try rendering.text(#"{{ fromJsonArray "7" | first }}"#)
                == "json: cannot unmarshal number into Go value of type []interface {}")
        #expect(
            rendering.complaint(#"{{ mustFromJson "[" }}"#)
                == "error calling mustFromJson: unexpected end of JSON input")
    }

    @Test func noTextIsTooDeep() {
        #expect(complaint(Text(String(repeating: "[", count: 200_000))) == "exceeded max depth")
    }
}
