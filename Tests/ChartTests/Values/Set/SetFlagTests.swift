import Template
import TestSupport
import Testing
import YAML

@testable import Chart

@Suite struct SetFlagTests {
    private func json(_ flag: SetFlag, _ text: String, onto values: String = "") throws -> String {
        let start = try ValuesReader.read(Array(values.utf8))
        let result = try flag.applied(text, to: start) { path throws(ChartError) in
            guard path == "there" else { throw ChartError("open \(path): no such file") }
            return Array("content\n".utf8)
        }
        return JSONWriter.text(try Value.map(result).json())
    }

    @Test(arguments: [
        ("a=1", #"{"a":1}"#), ("a=1,b=true,c=null,d=x", #"{"a":1,"b":true,"c":null,"d":"x"}"#),
        ("a.b.c=1", #"{"a":{"b":{"c":1}}}"#), ("a={x,y}", #"{"a":["x","y"]}"#),
        ("a[1]=x", #"{"a":[null,"x"]}"#),
        ("a[0].b=1", #"{"a":[{"b":1}]}"#), ("a[0][1]=1", #"{"a":[[null,1]]}"#), (#"a\.b=1"#, #"{"a.b":1}"#),
        (#"a=x\,y"#, #"{"a":"x,y"}"#), ("a=", #"{"a":""}"#), ("a=007", #"{"a":"007"}"#), ("a=0", #"{"a":0}"#),
        ("a=1.5", #"{"a":"1.5"}"#), ("a={}", #"{"a":[""]}"#),
    ])
    func pathsAndValues(_ text: String, _ expected: String) throws {
        #expect(try json(.set, text) == expected)
    }

    @Test func theOtherFlagsTakeValuesTheirWay() throws {
        #expect(try json(.string, "a=1,b=true") == #"{"a":"1","b":"true"}"#)
        #expect(try json(.literal, "a.b={x,y}\\z") == #"{"a":{"b":"{x,y}\\z"}}"#)
        #expect(try json(.file, "a=there") == #"{"a":"content\n"}"#)
        #expect(try json(.json, #"a={"b":[1,2]},c=3"#) == #"{"a":{"b":[1,2]},"c":3}"#)
        #expect(try json(.json, #"{"a":{"c":1}}"#, onto: "a: {b: 2}") == #"{"a":{"b":2,"c":1}}"#)
    }

    @Test func whatIsThereIsKept() throws {
        #expect(try json(.set, "a.c=1", onto: "a: {b: 2}\n") == #"{"a":{"b":2,"c":1}}"#)
        #expect(try json(.set, "a[1]=z", onto: "a: [x, y]\n") == #"{"a":["x","z"]}"#)
    }

    @Test(arguments: [
        ("a", "key \"a\" has no value"), ("a,b=1", "cannot end with ,"), ("a[x]=1", "error parsing index"),
        ("a[-1]=1", "negative -1 index"), ("a[70000]=1", "greater than maximum supported index"),
        ("a={x", "list must terminate with '}'"), ("a=1,a.b=2", "unable to parse key"),
        ("a[0]x=1", "unexpected data at end of array index"),
    ])
    func whatIsWrongIsSaid(_ text: String, _ message: String) {
        #expect { try json(.set, text) } throws: { error in
            let found = (error as? ChartError)?.message ?? ""
            return found.hasPrefix("failed parsing --set data: ") && found.contains(message)
        }
    }

    @Test func fuzzedTextsEnd() throws {
        var mutator = Mutator(
            seed: 3, texts: ["a.b[0].c={x,y},d=1", #"a={"b":[1,"x"]},c=2"#, "a[3][2]=x"],
            words: ["[", "]", "{", "}", ",", ".", "=", "\\", "\"", "null", "65536"])
        for _ in 0..<Mutator.inputs(3_000) {
            let text = String(decoding: mutator.next().prefix(500), as: UTF8.self)
            for flag in [SetFlag.set, .json, .literal] { _ = try? json(flag, text, onto: "a: {b: [1]}") }
        }
    }
}
