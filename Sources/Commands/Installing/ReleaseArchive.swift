import Chart
import Kubernetes

/// The charts and profiles in an archive of an Istio release, as files: nothing is unpacked to disk.
struct ReleaseArchive: FileAccess {
    /// A release holds programs, too; they are passed over.
    private static let limit = 2 << 30
    private static let archiveLimit = 512 << 20
    private let files: [String: [UInt8]]

    /// The archive at a path.
    init(_ path: String, _ access: any FileAccess) throws {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try access.read(path, limit: Self.archiveLimit)
        } catch {
            throw Failure("open \(path): \(error.reason)")
        }
        guard ChartArchive.isArchive(bytes) else {
            throw Failure("\(path) is neither a folder nor a gzipped archive", code: .badInput)
        }
        do throws(ChartError) {
            let found = try ChartArchive.files(bytes, limit: Self.limit) { Self.relative($0) != nil }
            files = Dictionary(
                found.compactMap { file in Self.relative(file.path).map { ($0, file.bytes) } },
                uniquingKeysWith: { $1 })
        } catch {
            throw Failure("\(path): \(error.message)", code: .badInput)
        }
        guard kind(of: "charts") == .folder else {
            throw Failure("\(path) has no folder manifests/charts", code: .badInput)
        }
    }

    /// A path below `manifests`; nil for what is no chart and no profile.
    private static func relative(_ path: String) -> String? {
        let path = path.hasPrefix("manifests/") ? String(path.dropFirst("manifests/".count)) : path
        return path.hasPrefix("charts/") || path.hasPrefix("profiles/") ? path : nil
    }

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        guard let bytes = files[path] else { throw .missing }
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        return bytes
    }

    func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        throw .failed("an archive is only read")
    }

    func kind(of path: String) -> FileKind? {
        if files[path] != nil { return .file }
        return files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
    }

    func names(in folder: String) -> [String]? {
        let inside = files.keys.filter { $0.hasPrefix(folder + "/") }.compactMap { path in
            path.dropFirst(folder.count + 1).split(separator: "/").first.map(String.init)
        }
        return inside.isEmpty ? nil : Set(inside).sorted()
    }
}
