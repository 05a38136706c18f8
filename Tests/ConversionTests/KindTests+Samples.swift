/// One file for each example.
extension KindTests {
    static let samples = [
        rules, egress, preview, authentication, roles, endUsers, ingress, deprecated,
    ]

    static let rules = """
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: share}
        spec:
          destination: {name: reviews}
          precedence: 1
          route:
          - {labels: {version: v1}, weight: 90}
          - {destination: {name: ratings, namespace: prod}, weight: 10}
        ---
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: late}
        spec: {destination: {name: reviews}}
        ---
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: callers}
        spec:
          destination: {name: reviews}
          precedence: 2
          match: {source: {name: web, labels: {version: v1}}}
          route: [{labels: {version: v2}}]
          http_req_timeout: {simple_timeout: {timeout: 1.5s}}
        ---
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: first}
        spec:
          destination: {service: reviews.default.svc.cluster.local}
          precedence: 3
          match: {request: {headers: {cookie: {exact: a}, uri: {prefix: /a}}}}
          redirect: {uri: /b}
        """

    static let egress = """
        apiVersion: config.istio.io/v1alpha2
        kind: EgressRule
        metadata: {name: all}
        spec: {destination: {service: "*.example.com"}, ports: [{port: 443, protocol: https}]}
        ---
        apiVersion: config.istio.io/v1alpha2
        kind: EgressRule
        metadata: {name: block}
        spec: {destination: {service: 10.1.0.0/16}, ports: [{port: 27017, protocol: Mongo}]}
        """

    static let preview = """
        apiVersion: networking.istio.io/v1alpha3
        kind: ExternalService
        metadata: {name: out}
        spec: {hosts: [out.example.com], ports: [{number: 80, name: web, protocol: http}], discovery: DNS}
        ---
        apiVersion: networking.istio.io/v1alpha3
        kind: Gateway
        metadata: {name: door}
        spec: {selector: {istio: door}, servers: [{port: {number: 80, protocol: HTTP}, hosts: ["*"]}]}
        ---
        apiVersion: networking.istio.io/v1alpha3
        kind: DestinationRule
        metadata: {name: reviews}
        spec:
          name: reviews
          trafficPolicy:
            loadBalancer: {simple: LEAST_CONN}
            outlierDetection: {http: {consecutiveErrors: 3}}
          subsets: [{name: v1, labels: {version: v1}}]
        ---
        apiVersion: networking.istio.io/v1alpha3
        kind: VirtualService
        metadata: {name: reviews}
        spec:
          hosts: [reviews]
          http:
          - match: [{uri: {prefix: /}}]
            route: [{destination: {name: reviews, subset: v1, port: {number: 9080}}}]
            appendHeaders: {x: 50%}
            fault: {abort: {percent: 10, httpStatus: 503}, delay: {percent: 0, fixedDelay: 1s}}
            websocketUpgrade: true
        """

    static let authentication = """
        apiVersion: authentication.istio.io/v1alpha1
        kind: Policy
        metadata: {name: ratings}
        spec:
          targets: [{name: ratings, ports: [{number: 9080}]}]
          peers: [{mtls: {}}]
          origins: [{jwt: {issuer: me, jwksUri: "https://me.example/keys", jwtHeaders: [x-token]}}]
          principalBinding: USE_ORIGIN
        ---
        apiVersion: authentication.istio.io/v1alpha1
        kind: MeshPolicy
        metadata: {name: default}
        spec: {peers: [{mtls: {}}], peerIsOptional: true}
        """

    static let roles = """
        apiVersion: rbac.istio.io/v1alpha1
        kind: RbacConfig
        metadata: {name: default}
        spec: {mode: ON_WITH_INCLUSION, inclusion: {services: [details.default.svc.cluster.local]}}
        ---
        apiVersion: config.istio.io/v1alpha2
        kind: ServiceRole
        metadata: {name: viewer}
        spec:
          rules:
          - services: [details.default.svc.cluster.local, reviews.default.svc.cluster.local]
            methods: [GET]
            paths: ["/details*"]
            constraints: [{key: version, values: [v1]}]
        ---
        apiVersion: config.istio.io/v1alpha2
        kind: ServiceRoleBinding
        metadata: {name: viewers}
        spec:
          subjects: [{user: spiffe://cluster.local/ns/default/sa/web}, {properties: {service: web}}]
          roleRef: {kind: ServiceRole, name: viewer}
        """

    static let endUsers = """
        apiVersion: config.istio.io/v1alpha2
        kind: EndUserAuthenticationPolicySpec
        metadata: {name: tokens}
        spec:
          jwts:
          - issuer: me
            jwksUri: https://me.example/keys
            forwardJwt: true
            publicKeyCacheDuration: 5m
            locations: [{query: token}]
        ---
        apiVersion: config.istio.io/v1alpha2
        kind: EndUserAuthenticationPolicySpecBinding
        metadata: {name: tokens}
        spec: {services: [{name: shop}], policies: [{name: tokens}]}
        """

    static let ingress = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: front, annotations: {kubernetes.io/ingress.class: istio}}
        spec:
          tls: [{hosts: [shop.example.com], secretName: shop-certificate}]
          rules:
          - host: shop.example.com
            http:
              paths:
              - {path: /api, pathType: Prefix, backend: {service: {name: api, port: {number: 8080}}}}
        ---
        apiVersion: config.istio.io/v1alpha2
        kind: RouteRule
        metadata: {name: v2}
        spec:
          destination: {name: api}
          match: {request: {headers: {uri: {prefix: /api/v2}}}}
          route: [{labels: {version: v2}}]
        """

    static let deprecated = """
        apiVersion: networking.istio.io/v1beta1
        kind: VirtualService
        metadata: {name: a}
        spec:
          hosts: [a]
          http:
          - route: [{destination: {host: a}}]
            fault: {delay: {percent: 10, fixedDelay: 1s}}
            mirror: {host: b}
            mirrorPercent: 5
            corsPolicy: {allowOrigin: ["*"]}
        ---
        apiVersion: networking.istio.io/v1beta1
        kind: DestinationRule
        metadata: {name: a}
        spec:
          host: a
          trafficPolicy: {loadBalancer: {simple: LEAST_CONN}, outlierDetection: {consecutiveErrors: 7}}
        """
}
