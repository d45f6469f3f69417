/// Words that stand in requests of every sort, and so tell nothing of what one is about.
enum CommonWords {
    /// Hashes of their stems.
    static let stems: Set<UInt64> = {
        let words = [little, brief, polite, doing, more, desk, town].joined(separator: " ").split(
            separator: " "
        )
        return Set(words.map { StemCache.hashOfStem(Array($0.utf8)[...]) })
    }()

    /// Pronouns, prepositions, adverbs, numbers, times; without accents, like all here.
    private static let little = """
        elle elles nous vous leur leurs lequel laquelle lesquels lesquelles celui celle ceux celles \
        ceci cela notre votre notres votres meme memes autre autres chaque chacun chacune quelque \
        quelques quelqu quelconque plusieurs aucun aucune tout toute tous toutes rien personne certain \
        certaine certains certaines tels telle telles quel quelle quels quelles dont dans pour avec sans \
        sous vers chez entre parmi contre depuis pendant durant avant apres devant derriere jusque \
        lors lorsque alors ainsi aussi donc mais puis ensuite enfin encore deja toujours jamais souvent \
        parfois bien mieux tres trop assez plus moins beaucoup tellement vraiment seulement simplement \
        notamment egalement actuellement aujourd demain hier maintenant bientot tard comme comment \
        combien pourquoi parce puisque quand quoi ailleurs partout dessus dessous dehors environ presque \
        surtout plutot selon malgre quant voici voila deux trois quatre cinq sept huit neuf onze douze \
        treize quinze vingt trente quarante cinquante soixante cent cents mille premier premiere deuxieme \
        troisieme dernier derniere prochain prochaine nouveau nouvelle nouveaux nouvelles petit petite \
        grand grande gros grosse long longue court courte simple seul seule meilleur meilleure ancien \
        ancienne actuel actuelle propre possible impossible utile important different differente heure \
        heures jour jours journee semaine semaines mois annee annees date matin midi apres soir minute \
        fois debut fins suite lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars \
        avril juin juillet aout septembre octobre novembre decembre printemps automne hiver rentree peut \
        etre etait etaient etes sommes sont sera serait seront soit soient avoir avait avaient avons avez \
        auront aurait aurions avions pouvoir pouvons pouvez peuvent pourrait pourrions pourriez pourra \
        vouloir voulons voulez veulent voulait voudrais voudrions voudrait devoir devons devez doivent \
        devait devrait devrions falloir faut faudrait fallait aller allons allez vont savoir savons \
        savez savent sait chose choses monde gens moyen maniere facon sorte genre point peine bout tant \
        autant moi toi lui soi soixantaine dizaine dizaines douzaine quinzaine vingtaine trentaine \
        centaine moitie tiers quart reste plupart ensemble vite lente tot fort forte bref bien pire \
        beau belle bonne bons bonnes mauvais mauvaise vrai vraie faux clair claire sure surs
        """

    /// Short ones, which count only in capitals.
    private static let brief = """
        des les mes ses nos vos son mon ton une uns est sont ont qui que par sur aux car pas peu ici non oui \
        lui eux elu dit fin mai mot tel tels cet cette ces cela dela bas haut feu dont etc art loi via vie \
        ans bus rdv info infos svp stp mme dgs dga dgst dsi sgs drh nom ref cf pj msg pdf com org www http \
        snc cdc cca ccas epci cias cdg syndi mairi scot crte petr anct dinum
        """

    /// How letters open and close, and what mails say of mails.
    private static let polite = """
        bonjour bonsoir salut cher chere chers madame monsieur mesdames messieurs mademoiselle docteur \
        cordialement cordiales cordial sinceres salutations salutation respectueusement respectueux \
        sentiments sentiment distingues distinguee consideration agreer expression assurance veuillez \
        prier prie prions merci mercis remercie remercions remercier remerciements avance attente \
        bienveillance attention plaisir heureux heureuse ravi ravie honneur permets permettons permettre \
        accueil excellente journee bonne bise amities devoue devouee bientot volontiers hesitez hesiter \
        disposition dispose retour retours reponse reponses repondre reponds repondez message messages \
        courriel courriels mail mails mels lettre courrier objet sujet sujets adresse joindre joint jointe \
        joints pieces piece copie ecrire ecris ecrivons ecrit envoyer envoie envoyez envoi transmettre \
        transmet transmis telephone telephoner appeler appelle appelez rappeler rappel rappelez contacter \
        contact contacts contactez recontacter rencontrer rencontre echanger echange echanges discuter \
        parler parle parlez parlons dire disons dites solliciter sollicite sollicitation sollicitons \
        transfert transferer fwd renseignement renseignements information informations informer infos \
        precision precisions complement complements interlocuteur interlocutrice connaissance
        """

