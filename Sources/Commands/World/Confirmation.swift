/// A question at the terminal.
enum Confirmation {
    /// Throws when the answer is no, or nobody is there to answer.
    ///
    /// - Parameter flag: what says yes in advance.
    static func ask(
        _ question: String, else refusal: String, flag: String = "-y", in world: World
    ) throws {
        guard world.environment.isInteractive else {
            throw Failure(
                "\(refusal): standard input is no terminal to confirm at; \(flag) goes on without asking")
        }
        world.errors.write("\(question) [y/N] ")
        let answer = world.readLine()?.lowercased()
        guard answer == "y" || answer == "yes" else { throw Failure(refusal) }
    }
}
