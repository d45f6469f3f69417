import Mail

@testable import Intake

/// Ordinary mail of people without a question and without a header that helps: what they tell of
/// absences, closed offices, new addresses and documents has the words of machines.
enum ScreeningTold {
    static let all: [ScreeningCase] =
        answers.map {
            ScreeningCase($0, subject: "Re: Votre demande : un outil pour la cantine", $0)
        }
        + letters.map { ScreeningCase($0.subject, subject: $0.subject, $0.text) }

    /// In answer to our mail.
    private static let answers = [
        "Bonjour,\n\nLe dossier est complet, la secrétaire est à mi-temps, appelez la mairie le matin.\n\nCordialement,\nLuc Martel",
        "Bonjour, oui c'est bien cela. La mairie est fermée le mercredi, appelez plutôt le jeudi.\n\nM. Roche",
        "Bonjour,\nNous sommes 12 agents dont deux à temps partiel. Contactez la directrice, Mme Le Gall, au 02 98 00 00 00.\nBien à vous\nP. Kervella",
        "La 1. Le maire est en déplacement jusqu'à vendredi, rappelez-le lundi.",
        "Bonjour, la réponse est oui. Je serai en congé à partir du 12, merci de contacter Mme Dupuis pour fixer la date.\n\nCordialement",
        "Bonjour, suite au décès de notre secrétaire, le dossier a pris du retard. Je reprends contact lundi. Sylvie",
        "Merci. J'ai changé d'adresse, écrivez-moi désormais ici. Le projet avance bien, le conseil a voté pour.\n\nJulie",
        "Bonjour,\nMa nouvelle adresse est celle-ci. Nous confirmons l'offre 2.\nCordialement, Paul",
        "Bonjour, l'expérimentation s'est terminée en juin, les agents en sont contents.\n\nN. Guillou",
        "Notre logiciel est obsolète, il date de 2009. Personne ne sait plus s'en servir.",
        "L'agent qui s'occupait de cela a quitté la mairie en mars, depuis plus personne ne suit les demandes.",
        "Bonjour. L'agent n'exerce plus chez nous. Je prends la suite. Le problème reste le même : les dossiers arrivent en papier.\nR. Colas",
        "Bonjour,\n\nLa médiathèque est ouverte les mardis et samedis, le reste du temps personne ne peut rendre les livres.\n\nCordialement,\nÉlodie Marchand",
        "Bonjour, notre DGS est en arrêt maladie jusqu'en janvier. Vous pouvez joindre le maire directement au 06 00 00 00 00, il connaît le dossier.\n\nAccueil mairie",
        "Je suis en réunion jusqu'à 16 h, appelez-moi après au 06 11 22 33 44. Christine",
        "Nous sommes fermés au public le lundi donc ce jour-là convient bien pour une visite. À bientôt.\nIsabelle",
        "Bonjour,\nOui la piscine sera fermée tout l'été pour travaux, la régie doit donc basculer en septembre.\nCordialement, T. Robin",
        "Le service est ouvert du lundi au vendredi, 8h30-12h, deux agents à l'accueil, environ 40 visites par jour.",
        "Les courriers sont traités par une seule personne à mi-temps, il y a trois semaines de retard.",
        "Bonjour\nLes demandes ne sont pas transférées d'un service à l'autre, on ressaisit tout à la main.\nJérôme",
        "Le délai est trop court pour nous : la mairie fait une pause en août. Septembre irait mieux.",
        "Oui. Horaires d'ouverture : lundi et jeudi 9h-12h. Un seul agent, 22 heures par semaine.",
        "Bonjour,\nNotre commune a cessé d'exister comme telle : elle est déléguée de Val-d'Erdre. Le maire délégué vous écrit.\nL. Prod'homme",
        "La directrice a fait valoir ses droits à la retraite, son successeur arrive en janvier. D'ici là je suis votre contact.\nNadège",
        "Nous n'avons pas accès à la messagerie hors du bureau. C'est pour ça que les astreintes posent problème.",
        "Je travaille uniquement le matin, appelez avant midi. Pour le reste tout est bon. Odile",
        "Notre site est suspendu depuis hier, l'hébergeur a fermé. Les élus sont mobilisés. On vous tient au courant.",
        "Thanks a lot, got it. The clerk has left the council, I am your contact now.\nRegards, Tom",
        "Yes, option 2. Our office is closed until January so phone me: 0600000000.",
        "Madame,\nLes conteneurs sont gérés par le SMICTOM, dont le siège est fermé le vendredi. Sa directrice s'appelle Mme Poirier.\nRespectueusement,\nLe secrétaire général",
        "Environ 300 par mois. Le service est ouvert du lundi au jeudi.",
        "Nous accusons réception de votre proposition. Elle sera examinée en commission le 3. Cordialement, Ph. Roger, vice-président",
        "Attention, le numéro de la mairie a changé : 04 75 00 00 00. Appelez plutôt le mien : 06 00 00 00 01. Joël",
        "Madame la maire vous remercie. Elle prendra connaissance du rapport ce week-end et en parlera au préfet lundi. Son assistante",
        "The councillor is on leave, I'll chair in her place. See you on the 9th. Kate",
        "Pour la semaine 50, je suis absent le lundi et le jeudi. Les autres jours, libre à partir de 14 h. Merci",
        "Nous recevons le public tous les matins. L'après-midi la porte est fermée, le téléphone aussi. Cordialement, la responsable France services",
        "Bonjour, la trésorière est hospitalisée, on attend son retour pour signer. Merci de votre compréhension. Le président du syndicat",
        "Le maire a pris connaissance de votre courrier. Il propose le 17 à 9 h. Cordialement, sa secrétaire, Mme Rio",
        "La personne référente est partie à la retraite. Je n'ai pas ses codes. On repart de zéro. Navré. Loïc, informatique",
        "Chère équipe, M. Ferry a quitté ses fonctions vendredi. Nous élisons son successeur le 14, d'ici là rien ne se signe. La doyenne du conseil",
        "L'accueil est assuré par une stagiaire, son stage s'est terminé vendredi. Nous avons donc une chaise vide. Cordialement, Mairie de Vion",
        "Excellente nouvelle. On se voit le 3 alors. Le café est fermé mais j'ai la clé !",
        "I will be back on Monday with the figures. Have a good weekend, Peter",
        "Vous avez raison : l'adresse contact@ n'est plus relevée. Nous la retirons du site aujourd'hui. Merci du signalement. Le webmestre",
        "J'ai quitté la ville, pas la politique ! Conseiller départemental depuis mars, le sujet me suit. Écrivez-moi ici. Stéphane",
        "Bonjour,\n\nPour faire suite : la piscine est fermée, le gymnase est ouvert, la salle des fêtes est louée. Tout cela tient dans trois agendas papier.\n\nBonne réception,\nService des sports",
    ]

