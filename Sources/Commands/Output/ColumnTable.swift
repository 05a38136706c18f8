/// A table as kubectl lays it out: columns as wide as their widest cell so far, three spaces apart, the last
/// one ragged.
struct ColumnTable {
    private static let gap = 3
    private var widths: [Int] = []

    /// The lines of a whole table, each ended by a line feed.
    static func text(_ rows: [[String]]) -> String {
        var table = Self()
        return table.add(rows)
    }

    /// The lines of further rows, at least as wide as the rows before them.
    mutating func add(_ rows: [[String]]) -> String {
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
        return rows.map(line).joined()
    }

    private func line(_ row: [String]) -> String {
        var line = ""
        for (cell, width) in zip(row.dropLast(), widths) {
            line += cell + String(repeating: " ", count: width + Self.gap - cell.unicodeScalars.count)
        }
        return line + (row.last ?? "") + "\n"
    }
}
