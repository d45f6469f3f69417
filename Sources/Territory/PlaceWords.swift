/// The words around and among names of places, folded.
enum PlaceWords {
    static let communeIntroductions = Article.hashes(
        """
        mairie ville commune municipalite maire mairesse village bourg ccas bourgmestre \
        municipal municipale municipaux municipaldelegue administres
        """
    )
    /// "a" stands for "à", which folding makes of it.
    static let locations = Article.hashes("a au aux sur pres vers depuis rejoindre")
    static let titles = Article.hashes("m mr mme mlle madame monsieur mademoiselle dr me maitre")
    static let registrations = Article.hashes("siren siret")
    static let boxes = Article.hashes("bp cs tsa siret siren rcs")
    static let units = Article.hashes(
        "euros euro eur ke habitants hab habitant personnes foyers agents km m2 usagers dossiers"
    )
    static let suffixes = Article.hashes(
        "agglo agglomeration metropole communaute intercommunalite interco agglopole"
    )
    static let regionIntroductions = Article.hashes("region regional regionale conseil")
    static let departmentIntroductions = Article.hashes(
        """
        departement departemental departementale departementaux departementales conseil collectivite com gouvernement presidence territorial territoriale prefecture prefet prefete cd cg ddt ddtm sdis \
        mdph dept dpt dep
        """
    )
    static let councils = Article.hashes("conseil assemblee")
    static let numberIntroductions = Article.hashes(
        "cd cg departement departemental dept dpt dep cdg sdis amf amr adm ddt ddtm ddfip caf udaf"
    )
    /// Names of départements that a capital letter alone does not make a place.
    static let commonDepartments = Article.hashes(
        "nord manche loire lot cher somme var ain aude aube orne oise eure marne indre vienne paris landes"
    )

    private static let commonNames = Article.hashes(
        """
        contes bourg sens die lens vif gap pau aire ars auge aube avril mars juin juillet bois bonne bonnes \
        bras cars champs change changes chaux cher col cours croix dole eau eaux ecole etables ferme \
        fontaine fosse france granges gare gue heures issue jeune jouy jeux juillac lac lay le leers loire \
        long lot lune main maire mairie mer mere metz mons mont mont montagne monts moulins nord orange \
        ouest ours paris pierre place plage plan plans plaisance pont ponts port prades pre pres prix puy \
        rive rives riviere roche rue sable sables saint sainte salle salles sens serre sud tour tours \
        travers val vallee vals vent ver verdun vers vert vie vieux vigne ville villes villers vitre vue \
        avant apres entre avoir bien bon demande point service services projet groupe marche besoin \
        cordialement bonjour merci madame monsieur direction numerique conseil commune communaute region \
        departement etat agence territoire territoires incubateur store sommaire objet annee journee \
        semaine lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mai aout septembre \
        octobre novembre decembre pays centre maison poste bains sauve sceaux serres siege condom \
        coupure hier riom rosier rouge royal sel seine sermon terre mesure charge presse retour plus \
        joue joues clef cles ramatuelle arc aure beaux belle belles blanc blanche brie brion bruges cadet \
        camping cassis celles cellule chatel chateau chapelle clos coin colombe condition cote couture \
        crest crochet danse domaine ennemain eveque feu folie forges foret fort fourneaux franc franche \
        garde givet gorges grace grand grande grandes graves gros guiche herbe huile hus isle lievre \
        louvre lure lys maine mane marine mars marseille martin marigny martel mauves mery mesnil nantes \
        neuf neuve noyer noyers olivier oust ozon palais parc pas pins plein plume poil poix pompe porcheres \
        porte portes pouilles pressoir quatre quart reine rivage robert rocher roches roman romans royer \
        sainte sauveterre sauvage savigny seyne signe soleil source souche table talent tilleul trois \
        troyes vaux vernon verrieres versailles vertu vienne vierge vincent vire albert alix anna arnaud \
        arthur aubin aurelie barbara bernard bertrand blaise brice camille carole celeste cecile charly \
        clara claire clement colette denis elise emile etienne eugenie fabien felix flora florence \
        francois gaillard gauthier georges germain gilles guy henri hilaire hugo jean julien laure \
        laurent leon louis luce lucie marc marcel marie maurice maxime melanie michel nicolas octave \
        odile oscar pascal patrice paul remy rene roger romain rose sabine simon sophie sylvie theo \
        thomas urbain valentin victor xavier yvon
        """
    )

    static func isCommon(_ hash: UInt64) -> Bool { commonNames.contains(hash) }

    /// How many words at `index` name a legal form of EPCI; `nil` when none does.
    static func legalForm(at index: Int, of text: FoldedText) -> Int? {
        let first = text.words[index].hash
        if shortForms.contains(first) { return 1 }
        for form in longForms where form.first == first {
            let end = index + form.count
            guard end <= text.words.count else { continue }
            let words = text.words[index..<end]
            if words.dropFirst().allSatisfy({ $0.gap < .punctuation || $0.gap == .line }),
                words.map(\.hash) == form
            {
                return form.count
            }
        }
        return nil
    }

    private static let shortForms = Article.hashes(
        """
        cc cdc comcom ca cu cias agglo agglomeration metropole eurometropole intercommunalite interco ept
        """
    )

    private static let longForms: [[UInt64]] = [
        "communaute de communes", "communaute des communes", "communaute de commune",
        "communautes de communes", "communaute d agglomeration", "communaute d agglo",
        "communaute urbaine", "com com", "com de com", "communaute",
        "etablissement public territorial",
    ].map { $0.split(separator: " ").map { WordHash.of($0.utf8) } }
}
