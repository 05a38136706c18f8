import Diagnostics
import IstioAPI
import Schema
import YAML

extension Report {
    mutating func authorizationSource(
        _ from: Object<AuthorizationPolicy.Rule.From>, _ action: AuthorizationPolicy.Action?
    ) {
        let source = from.source
        let lists = textLists.map { ($0.name, source.node($0.path)) }
        guard from.has(\.source), lists.contains(where: { $0.1?.list?.isEmpty == false }) else {
            return error(
                .emptyValue, "the source says nothing about callers",
                at: from.has(\.source) ? source.place : from.place(\.source),
                hint: "remove \"from\" to mean all callers")
        }
        for (name, path) in textLists { filled(source.each(path), name) }
        for path in [\RequestSource.ipBlocks, \.notIpBlocks, \.remoteIpBlocks, \.notRemoteIpBlocks] {
            subnets(source.each(path).filter { !$0.item.isEmpty })
        }
        accounts(source)
        for (domain, mark) in source.each(\.trustDomains) + source.each(\.notTrustDomains) {
            trustDomain(domain, at: .value(mark))
        }
        if action == .custom { unknownToProviders(source) }
    }

    /// Texts that are compared with attributes are not empty.
    mutating func filled(_ items: [(item: String, mark: Mark)], _ name: String) {
        for (item, mark) in items where item.isEmpty {
            error(.emptyValue, "an item of \"\(name)\" is empty", at: .value(mark), hint: "remove it")
        }
    }

    private mutating func accounts(_ source: Object<RequestSource>) {
        for (account, mark) in source.each(\.serviceAccounts) + source.each(\.notServiceAccounts) {
            serviceAccount(account, at: .value(mark))
        }
        for path in [\RequestSource.serviceAccounts, \.notServiceAccounts]
        where source[dynamicMember: path].count > mostAccounts {
            error(
                .outOfRange, "at most \(mostAccounts) service accounts are taken", at: source.place(path),
                hint: "make a source of each \(mostAccounts)")
        }
        guard !source.serviceAccounts.isEmpty || !source.notServiceAccounts.isEmpty else { return }
        for (name, path) in textLists.prefix(4) where !source[dynamicMember: path].isEmpty {
            error(
                .exclusiveFields, "\"\(name)\" and service accounts exclude each other in one source",
                at: source.place(path), hint: "make a source of each")
        }
    }

    /// `account` or `namespace/account`.
    mutating func serviceAccount(_ account: String, at place: Place) {
        let parts = account.split(separator: "/", omittingEmptySubsequences: false)
        let isWrong = parts.count > 2 || parts.contains("") || account.contains("*")
        guard !account.isEmpty, isWrong || account.utf8.count > longestAccount else { return }
        error(
            .invalidName, "\"\(account.escapingControls)\" is no service account", at: place,
            hint: "write `account` or `namespace/account`")
    }

    /// A name, maybe with one wildcard at either end.
    mutating func trustDomain(_ domain: String, at place: Place) {
        wildcard(domain, at: place)
        if domain.contains("/") {
            error(.invalidName, "\(domain.quoted) is no trust domain: it has a slash", at: place)
        }
    }

    mutating func wildcard(_ text: String, at place: Place) {
        let count = text.count { $0 == "*" }
        if count == 0 || (count == 1 && (text.hasPrefix("*") || text.hasSuffix("*"))) { return }
        error(
            .invalidMatch, "\(text.quoted) may have one wildcard, at its beginning or end", at: place)
    }

    /// What a certificate or a token says is not handed to providers.
    private mutating func unknownToProviders(_ source: Object<RequestSource>) {
        let certified = textLists.filter { !$0.name.lowercased().hasSuffix("ipblocks") }
        for (name, path) in certified where !source[dynamicMember: path].isEmpty {
            error(.notImplemented, "\"\(name)\" is not supported with action CUSTOM", at: source.place(path))
        }
    }
}

nonisolated(unsafe) private let textLists: [(name: String, path: KeyPath<RequestSource, Field<[String]>>)] = [
    ("principals", \.principals), ("notPrincipals", \.notPrincipals), ("namespaces", \.namespaces),
    ("notNamespaces", \.notNamespaces), ("requestPrincipals", \.requestPrincipals),
    ("notRequestPrincipals", \.notRequestPrincipals), ("serviceAccounts", \.serviceAccounts),
    ("notServiceAccounts", \.notServiceAccounts), ("ipBlocks", \.ipBlocks), ("notIpBlocks", \.notIpBlocks),
    ("remoteIpBlocks", \.remoteIpBlocks), ("notRemoteIpBlocks", \.notRemoteIpBlocks),
    ("trustDomains", \.trustDomains), ("notTrustDomains", \.notTrustDomains),
]

private let mostAccounts = 16
/// In bytes.
private let longestAccount = 320
