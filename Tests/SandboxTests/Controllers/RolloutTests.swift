import Testing

@testable import Sandbox

@Suite struct RolloutTests {
    @Test(arguments: [("25%", true, 3, 1), ("25%", false, 3, 0), ("50%", false, 4, 2), ("100%", true, 7, 7)])
    func percentagesRoundAsTheyMust(text: String, roundsUp: Bool, replicas: Int, share: Int) {
        #expect(Rollout.share(.init(text), of: replicas, roundsUp: roundsUp) == share)
    }

    @Test func theNewGrowsIntoTheSurge() {
        let rollout = Rollout(replicas: 4, maxSurge: 1, maxUnavailable: 0)
        #expect(rollout.growth(of: .init(wanted: 0, available: 0), total: 4) == 1)
        #expect(rollout.growth(of: .init(wanted: 1, available: 0), total: 5) == 1)
        #expect(rollout.growth(of: .init(wanted: 4, available: 4), total: 4) == 4)
    }

    @Test func theOldShrinksOnlyWhenEnoughAreAvailable() {
        let rollout = Rollout(replicas: 4, maxSurge: 1, maxUnavailable: 0)
        let old = [Rollout.Size(wanted: 4, available: 4)]
        #expect(rollout.shrinking(old, new: .init(wanted: 1, available: 0)) == [4])
        #expect(rollout.shrinking(old, new: .init(wanted: 1, available: 1)) == [3])
    }

    @Test func whatDoesNotWorkGoesFirst() {
        let rollout = Rollout(replicas: 2, maxSurge: 1, maxUnavailable: 1)
        let old = [Rollout.Size(wanted: 1, available: 1), Rollout.Size(wanted: 1, available: 0)]
        #expect(rollout.shrinking(old, new: .init(wanted: 1, available: 0)) == [1, 0])
    }

    @Test func aRolloutThatAllowsNothingStillMoves() {
        let rollout = Rollout(replicas: 1, maxSurge: 0, maxUnavailable: 0)
        #expect(
            rollout.shrinking([.init(wanted: 1, available: 1)], new: .init(wanted: 0, available: 0)) == [0])
    }
}
