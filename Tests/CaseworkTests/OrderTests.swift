import Casework
import Intake
import Testing

@Suite("Orders") struct OrderTests {
    private static let close = Order.close(reason: "")
    private static let link = "\r\n\r\nRéférence, à garder : 2026-00042.2.abcdefgh"

    @Test(
        "the word alone on the first line is an order",
        arguments: [
            ("envoyer", .send), ("Envoyer", .send), ("ENVOYER.", .send), ("envoyez", .send),
            ("Envoyez !", .send), ("envoie", .send), ("\n\n  envoyer  \n", .send),
            ("« envoyer »", .send), ("envoyer" + link, .send), ("Ok, envoyer", .send),
            ("Bonjour, envoyer merci", .send), ("Bonjour,\n\nEnvoyer\n\nMerci", .send),
            ("\u{A0}\n-\nenvoyer", .send), ("Envoyez la réponse, svp", .send),
            ("envoyer\r\n\r\nDe : guichet\r\nObjet : [2026-00042]", .send),
            ("Merci d'envoyer", .send), ("Envoyer\n\n> Bonjour", .send),
            ("prendre", .take), ("Prendre.", .take), ("PRENDS", .take), ("Prenez", .take),
            ("je prends", .take), ("Je prends le dossier", .take), ("Pris, merci", .take),
            ("pris en charge", .take), ("Je m'en occupe", .take), ("Oui, je m’en occupe.", .take),
            ("\r\n\r\n \r\nprendre\r\n\r\nEnvoyé de mon iPhone", .take), ("prendre" + link, .take),
            ("D'accord, je prends.", .take), ("Veuillez prendre, s'il vous plaît", .take),
            ("clore", close), ("Clos", close), ("clôturer", close), ("CLÔTURÉ", close),
            ("Je clos.", close), ("fermer", close), ("Clore le dossier", close), ("clore.", close),
            ("clore" + link, close), ("Merci de clore", close),
            ("clore : vu avec la DINUM", .close(reason: "vu avec la DINUM")),
            ("clore : vue le 15 décembre", .close(reason: "vue le 15 décembre")),
            ("clore : fin de mission", .close(reason: "fin de mission")),
            ("clore : pas de réponse", .close(reason: "pas de réponse")),
            ("clore : non éligible", .close(reason: "non éligible")),
            ("clore : sans attendre", .close(reason: "sans attendre")),
            (
                "clore : la semaine dernière la mairie a renoncé",
                .close(reason: "la semaine dernière la mairie a renoncé")
            ),
            ("clore : n'est pas une collectivité", .close(reason: "n'est pas une collectivité")),
            ("clore : le maire renonce", .close(reason: "le maire renonce")),
            ("Clore - doublon du 12", .close(reason: "doublon du 12")),
            ("clore sans suite", .close(reason: "sans suite")),
            (
                "Clos car le maire a trouvé ailleurs",
                .close(reason: "car le maire a trouvé ailleurs")
            ),
            ("clore\n\nElle a trouvé ailleurs." + link, .close(reason: "Elle a trouvé ailleurs.")),
            ("clore : doublon\nvoir 2026-00012", .close(reason: "doublon\nvoir 2026-00012")),
            ("reclasser 1", .reclassify([.investigation])),
            ("reclasser 2", .reclassify([.startup])), ("Reclasser 3.", .reclassify([.store])),
            ("reclasser en 2", .reclassify([.startup])),
            ("Reclasser : 2 et 3", .reclassify([.startup, .store])),
            ("reclasser 1 3", .reclassify([.investigation, .store])),
            ("reclassez 3,1", .reclassify([.store, .investigation])),
            ("reclasser startup", .reclassify([.startup])),
            ("Reclassé en investigation", .reclassify([.investigation])),
            ("je reclasse vers le n° 2", .reclassify([.startup])),
            ("reclasser en start-up de territoire", .reclassify([.startup])),
            ("Reclasser 2 (startup)", .reclassify([.startup])),
            ("classer en 2", .reclassify([.startup])), ("reclasser 0", .reclassify([])),
            ("reclasser autre", .reclassify([])), ("reclasser hors offres", .reclassify([])),
            ("reclasser le dossier en 3, merci", .reclassify([.store])),
            ("reclasser 2" + link, .reclassify([.startup])),
            (
                "noter : appelée ce matin, rappeler jeudi ?",
                .note("appelée ce matin, rappeler jeudi ?")
            ),
            ("Noter\nRappeler jeudi", .note("Rappeler jeudi")),
            ("Noté : le maire est absent", .note("le maire est absent")),
            ("aide", .help), ("Aide ?", .help), ("À l'aide !", .help), ("aidez-moi", .help),
            ("aide" + link, .help),
        ] as [(String, Order)]
    )
    func orders(text: String, expected: Order) {
        #expect(OrderReading(text) == .order(expected))
    }

