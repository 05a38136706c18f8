import Template
import Testing

@Suite struct RandomFunctionsTests {
    @Test func bytesComeFromTheSurroundings() throws {
        #expect(
            try Rendering().text("{{ randNumeric 4 }} {{ randAlpha 3 }} {{ randAscii 2 }}") == "0123 ABC  !")
        #expect(try Rendering().text("{{ randBytes 3 }} {{ randInt 7 8 }}") == "AAEC 7")
        #expect(try Rendering().text("{{ uuidv4 }}") == "00010203-0405-4607-8809-0a0b0c0d0e0f")
    }

    @Test func theSystemsBytesDiffer() throws {
        let rendering = Rendering(surroundings: Surroundings())
        #expect(try rendering.text("{{ uuidv4 }}") != rendering.text("{{ uuidv4 }}"))
        #expect(try rendering.text("{{ len (randAlphaNum 40) }}") == "40")
    }

    @Test func sizesHaveLimits() {
        #expect(Rendering().complaint("{{ randAlpha 999999999999 }}").contains("is more than"))
        #expect(
            Rendering().complaint("{{ randInt 5 5 }}") == "error calling randInt: invalid argument to Intn")
    }
}
