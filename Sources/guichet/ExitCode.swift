/// How the process ends: the codes of sysexits.h.
enum ExitCode: Int32 {
    case done = 0
    /// Of `status` alone, as Nagios and Centreon read it.
    case warning = 1
    case critical = 2
    case unknown = 3
    /// The command line was wrong.
    case usage = 64
    /// The input was wrong.
    case badInput = 65
    /// An input file does not exist or cannot be read.
    case noInput = 66
    /// A service (IMAP, SMTP) is unavailable.
    case unavailable = 69
    /// A fault of ours.
    case fault = 70
    case inputOutput = 74
    /// Something must be tried again later.
    case tryAgain = 75
    /// Credentials or TLS were refused.
    case refused = 77
    /// Bad configuration, rules, templates or facts.
    case badConfiguration = 78
}

/// Ends a command: the code for programs, the message for people on standard error.
struct Failure: Error {
    var code: ExitCode
    var message: String
}
