/// Names of Go's struct fields, which templates use, from the names in JSON.
enum GoName {
    /// Words that Go's Kubernetes types write in capitals at the beginning of a field's name.
    private static let capitals: [String: String] = [
        "apiVersion": "APIVersion", "apiGroup": "APIGroup", "uid": "UID", "id": "ID", "os": "OS",
        "url": "URL",
        "dnsPolicy": "DNSPolicy", "dnsConfig": "DNSConfig", "httpGet": "HTTPGet",
        "httpHeaders": "HTTPHeaders",
        "tcpSocket": "TCPSocket", "grpc": "GRPC", "tty": "TTY", "fsGroup": "FSGroup",
        "fsGroupChangePolicy": "FSGroupChangePolicy", "seLinuxOptions": "SELinuxOptions",
        "seLinuxChangePolicy": "SELinuxChangePolicy", "nfs": "NFS", "iscsi": "ISCSI", "rbd": "RBD",
        "csi": "CSI", "fc": "FC", "gcePersistentDisk": "GCEPersistentDisk", "scaleIO": "ScaleIO",
        "awsElasticBlockStore": "AWSElasticBlockStore", "caBundle": "CABundle",
    ]

    /// Of a field of Kubernetes' types.
    static func kubernetes(_ name: String) -> String { capitals[name] ?? plain(name) }

    /// Of a field of a protocol buffers message.
    static func plain(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
