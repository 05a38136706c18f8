import TestSupport
import Testing

@testable import Template

/// Spoiled templates never crash or hang the parser, and what can be parsed ends within its limits.
@Suite struct FuzzTests {
    private static let words = [
        "{{", "}}", "{{- ", " -}}", "{{/*", "*/}}", "{{end}}", "{{else}}", "{{else if .a}}", "{{range .l}}",
        "{{range $i, $e := .l}}", "{{with .m}}", "{{if .a}}", "{{define \"t\"}}", "{{template \"t\" .}}",
        "{{block \"b\" .}}", "{{break}}", "{{continue}}", "$x := ", "$x = ", "$", ".", "..", "(", ")", "|",
        ".m.k", "nil", "true", "0x1p-2", "1_000", "1e400", "1+2i", "'\\u00e9'", "\"\\xff\"", "`raw`",
        "printf \"%*[2]d\" ", "index .l 1 ", "slice .s 1 2 ", "call .f ", "len .m ", "eq 1 2 ", "and ", "or ",
        "print ", "html ", "js ", "range 9", "add ", "list ", "dict ", "%!", "%[9]v", "%-010.3q", "%#v", "%U",
    ]
    private static let texts = [
        "{{ range $k, $v := .m }}{{ $k }}={{ printf \"%5.2v|%q\" $v $k }}{{ else }}none{{ end }}",
        "{{ define \"t\" }}{{ if gt (len .) 1 }}{{ . }}{{ else with .x }}{{ end }}{{ end }}{{ template \"t\" .l }}",
        "a {{- $x := index .m \"k\" | print 1 -}} b {{ $x }}{{ $x = 2 }}{{ if and $x (not .b) }}{{ $x }}{{ end }}",
        "{{ range .l }}{{ if eq . \"b\" }}{{ continue }}{{ end }}{{ slice . 0 1 | js | html }}{{ break }}{{ end }}",
        "{{ list 1 2.5 (dict \"a\" nil) | printf \"%v %+v %#v %T\" 1 2i '\\n' }}{{/* c */}}{{ (.m).k }}",
    ]

    private static let data: Value = [
        "m": ["k": "v", "n": 1.5, "o": .null], "l": ["a", "b", "c"], "s": "text", "a": true, "b": false,
        "f": .function(Function("", .string) { $0[0] }),
    ]

    private static let functions = FunctionTable([
        Function("list", rest: .any) { .items($0) },
        Function("dict", rest: .any) { arguments in
            let map = MapValue()
            if arguments.count > 1, let key = arguments[0].text { try map.set(key, arguments[1]) }
            return .map(map)
        },
    ])

    @Test func templates() {
        var mutator = Mutator(seed: 5, texts: Self.texts, words: Self.words)
        for _ in 0..<Mutator.inputs(4000) {
            let text = mutator.next()
            var set = TemplateSet("fuzz", functions: Self.functions)
            set.stepLimit = 2_000
            do {
                try set.parse("fuzz", Text(bytes: text))
                _ = try set.render("fuzz", Self.data.thawed())
            } catch {
                #expect(error.message.hasPrefix("template: "))
            }
        }
    }

    @Test func formats() throws {
        let values = FuzzTests.data.map?.entries.map(\.value) ?? []
        var mutator = Mutator(
            seed: 6, texts: ["%d %5.2f|%-8q|%+v", "%[2]*.[1]*f %x% X %#o", "%08b %c %U %e %t %T"],
            words: Self.words + ["%", "*", "[3]", "0", "-", "+", "#", "."])
        for _ in 0..<Mutator.inputs(4000) {
            _ = try Printer.format(
                Text(bytes: mutator.next().prefix(200)), values + [1, 2, .float(3.25), "x", .bool(true)])
        }
    }
}
