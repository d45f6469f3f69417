/// The vocabulary of closings and signatures, folded.
enum SignatureWords {
    static let roles = WordingSet(
        """
        maire | mairesse | adjoint | directeur | directrice | direction | dgs_ | dga_ | dsi_ |
        dgst_ | drh_ | dpo_ | rssi_ | responsable | chef_ | cheffe_ | charge d | charge mission | chargee d | charges d |
        secretaire | secretariat | conseiller | conseillere | president | vice-president |
        ingenieur | attache_ | attachee_ | attaches_ | technicien | agent | coordinat | coordonnat | gestionnaire |
        animat | mediat | elu_ | elue_ | delegue | etudiant | doctorant | journaliste |
        stagiaire | consultant | redacteur | redactrice | assistant | referent | comptable |
        regisseur | service | pole_ | departement | cellule | mission | sous-prefet |
        prefet | collaborat | architecte | urbaniste | bibliothecaire | archiviste | medecin |
        infirmier | infirmiere | officier | policier | garde_ | receveur | tresorier |
        tresoriere | depute | senateur | senatrice | gerant | commercial | developpeur |
        developpeuse | designer | chercheur | chercheuse | maitre | professeur | enseignant |
        dr_ | docteur | mme_ | m._ | madame_ | monsieur_ | mlle_ | dircab_ | chef.fe |
        charge.e | adjointe | greffier | econome | intendant | bureau | accueil |
        community manager | directeur.rice | conservat | educat | formateur | formatrice |
        juriste | avocat | notaire | geomaticien | informaticien | webmaster | membre |
        laboratoire | instructeur | instructrice | premier adjoint | 1er adjoint |
        premiere adjointe | 1ere adjointe | deuxieme adjoint | 2eme adjoint | 2e adjoint |
        vice-presidente | rapporteur | controleur | surveillant | manager | officer | head of |
        director | mayor | clerk | councillor | chair_ | chairman | chairwoman | treasurer |
        secretary | teacher | engineer | analyst | project | ceo_ | cto_ | cfo_ | cio_ |
        gestion_ | retraite | habitant | citoyen | usager | riverain | parent d'eleve |
        parents d'eleves | president.e | charge.e d | sachbearbeiter | burgermeister |
        abteilung | leiter | leiterin | referat | alcalde | alcaldesa | concejal | jefe |
        tecnico | sindaco | ufficio | dirigente | assessore | impiegat | burgemeester |
        beleidsmedewerker | medewerker | hoofd_ | afdeling | dienst | vereador | chefe |
        prefeito | presidente | i.a._ | i. a._ | i.v._ | elue.s | dac_ | daf_ | drh_ | cpe_ | aesh_ |
        atsem | policiere | brigadier | capitaine | lieutenant | adjudant | major_ |
        electricien | plombier | artisan | paysagiste | ergonome | sociologue | infographiste |
        data_ | delegue.e | animateur.rice | technicien.ne | conseiller.ere | conseillere.er
        """
    )
    static let organisations = WordingSet(
        """
        mairie | ville_ | commune_ | communaute | metropole | agglomeration | agglo_ | cc_ |
        ccas_ | cias_ | conseil departemental | conseil regional | conseil general |
        departement | region_ | syndicat | sivom_ | sivu_ | smictom_ | sictom_ | petr_ | pnr_ |
        parc naturel | cdg_ | centre_ | prefecture | sous-prefecture | association |
        universite | sarl_ | sas_ | hotel de ville | hotel du departement | pays_ | office |
        agence | collectivite | sdis_ | ddt_ | cabinet | societe | equipe | l'equipe |
        les services | opsn_ | epci_ | mdph_ | ecole | lycee | college | chambre | comite |
        federation | fondation | groupe | institut | cd_ | prefecture | tribunal | sous-prefecture |
        mediatheque | bibliotheque | ludotheque | musee | theatre | cinema | piscine | creche |
        office de tourisme | foyer | ehpad | residence | entreprise | ets_ | etablissements |
        eurl_ | sci_ | scop_ | scic_ | gie_ | siaep_ | sivos_ | sivu_ | siae_ | sde_ | sdea_ | smd_ |
        council | borough | university | ltd_ | limited | inc_ | llc_ | gmbh | stadt_ |
        stadtverwaltung | landkreis | gemeinde | rathaus | ayuntamiento | diputacion |
        comune_ | provincia | gemeente | camara municipal | junta | municipio | prefeitura |
        regie_ | ddfip_ | dreal_ | drac_ | ars_ | caf_ | cpam_ | msa_ | anct_ | ademe_ | cerema_ |
        academie | rectorat | ministere | cnfpt_ | amf_ | amrf_ | adcf_ | france services |
        maison france | maison de_ | maison des_ | club_ | amicale | collectif | union_ | ligue | parti_
        """
    )
    static let places = WordingSet(
        """
        rue_ | avenue_ | av._ | place_ | boulevard_ | bd_ | chemin_ | route_ | allee |
        impasse_ | quai_ | cours_ | square_ | cedex | bp_ | cs_ | hotel de ville | esplanade |
        lieu-dit | villa_ | carrefour_ | b.p | tsa_ | faubourg_ | zone_ | za_ | zi_ | parvis_ |
        passage_ | mas_ | residence_ | batiment | bat._ | etage | lotissement | hameau | clos_ |
        lieu dit | cite_ | sentier | venelle | montee_ | cote_ | traverse_ | zae_ | zac_ |
        street | road_ | avenue | lane_ | square | strasse | platz | allee_ | calle_ | plaza_ |
        avda | via_ | viale | piazza | corso_ | straat | laan_ | plein_ | praca | rua_
        """
    )
    /// One letter for a telephone; "P. Rocher" is a name.
    static let telephoneLetters = WordingSet(
        """
        t_ | p_ | m_ | f_ | d_ | l_ | l.d | ld_ | p/ | t/ | b_
        """
    )
    static let telephones = WordingSet(
        """
        tel_ | tel. | tel: | telephone_ | port_ | port. | portable_ | mobile_ |
        gsm_ | mob_ | mob. | std_ | standard_ | fixe_ | fax_ | ligne directe | poste_ |
        secretariat : | tph_ | whatsapp | courriel_ | mail_ |
        e-mail_ | email_ | mel_ | site_ | web_ | horaires | ouvert | ouverture |
        accueil du public | suivez_ | retrouvez_ | linkedin | facebook | twitter | siret | rcs_ |
        astreinte | standard : | secret._ | permanence_ | lundi | du lundi | mardi | mercredi |
        jeudi | vendredi | samedi | ferme le | fermeture | fermee | instagram | youtube |
        bluesky | mastodon | siren | naf_ | ape_ | tva_ | iban | absent_ | absente_ | present_ |
        presente_ | bureau : | bureau n | direct : | direct_ |
        tfno | telefono | telefon | handy_ | fon: | fon : | phone_ | cell_ | web : | numero vert |
        prendre rendez-vous | prenez rendez-vous | rendez-vous : | sur rendez-vous | copie :
        """
    )
    /// Words no sentence ends with.
    static let joints: Set<String> = [
        "et", "ou", "de", "du", "des", "d", "avec", "pour", "par", "a", "chez", "le", "la", "les",
        "que", "qui", "est", "sont", "sur", "en", "un", "une", "au", "aux", "mon", "ma", "mes",
        "and", "or", "of", "with", "for", "the", "by", "to", "is", "are", "un", "ni", "ce", "cette",
        "monsieur", "madame", "m", "mme", "prenom", "nom", "s'appelle",
        "docteur", "dr", "maitre", "professeur", "mlle", "mrs", "mr", "von", "an", "bei", "from",
        "con",
        "chez", "entre", "contre", "sans", "comme", "soit", "donc", "mais", "und", "mit", "y", "e",
    ]
    /// Those of them that surely wait for a name.
    static let prepositions: Set<String> = [
        "et", "ou", "de", "du", "des", "avec", "pour", "par", "chez", "que", "of", "with", "and",
        "or", "und", "con", "para", "docteur", "dr", "mme",
    ]
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
        "desinscrire", "unsubscribe", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
        "dimanche", "gratuit", "possible", "impossible", "super", "top", "bien", "bon", "bonne",
        "euros", "ras", "yes", "no", "please", "thanks", "hello", "exact", "exactement", "jamais",
        "toujours", "peut-etre", "bravo", "felicitations", "attention", "important", "note",
        "re", "objet", "pj", "annexe", "voir", "dispo", "disponible", "normal", "mail", "tel",
        "mairie", "commune", "cantine", "ecole", "garderie", "crèche", "creche", "suite",
        "incubateur", "anct", "appli", "rien", "tout",
        "d'accord", "ask", "call", "see", "tell", "send", "avec", "chez", "voir", "appeler",
        "contacter", "demander", "contactez", "appelez", "demandez", "cf", "dixit", "frag",
        "fragen",
    ]
    /// Two or three letters that stand for a thing.
    static let abbreviations: Set<String> = [
        "ht", "ttc", "tva", "pj", "cc", "rdv", "pv", "ras", "rsa", "svp", "stp", "qf", "nb", "ps",
        "pm", "tbc", "eta", "fyi", "lol", "mdr", "sms", "gps", "tv", "usb", "plu", "epi", "ok",
        "ko",
        "non", "oui", "no", "si", "ja", "je", "tu", "il", "on", "la", "le", "un", "ue", "us", "uk",
        "usa", "vs", "wc", "km", "kg", "asap", "eod", "tbd", "dgs", "dst",
    ]
}
