import Testing

@testable import Diagnostics

struct FieldPathTests {
    @Test func readsAsPeopleWriteIt() {
        let path = FieldPath().field("spec").field("http").index(0).field("route").index(1).field("weight")
        #expect(path.description == "spec.http[0].route[1].weight")
    }

    @Test func putsKeysOfUsersInQuotes() {
        let path = FieldPath().field("metadata").field("labels").key("app.kubernetes.io/name")
        #expect(path.description == #"metadata.labels["app.kubernetes.io/name"]"#)
    }

    @Test func isEmptyAtTheRoot() {
        #expect(FieldPath().description == "")
        #expect(FieldPath().index(2).field("kind").description == "[2].kind")
    }

    @Test func escapesControls() {
        #expect(FieldPath().key("a\u{1B}").description == #"["a\x1b"]"#)
    }
}
