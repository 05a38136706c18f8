/// The table of `get` as 0.7.1 laid it out: cells filled up with tabs, to stops eight columns apart.
///
/// Where a cell ended exactly at a stop, 0.7.1 printed the next one without anything between; here one more
/// tab keeps them apart.
enum ClassicTable {
    private static let stop = 8

    /// The lines of a table, each ended by a line feed. The last column is not filled up.
    static func text(_ rows: [[String]]) -> String {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.dropLast().enumerated() {
                let width = (cell.unicodeScalars.count / stop + 1) * stop
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
        for (cell, width) in zip(row, widths) {
            let missing = width - cell.unicodeScalars.count
            line += cell + String(repeating: "\t", count: (missing + stop - 1) / stop)
        }
        return line + (row.last ?? "") + "\n"
    }
}
