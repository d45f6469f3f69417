/// Completion for fish.
enum FishCompletion {
    static var script: String {
        """
        # Completion of guichet \(Guichet.version) for fish; made by: guichet completion fish
        function __guichet_after
            set -l typed (commandline --tokens-expanded --cut-at-cursor --current-process 2>/dev/null
                or commandline --tokenize --cut-at-cursor --current-process)
            string match --quiet -- "$argv" "$typed[2..]"
        end
        complete --command guichet --no-files
        complete --command guichet --long-option help
        complete --command guichet --condition "__guichet_after ''" --long-option version
        \(lines.joined(separator: "\n"))

        """
    }

    private static var lines: [String] {
        let first = CompletionTable.firstWords.joined(separator: " ")
        var lines = [line("help", "--arguments \(quoted(first))")]
        for word in CompletionTable.firstWords {
            let summary = Guichet.commands.first { $0.syntax.name == word }?.syntax.summary
            let description = summary.map { " --description \(quoted($0))" } ?? ""
            lines.append(line("", "--arguments \(word)\(description)"))
        }
        for (first, seconds) in CompletionTable.secondWords {
            lines.append(line(first, "--arguments \(quoted(seconds.joined(separator: " ")))"))
        }
        for syntax in Guichet.commands.map({ $0.syntax }) {
            lines += options(of: syntax)
        }
        return lines
    }

    private static func options(of syntax: CommandSyntax) -> [String] {
        let usage = UsageLine(syntax)
        let pattern = "\(syntax.name)*"
        var lines = syntax.flags.map { line(pattern, "--long-option \($0)") }
        lines += syntax.options.map { name in
            let takes =
                switch usage.offer(forOption: name) {
                case .files: "--require-parameter --force-files"
                case .folders: "--exclusive --arguments '(__fish_complete_directories)'"
                case .words(let words):
                    "--exclusive --arguments \(quoted(words.joined(separator: " ")))"
                case .nothing: "--exclusive"
                }
            return line(pattern, "--long-option \(name) \(takes)")
        }
        switch usage.operandOffer {
        case .files: lines.append(line(pattern, "--force-files"))
        case .folders: lines.append(line(pattern, "--arguments '(__fish_complete_directories)'"))
        case .words(let words):
            lines.append(line(pattern, "--arguments \(quoted(words.joined(separator: " ")))"))
        case .nothing: break
        }
        return lines
    }

    private static func line(_ pattern: String, _ rest: String) -> String {
        "complete --command guichet --condition \"__guichet_after '\(pattern)'\" \(rest)"
    }

    private static func quoted(_ text: String) -> String {
        "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
    }
}
