/// Completion for zsh's completion system.
enum ZshCompletion {
    static var script: String {
        """
        #compdef guichet
        # Completion of guichet \(Guichet.version) for zsh; made by: guichet completion zsh
        _guichet() {
            local -a commands
            if (( CURRENT == 2 )); then
                commands=(
        \(described.joined(separator: "\n"))
                )
                _describe command commands
                return
            fi
            case "${(j: :)words[2,CURRENT-1]} " in
            "help ") compadd \(CompletionTable.firstWords.joined(separator: " ")) ;;
        \(cases.joined(separator: "\n"))
            esac
        }
        _guichet "$@"

        """
    }

    private static var described: [String] {
        CompletionTable.firstWords.map { word in
            let syntax = Guichet.commands.first { $0.syntax.name == word }?.syntax
            let summary = syntax.map { ":" + $0.summary.replacing(":", with: "\\:") } ?? ""
            return "            \(quoted(word + summary))"
        }
    }

    private static var cases: [String] {
        let seconds = CompletionTable.secondWords.map { first, seconds in
            "    \"\(first) \") compadd \(seconds.joined(separator: " ")) ;;"
        }
        let commands = Guichet.commands.map { type in
            let syntax = type.syntax
            let usage = UsageLine(syntax)
            var specifications = (syntax.flags + ["help"]).map { quoted("--\($0)") }
            for name in syntax.options {
                let placeholder = usage.valueNames[name] ?? "VALUE"
                let action = usage.offer(forOption: name).zshAction
                specifications.append(quoted("--\(name)=:\(placeholder):\(action)"))
            }
            if syntax.takesOperands {
                specifications.append(quoted("*:operand:\(usage.operandOffer.zshAction)"))
            }
            // The words of the command itself are taken away, so that operands count from there.
            let count = syntax.name.split(separator: " ").count
            return """
                    "\(syntax.name) "*)
                        words=(guichet "${(@)words[\(count + 2),-1]}")
                        (( CURRENT -= \(count) ))
                        _arguments \(specifications.joined(separator: " "))
                        ;;
                """
        }
        return seconds + commands
    }

    private static func quoted(_ text: String) -> String {
        "'\(text.replacing("'", with: "'\\''"))'"
    }
}

extension UsageLine.Offer {
    fileprivate var zshAction: String {
        switch self {
        case .files: "_files"
        case .folders: "_files -/"
        case .words(let words): "(\(words.joined(separator: " ")))"
        case .nothing: " "
        }
    }
}
