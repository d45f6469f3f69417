/// What the IMAP server takes at most; more is answered with BAD.
enum IMAPLimits {
    /// Octets in one line of a command, without its literals.
    static let lineOctets = 65_536
    /// Octets in one literal.
    static let literalOctets = 64 << 20
    /// The same before login.
    static let literalOctetsBeforeLogin = 4_096
    /// Octets in one command with its literals.
    static let commandOctets = 80 << 20
    /// Parentheses in parentheses, and NOT or OR in one another.
    static let depth = 50
    static let nameOctets = 1_000
    static let foldersPerAccount = 1_000
}
