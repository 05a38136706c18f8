import Testing

@testable import Template

/// Templates that would never end, or take all memory, end with an error that says why.
@Suite struct LimitTests {
    private static let functions = FunctionTable([
        Function("list", rest: .any) { .items($0) },
        Function("dict", .string, .any) { .map(MapValue([($0[0].text ?? "", $0[1])])) },
    ]).adding(HelmFunctions.all)

    private func message(_ text: String, steps: Int = 200_000) -> String {
        var set = TemplateSet("t", functions: Self.functions)
        set.stepLimit = steps
        do {
            try set.parse("t", Text(text))
            return "done: " + String(decoding: try set.render("t", .null).prefix(20), as: UTF8.self)
        } catch {
            return error.message
        }
    }

    @Test func loops() {
        #expect(message("{{ range 1000 }}{{ range 1000 }}{{ end }}{{ end }}").contains("evaluation steps"))
        #expect(message("{{ range 99999999999 }}x{{ end }}").contains("is longer than"))
    }

    @Test func templatesThatCallThemselves() {
        let text = "{{ define \"r\" }}{{ template \"r\" . }}{{ end }}{{ template \"r\" . }}"
        #expect(message(text, steps: 1_000_000).contains("exceeded maximum template depth (100000)"))
    }

    @Test func templatesThatIncludeThemselves() {
        let text = "{{ define \"r\" }}{{ include \"r\" . }}{{ end }}{{ include \"r\" . }}"
        #expect(message(text).contains("rendering template has a nested reference name: r"))
    }

    @Test func textsThatExpandThemselves() {
        #expect(
            message("{{ $t := \"{{ tpl . . }}\" }}{{ tpl $t $t }}").contains("maximum depth of tpl (1000)"))
    }

    @Test func stringsThatDouble() {
        let text = "{{ $s := \"0123456789\" }}{{ range 40 }}{{ $s = print $s $s }}{{ end }}"
        #expect(message(text).contains("the text is larger than 64 MiB"))
    }

    @Test func listsThatHoldThemselvesTwice() {
        var list: Value = [1]
        for _ in 0..<90 { list = [list, list] }
        var printer = Printer(limit: 1000)
        printer.printValue(list)
        #expect(printer.isTooLong && printer.bytes.count < 1100)
    }

    @Test func valuesNestedDeeperThanAnyStack() {
        #expect(message("{{ $l := 1 }}{{ range 60000 }}{{ $l = list $l }}{{ end }}").hasPrefix("done"))
        #expect(message("{{ $m := 1 }}{{ range 60000 }}{{ $m = dict \"a\" $m }}{{ end }}").hasPrefix("done"))
    }

    @Test func nestedText() {
        let parentheses = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
        #expect(message("{{ \(parentheses) }}").contains("nested deeper than"))
        let blocks =
            String(repeating: "{{ if 1 }}", count: 5000) + String(repeating: "{{ end }}", count: 5000)
        #expect(message(blocks).contains("nested deeper than"))
    }

    @Test func elseIfChains() {
        let branches = (0..<400).map { "{{ else if eq . \($0) }}\($0)" }.joined()
        #expect(message("{{ with 7 }}{{ if false }}\(branches){{ end }}{{ end }}") == "done: 7")
    }
}
