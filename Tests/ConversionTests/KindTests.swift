import Diagnostics
import Testing
import YAML

@testable import Conversion

/// What becomes of each kind, by example.
@Suite struct KindTests {
    private func convert(_ text: String) -> Converted {
        let converted = Conversion.convert(text: text)
        #expect(converted.diagnostics.filter { $0.severity == .error } == [])
        checkOutput(converted, "example")
        return converted
    }

    private func spec(_ kind: String, _ converted: Converted, at index: Int = 0) -> Node? {
        let found = converted.objects.filter { $0["kind"]?.string == kind }
        return found.indices.contains(index) ? found[index]["spec"] : nil
    }

    private func node(_ yaml: String) -> Node { YAMLReader.documents(in: Source(name: "", yaml))[0].root }

    private func fate(_ path: String, _ converted: Converted) -> Outcome.Fate? {
        converted.outcomes.first { $0.path.description == path }?.fate
    }

    @Test func rulesForOneHostAreTriedInTheirOrder() {
        let converted = convert(Self.rules)
        #expect(converted.objects.map { $0["kind"]?.string } == ["DestinationRule", "VirtualService"])
        #expect(
            spec("VirtualService", converted)
                == node(
                    """
                    hosts: [reviews]
                    http:
                    - match: [{headers: {cookie: {exact: a}}, uri: {prefix: /a}}]
                      redirect: {uri: /b}
                    - match: [{sourceLabels: {app: web, version: v1}, sourceNamespace: default}]
                      route: [{destination: {host: reviews, subset: version-v2}}]
                      timeout: 1.5s
                    - route:
                      - {destination: {host: reviews, subset: version-v1}, weight: 90}
                      - {destination: {host: ratings.prod.svc.cluster.local}, weight: 10}
                    """))
        #expect(converted.objects.allSatisfy { $0[["metadata", "name"]] == "reviews" })
        #expect(fate("spec.match.request.headers.cookie.exact", converted) == .carried)
        #expect(
            converted.outcomes.contains {
                $0.object.name == "late" && $0.path.description == "spec.destination.name"
                    && $0.fate == .dropped("never reached, rules of higher precedence take all requests")
            })
    }

    @Test func aServiceOfTheInputSaysWhichPodsAreItsCallers() {
        let service = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {run: web-server}, ports: [{name: http, port: 80}]}
            """
        let converted = convert(Self.rules + "\n" + service)
        #expect(
            spec("VirtualService", converted)?["http"]?.list?[1]["match"]
                == node("[{sourceLabels: {run: web-server, version: v1}, sourceNamespace: default}]"))
        #expect(converted.objects.contains { $0["kind"] == "Service" }, "passed on")
    }

    @Test func aNamespaceIsWrittenWhereItIsKnown() {
        let rule = """
            apiVersion: config.istio.io/v1alpha2
            kind: RouteRule
            metadata: {name: a, namespace: web}
            spec: {destination: {name: b, namespace: shop}, route: [{labels: {version: v1}}]}
            """
        let converted = convert(rule)
        #expect(converted.objects.allSatisfy { $0[["metadata", "namespace"]] == "shop" })
        #expect(spec("VirtualService", converted)?["hosts"] == ["b"])
        let options = ConversionOptions(namespace: "here")
        let other = Conversion.convert(text: Self.egress, to: .today, options)
        #expect(other.objects.first?[["metadata", "namespace"]] == "here")
    }

    @Test func connectionsToServicesOutside() {
        let converted = convert(Self.egress)
        #expect(
            spec("ServiceEntry", converted)
                == node(
                    """
                    hosts: ["*.example.com"]
                    location: MESH_EXTERNAL
                    resolution: NONE
                    ports: [{number: 443, name: https-443, protocol: HTTPS}]
                    """))
        #expect(
            spec("ServiceEntry", converted, at: 1)
                == node(
                    """
                    hosts: [block.egress.local]
                    addresses: [10.1.0.0/16]
                    location: MESH_EXTERNAL
                    resolution: NONE
                    ports: [{number: 27017, name: mongo-27017, protocol: MONGO}]
                    """))
    }

    @Test func thePreviewOfTheNetworkingAPI() {
        let converted = convert(Self.preview)
        #expect(spec("ServiceEntry", converted)?["resolution"] == "DNS")
        #expect(spec("Gateway", converted)?["servers"]?.list?[0][["port", "protocol"]] == "HTTP")
        #expect(
            spec("DestinationRule", converted)
                == node(
                    """
                    host: reviews
                    trafficPolicy:
                      loadBalancer: {simple: LEAST_REQUEST}
                      outlierDetection: {consecutive5xxErrors: 3}
                    subsets: [{name: v1, labels: {version: v1}}]
                    """))
        #expect(
            spec("VirtualService", converted)?["http"]
                == node(
                    """
                    - match: [{uri: {prefix: /}}]
                      route: [{destination: {host: reviews, subset: v1, port: {number: 9080}}}]
                      headers: {request: {add: {x: 50%%}}}
                      fault: {abort: {httpStatus: 503, percentage: {value: 10}}}
                    """))
    }

    @Test func identityOfPeersAndUsers() {
        let converted = convert(Self.authentication)
        #expect(
            spec("PeerAuthentication", converted)
                == node("selector: {matchLabels: {app: ratings}}\nportLevelMtls: {'9080': {mode: STRICT}}"))
        #expect(
            spec("RequestAuthentication", converted)
                == node(
                    """
                    selector: {matchLabels: {app: ratings}}
                    jwtRules: [{issuer: me, jwksUri: "https://me.example/keys", fromHeaders: [{name: x-token}]}]
                    """))
        #expect(spec("AuthorizationPolicy", converted)?["action"] == "DENY")
        #expect(spec("PeerAuthentication", converted, at: 1) == node("mtls: {mode: PERMISSIVE}"))
        #expect(
            converted.objects.last { $0["kind"] == "PeerAuthentication" }?[["metadata", "namespace"]]
                == "istio-system", "a policy for the mesh")
    }

    @Test func rolesAllowWhatTheyAllowed() {
        let converted = convert(Self.roles)
        #expect(
            spec("AuthorizationPolicy", converted, at: 1)
                == node(
                    """
                    action: ALLOW
                    selector: {matchLabels: {app: details, version: v1}}
                    rules:
                    - from: [{source: {principals: [cluster.local/ns/default/sa/web]}}]
                      to: [{operation: {methods: [GET], paths: [/details*]}}]
                    """))
        #expect(
            spec("AuthorizationPolicy", converted) == node("selector: {matchLabels: {app: details}}"),
            "nothing else is allowed where roles count")
        #expect(converted.objects.count == 2)
        #expect(fate("spec.rules[0].services[1]", converted).map { "\($0)" }?.contains("RbacConfig") == true)
    }

    @Test func tokensOfUsersBoundToServices() {
        let converted = convert(Self.endUsers)
        #expect(
            spec("RequestAuthentication", converted)
                == node(
                    """
                    selector: {matchLabels: {app: shop}}
                    jwtRules: [{issuer: me, jwksUri: "https://me.example/keys", forwardOriginalToken: true, fromParams: [token]}]
                    """))
    }

    @Test func ingressesAreCombinedWithTheRulesOfTheirServices() {
        let converted = convert(Self.ingress)
        #expect(
            spec("VirtualService", converted, at: 0)
                == node(
                    """
                    hosts: [shop.example.com]
                    gateways: [front]
                    http:
                    - match: [{uri: {prefix: /api/v2}}]
                      route: [{destination: {host: api, subset: version-v2, port: {number: 8080}}}]
                    - match: [{uri: {exact: /api}}, {uri: {prefix: /api/}}]
                      route: [{destination: {host: api, port: {number: 8080}}}]
                    """))
        #expect(
            spec("Gateway", converted)?["servers"]?.list?.last
                == node(
                    """
                    port: {number: 443, name: https, protocol: HTTPS}
                    hosts: [shop.example.com]
                    tls: {mode: SIMPLE, credentialName: shop-certificate}
                    """))
        #expect(!converted.objects.contains { $0["kind"] == "Ingress" })
    }

    @Test func mixersObjectsAreNamedWithWhatToUseInstead() {
        let converted = convert(
            """
            apiVersion: config.istio.io/v1alpha2
            kind: memquota
            metadata: {name: handler}
            spec: {quotas: [{name: requests, maxAmount: 5}]}
            """)
        #expect(converted.objects.isEmpty)
        #expect(converted.outcomes.allSatisfy { $0.instead?.contains("rate limits") == true })
    }

    @Test func deprecatedFieldsAreReplaced() {
        let converted = convert(Self.deprecated)
        #expect(
            spec("VirtualService", converted)?["http"]
                == node(
                    """
                    - route: [{destination: {host: a}}]
                      fault: {delay: {percentage: {value: 10}, fixedDelay: 1s}}
                      mirror: {host: b}
                      mirrorPercentage: {value: 5}
                      corsPolicy: {allowOrigins: [{exact: "*"}]}
                    """))
        #expect(
            spec("DestinationRule", converted)?[["trafficPolicy", "loadBalancer", "simple"]]
                == "LEAST_REQUEST")
        #expect(
            spec("DestinationRule", converted)?[["trafficPolicy", "outlierDetection"]]
                == ["consecutiveGatewayErrors": 7])
    }

    @Test func rulesAboutAddressesBecomeRoutesForConnections() {
        let converted = convert(
            """
            apiVersion: config.istio.io/v1alpha2
            kind: RouteRule
            metadata: {name: a}
            spec:
              destination: {name: mongo}
              match: {tcp: {destinationSubnet: [10.0.0.0/8]}}
              route: [{labels: {version: v2}}]
            """)
        #expect(
            spec("VirtualService", converted)
                == node(
                    """
                    hosts: [mongo]
                    tcp:
                    - match: [{destinationSubnets: [10.0.0.0/8]}]
                      route: [{destination: {host: mongo, subset: version-v2}}]
                    - route: [{destination: {host: mongo}}]
                    """))
    }

    @Test func whatCannotBeSaidTodayIsNamedAndNotGuessed() {
        let converted = convert(
            """
            apiVersion: config.istio.io/v1alpha2
            kind: DestinationPolicy
            metadata: {name: callers}
            spec: {destination: {name: a}, source: {name: b}, loadBalancing: {name: RANDOM}}
            ---
            apiVersion: config.istio.io/v1alpha2
            kind: RouteRule
            metadata: {name: expression}
            spec: {destination: {name: a}, match: {request: {headers: {x: {regex: "(?=a)b"}}}}}
            ---
            apiVersion: config.istio.io/v1alpha2
            kind: EgressRule
            metadata: {name: everything}
            spec: {destination: {service: "*"}, ports: [{port: 80, protocol: http}]}
            """)
        #expect(converted.objects.isEmpty)
        let instead = converted.outcomes.compactMap(\.instead)
        #expect(instead.contains { $0.contains("workloadSelector") })
        #expect(instead.contains { $0.contains("ALLOW_ANY") })
        #expect(
            converted.outcomes.contains {
                if case .dropped(let why) = $0.fate {
                    why.hasPrefix("x: Istio 1.30 cannot read the expression")
                } else {
                    false
                }
            })
    }

    @Test func rivalsForOneHostAreRemarked() {
        let service = """
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews}
            spec: {hosts: [reviews], http: [{route: [{destination: {host: reviews}}]}]}
            """
        let converted = convert(Self.rules + "\n" + service)
        #expect(
            converted.remarks.contains {
                $0.contains("default/reviews and default/reviews-2")
                    || $0.contains("default/reviews-2 and default/reviews")
            })
    }
}
