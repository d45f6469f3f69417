/// Completion for bash alone, without the library of the package bash-completion.
enum BashCompletion {
    static var script: String {
        """
        # Completion of guichet \(Guichet.version) for bash; made by: guichet completion bash
        _guichet() {
            local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
            # `--config=fi` comes in three words.
            if [ "$word" = "=" ]; then
                word=""
            elif [ "$previous" = "=" ]; then
                previous=${COMP_WORDS[COMP_CWORD - 2]}
            fi
            local options="" values="" words="" files=""
            case "${COMP_WORDS[*]:1:COMP_CWORD - 1} " in
            " ") words="\(CompletionTable.firstWords.joined(separator: " "))" options="--help --version" ;;
            "help ") words="\(CompletionTable.firstWords.joined(separator: " "))" ;;
        \(cases.joined(separator: "\n"))
            esac
            case " $values " in
            *" $previous=files "*) options="" words="" files="-f" ;;
            *" $previous=folders "*) options="" words="" files="-d" ;;
            *" $previous=nothing "*) return ;;
            esac
            case "$word" in
            -*) words=$options files="" ;;
            esac
            compopt -o filenames 2>/dev/null
            [ -n "$files" ] || compopt +o filenames 2>/dev/null
            local IFS=$' \\n'
            mapfile -t COMPREPLY < <(
                compgen -W "$words" -- "$word"
                [ -z "$files" ] || compgen "$files" -- "$word"
            )
        }
        complete -F _guichet guichet

        """
    }

    /// Commands of two words first: `config` alone matches only while the second word is missing.
    private static var cases: [String] {
        let commands = Guichet.commands.map { type in
            let syntax = type.syntax
            var parts = ["options=\"\(CompletionTable.options(syntax).joined(separator: " "))\""]
            let usage = UsageLine(syntax)
            let values = syntax.options.map { "--\($0)=\(usage.offer(forOption: $0).word)" }
            if !values.isEmpty { parts.append("values=\"\(values.joined(separator: " "))\"") }
            switch usage.operandOffer {
            case .files: parts.append("files=-f")
            case .folders: parts.append("files=-d")
            case .words(let words): parts.append("words=\"\(words.joined(separator: " "))\"")
            case .nothing: break
            }
            return "    \"\(syntax.name) \"*) \(parts.joined(separator: " ")) ;;"
        }
        let seconds = CompletionTable.secondWords.map { first, seconds in
            "    \"\(first) \") words=\"\(seconds.joined(separator: " "))\" ;;"
        }
        return seconds + commands
    }
}

extension UsageLine.Offer {
    fileprivate var word: String {
        switch self {
        case .files: "files"
        case .folders: "folders"
        case .words, .nothing: "nothing"
        }
    }
}
