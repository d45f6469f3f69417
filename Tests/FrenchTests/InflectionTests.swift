import Testing

@testable import French

/// A word and all its forms, no more and no fewer.
struct Inflected: Sendable, CustomTestStringConvertible {
    var word: String
    var forms: Set<String>

    /// Reads `chef chefs cheffe cheffes`.
    init(row: Substring) {
        let words = row.split(separator: " ").map(String.init)
        word = words.first ?? ""
        forms = Set(words)
    }

    var testDescription: String { word }
}

@Suite("Number and gender") struct InflectionTests {
    /// Written down from what French grammar says.
    static let table: [Inflected] = """
        agent agents agente agentes
        chef chefs cheffe cheffes
        conseil conseils
        directeur directeurs directrice directrices
        auteur auteurs autrice autrices auteure auteures
        préfet préfets préfète préfètes
        adjoint adjoints adjointe adjointes
        élu élus élue élues
        usager usagers usagère usagères
        technicien techniciens technicienne techniciennes
        citoyen citoyens citoyenne citoyennes
        européen européens européenne européennes
        président présidents présidente présidentes
        habitant habitants habitante habitantes
        député députés députée députées
        avocat avocats avocate avocates
        maçon maçons maçonne maçonnes
        piéton piétons piétonne piétonnes
        paysan paysans paysanne paysannes
        artisan artisans artisane artisanes
        voisin voisins voisine voisines
        chargé chargés chargée chargées
        collègue collègues
        responsable responsables
        secrétaire secrétaires
        local locaux locale locales
        communal communaux communale communales
        départemental départementaux départementale départementales
        festival festivals
        bal bals
        banal banals banale banales
        hôpital hôpitaux
        journal journaux
        travail travaux
        bail baux
        portail portails
        détail détails
        bureau bureaux
        réseau réseaux
        niveau niveaux
        lieu lieux
        enjeu enjeux
        pneu pneus
        bleu bleus bleue bleues
        bijou bijoux
        genou genoux
        trou trous
        actif actifs active actives
        administratif administratifs administrative administratives
        naïf naïfs naïve naïves
        neuf neufs neuve neuves
        motif motifs
        tarif tarifs
        nombreux nombreuse nombreuses
        heureux heureuse heureuses
        jaloux jalouse jalouses
        doux douce douces
        faux fausse fausses
        vieux vieil vieille vieilles
        nouveau nouvel nouvelle nouveaux nouvelles
        beau bel belle beaux belles
        premier premiers première premières
        particulier particuliers particulière particulières
        dossier dossiers
        courrier courriers
        atelier ateliers
        complet complets complète complètes
        concret concrets concrète concrètes
        net nets nette nettes
        projet projets
        budget budgets
        guichet guichets
        ancien anciens ancienne anciennes
        lien liens
        soutien soutiens
        quotidien quotidiens quotidienne quotidiennes
        professionnel professionnels professionnelle professionnelles
        réel réels réelle réelles
        appel appels
        logiciel logiciels
        bon bons bonne bonnes
        bouton boutons
        canton cantons
        public publics publique publiques
        blanc blancs blanche blanches
        long longs longue longues
        sec secs sèche sèches
        gros grosse grosses
        bas basse basses
        mauvais mauvaise mauvaises
        précis précise précises
        français française françaises
        avis
        pays
        mois
        permis
        virus
        gratuit gratuits gratuite gratuites
        petit petits petite petites
        ouvert ouverts ouverte ouvertes
        transfert transferts
        écrit écrits écrite écrites
        joli jolis jolie jolies
        fini finis finie finies
        froid froids froide froides
        haut hauts haute hautes
        fort forts forte fortes
        effort efforts
        sûr sûrs sûre sûres
        mur murs
        commun communs
        plan plans
        outil outils
        objet objets
        document documents
        clément cléments clémente clémentes
        moment moments
        urgent urgents urgente urgentes
        argent argents
        intéressant intéressants intéressante intéressantes
        montant montants
        frein freins
        plein pleins pleine pleines
        humain humains humaine humaines
        terrain terrains
        intérieur intérieurs intérieure intérieures
        valeur valeurs
        commune communes
        collectivité collectivités
        problème problèmes
        difficulté difficultés
        œil yeux
        tout toute tous toutes
        aigu aigus aiguë aiguës aigüe aigües
        """.split(separator: "\n").map(Inflected.init)

    @Test("a word has these forms and no others", arguments: table)
    func inflects(row: Inflected) {
        let forms = Set(WordForms.forms(of: row.word))
        #expect(row.forms.subtracting(forms).sorted() == [])
        #expect(forms.subtracting(row.forms).sorted() == [])
    }

    @Test(
        "job names have their feminine",
        arguments: [
            ("conseiller", "conseillère conseillères conseillers"), ("maire", "mairesse maires"),
            ("animateur", "animatrice"), ("développeur", "développeuse développeure"),
            ("chercheur", "chercheuse"), ("professeur", "professeure"), ("ingénieur", "ingénieure"),
            ("sénateur", "sénatrice"), ("docteur", "docteure"), ("écrivain", "écrivaine"),
            ("officier", "officière"), ("gardien", "gardienne"), ("coordinateur", "coordinatrice"),
            ("magistrat", "magistrate"), ("huissier", "huissière"), ("instituteur", "institutrice"),
            ("pompier", "pompière"), ("chirurgien", "chirurgienne"), ("référent", "référente"),
            ("remplaçant", "remplaçante"), ("stagiaire", "stagiaires"), ("apprenti", "apprentie"),
        ]
    )
    func jobs(word: String, expected: String) {
        let forms = WordForms.forms(of: word)
        #expect(expected.split(separator: " ").filter { !forms.contains(String($0)) } == [])
    }
}