    /// Verbs and nouns of wishing, seeking, having, doing.
    private static let doing = """
        faire fait faits faite font faisons faisait fera ferait mettre mettons mise mises prendre prenons \
        pris prise donner donne donnez donnons demander demande demandes demandons demandent demandeur \
        souhaiter souhaite souhaitons souhaitent souhait souhaiterions souhaiterais desirer desire \
        desirons chercher cherche cherchons recherche recherchons rechercher trouver trouve trouvons \
        trouvent trouvee aider aide aides aidez aidons besoin besoins envie idee idees question questions \
        probleme problemes difficulte difficultes souci soucis solution solutions reflexion reflechir \
        reflechissons penser pense pensons croire crois croit comprendre comprenons comprends compris \
        voir vois voyons voient voit regarder regarde venir vient viennent viens venez venu passer passe \
        passent passons arriver arrive arrivent rester reste restent tenir tient tiennent porter porte \
        portons porteur porteuse utiliser utilise utilisons utilisent utilisation servir sert servent \
        essayer essaye essayons tester test teste tests commencer commence commencer demarrer demarrage \
        lancer lancement lance continuer finir fini terminer attendre attend attendent attendons perdre \
        perd perdent perdu gagner laisser laisse jouer jouent changer change changement changements \
        creer cree creation construire developper developpement realiser realise realisation proposer \
        propose proposez proposons proposition propositions presenter presente presentation permettre \
        permet permettrait expliquer explique expliquez explication connaitre connaissons connaissez \
        connait entendre entendu entendons decouvrir decouvert apprendre appris lire lisons acceder \
        acces disposer disposons exister existe existent existant existants existante concerner concerne \
        concernant concernent interesser interesse interesses interessons interet beneficier benefice \
        accompagner accompagnement accompagne accompagnez engager engagement participer participation \
        candidature candidater postuler suivre suivi suit gerer gestion organiser organisation ameliorer \
        amelioration faciliter facile facilement simplifier simplification eviter obtenir recevoir recoit \
        recoivent recevons recu partager partage partagent choisir choix choisi decider decision souvenir \
        essentiel exemple exemples cas liste listes fiche fiches dossier dossiers documents document \
        papier papiers page pages site sites ligne lignes lien liens internet numero numeros compte comptes \
        temps delai delais rapide rapidement urgent urgence plan plans etape etapes niveau niveaux cadre \
        cadres objectif objectifs enjeu enjeux sens mesure mesures resultat resultats raison raisons \
        cause causes effet effets partie parties part parts nombre somme cout couts prix budget argent \
        euro euros payer paye gratuit gratuite financement financer financier subvention subventions \
        moyens ressource ressources qualite nouveaute condition conditions modalite modalites
        """

