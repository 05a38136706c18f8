/// The files of a chart in an archive, `.tgz`.
package enum ChartArchive {
    /// The most bytes of a chart, and of one of its files, as Helm has them.
    package static let chartLimit = 100 << 20
    package static let fileLimit = 5 << 20
    private static let block = 512

    package static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// The files, with the one folder that all are in left away. Archives with links, or with paths that
    /// lead elsewhere, are refused.
    ///
    /// - Parameters:
    ///   - limit: bytes of all files together, the unwanted ones, too.
    ///   - isWanted: whether a file is to be read; what is not wanted may be anything.
    package static func files(
        _ archive: [UInt8], limit: Int = chartLimit, where isWanted: (String) -> Bool = { _ in true }
    ) throws(ChartError) -> [ChartFile] {
        let reader = try GzipReader(archive, limit: limit)
        var files: [ChartFile] = []
        var bytes = 0
        var longPath: String?
        while true {
            let header = TarHeader(try reader.read(block)[...])
            if header.isEnd { break }
            guard let size = header.size else { throw broken }
            let path = longPath ?? header.path
            switch header.type {
            case .longName, .extension:
                guard size <= block * 16 else { throw broken }
                let content = try reader.content(size)
                longPath =
                    header.type == .longName
                    ? String(decoding: content.prefix { $0 != 0 }, as: UTF8.self)
                    : TarHeader.path(inRecords: content[...]) ?? longPath
                continue
            case .file:
                guard let path = try inside(path), isWanted(path) else {
                    guard try reader.skip(padded(size)) else { throw broken }
                    break
                }
                guard size <= fileLimit else {
                    throw ChartError(
                        "decompressed chart file \(path) is larger than the maximum file size \(fileLimit)")
                }
                bytes += size
                guard bytes <= chartLimit else {
                    throw ChartError("decompressed chart is larger than the maximum size \(chartLimit)")
                }
                files.append(ChartFile(path, try reader.content(size).withoutMark))
            case .folder, .remark:
                guard try reader.skip(padded(size)) else { throw broken }
            case .link:
                if let path = try inside(path), !isWanted(path) { break }
                throw ChartError("chart contains illegally named files: \(header.path) is a link")
            }
            longPath = nil
        }
        try reader.finish()
        if files.isEmpty { throw ChartError("no files in chart archive") }
        return files
    }

    /// Files fill whole blocks.
    fileprivate static func padded(_ size: Int) -> Int { (size + block - 1) / block * block }

    fileprivate static let broken = ChartError("the archive is broken: it ends in the middle of a file")

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
}

extension GzipReader {
    /// A file's bytes; what fills its last block is passed over.
    fileprivate func content(_ size: Int) throws(ChartError) -> [UInt8] {
        let content = try read(size)
        guard content.count == size, try skip(ChartArchive.padded(size) - size) else {
            throw ChartArchive.broken
        }
        return content
    }
}
