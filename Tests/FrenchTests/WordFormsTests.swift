import Testing

@testable import French

@Suite("Forms of words") struct WordFormsTests {
    @Test(
        "verbs are conjugated",
        arguments: [
            ("étudier", "étudie étudions étudiez étudiaient étudierai étudierait étudié étudiées"),
            ("manger", "mange mangeons mangeais mangea mangeant mangions"),
            ("commencer", "commence commençons commençait commencions commencé"),
            ("employer", "emploie employons emploierait employé employions"),
            ("payer", "paie paye payons paierai payerai"),
            ("appeler", "appelle appelons appellerai appelé"),
            ("acheter", "achète achetons achèterait acheté"),
            ("mener", "mène menons mènerons mené menée"),
            ("préférer", "préfère préférons préférerais préfèrerais préféré"),
            ("créer", "crée créons créé créée créerait"),
            ("désigner", "désigne désignons désigné désignés désignera"),
            ("finir", "finis finissons finissait finirait fini finie finîmes"),
            ("réfléchir", "réfléchissons réfléchi réfléchirait"),
            ("attendre", "attends attendons attendait attendrait attendu attendue"),
            ("répondre", "réponds répondez répondu répondra"),
            ("exister", "existant existants existantes"), ("bloquer", "bloquante bloquants"),
            ("savoir", "savoirs"), ("déjeuner", "déjeuners"), ("conseiller", "conseillère"),
            ("avoir", "ai as a avons avez ont avait aura aurions eu ayez"),
            ("être", "suis es est sommes êtes sont était sera serions été soit"),
            ("aller", "vais va allons vont allait irait allé aille"),
            ("faire", "fais faisons faites font faisait ferait fait fasse"),
            ("vouloir", "veux veut voulons veulent voulais voudrais voudrions voulu veuillez"),
            ("pouvoir", "peux peut pouvons peuvent pourrait pourrions pu puisse"),
            ("devoir", "dois devons doivent devrait dû due"),
            ("savoir", "sais savons saurait su sache"),
            ("falloir", "faut faudrait fallait fallu"),
            ("venir", "viens venons viennent viendrait venu vint"),
            ("devenir", "deviens devenons devenu"), ("obtenir", "obtient obtenu obtiendrait"),
            ("comprendre", "comprends comprenons comprennent compris comprendrait"),
            ("mettre", "mets mettons mettait mis mise mettrait"),
            ("permettre", "permet permettrait permis"),
            ("voir", "vois voyons voient verrait vu"), ("prévoir", "prévoit prévoirait prévu"),
            ("recevoir", "reçois recevons reçoivent reçu recevrait"),
            ("connaître", "connais connaît connaissons connu connaîtrait"),
            ("dire", "dis disons dites disait dit"), ("écrire", "écris écrivons écrit écrirait"),
            ("décrire", "décris décrivons"), ("inscrire", "inscrit inscrivons inscrire"),
            ("lire", "lis lisons lu"), ("construire", "construis construisons construit"),
            ("conduire", "conduisons conduit"), ("produire", "produisent produite"),
            ("suivre", "suivez suivons suivi"), ("vivre", "vivons vécu"),
            ("partir", "pars partons partent partait partirait parti"),
            ("servir", "sert servons servi"), ("sentir", "sens sentons senti"),
            ("ouvrir", "ouvre ouvrons ouvert ouverte"), ("découvrir", "découvre découvert"),
            ("offrir", "offre offert"), ("courir", "courons courra couru"),
            ("mourir", "meurt mourra mort"), ("croire", "croyons cru croient"),
            ("craindre", "crains craignons craint craindrait"), ("joindre", "joins joignons joint"),
            ("résoudre", "résous résolvons résolu résoudrait"), ("tenir", "tient tenons tenu"),
            ("convaincre", "convainc convainquons convaincu"), ("conclure", "conclu concluons"),
            ("battre", "bats battons battu"), ("envoyer", "envoie envoyons enverrait envoyé"),
        ]
    )
    func conjugates(infinitive: String, expected: String) {
        let forms = Set(WordForms.forms(of: infinitive))
        let missing = expected.split(separator: " ").filter { !forms.contains(String($0)) }
        #expect(missing == [])
    }

    @Test(
        "nouns and adjectives have their number and gender",
        arguments: [
            ("agent", "agents agente agentes"), ("collectivité", "collectivités"),
            ("local", "locaux"), ("communal", "communaux communale communales"),
            ("bureau", "bureaux"), ("réseau", "réseaux"), ("lieu", "lieux"), ("bal", "bals"),
            ("bijou", "bijoux"), ("trou", "trous"), ("travail", "travaux"),
            ("portail", "portails"), ("actif", "actifs active actives"),
            ("neuf", "neufs neuve neuves"), ("nombreux", "nombreuse nombreuses"),
            ("directeur", "directeurs directrice directrices"), ("chargé", "chargés chargée"),
            ("usager", "usagers usagère usagères"), ("particulier", "particuliers particulière"),
            ("professionnel", "professionnels professionnelle"), ("ancien", "ancienne anciens"),
            ("complet", "complète complets"), ("public", "publics publique publiques"),
            ("nouveau", "nouveaux nouvelle nouvel"), ("long", "longue longs"),
            ("voisin", "voisine voisins"), ("élu", "élue élus élues"), ("gros", "grosse grosses"),
            ("adjoint", "adjointe adjoints"), ("développeur", "développeuse développeurs"),
        ]
    )
    func inflects(word: String, expected: String) {
        let forms = Set(WordForms.forms(of: word))
        let missing = expected.split(separator: " ").filter { !forms.contains(String($0)) }
        #expect(missing == [])
    }

    @Test(
        "no form of one word is another word",
        arguments: [
            ("maire", "mai"), ("mer", "mes"), ("outil", "outille"), ("commun", "commune"),
            ("projet", "projette"), ("plan", "plane"), ("mission", "missionne"),
            ("document", "documente"), ("cours", "cour"), ("partenaire", "partenai"),
            ("foyer", "foie"), ("cher", "chai"), ("main", "maine"), ("parti", "partie"),
            ("désigner", "designer"), ("designer", "désigner"), ("designer", "désigné"),
            ("creuser", "creux"), ("creuser", "creuset"), ("agent", "agence"),
            ("collectivité", "collecte"), ("commune", "communal"), ("maire", "mairie"),
            ("suivre", "suis"), ("entrer", "entre"), ("maintenir", "maintenant"),
            ("devoir", "devant"), ("plaire", "plus"), ("pendre", "pendant"), ("luire", "lui"),
            ("médecin", "médecine"), ("conseil", "conseille"), ("accueil", "accueille"),
            ("rappel", "rappelle"), ("objet", "objette"), ("sujet", "sujette"), ("port", "porte"),
            ("mur", "mûre"), ("point", "pointe"), ("poste", "poster"), ("sel", "selle"),
            ("étudier", "étudiers"), ("demander", "demanders"), ("agir", "agirs"),
            ("travail", "travailles"), ("marché", "marchée"), ("traité", "traitée"),
            ("lieux", "lieuse"), ("deux", "deuse"), ("droit", "droite"), ("chair", "chais"),
        ]
    )
    func keepsApart(word: String, other: String) {
        #expect(!WordForms.forms(of: word).contains(other))
    }
}
