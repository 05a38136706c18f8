import Kubernetes
import YAML

/// Where a webhook is: an address, or a service of the sandbox.
enum WebhookAddress: Sendable, Hashable {
    case url(ServerURL, path: String)
    case service(namespace: String, name: String, port: Int, path: String)

    /// From `clientConfig`; nil when that names neither, or an address without TLS.
    init?(_ client: Node) {
        if let text = client["url"]?.string {
            guard let url = try? ServerURL.parse(text), url.isSecure else { return nil }
            self = .url(url, path: url.path.isEmpty ? "/" : url.path)
        } else if let service = client["service"], let namespace = service["namespace"]?.string,
            let name = service["name"]?.string
        {
            let path = service["path"]?.string ?? "/"
            let port = Int(clamping: service["port"]?.int ?? 443)
            self = .service(
                namespace: namespace, name: name, port: port, path: path.hasPrefix("/") ? path : "/" + path)
        } else {
            return nil
        }
    }

    /// As messages name it, in the form that Kubernetes uses for services.
    var shown: String {
        switch self {
        case .url(let url, let path): "https://\(url.authority)\(path)"
        case .service(let namespace, let name, let port, let path):
            "https://\(name).\(namespace).svc:\(port)\(path)"
        }
    }

    var path: String {
        switch self {
        case .url(_, let path), .service(_, _, _, let path): path
        }
    }
}
