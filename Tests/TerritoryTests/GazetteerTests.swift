import Foundation
import Testing

@testable import Territory

/// The tables that the package ships, loaded once for all tests.
enum Shipped {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/Territory/Data").standardizedFileURL
    static let gazetteer = try? Gazetteer(folder: folder)
}

@Suite("Gazetteer") struct GazetteerTests {
    private let gazetteer: Gazetteer

    init() throws { gazetteer = try #require(Shipped.gazetteer) }

    @Test(
        "a commune by its code",
        arguments: [
            ("36099", "Lourdoueix-Saint-Michel", "36"), ("2A004", "Ajaccio", "2A"),
            ("75056", "Paris", "75"), ("69123", "Lyon", "69"), ("13055", "Marseille", "13"),
            ("97311", "Saint-Laurent-du-Maroni", "973"), ("97603", "Bandrele", "976"),
        ]
    )
    func insee(code: String, name: String, department: String) throws {
        let commune = try #require(gazetteer.commune(insee: code))
        #expect(commune.name == name)
        #expect(commune.department == department)
    }

    @Test("an unknown code is nobody's", arguments: ["", "00000", "99999", "360990", "2a004"])
    func unknownCode(code: String) { #expect(gazetteer.commune(insee: code) == nil) }

    @Test(
        "the communes of an EPCI",
        arguments: [("200067262", 48), ("200067263", 0), ("20006726", 0), ("", 0), ("é", 0)]
    )
    func members(siren: String, count: Int) {
        let members = gazetteer.members(ofEPCI: siren)
        #expect(members.count == count)
        #expect(members.allSatisfy { gazetteer.commune(insee: $0)?.epciSIREN == siren })
    }

    @Test(
        "however a commune's name is written",
        arguments: [
            ("Saint-Étienne", "42218"), ("St Etienne", "42218"), ("SAINT ETIENNE", "42218"),
            ("st-étienne", "42218"), ("La Rochelle", "17300"), ("Rochelle", "17300"),
            ("Le Mans", "72181"), ("mans", "72181"), ("L'Haÿ-les-Roses", "94038"),
            ("L’Hay les Roses", "94038"), ("Ste-Foy-la-Grande", "33402"),
            ("Chalon s/ Saône", "71076"), ("Œuilly", "51410"), ("oeuilly", "51410"),
            ("brive la gaillarde", "19031"), ("Paris", "75056"),
            ("Sainte-Clotilde-des-Bois", nil), ("", nil), ("---", nil),
        ] as [(String, String?)]
    )
    func communeName(name: String, insee: String?) {
        #expect(gazetteer.communes(named: name).first?.insee == insee)
    }

    @Test("homonyms come together, the most populous first")
    func homonyms() {
        let found = gazetteer.communes(named: "Saint-Denis")
        #expect(found.count > 2)
        #expect(found.map(\.population) == found.map(\.population).sorted(by: >))
        let hints = PlaceHints(departments: ["974"])
        #expect(hints.narrow(found).map(\.insee) == ["97411"])
        #expect(PlaceHints(departments: ["88"]).narrow(found) == found)
        let valences = gazetteer.communes(named: "Valence")
        #expect(PlaceHints(postalCodes: ["82400"]).narrow(valences).map(\.department) == ["82"])
    }

    @Test("all communes of a postal code, several codes of a town included")
    func postalCodes() {
        #expect(gazetteer.communes(postalCode: "26410").contains { $0.name == "Menglon" })
        #expect(gazetteer.communes(postalCode: "76100").map(\.name) == ["Rouen"])
        #expect(gazetteer.communes(postalCode: "99999").isEmpty)
    }

    @Test(
        "the département of a postal code",
        arguments: [
            ("01300", "01"), ("20000", "2A"), ("20187", "2A"), ("20200", "2B"), ("20600", "2B"),
            ("97140", "971"), ("97200", "972"), ("97360", "973"), ("97490", "974"),
            ("97822", "974"), ("97500", "975"), ("97660", "976"), ("97133", "977"),
            ("97150", "978"), ("98800", "988"), ("75012", "75"), ("00100", nil), ("99000", nil),
            ("9740", nil), ("974000", nil), ("9740a", nil),
        ] as [(String, String?)]
    )
    func postalDepartment(code: String, department: String?) {
        #expect(PostalCode.department(code) == department)
    }

    @Test(
        "an EPCI in the ways people write",
        arguments: [
            ("CC Bugey Sud", "200040350"), ("communauté de communes Bugey Sud", "200040350"),
            ("CC du Pays de Fayence", "200004802"), ("comcom du pays de Fayence", "200004802"),
            ("CdC Pays de Fayence", "200004802"), ("Fayence", "200004802"),
            ("Saint-Malo Agglomération", "243500782"), ("St Malo Agglo", "243500782"),
            ("agglo de Saint-Malo", "243500782"), ("Métropole de Dijon", "242100410"),
            ("Dijon métropole", "242100410"), ("Valence Romans Agglo", "200068781"),
            ("Communauté des communes du Diois", "242600534"), ("TCO", "249740101"),
            ("Hautes Terres Communauté", "200066637"), ("CINOR", "249740119"),
            ("CC du Val de Drôme", "242600252"), ("Eurométropole de Strasbourg", "246700488"),
            ("Communauté d’agglomération Portes de France - Thionville", "245701362"),
            ("CC du Sud", "200060473"), ("CA du Sud", "249740085"), ("CC de Nulle Part", nil),
        ] as [(String, String?)]
    )
    func epciName(name: String, siren: String?) {
        #expect(gazetteer.epcis(named: name).first?.siren == siren)
    }

    @Test(
        "a département in the ways people write",
        arguments: [
            ("Creuse", "23"), ("Conseil départemental de la Creuse", "23"),
            ("département du Lot", "46"), ("CD 82", "82"), ("CD82", "82"), ("Dordogne (24)", "24"),
            ("cotes d'armor", "22"), ("Val d’Oise", "95"), ("La Réunion", "974"),
            ("Haute-Corse", "2B"), ("CD 2A", "2A"), ("Lot-et-Garonne", "47"), ("ailleurs", nil),
        ] as [(String, String?)]
    )
    func departmentName(name: String, code: String?) {
        #expect(gazetteer.department(named: name)?.code == code)
    }

    @Test(
        "a region in the ways people write",
        arguments: [
            ("Région Normandie", "28"), ("Conseil régional de Bretagne", "53"),
            ("région Centre-Val de Loire", "24"), ("ile de france", "11"), ("Lune", nil),
        ] as [(String, String?)]
    )
    func regionName(name: String, code: String?) {
        #expect(gazetteer.region(named: name)?.code == code)
    }
}

@Suite("Tables") struct TableTests {
    private func load(communes: String, overseas: String? = nil) throws -> Gazetteer {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("gazetteer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["epci.tsv", "departements.tsv"] {
            try FileManager.default.copyItem(
                at: Shipped.folder.appendingPathComponent(name),
                to: folder.appendingPathComponent(name)
            )
        }
        try Data(communes.utf8).write(to: folder.appendingPathComponent("communes.tsv"))
        if let overseas {
            try Data(overseas.utf8).write(to: folder.appendingPathComponent("communes-com.tsv"))
        }
        return try Gazetteer(folder: folder)
    }

    private static let header = "insee\tname\tpostal_code\tdepartment\tepci_siren\tpopulation\n"

    @Test("columns in another order, CRLF, a byte order mark and extra columns are fine")
    func lenient() throws {
        let text =
            "\u{FEFF}population\tname\tinsee\tx\tdepartment\tepci_siren\tpostal_code\r\n"
            + "12\tArès\t33011\t?\t33\t\t33740\r\n\r\n"
        let commune = try #require(try load(communes: text).commune(insee: "33011"))
        #expect(commune.name == "Arès")
        #expect(commune.epciSIREN == nil)
        #expect(commune.postalCode == "33740")
        #expect(commune.population == 12)
    }

    @Test(
        "an error names the file and the line",
        arguments: [
            ("insee\tname\n01001\tX\n", 1, "postal_code"),
            (header + "01001\tX\t01400\t01\t\t12\n01002\tY\n", 3, "2 fields"),
            (header + "01001\tX\t01400\t01\t\tdouze\n", 2, "not a number"),
            (header + "1\tX\t01400\t01\t\t12\n", 2, "INSEE"), (header, nil, "no rows"),
        ] as [(String, Int?, String)]
    )
    func errors(text: String, line: Int?, words: String) {
        do {
            _ = try load(communes: text)
            Issue.record("was accepted")
        } catch let error as GazetteerError {
            #expect(error.file.hasSuffix("communes.tsv"))
            #expect(error.line == line)
            #expect(error.description.contains(words))
        } catch {
            Issue.record("another error: \(error)")
        }
    }

    @Test("the tables beside the official three need not be there")
    func official() throws {
        let small = try load(communes: Self.header + "98735\tPapeete\t98714\t987\t\t26000\n")
        #expect(small.vintage == nil)
        #expect(small.commune(insee: "98735")?.population == 26_000)
        #expect(try #require(Shipped.gazetteer).vintage == "2020")
    }

    @Test("a commune of both tables counts once, as the official one has it")
    func twice() throws {
        let small = try load(
            communes: Self.header + "98735\tPapeete\t98714\t987\t\t26000\n",
            overseas: Self.header + "98735\tPapeete\t\t987\t\t\n98736\tPirae\t\t987\t\t\n"
        )
        #expect(small.communes(named: "Papeete").map(\.population) == [26_000])
        #expect(small.commune(insee: "98736")?.name == "Pirae")
        #expect(throws: GazetteerError.self) {
            try load(communes: Self.header + "01001\tX\t\t01\t\t1\n", overseas: "insee\n1\n")
        }
    }

    @Test("a missing folder is an error that names the file")
    func missing() {
        #expect(throws: GazetteerError.self) {
            try Gazetteer(folder: URL(fileURLWithPath: "/nonexistent"))
        }
    }
}

