/// The shortest way from one list of lines to another, after Myers ("An O(ND) Difference Algorithm").
struct LineDifference {
    enum Step: Equatable {
        case keep, remove, add
    }

    /// More differences than these between two texts are not told apart: the middle is replaced as a whole,
    /// so that time and memory stay bounded.
    private static let limit = 2_000

    static func steps(from old: [Substring], to new: [Substring]) -> [Step] {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }
            .count
        let a = Array(old[head..<(old.count - tail)])
        let b = Array(new[head..<(new.count - tail)])
        let whole = [Step](repeating: .remove, count: a.count) + [Step](repeating: .add, count: b.count)
        return [Step](repeating: .keep, count: head) + (shortest(a, b) ?? whole)
            + [Step](repeating: .keep, count: tail)
    }

    /// Nil when the way is too long.
    private static func shortest(_ a: [Substring], _ b: [Substring]) -> [Step]? {
        if a.isEmpty || b.isEmpty { return nil }
        let most = min(a.count + b.count, limit)
        // The furthest place in `a` on each diagonal; diagonals run from -most to most.
        var furthest = [Int](repeating: 0, count: 2 * most + 3)
        let middle = most + 1
        var history: [[Int]] = []
        for count in 0...most {
            history.append(Array(furthest[(middle - count)...(middle + count)]))
            for diagonal in stride(from: -count, through: count, by: 2) {
                let goesDown =
                    diagonal == -count
                    || (diagonal != count
                        && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1])
                var x = goesDown ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
                var y = x - diagonal
                while x < a.count, y < b.count, y >= 0, a[x] == b[y] {
                    x += 1
                    y += 1
                }
                furthest[middle + diagonal] = x
                if x >= a.count, y >= b.count { return way(back: history, a.count, b.count) }
            }
        }
        return nil
    }

    private static func way(back history: [[Int]], _ width: Int, _ height: Int) -> [Step] {
        var steps: [Step] = []
        var (x, y) = (width, height)
        for count in stride(from: history.count - 1, to: 0, by: -1) {
            let row = history[count]
            func at(_ diagonal: Int) -> Int { row[diagonal + count] }
            let diagonal = x - y
            let goesDown =
                diagonal == -count || (diagonal != count && at(diagonal - 1) < at(diagonal + 1))
            let previous = goesDown ? diagonal + 1 : diagonal - 1
            let (fromX, fromY) = (at(previous), at(previous) - previous)
            while x > fromX, y > fromY {
                steps.append(.keep)
                x -= 1
                y -= 1
            }
            steps.append(goesDown ? .add : .remove)
            (x, y) = (fromX, fromY)
        }
        steps += [Step](repeating: .keep, count: x)
        return steps.reversed()
    }
}
