package import Schema

/// Callers; all parts must match, and none of the negative ones.
package struct RequestSource: Message {
    package static let schema = Schema(
        RequestSource(), "Callers; all parts must match, and none of the negative ones.", name: "Source")

    package init() {}

    package let principals = Field<[String]>(
        "Identities from client certificates: `cluster.local/ns/NAMESPACE/sa/ACCOUNT`.")
    package let notPrincipals = Field<[String]>("Identities that are not meant.", .since("1.5"))
    package let requestPrincipals = Field<[String]>("Identities from tokens: `ISSUER/SUBJECT`.")
    package let notRequestPrincipals = Field<[String]>(
        "Identities from tokens that are not meant.", .since("1.5"))
    package let namespaces = Field<[String]>("Namespaces of the callers.")
    package let notNamespaces = Field<[String]>("Namespaces that are not meant.", .since("1.5"))
    package let serviceAccounts = Field<[String]>(
        "Service accounts: `NAMESPACE/ACCOUNT`, or `ACCOUNT` in the policy's namespace.", .atMost(16),
        .eachAtMost(320), .since("1.25"))
    package let notServiceAccounts = Field<[String]>(
        "Service accounts that are not meant.", .atMost(16), .eachAtMost(320), .since("1.25"))
    package let ipBlocks = Field<[String]>("Addresses or subnets from which connections come.")
    package let notIpBlocks = Field<[String]>("Addresses or subnets that are not meant.", .since("1.5"))
    package let remoteIpBlocks = Field<[String]>(
        "Addresses or subnets of the original client, from a header or the PROXY protocol.", .since("1.8"))
    package let notRemoteIpBlocks = Field<[String]>(
        "Addresses or subnets of original clients that are not meant.", .since("1.8"))
    package let trustDomains = Field<[String]>("Trust domains from client certificates.", .since("1.30"))
    package let notTrustDomains = Field<[String]>("Trust domains that are not meant.", .since("1.30"))
}
