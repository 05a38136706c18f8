/// A table as kubectl lays it out: columns as wide as their widest cell, three spaces apart, the last one
/// ragged.
enum ColumnTable {
    private static let gap = 3

    /// The lines of a table, each ended by a line feed.
    static func text(_ rows: [[String]]) -> String {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                let width = cell.unicodeScalars.count
                if column < widths.count {
                    widths[column] = max(widths[column], width)
                } else {
                    widths.append(width)
                }
            }
        }
        return rows.map { line($0, widths) }.joined()
    }

    private static func line(_ row: [String], _ widths: [Int]) -> String {
        var line = ""
        for (cell, width) in zip(row.dropLast(), widths) {
            line += cell + String(repeating: " ", count: width + gap - cell.unicodeScalars.count)
        }
        return line + (row.last ?? "") + "\n"
    }
}
