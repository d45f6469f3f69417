/// The vocabulary of closings, signatures and disclaimers, folded.
enum SignatureWords {
    static let disclaimerOpenings = WordingSet(
        """
        ce message | ce courriel | ce mail | cet e-mail | cet email | ce courrier | ce mel |
        les informations contenues | les informations figurant | le contenu de ce |
        le present message | le present courriel | l'integrite de ce | this message |
        this email | this e-mail | this mail | the information contained | avertissement |
        avis de confidentialite | confidentialite | message confidentiel | disclaimer |
        confidentiality | si vous n'etes pas | si vous avez recu ce | toute utilisation |
        les opinions | important : | attention : | nota : | notice | ce document |
        l'absence de virus | cette communication | la presente | les donnees |
        clause de confidentialite | if you are not | l'emetteur | l'expediteur |
        message electronique | les courriels | mention legale | mentions legales |
        il est rappele
        """
    )
    static let disclaimerTerms = WordingSet(
        """
        confidenti | destinataire | pieces jointes | piece jointe | usage exclusif | destine |
        par erreur | detrui | supprim | virus | intended recipient | intended solely |
        privileged | responsabilite | non autorise | interdite | attachments | attached files |
        addressee | in error | divulg | altere | falsifie | n'engage | n'engagent |
        avertir l'expediteur | delete | privacy | expediteur | strictement | les informations |
        ce message est
        """
    )
    static let bannerOpenings = WordingSet(
        """
        attention | [externe] | [ext] | [external] | caution | externe | external |
        avertissement | mefiance | message externe | ce message provient de l'exterieur |
        prudence | courriel externe
        """
    )
    static let bannerTerms = WordingSet(
        """
        exterieur | externe | external | outside | expediteur inconnu | ne cliquez |
        hors de l'org
        """
    )
    static let clientMarks = WordingSet(
        """
        envoye de mon | envoye depuis | envoye a partir de | envoye avec | envoye via |
        envoye par mon | envoye d'outlook | envoye du mobile | envoye a partir d' |
        envoye d'un | ecrit de mon | obtenir outlook | obtenez outlook | telecharger outlook |
        telechargez outlook | telecharger boxer | get outlook | sent from | sent with |
        sent via | provenance : | provenance : courrier | yahoo mail | p pensez |
        pensez a l'environnement | pensez environnement | pensez a la planete |
        pensons a l'environnement | pensons environnement | p avant d'imprimer |
        avant d'imprimer | n'imprimez | p n'imprimez | adoptez l'eco |
        please consider the environment | p please | garanti sans virus | sans virus |
        ayons le reflexe | preservons l'environnement | ensemble, preservons |
        merci de n'imprimer | merci de ne pas imprimer | economisez le papier |
        un geste pour l'environnement | faites un geste pour | imprimer seulement si |
        envoye de l'iphone | mail.ru | telecharger | l'absence de virus dans ce courrier |
        cet e-mail a ete verifie | ce courrier electronique ne contient aucun virus
        """
    )
    static let environment = WordingSet(
        """
        environnement | environment | imprim | papier | planete | arbre | virus
        """
    )
    static let postscripts = WordingSet(
        """
        ps_ | p.s | p.-s | p. s | post-scriptum | post scriptum | pps_ | nb : | nb: | n.b |
        ps: | j'oubliais | j'ai oublie | p-s_
        """
    )
    static let greetings = WordingSet(
        """
        bonjour | bonsoir | madame | monsieur | mesdames | messieurs | cher_ | chere_ |
        chers_ | cheres_ | salut | hello | coucou | bjr | bsr | dear | hi_ | rebonjour |
        re-bonjour
        """
    )
    /// Formulas that only a signature follows.
    static let formulas = WordingSet(
        """
        cordialement | bien cordialement | tres cordialement | cordiales salutations | cdt_ |
        cdlt_ | crdlt_ | cordialmt | bien a vous | bien a toi | bien sincerement |
        sincerement | salutations | sinceres salutations | meilleures salutations |
        respectueusement | bien respectueusement | respectueuses salutations | avec mes |
        avec nos | avec toute | avec l'expression | recevez | veuillez agreer |
        veuillez recevoir | veuillez croire | veuillez accepter | je vous prie |
        nous vous prions | bonne journee | belle journee | bonne soiree | bonne reception |
        bon week-end | bonne fin de | bonne semaine | tres bonne journee | tres belle journee |
        excellente journee | amicalement | bien amicalement | amities | chaleureusement |
        a bientot | a tres bientot | a tres vite | best regards | kind regards | regards |
        sincerely | cordially | bises | au plaisir | respectueux | mes respects |
        mes salutations | bien cdt | bien cdlt | cordialement votre | tres sincerement | bav_ |
        bonne continuation | devouement | bien a vous tous | solidairement | fraternellement |
        en vous souhaitant | je vous souhaite | agreez | croyez
        """
    )
    /// What may close a mail without a formula.
    static let closings = WordingSet(
        """
        merci | mille mercis | un grand merci | d'avance merci | avec mes remerciements |
        en vous remerciant | vous remerciant | je vous remercie | nous vous remercions |
        dans l'attente | en attente de | restant a votre | je reste a | nous restons |
        en esperant | a vous lire | thanks | thank you | en restant | dans cette attente |
        avec plaisir
        """
    )
    static let firstPerson = WordingSet(
        """
        je_ | j' | jai_ | nous avons | nous sommes | nous souhait | nous aimer | nous voul |
        nous voudr | pouvez-vous | pourriez-vous | pourrez-vous | avez-vous | est-ce que |
        merci de_ | j ai_ | mon_ | ma_ | on_ | nous vous | vous nous | nous cherch |
        nous recherch | faut_ | n'hesitez pas a me | moi_
        """
    )
    static let roles = WordingSet(
        """
        maire | mairesse | adjoint | directeur | directrice | direction | dgs_ | dga_ | dsi_ |
        dgst_ | drh_ | dpo_ | rssi_ | responsable | chef_ | cheffe_ | charge_ | chargee_ |
        secretaire | secretariat | conseiller | conseillere | president | vice-president |
        ingenieur | attache | technicien | agent | coordinat | coordonnat | gestionnaire |
        animat | mediat | elu_ | elue_ | delegue | etudiant | doctorant | journaliste |
        stagiaire | consultant | redacteur | redactrice | assistant | referent | comptable |
        regisseur | service | pole_ | departement | cellule | mission | chargé | sous-prefet |
        prefet | collaborat | architecte | urbaniste | bibliothecaire | archiviste | medecin |
        infirmier | infirmiere | officier | policier | garde_ | receveur | tresorier |
        tresoriere | depute | senateur | senatrice | gerant | commercial | developpeur |
        developpeuse | designer | chercheur | chercheuse | maitre | professeur | enseignant |
        dr_ | docteur | me_ | mme_ | m._ | madame_ | monsieur_ | mlle_ | dircab_ | chef.fe |
        charge.e | adjointe | greffier | econome | intendant | bureau | accueil |
        community manager | directeur.rice | conservat | educat | formateur | formatrice |
        juriste | avocat | notaire | geomaticien | informaticien | webmaster | membre |
        laboratoire
        """
    )
    static let organisations = WordingSet(
        """
        mairie | ville_ | commune_ | communaute | metropole | agglomeration | agglo_ | cc_ |
        ca_ | ccas_ | cias_ | conseil departemental | conseil regional | conseil general |
        departement | region_ | syndicat | sivom_ | sivu_ | smictom_ | sictom_ | petr_ | pnr_ |
        parc naturel | cdg_ | centre_ | prefecture | sous-prefecture | association |
        universite | sarl_ | sas_ | hotel de ville | hotel du departement | pays_ | office |
        agence | collectivite | sdis_ | ddt_ | cabinet | societe | equipe | l'equipe |
        les services | opsn_ | epci_ | mdph_ | ecole | lycee | college | chambre | comite |
        federation | fondation | groupe | institut | cd_
        """
    )
    static let places = WordingSet(
        """
        rue_ | avenue_ | av._ | place_ | boulevard_ | bd_ | chemin_ | route_ | allee |
        impasse_ | quai_ | cours_ | square_ | cedex | bp_ | cs_ | hotel de ville | esplanade |
        lieu-dit | villa_ | carrefour_ | b.p | tsa_ | faubourg_ | zone_ | za_ | zi_ | parvis_ |
        passage_ | mas_ | residence_ | batiment | bat._ | etage
        """
    )
    static let telephones = WordingSet(
        """
        tel_ | tel. | tel: | telephone | t. | t : | t: | port_ | port. | portable | mobile |
        gsm_ | mob_ | mob. | std_ | standard | fixe | fax | ligne directe | poste_ |
        secretariat : | p : | p. | m : | l.d | ld_ | tph_ | whatsapp | courriel | mail |
        e-mail | email | mel_ | site | web | horaires | ouvert | ouverture |
        accueil du public | suivez | retrouvez | linkedin | facebook | twitter | siret | rcs_ |
        astreinte | standard : | secret._ | permanence
        """
    )
    /// Capitalised or short words that sign nothing.
    static let commonWords: Set<String> = [
        "oui", "non", "ok", "merci", "bonjour", "urgent", "stop", "voila", "test", "annule",
        "annulez",
        "parfait", "aucun", "aucune", "salut", "bref", "relance", "rappel", "investigation",
        "startup",
        "store", "territoires", "territoire", "catalogue", "offre", "numerique", "demande",
        "projet", "sujet",
        "aide", "question", "besoin", "help", "info", "infos", "accord", "recu", "fait", "la", "le",
        "les",
        "un", "deux", "trois", "premiere", "deuxieme", "troisieme", "svp", "desinscription",
        "desabonnement",
        "desinscrire", "unsubscribe", "suite", "incubateur", "anct", "appli", "rien", "tout",
        "d'accord",
    ]
}
