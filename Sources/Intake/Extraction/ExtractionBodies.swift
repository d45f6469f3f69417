import Territory

/// The words that begin the names of organisations, and the type that they show.
enum OrganisationWords {
    struct Trigger: Sendable {
        let words: [String]
        /// `nil` where GUIDE has none: universities, Parliament.
        let type: OrganisationType?
        /// Whether it is a name already, so that no other follows: "Collectivité de Corse".
        let isWhole: Bool
    }

    /// The longest trigger at a word.
    static func trigger(in line: Line, at index: Int) -> Trigger? {
        guard let candidates = table[line.words[index]] else { return nil }
        return candidates.first { line.has($0.words, at: index) }
    }

    private static let whole = Set(
        WordList.phrases("collectivite de corse, ctc, ctg, ctm, collectivite europeenne d alsace")
    )

    private static let table: [String: [Trigger]] = {
        var table: [String: [Trigger]] = [:]
        for (type, names) in phrases {
            for name in names.split(separator: ",") {
                let words = name.split(whereSeparator: { " \n".contains($0) }).map(String.init)
                guard let first = words.first else { continue }
                table[first, default: []].append(
                    Trigger(words: words, type: type, isWhole: whole.contains(words))
                )
            }
        }
        return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    private static let phrases: [(OrganisationType?, String)] = [
        (
            .commune,
            """
            mairie, ville, commune, municipalite, ccas, centre communal d action sociale, hotel de ville, \
            commune nouvelle, caisse des ecoles, commune deleguee, mairie deleguee
            """
        ),
        (
            .epci,
            """
            communaute de communes, communaute des communes, communaute de commune, cc, cdc, comcom, com com, \
            communaute d agglomeration, communaute d agglo, agglo, agglomeration, communaute urbaine, \
            metropole, eurometropole, cias, centre intercommunal d action sociale, communaute, interco
            """
        ),
        (
            .department,
            """
            conseil departemental, departement, conseil general, mdph, collectivite europeenne d alsace, \
            maison departementale des personnes handicapees, sdis, maison departementale
            """
        ),
        (
            .region,
            """
            conseil regional, region, collectivite territoriale, collectivite de corse, ctc, ctg, ctm
            """
        ),
        (
            .jointAuthority,
            """
            syndicat, syndicat mixte, syndicat intercommunal, syndicat departemental, sivom, sivu, sivos, \
            smictom, sictom, sitom, smitom, sirtom, siaep, siea, petr, pnr, parc naturel regional, gect, opsn, cdg, \
            centre de gestion, pole d equilibre territorial et rural, pole metropolitain, pole d equilibre, \
            groupement europeen de cooperation territoriale, centre departemental de gestion, agence technique departementale, \
            sieg, sde, sdeg, sydev, siarce, sedif, regie des eaux, entente, smbv, epage, eptb
            """
        ),
        (
            .state,
            """
            prefecture, sous prefecture, ddt, ddtm, dreal, direction departementale des territoires, \
            rectorat, ministere, ars, agence regionale de sante, sgar, drac, dinum, draaf, dgfip, ddfip, \
            academie, ddets, gendarmerie, agence nationale de la cohesion des territoires
            """
        ),
        (
            .association,
            """
            association, amr, amf, adm, association des maires, federation, asso, union departementale, \
            fondation, ligue, comite departemental, mission locale, foyer rural, adil, caue
            """
        ),
        (
            .company,
            "sas, sarl, scop, societe, cabinet de conseil, cabinet conseil, cabinet d avocats, cabinet d etudes, cabinet d expertise, sasu, eurl, scic, editions, agence de presse"
        ),
        (
            nil,
            "universite, ecole, assemblee nationale, senat, sciences po, lycee, institut, laboratoire"
        ),
    ]

    /// Words that tell the type of an organisation whose own name does not.
    static let cues: [(words: [String], type: OrganisationType)] = {
        let cues: [(OrganisationType, String)] = [
            (
                .jointAuthority,
                "comite syndical, syndicat mixte, conseil syndical, syndicats, syndicat, nos adherents"
            ),
            (.epci, "conseil communautaire, bureau communautaire, communaute de communes"),
            (.commune, "conseil municipal, notre commune"),
            (.association, "notre association"),
            (.department, "assemblee departementale"),
        ]
        return cues.flatMap { type, phrases in
            phrases.split(separator: ",").map { phrase in
                (phrase.split(separator: " ").map(String.init), type)
            }
        }
    }()

    /// Qualities that belong to a name although written small.
    static let adjectives: Set<String> = WordList.words(
        """
        departemental departementale intercommunal intercommunale mixte regional regionale \
        municipal municipale territorial territoriale territoriales urbaine naturel \
        interdepartemental europeenne europeen rural rurale ruraux informatique numerique \
        francais francaise nationale national local locale
        """
    )
    static let links: Set<String> = WordList.words(
        """
        de d du des la le les l en sur et aux au pour a
        """
    )
}
