import IstioAPI
import Kubernetes
import Schema
import Testing

@testable import Commands

struct RequestWindowTests {
    private static let rule = Legacy.RouteRule.kind

    /// How many of the objects leave before the first must arrive.
    private func departures(_ intents: [Intent], from window: RequestWindow) -> Int {
        var window = window
        for (count, intent) in intents.enumerated() {
            guard window.admits(intent) else { return count }
            #expect(window.depart(intent) == count)
        }
        return intents.count
    }

    private func rules(_ count: Int) -> [Intent] { (0..<count).map { Intent(Self.rule, named: "r\($0)") } }

    private func core(_ group: String, _ name: String) throws -> Kind {
        try #require(Catalog.kind(group: group, name: name))
    }

    @Test func noMoreThanItsWidthAreUnderWay() {
        #expect(departures(rules(20), from: RequestWindow(width: 8, lead: 0)) == 8)
        #expect(departures(rules(20), from: RequestWindow(width: 1, lead: 0)) == 1)
    }

    @Test func whatArrivesMakesRoom() {
        var window = RequestWindow(width: 2, lead: 0)
        let rules = rules(3)
        let numbers = rules.prefix(2).map { window.depart($0) }
        #expect(!window.admits(rules[2]))
        window.arrive(numbers[1])
        #expect(window.admits(rules[2]))
    }

    @Test func theFirstGoOneByOne() {
        var window = RequestWindow(width: 8, lead: 3)
        let rules = rules(20)
        for (rule, next) in zip(rules, rules.dropFirst()).prefix(3) {
            let number = window.depart(rule)
            #expect(window.admits(next) == (number == 2))
            window.arrive(number)
        }
    }

    @Test func aFileThatPeopleReadGoesOneByOne() {
        var window = RequestWindow()
        for (rule, next) in zip(rules(16), rules(16).dropFirst()) {
            let number = window.depart(rule)
            #expect(!window.admits(next))
            window.arrive(number)
        }
    }

    @Test func oneObjectIsNotUnderWayTwice() {
        let intents = [Intent(Self.rule, named: "a"), Intent(Self.rule, named: "a")]
        #expect(departures(intents, from: RequestWindow(lead: 0)) == 1)
    }

    @Test func aVersionMakesNoOtherObject() {
        let kind = VirtualService.kind
        let intents = kind.versions.map { Intent(kind.preferring($0), named: "a") }
        #expect(intents.count > 1)
        #expect(departures(intents, from: RequestWindow(lead: 0)) == 1)
    }

    @Test func theSameNameElsewhereIsAnotherObject() {
        let other = Intent(
            reference: ObjectReference(Self.rule, namespace: "books", name: "a"),
            type: ResourceType(Self.rule), object: [:])
        let intents = [Intent(Self.rule, named: "a"), Intent(VirtualService.kind, named: "a"), other]
        #expect(departures(intents, from: RequestWindow(lead: 0)) == 3)
    }

    @Test(arguments: [
        ("", "Namespace"), ("apiextensions.k8s.io", "CustomResourceDefinition"), ("", "ServiceAccount"),
        ("config.istio.io", "denier"), ("config.istio.io", "rule"),
    ])
    func whatOthersMayNeedTravelsAlone(group: String, name: String) throws {
        let needed = Intent(try core(group, name), named: "n")
        let rule = Intent(Self.rule, named: "r")
        #expect(departures([needed, rule], from: RequestWindow(lead: 0)) == 1)
        #expect(departures([rule, needed], from: RequestWindow(lead: 0)) == 1)
        #expect(departures([needed, needed], from: RequestWindow(lead: 0)) == 1)
    }
}
