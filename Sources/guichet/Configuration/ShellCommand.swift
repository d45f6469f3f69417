import Foundation

/// Runs a command of the administrator, as `password_command` names one.
enum ShellCommand {
    struct CommandFailure: Error {
        var message: String
    }

    /// What the command printed; a failure when it cannot run or ends with another code than 0.
    static func output(of command: String) -> Result<Data, CommandFailure> {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardOutput = pipe
        do {
            try process.run()
        } catch {
            return .failure(CommandFailure(message: "cannot be run: \(error)"))
        }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let code = process.terminationStatus
            return .failure(CommandFailure(message: "the command ended with code \(code)"))
        }
        return .success(data)
    }
}
