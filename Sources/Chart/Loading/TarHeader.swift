/// The block before each file of a tar archive.
struct TarHeader {
    enum Kind {
        case file, folder, link
        /// GNU's way to give a path longer than the block has room for, and that of POSIX.
        case longName, `extension`
        /// What holds for all files, or that nobody needs.
        case remark
    }

    let path: String
    /// Bytes that follow; nil for a number that cannot be one.
    let size: Int?
    let type: Kind
    /// Whether the archive ends here.
    let isEnd: Bool

    init(_ block: ArraySlice<UInt8>) {
        func text(_ range: Range<Int>) -> String {
            let field = block.dropFirst(range.lowerBound).prefix(range.count)
            return String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
        }
        let prefix = text(257..<262) == "ustar" ? text(345..<500) : ""
        path = prefix.isEmpty ? text(0..<100) : "\(prefix)/\(text(0..<100))"
        let digits = text(124..<136).trimmed
        size = digits.isEmpty ? 0 : Int(digits, radix: 8).flatMap { $0 < 0 ? nil : $0 }
        isEnd = block.allSatisfy { $0 == 0 }
        switch block.dropFirst(156).first {
        case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): type = path.hasSuffix("/") ? .folder : .file
        case UInt8(ascii: "5"): type = .folder
        case UInt8(ascii: "L"): type = .longName
        case UInt8(ascii: "x"): type = .extension
        case UInt8(ascii: "g"), UInt8(ascii: "K"): type = .remark
        default: type = .link
        }
    }

    /// The path among the records `LENGTH NAME=VALUE\n` of POSIX.
    static func path(inRecords records: ArraySlice<UInt8>) -> String? {
        var rest = records
        while let space = rest.firstIndex(of: 0x20) {
            let digits = String(decoding: rest[..<space], as: UTF8.self)
            guard let length = Int(digits), length > space - rest.startIndex, length <= rest.count else {
                return nil
            }
            let record = rest[(space + 1)..<(rest.startIndex + length)]
            let name = Array("path=".utf8)
            if record.starts(with: name) {
                return String(decoding: record.dropFirst(name.count).dropLast(), as: UTF8.self)
            }
            rest = rest.dropFirst(length)
        }
        return nil
    }
}
