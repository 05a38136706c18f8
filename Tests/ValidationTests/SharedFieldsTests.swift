import IstioAPI
import Schema
import Testing

@testable import Validation

/// Checks that read one message as another rely on fields of the same names and shapes.
@Suite struct SharedFieldsTests {
    @Test(arguments: [
        (
            Legacy.ServiceReference.fields, Legacy.IstioService.fields,
            ["name", "namespace", "domain", "service", "labels"]
        ),
        (
            Legacy.EndUserAuthenticationPolicySpec.JWT.fields, Legacy.Policy.Jwt.fields,
            ["issuer", "audiences", "jwksUri"]
        ),
        (
            Legacy.VirtualService.PortSelector.fields, Legacy.Policy.PortSelector.fields, ["number", "name"]
        ),
        (
            Legacy.HTTPAPISpecBinding.Reference.fields, Legacy.QuotaSpecBinding.Reference.fields,
            ["name", "namespace"]
        ),
        (
            Legacy.EndUserAuthenticationPolicySpecBinding.Reference.fields,
            Legacy.QuotaSpecBinding.Reference.fields, ["name", "namespace"]
        ),
    ])
    func areTheSame(_ one: MessageFields, _ other: MessageFields, _ names: [String]) throws {
        for name in names {
            let (field, twin) = try (
                #require(one.field(named: name)), #require(other.field(named: name))
            )
            #expect("\(field.shape)" == "\(twin.shape)", "\(one.name).\(name)")
        }
    }
}
