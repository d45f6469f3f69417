import Foundation
import Glibc
import Synchronization

/// A shell that starts both servers and stops them when its standard input ends.
///
/// That happens in `stop()`, but also when the test process ends in whatever way.
final class Supervisor: Sendable {
    /// The writing end of its input; -1 once stopped.
    private let input: Mutex<Int32>
    private let process: Process

    private static let script = """
        run=$1
        dovecot -F -c "$run/dovecot.conf" >>"$run/log/start.log" 2>&1 &
        dovecot=$!
        postfix -c "$run/etc" start-fg >>"$run/log/start.log" 2>&1 &
        postfix=$!
        read -r _
        pids="$dovecot $postfix $(cat "$run/run/master.pid" "$run/queue/pid/master.pid")"
        children=$(for pid in $pids; do cat "/proc/$pid/task/$pid/children"; done)
        kill -TERM $pids
        tries=0
        while kill -0 $dovecot || kill -0 $postfix; do
            tries=$((tries + 1))
            [ $tries -gt 40 ] && break
            sleep 0.1
        done
        kill -KILL $pids $children
        rm -rf "$run"
        """

    init(folder: URL) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0, fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 else {
            throw ServerFailure("no pipe")
        }
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/setsid")
        process.arguments = ["sh", "-c", Self.script, "supervisor", folder.path]
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        process.standardInput = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        input = Mutex(ends[1])
        try withoutBlockedSignals { try process.run() }
    }

    func stop() {
        let descriptor = input.withLock { input in
            defer { input = -1 }
            return input
        }
        guard descriptor >= 0 else { return }
        close(descriptor)
        process.waitUntilExit()
    }
}

/// Runs the body with no signal blocked in this thread, so that a process it starts inherits none.
///
/// The threads that tests run on block all of them; Dovecot then never hears of its children's end,
/// nor a program of SIGTERM.
package func withoutBlockedSignals<Value>(_ body: () throws -> Value) rethrows -> Value {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
}
