/// Numbers for the names of one text's variables, so that looking one up compares integers.
final class VariableNames {
    private var numbers: [String: Int] = ["$": 0]

    /// The number of a name; `$` has 0.
    func number(of name: String) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = numbers.count
        return numbers.count - 1
    }
}
