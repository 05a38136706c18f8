import CZlib

/// The files of a chart in an archive, `.tgz`.
package enum ChartArchive {
    /// The most bytes of a chart, and of one of its files, as Helm has them.
    package static let chartLimit = 100 << 20
    package static let fileLimit = 5 << 20
    private static let block = 512

    package static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// The files, with the one folder that all are in left away. Archives with links, or with paths that
    /// lead elsewhere, are refused.
    package static func files(_ archive: [UInt8]) throws(ChartError) -> [ChartFile] {
        let bytes = try unpacked(archive)
        var files: [ChartFile] = []
        var at = 0
        var longPath: String?
        while at + block <= bytes.count {
            let header = TarHeader(bytes[at..<(at + block)])
            at += block
            if header.isEnd { break }
            guard let size = header.size, size <= bytes.count - at else { throw broken }
            let content = bytes[at..<(at + size)]
            at = min(at + (size + block - 1) / block * block, bytes.count)
            switch header.type {
            case .longName: longPath = String(decoding: content.prefix { $0 != 0 }, as: UTF8.self)
            case .extension: longPath = TarHeader.path(inRecords: content) ?? longPath
            case .remark: break
            case .folder: longPath = nil
            case .link: throw ChartError("chart contains illegally named files: \(header.path) is a link")
            case .file:
                if let path = try inside(longPath ?? header.path) {
                    guard size <= fileLimit else {
                        throw ChartError(
                            "decompressed chart file \(path) is larger than the maximum file size \(fileLimit)"
                        )
                    }
                    files.append(ChartFile(path, Array(content).withoutMark))
                }
                longPath = nil
            }
        }
        if files.isEmpty { throw ChartError("no files in chart archive") }
        return files
    }

    private static let broken = ChartError("the archive is broken: it ends in the middle of a file")

    /// A path without its first name; nil for what lies outside of the chart's folder.
    private static func inside(_ text: String) throws(ChartError) -> String? {
        let path = String(text.map { $0 == "\\" ? "/" : $0 })
        let parts = path.split(separator: "/").filter { $0 != "." }
        if path.hasPrefix("/") { throw ChartError("chart illegally contains absolute paths: \(path)") }
        if parts.contains("..") { throw ChartError("chart illegally references parent directory: \(path)") }
        if path.dropFirst().first == ":" { throw ChartError("chart contains illegally named files: \(path)") }
        if parts.first == "Chart.yaml" { throw ChartError("chart yaml not in base directory") }
        return parts.count < 2 ? nil : parts.dropFirst().joined(separator: "/")
    }

    /// What the archive was made of, up to the limit.
    private static func unpacked(_ archive: [UInt8]) throws(ChartError) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw ChartError("zlib cannot be used")
        }
        defer { inflateEnd(&stream) }
        var input = archive
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let status: Int32 = input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(clamping: input.count)
            var status = Z_OK
            while status == Z_OK, bytes.count <= chartLimit {
                status = chunk.withUnsafeMutableBufferPointer { output in
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(output.count)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    bytes += output.prefix(output.count - Int(stream.avail_out))
                    return status
                }
            }
            return status
        }
        if bytes.count > chartLimit {
            throw ChartError("decompressed chart is larger than the maximum size \(chartLimit)")
        }
        guard status == Z_STREAM_END else { throw ChartError("the archive is broken: gzip: invalid data") }
        return bytes
    }
}