    /// Verbs of every day and what goes with them.
    private static let more = """
        suis serai serais serions etre ayant veut veux peux peuvent puisse puissent dois doit aviez fais \
        faites sais savent envoye envoyee prend prennent manque manquent reprendre reprise partir part \
        reunion reunions reunir travailler travaille travaillent travail travaux montrer montre monter monte \
        refaire refait refaites semble semblent adresser indiquer indique confirmer confirme signaler signale \
        transfere transferons suffit suffisant convient convenir tombe tombent essaie essaient prefere \
        preferons etudier etudie etudions etude etudes preparer prepare preparons mobiliser mobilise \
        mobilisation orienter oriente consulter consulte ouvrir ouvert ouverte ouvre ouvrent fermer ferme \
        ferment prevoir prevu prevue prevus animer anime apporter apporte apportent retenu retenue deposer \
        installer installe installation construction construit achever acheve achevee integrer rejoindre \
        adopter adopte adoptee soutenir soutien appui appuyer intervention intervenir intervenez passage \
        afin aupres autour face sauf accord cote cotes coin lieu lieux moment moments periode minutes demi \
        week type types points action actions commun communs commune unique droit droits ordre tour tours \
        plein pleine rendu rendus rendre rend rendent dedans boite truc trucs main mains mots avis note notes \
        article doute defaut exactement proprement honnetement juste quotidien quotidienne volontaire \
        volontaires interne internes commission comite pilotage pret prets prete pretes emploi modele modeles \
        deliberation rapport bilan commande maison second disponible disponibles habitude panne fetes fete \
        visio visioconference salon stand forum maturite deploiement demonstration demonstrations \
        mutualisation mutualiser mutualise reutiliser cofinancement cofinancer montant taux calendrier \
        licence licences heberge heberger hebergement hebergeur production prototype maquette serveur \
        serveurs personne personnes dame dames homme hommes femme femmes famille familles enfant enfants \
        fils fille filles jeune jeunes ecouter ecoute ecoutons promis promettre promettent hesite hesitons \
        parvenir parvenu renvoyer renvoient remonter remonte remontent revenir revient reviennent apparaitre \
        evoquer evoque citer cite redis repondu doivent aimer aime aimerais aimerions aimerait dirait semblait \
        voulu voulez demandees concretement ouvertement autrement difficile regulierement litteralement \
        potentiellement approfondie approfondir avouer avoue serieux serieuse honnete montage suivante \
        accuse accuses reception ticket tickets creneau creneaux invitation parcours guichet guichets role \
        roles clos ferme fermee notons noter cahier reclamation erreur erreurs annule annulation excuses \
        excuse demeure suivants suivantes precedent precedente present presents presente etabli etablir autonome quitte
        """

    /// What this desk is asked of by everybody.
    private static let desk = """
        numerique numeriques logiciel logiciels application applications appli applis outil outils \
        plateforme plateformes portail portails service services produit produits startup startups \
        start investigation investigations store catalogue catalogues incubateur territoire territoires \
        territorial territoriale territoriaux anct agence nationale national etat beta gouv open source \
        libre code codes informatique informatiques ordinateur ordinateurs donnee donnees equipe equipes \
        projet projets programme programmes dispositif dispositifs coach coachs designer designers \
        developpeur developpeurs irritant irritants usager usagers utilisateur utilisateurs innovation \
        innover innovant transformation publique public publics publiques experience experimentation \
        experimenter pilote editeur editeurs prestataire prestataires marche version versions tableau \
        tableaux tableur excel fichier fichiers formulaire formulaires saisie saisir dematerialisation \
        dematerialiser automatique demarche demarches procedure procedures technique techniques systeme \
        systemes methode methodes terrain metier metiers pratique pratiques appel appels offre offres
        """

    /// Who asks, and who stands beside.
    private static let town = """
        commune communes communal communale communaux communales intercommunal intercommunale \
        intercommunalite intercommunalites communaute communautes communautaire agglomeration metropole \
        departement departements departemental departementale region regions regional regionale prefecture \
        prefet prefete syndicat syndicats mixte mairie mairies maire maires ville villes village villages \
        hotel conseil conseils conseiller conseillere conseillers municipal municipale municipaux \
        municipales elu elue elus elues adjoint adjointe adjoints president presidente vice directeur \
        directrice direction general generale generaux secretaire secretaires secretariat chef cheffe \
        charge chargee chargees charges mission missions responsable responsables agent agents agente \
        agentes collegue collegues personnel personnels habitant habitants habitante habitantes population \
        citoyen citoyens citoyenne administre administres administration administrations administratif \
        administrative administratifs collectivite collectivites local locale locaux locales rural rurale \
        ruraux rurales membre membres voisin voisine voisins voisines partenaire partenaires partenariat \
        association associations entreprise entreprises structure structures rue place avenue bureau \
        bureaux france francais pays canton cantons secteur secteurs bourg quartier zone mandat mandats \
        dgs dga dsi cedex
        """
}