    @Test(
        "anything else is not",
        arguments: [
            "", "\n", "Bonjour", "N'envoyez pas", "ne pas envoyer", "envoyer demain",
            "Oui, mais envoyez plutôt lundi", "Je relis.\nenvoyer", "à envoyer plus tard",
            "envoyer envoyer", "je l'envoie moi-même", "J'envoie", "envoyer un devis",
            "Oui, mais n'envoyez pas avant lundi", "Ne pas prendre", "non", "Non, prendre",
            "Prendre contact avec la mairie", "Je prends le train de 8 h",
            "Qui veut prendre ce dossier ?", "Ne pas clore", "pas clore", "On peut clore ?",
            "Ne reclassez pas en 2", "Il faudrait reclasser 2", "Noté, merci.", "Bien noté",
            "L'aide de l'État est demandée", "aide au montage du dossier", "Merci pour l'envoi",
            "Je l'ai eue au téléphone.\nprendre", "12/12\nprendre", "classer les factures", "👍",
            "❌\nprendre", "?\nclore", "vide", "rien",
        ]
    )
    func notes(text: String) {
        #expect(OrderReading(text) == .words)
        #expect(Order(in: text) == nil)
    }

    @Test(
        "what is nearly an order does nothing, and says what may be meant",
        arguments: [
            ("prendr", "prendre"), ("Pendre", "prendre"), ("prendre ?", "prendre"),
            ("prendre 2", "prendre"), ("renvoyer", "envoyer"), ("envoyé", "envoyer"),
            ("Envoyer ?", "envoyer"), ("envoyer le 1", "envoyer"), ("envoyer 12/12", "envoyer"),
            ("❌ envoyer", "envoyer"), ("clôrer", "clore"), ("clore ?", "clore"),
            ("clore lundi", "clore"), ("clore la mairie a trouvé", "clore"),
            ("Envoyer\n\nmais pas avant lundi, le maire est absent.", "envoyer"),
            ("Clore.\nEuh non, finalement on attend.", "clore"),
            ("clore : à la fin du mois", "clore"), ("clore (le 15 décembre)", "clore"),
            ("clore : en janvier", "clore"), ("clore : à la rentrée", "clore"),
            ("clore : 15 mars", "clore"), ("clore : samedi", "clore"), ("clore : cet été", "clore"),
            ("clore : une fois qu'elle aura rappelé", "clore"), ("clore : sous 8 jours", "clore"),
            ("clore : pas encore", "clore"), ("clore : non", "clore"),
            ("clore : doublon\nNon finalement attendez", "clore"),
            ("envoyer\nà la rentrée", "envoyer"),
            ("envoyer\nCorriger d'abord la ligne 3", "envoyer"),
            ("clore : d'ici vendredi", "clore"),
            ("clore, la semaine prochaine", "clore"), ("clore - dans quinze jours", "clore"),
            ("reclasser 1 en 2", "reclasser"), ("Reclasser de 1 vers 2", "reclasser"),
            ("reclasser investigation vers store", "reclasser"),
            ("classer sans suite", "clore"), ("Classé sans suite.", "clore"),
            ("clore, mais pas avant lundi", "clore"), ("Clore : si elle est d'accord", "clore"),
            ("clore - est-ce fini ?", "clore"), ("classer", "clore"), ("reclasser", "reclasser"),
            ("reclasser 4", "reclasser"), ("reclasser 12", "reclasser"),
            ("reclasser 0 2", "reclasser"), ("reclasser 1-3", "reclasser"),
            ("reclasser 1 à 3", "reclasser"), ("reclasser 2 ?", "reclasser 2"),
            ("reclasser 2 demain", "reclasser"), ("reclaser 2", "reclasser 2"), ("noter", "noter"),
            ("noter" + link, "noter"),
        ]
    )
    func near(text: String, word: String) {
        #expect(OrderReading(text) == .resembles(word))
        #expect(Order(in: text) == nil)
    }

    @Test("the word of every order orders it")
    func words() {
        let reclassified: [Order] = [
            .reclassify([]), .reclassify([.store]), .reclassify([.store, .investigation]),
        ]
        for order in [.send, .take, Self.close, .help] + reclassified {
            #expect(Order(in: order.word) == order)
        }
    }
}