@Suite("Folding") struct FoldedTextTests {
    @Test(
        "one form for all spellings",
        arguments: [
            ("Saint-Étienne", "saint etienne"), ("STE-FOY", "sainte foy"),
            ("L’Haÿ-les-Roses", "l hay les roses"), ("cœur ÆON", "coeur aeon"),
            ("Re\u{0301}gion", "region"), ("Straße", "strasse"),
            ("Chalon s/Saône", "chalon sur saone"),
            ("  a\u{00A0}b\u{202F}c ", "a b c"), ("d\u{2011}e–f", "d e f"), ("CD32", "cd32"),
            ("ÀÂÇÉÈÊËÎÏÔÙÛÜŸ", "aaceeeeiiouuuy"), ("ñ€😀x", "n x"), ("", ""), ("1er", "1er"),
        ]
    )
    func fold(text: String, folded: String) { #expect(FoldedText.fold(text) == folded) }

    @Test("each word knows its place in the source")
    func places() {
        let text = FoldedText("Élu à St-Lô, hier")
        #expect(text.words.indices.map(text.string) == ["elu", "a", "saint", "lo", "hier"])
        #expect(text.sourceText(2..<4) == "St-Lô")
        #expect(text.words.map(\.gap) == [.start, .space, .space, .hyphen, .punctuation])
        #expect(text.words.map(\.isCapitalised) == [true, false, true, true, false])
    }

    @Test("a cut character at the end does no harm")
    func truncated() {
        for byte in UInt8.min...UInt8.max {
            _ = FoldedText(String(decoding: [0x61, byte], as: UTF8.self))
        }
    }
}
