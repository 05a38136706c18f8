import Testing

@testable import Commands

@Suite struct UnifiedDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        UnifiedDiff(from: old, to: new).text(old: "a", new: "b", usesColor: false)
    }

    private func lines(_ range: ClosedRange<Int>) -> String { range.map { "\($0)\n" }.joined() }

    @Test func equalTextsHaveNone() {
        #expect(diff("a\n", "a\n") == "")
        #expect(diff("", "") == "")
    }

    @Test func hunksHaveThreeLinesOfContext() {
        let new = lines(1...20).replacing("\n10\n", with: "\nten\n10b\n")
        #expect(
            diff(lines(1...20), new) == """
                --- a
                +++ b
                @@ -7,7 +7,8 @@
                 7
                 8
                 9
                -10
                +ten
                +10b
                 11
                 12
                 13

                """)
    }

    @Test func nearChangesShareAHunkAndFarOnesDoNot() {
        let near = lines(1...9).replacing("2\n", with: "").replacing("9\n", with: "nine\n")
        #expect(diff(lines(1...9), near).split(separator: "\n").count { $0.hasPrefix("@@") } == 1)
        let far = lines(1...30).replacing("\n5\n", with: "\n").replacing("\n25\n", with: "\n")
        let hunks = diff(lines(1...30), far).split(separator: "\n").filter { $0.hasPrefix("@@") }
        #expect(hunks == ["@@ -2,7 +2,6 @@", "@@ -22,7 +21,6 @@"])
    }

    @Test func aNewTextIsAllAdditionsAndAGoneOneAllRemovals() {
        #expect(diff("", "x\ny\n") == "--- a\n+++ b\n@@ -0,0 +1,2 @@\n+x\n+y\n")
        #expect(diff("x\n", "") == "--- a\n+++ b\n@@ -1 +0,0 @@\n-x\n")
    }

    /// What the steps keep and remove is the old text, what they keep and add the new one.
    @Test(arguments: 0..<200) func stepsLeadFromOneTextToTheOther(_ seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        func random(_ limit: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % limit)
        }
        let old = (0..<random(30)).map { _ in Substring("\(random(5))") }
        let new = (0..<random(30)).map { _ in Substring("\(random(5))") }
        let steps = LineDifference.steps(from: old, to: new)
        #expect(steps.count { $0 != .add } == old.count && steps.count { $0 != .remove } == new.count)
        var (rest, other) = (old[...], new[...])
        for step in steps {
            let (a, b) = (step == .add ? nil : rest.popFirst(), step == .remove ? nil : other.popFirst())
            if step == .keep { #expect(a == b) }
        }
        #expect(steps.count { $0 == .keep } == longestCommon(old, new))
    }

    private func longestCommon(_ a: [Substring], _ b: [Substring]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for x in a {
            var last = 0
            for (index, y) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = x == y ? last + 1 : max(above, row[index])
                last = above
            }
        }
        return row[b.count]
    }

    @Test(.timeLimit(.minutes(1))) func hugeTextsThatShareNothingAreReplaced() {
        let old = (0..<50_000).map { Substring("a\($0)") }
        let new = (0..<50_000).map { Substring("b\($0)") }
        #expect(LineDifference.steps(from: old, to: new).count == 100_000)
    }
}
