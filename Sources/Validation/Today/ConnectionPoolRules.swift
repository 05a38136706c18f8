import Diagnostics
import IstioAPI
import Schema

extension Report {
    mutating func connectionPool(_ pool: Object<ConnectionPoolSettings>) {
        if !pool.has(\.tcp), !pool.has(\.http) {
            error(.emptyValue, "connection pool must have at least one field", at: pool.place)
        }
        http(pool.http)
        let tcp = pool.tcp
        notNegative(tcp, \.maxConnections, "max connections")
        duration(tcp, \.connectTimeout)
        duration(tcp, \.maxConnectionDuration)
        // Less than a millisecond turns the timeout off.
        if let idle = tcp.idleTimeout,
            idle <= .milliseconds(-1)
                || (idle >= .milliseconds(1) && idle.nanoseconds % 1_000_000 != 0)
        {
            error(
                .invalidDuration, "only durations to ms precision are supported", at: tcp.place(\.idleTimeout)
            )
        }
        duration(tcp.tcpKeepalive, \.time)
        duration(tcp.tcpKeepalive, \.interval)
    }

    private mutating func http(_ http: Object<ConnectionPoolSettings.HTTPSettings>) {
        notNegative(http, \.http1MaxPendingRequests, "http1 max pending requests")
        notNegative(http, \.http2MaxRequests, "http2 max requests")
        notNegative(http, \.maxRequestsPerConnection, "max requests per connection")
        notNegative(http, \.maxRetries, "max retries")
        notNegative(http, \.maxConcurrentStreams, "max concurrent streams")
        duration(http, \.idleTimeout)
        if http.h2UpgradePolicy == .upgrade, http.useClientProtocol {
            error(
                .exclusiveFields, "use client protocol must not be true when H2UpgradePolicy is UPGRADE",
                at: http.place(\.useClientProtocol))
        }
    }

    private mutating func notNegative<M: Message>(
        _ object: Object<M>, _ path: KeyPath<M, Field<Int32>>, _ name: String
    ) {
        if object[dynamicMember: path] < 0 {
            error(.outOfRange, "\(name) must be non-negative", at: object.place(path))
        }
    }
}
