package import Schema
import YAML

/// Tokens of one issuer (JWT), and where to look for them.
package struct JWTRule: Message {
    package static let schema = Schema(JWTRule(), "Tokens of one issuer (JWT), and where to look for them.")

    package init() {}

    package let issuer = Field<String>("Who issues the tokens.", .atLeast(1))
    package let audiences = Field<[String]>("Audiences, of which a token must name one.", .eachAtLeast(1))
    package let jwksUri = Field<String>("URL of the issuer's public keys.", .atLeast(1), .atMost(2048))
    package let jwks_uri = Field<String>("Another spelling of `jwksUri`.", .atLeast(1), .atMost(2048))
    package let jwks = Field<String>("The issuer's public keys themselves, as a JSON Web Key Set.")
    package let fromHeaders = Field<[JWTHeader]>(
        "Headers to look for a token in, `Authorization: Bearer` if absent.")
    package let fromParams = Field<[String]>("Query parameters to look for a token in.", .eachAtLeast(1))
    package let outputPayloadToHeader = Field<String>(
        "Header in which to pass a verified token's payload on.")
    package let fromCookies = Field<[String]>(
        "Cookies to look for a token in.", .eachAtLeast(1), .since("1.21"))
    package let forwardOriginalToken = Field<Bool>("Passes the token on as it came.", default: false)
    package let outputClaimToHeaders = Field<[ClaimToHeader]>(
        "Headers in which to pass single claims on.", .since("1.17"))
    package let timeout = Field<Duration>(
        "Longest time to wait for the public keys.", .minimumMilliseconds(1), .since("1.22"), default: "5s")
    package let spaceDelimitedClaims = Field<[String]>(
        "Claims whose values are lists between spaces, besides `scope` and `permission`.", .atMost(64),
        .eachAtLeast(1), .since("1.28"))

    /// A header with a token in it.
    package struct JWTHeader: Message {
        package static let schema = Schema(JWTHeader(), "A header with a token in it.")

        package init() {}

        package let name = Field<String>("Name of the header.", .required, .atLeast(1))
        package let prefix = Field<String>("What stands before the token, such as `Bearer `.")
    }

    /// A header in which to pass a claim on.
    package struct ClaimToHeader: Message {
        package static let schema = Schema(ClaimToHeader(), "A header in which to pass a claim on.")

        package init() {}

        package let header = Field<String>(
            "Name of the header: letters, digits, dashes and underscores.", .required, .atLeast(1),
            .pattern("^[-_A-Za-z0-9]+$"))
        package let claim = Field<String>(
            "Name of the claim; dots lead into nested ones.", .required, .atLeast(1))
    }
}
