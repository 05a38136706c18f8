package import Kubernetes
import Synchronization

/// Files that are only in memory.
package final class MemoryFiles: FileAccess {
    private let content: Mutex<[String: [UInt8]]>

    package init(_ texts: [String: String] = [:]) { content = Mutex(texts.mapValues { Array($0.utf8) }) }

    package func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        guard let bytes = content.withLock({ $0[path] }) else { throw .missing }
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return bytes
    }

    package func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        content.withLock { $0[path] = bytes }
    }

    package func kind(of path: String) -> FileKind? {
        content.withLock { files in
            if files[path] != nil { return .file }
            return files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
        }
    }

    package func names(in folder: String) -> [String]? {
        let below = content.withLock { $0.keys.filter { $0.hasPrefix(folder + "/") } }
        return Set(below.map { $0.dropFirst(folder.utf8.count + 1).prefix { $0 != "/" } }).map(String.init)
            .sorted()
    }

    package func text(_ path: String) -> String? {
        content.withLock { $0[path] }.map { String(decoding: $0, as: UTF8.self) }
    }
}
