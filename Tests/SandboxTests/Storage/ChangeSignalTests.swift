import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(3))) struct ChangeSignalTests {
    @Test func theEndIsToldHoweverLateTheTickingBegins() async {
        let signal = ChangeSignal()
        // As on a machine so busy that the task which ticks has its first turn long after the end.
        let stream = signal.listen(ticking: .milliseconds(1), until: .now - .seconds(60))
        var wakes = stream.makeAsyncIterator()
        #expect(await wakes.next() != nil)
    }

    @Test func theLastTickIsNotBeforeTheEnd() async {
        let signal = ChangeSignal()
        let end = ContinuousClock.now + .milliseconds(30)
        let stream = signal.listen(ticking: .milliseconds(20), until: end)
        for await _ in stream where ContinuousClock.now >= end { break }
        #expect(ContinuousClock.now >= end)
    }
}
