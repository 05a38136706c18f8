import Testing
import YAML

@testable import Commands

struct JSONPathTests {
    static let list: Node = [
        "kind": "List",
        "items": [
            [
                "metadata": ["name": "reviews", "labels": ["app.kubernetes.io/name": "r"]],
                "spec": ["hosts": ["reviews", "reviews.example"], "weight": 90],
            ],
            ["metadata": ["name": "details"], "spec": ["hosts": ["details"], "weight": 10]],
            [
                "metadata": ["name": "ratings"],
                "spec": ["hosts": [], "weight": 2.5, "ok": true, "none": .null],
            ],
        ],
    ]

    @Test(arguments: [
        ("{.kind}", "List"),
        ("{ .kind }", "List"),
        (".kind", "List"),
        ("{$.kind}", "List"),
        ("kind is {.kind}!", "kind is List!"),
        ("{.items[0].metadata.name}", "reviews"),
        ("{.items[-1].metadata.name}", "ratings"),
        ("{.items[9].metadata.name}", ""),
        ("{.items[*].metadata.name}", "reviews details ratings"),
        ("{.items[0:2].metadata.name}", "reviews details"),
        ("{.items[::2].metadata.name}", "reviews ratings"),
        ("{.items[-2:].metadata.name}", "details ratings"),
        ("{.items[0,2].metadata.name}", "reviews ratings"),
        ("{.items[0]['metadata','spec'].name}", "reviews"),
        ("{.items[0].metadata['name']}", "reviews"),
        (#"{.items[0].metadata.labels.app\.kubernetes\.io/name}"#, "r"),
        ("{.items[0].metadata.labels['app.kubernetes.io/name']}", "r"),
        ("{..name}", "reviews details ratings"),
        ("{.items[0].spec.hosts}", #"["reviews","reviews.example"]"#),
        ("{.items[0].spec.weight}", "90"),
        ("{.items[2].spec.weight} {.items[2].spec.ok} {.items[2].spec.none}", "2.5 true "),
        ("{.absent.more}", ""),
        (#"{.kind}{"\t\"x\"\n"}{'y'}"#, "List\t\"x\"\ny"),
        ("{range .items[*]}{.metadata.name}={.spec.weight};{end}", "reviews=90;details=10;ratings=2.5;"),
        (
            "{range .items[0:2]}{range .spec.hosts[*]}<{@}>{end}|{end}",
            "<reviews><reviews.example>|<details>|"
        ),
        (#"{.items[?(@.metadata.name=="details")].spec.weight}"#, "10"),
        ("{.items[?(@.metadata.name!='details')].metadata.name}", "reviews ratings"),
        ("{.items[?(@.spec.weight>=10)].metadata.name}", "reviews details"),
        ("{.items[?(@.spec.weight<10)].metadata.name}", "ratings"),
        ("{.items[?(@.spec.ok==true)].metadata.name}", "ratings"),
        ("{.items[?(@.spec.ok)].metadata.name}", "ratings"),
        ("{.items[*].spec.*}", #"["reviews","reviews.example"] 90 ["details"] 10 [] 2.5 true "#),
    ])
    func prints(template: String, expected: String) throws {
        #expect(try JSONPath(template).text(of: Self.list) == expected)
    }

    @Test(arguments: [
        ("{.kind", "missing } (at character 7)"),
        ("{range .items[*]}{.x}", "{range} without {end} (at character 22)"),
        ("{end}", "{end} without {range} (at character 1)"),
        ("{.items[}", "expected an index, a name in quotes, or * (at character 9)"),
        ("{.items[0}", "unexpected \"}\" (at character 10)"),
        ("{.items['a}", "a quote is not closed (at character 9)"),
        ("{.items[0:2:0]}", "the step of a slice must be greater than 0 (at character 9)"),
        ("{.items[?(@.a=~'x')]}", "expected ==, !=, <, <=, > or >= (at character 14)"),
        (
            "{.items[?(@.a==b)]}",
            "expected a path, a text in quotes, a number, true or false (at character 16)"
        ),
        ("{kind}", "unexpected \"k\" (at character 2)"),
        ("{.items[99999999999999999999]}", "99999999999999999999 is not an index (at character 9)"),
    ])
    func refuses(template: String, message: String) {
        let error = #expect(throws: JSONPathError.self) { try JSONPath(template) }
        #expect(error?.description == message)
    }

    @Test func namesWhatCannotBeIndexed() {
        let error = #expect(throws: JSONPathError.self) { try JSONPath("{.kind[0]}").text(of: Self.list) }
        #expect(error?.description == "a string cannot be indexed like a list")
    }

    @Test(arguments: ["metadata.name", ".metadata.name", "{.metadata.name}"])
    func relaxedFormNeedsNoBraces(expression: String) throws {
        let item: Node = ["metadata": ["name": "x"]]
        #expect(try JSONPath(relaxed: expression).values(in: item) == ["x"])
    }

    @Test func deepTemplatesAreRefused() {
        let deep = String(repeating: "{range .a}", count: 100)
        #expect(throws: JSONPathError.self) { try JSONPath(deep) }
        let filters = String(repeating: ".a[?(@", count: 10_000)
        #expect(throws: JSONPathError.self) { try JSONPath("{\(filters)}") }
    }
}
