import Foundation
import Mail

/// Reads the mails of a folder with guichet's parser; see README.md for what is asked of it.
struct Counts {
    var mails = 0
    var octets = 0
    var addresses = 0
    var dates = 0
    var text = 0
    var files = 0
    var fileOctets = 0

    mutating func read(_ octets: [UInt8]) {
        let message = Message(parsing: octets)
        mails += 1
        self.octets += octets.count
        addresses += message.from.count + message.to.count
        dates += message.date == nil ? 0 : 1
        text += message.subject?.utf8.count ?? 0
        text += message.text.utf8.count + (message.html?.utf8.count ?? 0)
        files += message.attachments.count
        fileOctets += message.attachments.reduce(0) { $0 + $1.size }
    }
}

func processTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let folder = URL(filePath: CommandLine.arguments[1])
let limit = Int(CommandLine.arguments[2]) ?? 0
let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
let mails = try names.map { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
while readLine() != nil {
    for isLarge in [false, true] {
        var counts = Counts()
        let start = processTime()
        for mail in mails where (mail.count > limit) == isLarge { counts.read(mail) }
        let seconds = processTime() - start
        print(
            seconds,
            counts.mails,
            counts.octets,
            counts.addresses,
            counts.dates,
            counts.text,
            counts.files,
            counts.fileOctets
        )
    }
    fflush(nil)
}
