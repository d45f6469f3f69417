import Foundation
import French
import JSONLines
import Templates

enum ConfigExampleCommand: Command {
    static let syntax = CommandSyntax(
        name: "config example",
        summary: "Print a configuration to start from.",
        usage: "config example",
        help: """
            Prints a commented configuration with every key.

            Example: guichet config example > guichet.conf
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        Output.write(ConfigurationKeys.exampleFile)
        return .done
    }
}

enum TemplateRenderCommand: Command {
    static let syntax = CommandSyntax(
        name: "template render",
        summary: "Print a Mustache template filled with the data of a JSON file.",
        usage: "template render --template FILE --data FILE.json",
        options: ["template", "data"],
        help: """
            The template follows the Mustache specification; {{> name}} is name.mustache in the
            template's folder. A file named *.txt.mustache escapes nothing, others escape HTML.

            Example: guichet template render --template templates/accuse.txt.mustache --data d.json
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let templatePath = try arguments.required("template", syntax)
        let dataPath = try arguments.required("data", syntax)
        guard FileManager.default.isReadableFile(atPath: templatePath) else {
            throw Failure(code: .noInput, message: "\(templatePath): cannot be read")
        }
        guard let data = FileManager.default.contents(atPath: dataPath) else {
            throw Failure(code: .noInput, message: "\(dataPath): cannot be read")
        }
        let template: Template
        do {
            template = try Template.load(file: URL(fileURLWithPath: templatePath))
        } catch {
            throw Failure(code: .badConfiguration, message: "\(error)")
        }
        let value: TemplateValue
        do {
            value = try TemplateValue(json: data)
        } catch {
            throw Failure(code: .badInput, message: "\(dataPath): \(finding(in: data))")
        }
        Output.write(template.render(value))
        return .done
    }

    /// Why a file cannot be read as JSON, and where.
    private static func finding(in data: Data) -> String {
        do {
            _ = try JSONReader.value(of: data)
            return "this JSON holds a value that cannot be read"
        } catch {
            return "no valid JSON: \(error)"
        }
    }
}

enum TextStemCommand: Command {
    static let syntax = CommandSyntax(
        name: "text stem",
        summary: "Print the stem of each word read on standard input.",
        usage: "text stem",
        help: """
            Reads a word a line and prints its stem a line, by the Snowball French stemmer,
            version 3.

            Example: echo continuellement | guichet text stem
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        var output = ""
        while let word = readLine() {
            output += FrenchStemmer.stem(word) + "\n"
            if output.utf8.count > 1 << 16 {
                Output.write(output)
                output = ""
            }
        }
        Output.write(output)
        return .done
    }
}