    /// First mails under a subject of their own.
    private static let letters: [(subject: String, text: String)] = [
        (
            "Fermeture de la trésorerie",
            "Madame, Monsieur,\n\nLa trésorerie de notre canton a fermé en janvier. Les habitants viennent à la mairie, qui est ouverte le mardi. Une secrétaire à mi-temps ne suffit plus.\n\nLe maire, Henri Vallet"
        ),
        (
            "Absence de médecin",
            "Notre commune est sans médecin depuis deux ans. Le poste reste vacant. Nous perdons des habitants. Le conseil municipal s'en inquiète.\n\nRené Cazaux, maire de Lurbe"
        ),
        (
            "Congés des agents",
            "Chez nous les congés se posent sur papier. Le tableau est à la mairie, présent uniquement sur le mur de l'accueil. Nous avons 14 agents.\n\nSecrétaire générale, Vaux-le-Petit"
        ),
        (
            "Horaires d'ouverture",
            "Les horaires d'ouverture changent sans arrêt sur Google, nous ne savons pas comment les corriger. La mairie est fermée le jeudi et les gens viennent quand même.\nJ. Blot, accueil"
        ),
        (
            "Standard téléphonique",
            "Personne au standard entre midi et deux, 60 appels perdus par semaine, deux agents à temps partiel.\nNotre maison France services en souffre.\n\nCC du Haut-Allier"
        ),
        (
            "Changement d'adresse",
            "Bonjour,\n\nNotre nouvelle adresse est mairie@val-neuf.example. Nous continuons la démarche commencée en mai : le diagnostic est fini, les usagers interrogés.\n\nB. Ollivier"
        ),
        (
            "Départ à la retraite",
            "Bonjour, je pars à la retraite le 31. Mon successeur, Yann Le Bris, suivra le projet de cantine avec vous. Ce fut un plaisir.\n\nDanielle Pons"
        ),
        (
            "Dossier n° 4521 de subvention",
            "Bonjour,\nLe dossier est complet et joint à ce message. La délibération est au format PDF.\nBien cordialement\nService finances, Ville de Riom"
        ),
        (
            "Sauvegarde du patrimoine",
            "Madame, Monsieur,\nL'association de sauvegarde du lavoir tient à vous dire sa satisfaction. Le site est disponible depuis hier, les habitants y vont.\n\nLa présidente, O. Tissot"
        ),
        (
            "Alerte aux inondations",
            "Bonjour,\nCette nuit la Vilaine est montée de deux mètres. L'alerte a échoué : les sirènes n'ont pas sonné et les SMS sont partis à 6 h.\nLe maire de Redon-sur-Oust"
        ),
        (
            "Consultations citoyennes",
            "Bonjour,\nLa consultation est close. 412 réponses, les résultats sont disponibles en mairie.\nBien à vous\nAdjointe à la participation"
        ),
        (
            "Invitation : inauguration du tiers-lieu",
            "Bonjour, la commune de Clisson a le plaisir de vous convier à l'inauguration le 12 à 18 h. Vous pouvez ajouter à votre agenda, un cocktail suivra.\nLe maire"
        ),
        (
            "Rappel : réunion de jeudi",
            "Bonjour à tous, petit rappel pour jeudi 14 h, salle des fêtes. La date est dans Google Agenda pour ceux qui l'utilisent.\nBenoît"
        ),
        (
            "Rappel : réunion",
            "Bonjour, la réunion de demain est annulée, la salle est inondée. Je vous redonne une date.\nMaud"
        ),
        (
            "Réponse : notre choix",
            "Bonjour, la réunion a été annulée faute de quorum, mais le choix est fait : offre 2.\nLe maire de Trie"
        ),
        (
            "Lu : votre guide",
            "Votre guide a été lu par toute l'équipe, il est clair. Bravo.\nCaroline, Ville de Dole"
        ),
        (
            "Courrier non distribué",
            "Bonjour, La Poste laisse des courriers non distribués, adresse inconnue, depuis que nous n'avons pas de numéros de rue. C'est un vrai souci d'adressage.\nMairie de Saint-Paul"
        ),
        (
            "Adresse introuvable",
            "Les livreurs disent que l'adresse n'existe pas ou est introuvable. 80 maisons sans numéro dans la commune.\nL'adjoint à la voirie"
        ),
        (
            "Votre message n'a pas abouti",
            "Bonjour, vous m'avez appelé hier mais la boîte pleine ne prenait plus de messages. Je suis au bureau demain.\nMonique"
        ),
        (
            "Newsletter de la commune",
            "Bonjour,\n\nNotre newsletter part à 900 habitants chaque mois ; la moitié demandent à se désabonner parce qu'elle est illisible sur téléphone. Nous la faisons dans un traitement de texte, une agente y passe deux jours. Voilà le problème tel que nous le vivons.\n\nMairie de Pleyben"
        ),
        (
            "Flash info de la mairie",
            "Bonjour,\n\nJe vous fais suivre en copie ce que nous disons à nos habitants. Vous recevez ce courrier parce que nous parlons de vous dans l'article sur les projets numériques du canton, page trois du bulletin.\n\nNathalie, chargée de communication"
        ),
        (
            "La gazette de Thiers",
            "Bonjour,\nL'article sur votre équipe paraît demain dans la gazette municipale, page 4. Le texte est en ligne sur le site, vous pouvez le lire en ligne. Merci encore pour l'entretien, les lecteurs ont apprécié.\nSophie Roux, communication"
        ),
        (
            "Fermé",
            "Notre bureau de poste est fermé depuis lundi. Les gens sont furieux. Rien n'a été prévu pour les colis."
        ),
        (
            "Numérisation des actes",
            "Bonjour,\nLa numérisation des registres est terminée : 12 000 pages. Les fichiers sont disponibles sur un disque, rien n'est indexé.\nArchives municipales de Foix"
        ),
        (
            "Nouvelles fonctions",
            "Bonjour, je quitte la mairie pour de nouvelles fonctions à la région. Ma remplaçante, Mme Aït, suivra le projet de guichet. Elle arrive le 5.\nAu plaisir,\nK. Roussel"
        ),
        (
            "Grève",
            "Un mouvement de grève touche nos écoles jeudi. Les parents l'apprennent à 8 h devant la grille. Appelez-nous vendredi si vous le pouvez.\nService enfance de Sète"
        ),
        (
            "Congé maternité",
            "Notre secrétaire est en congé maternité et la remplaçante découvre tout : rien n'est écrit. C'est le moment de mettre à plat nos procédures.\nLe maire de Bussy"
        ),
        (
            "Échéance électorale",
            "À l'échéance de mars, nous ne serons plus élus. Le dossier est complet, il a été soumis au préfet.\nLe maire sortant"
        ),
        (
            "Notre permanence numérique",
            "Une permanence a lieu chaque samedi à la médiathèque. 15 personnes en moyenne. Le conseiller est présent uniquement le matin. Voilà où nous en sommes."
        ),
        (
            "Pages jaunes",
            "L'adresse affichée pour la mairie n'est plus utilisée depuis 2018. Les citoyens y écrivent toujours, leurs messages ne sont pas lus.\nSecrétaire de mairie, Moyon"
        ),
        (
            "Arrêt maladie",
            "Trois arrêts cette semaine à la crèche. Le taux d'encadrement n'y est plus. Nous refusons des enfants chaque matin.\nDirectrice de crèche"
        ),
        (
            "Accusé de réception",
            "Madame, Monsieur, le conseil accuse bonne réception de votre rapport et salue sa qualité. Il sera présenté aux élus le 4 décembre.\nLe directeur de cabinet"
        ),
        (
            "Sécurité des écoles",
            "Notre plan est retenu par la préfecture. Les travaux démarrent en mars. Vous en serez les premiers informés.\nPolice municipale"
        ),
        (
            "Identification des besoins",
            "Premier message d'une longue série je pense. Nous sommes douze communes, une même galère, des compteurs d'eau de partout.\nSIAEP du Gâtinais"
        ),
        (
            "Approbation du PLU",
            "Le PLU est approuvé. L'avis du commissaire est joint. Un grand soulagement.\nUrbanisme, Mimizan"
        ),
        (
            "Accepté !",
            "La région nous suit, c'est officiel. Champagne (avec modération) ce soir en mairie.\nÉquipe projet de Figeac-Nord"
        ),
        (
            "Rapport quotidien d'astreinte",
            "Nuit calme. Une fuite rue Haute, réparée à 4 h. Le groupe électrogène a échoué au test.\nAstreinte technique, Luc"
        ),
        (
            "Questionnaire complété",
            "Questionnaire complété par les neuf communes. Une nouvelle réponse est arrivée hier soir, la dernière.\nChargée de mission, PNR"
        ),
        (
            "Fermeture du guichet SNCF",
            "Le guichet est fermé depuis le 3 novembre. Distributeur hors service, contrôleurs sans pitié. La députée est saisie.\nMaire de Langogne"
        ),
        (
            "Absence du garde champêtre",
            "Plus de garde depuis l'été. Les dépôts sauvages se multiplient derrière le cimetière. La gendarmerie est absente du village.\nPremier adjoint, Lézan"
        ),
        (
            "Secrétaire absente",
            "Ma secrétaire est absente jusqu'au 15 janvier. J'ouvre moi-même le courrier, je réponds le soir, je me trompe de formulaire. La vie d'un maire de 140 âmes.\nGilbert Pons"
        ),
        (
            "Congé de formation",
            "Je suis en formation jusqu'à juin au CNFPT. Mon mémoire traite de l'accueil en zone rurale. Je joins le plan.\nLéo Marchal"
        ),
        (
            "Changement d'adresse des usagers",
            "À chaque changement d'adresse, sept services à prévenir. Les familles s'y perdent. Les agents aussi.\nCCAS de Denain"
        ),
        (
            "Votre message",
            "Votre message du 3 nous a fait plaisir. Les photos iront dans le bulletin.\nService culturel"
        ),
        (
            "Votre candidature",
            "Votre candidature au label est excellente, le jury vous le dira lui-même le 9.\nDirection de la culture, Département"
        ),
        (
            "Expiration du marché de téléphonie",
            "Le marché expire en mars. Le fournisseur double ses prix. Référence : n° 2022-14.\nAchats, Ville de Thann"
        ),
        (
            "Dossier à suivre",
            "Le nouveau dossier est sur mon bureau. Date limite : le 30. Je m'y mets ce soir.\nDGS"
        ),
        (
            "Recrutement",
            "Le poste de secrétaire est vacant depuis huit mois. Deux candidates, deux désistements. On ferme le mardi, puis le jeudi, puis on verra.\nMaire de Boussac"
        ),
    ]
}
