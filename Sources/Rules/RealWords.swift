import French

/// French words that lie one typing error from others: they are meant as they are written.
///
/// Contracter is no mistyped contacter, nor atteindre attendre; without this list the rules about
/// the one would meet the other, since they need not name both.
enum RealWords {
    /// All their forms that are long enough to be taken for a typing error, folded.
    static let forms: ByteTable = {
        var table = ByteTable(minimumCapacity: 8192)
        for word in words.split(whereSeparator: \.isWhitespace) {
            for form in WordForms.forms(of: String(word)) {
                let folded = Array(fold(form).utf8)
                if folded.count >= TypingErrors.shortestWord { table.insert(folded, value: 0) }
            }
        }
        return table
    }()

    private static let words = """
        abîmer acceptant accident acquérir actionner adapter additionner adopter affectation
        affection agriculture aimant allant allier allocation amasser animation animer annuaire
        annulaire appelant apposition apprêter arrivant articuler aspiration assistant assisté
        assister assurer atteindre attenant attendre attendrir attraction attribution auditionner
        automatisme baiser battre boisson border bosser bourdon broder broncher brosser calmer
        campagne casser caution cautionner ceinture censurer cessant champagne changeant chanter
        chasser classer clinquant clôture cocher coïncider colique collection commercer commettre
        commuer compagne comparant compère complément compléter compliment comporter composer
        composter compter conception concerner concerter concession concurrent confection
        connexion conseillère conservateur conservation conserver consignation consoler
        conspiration constater constitution consultation consulter contacter contenir conter
        contester continent contracter contraction contradiction contraster contravention contrer
        contribution convention conversation converser convertir convocation corder correction
        coter couper courir coûtant couture crier croiser croître culture débaucher déboucher
        déclarer défier défiler délasser délier démonter démontrer dépeindre dépendre dépister
        dépiter déplier déployer déposant déposition désarmer désignation dessert destination
        détendre détenir dévaluation deviner dévisser dévorer digestion diminution direction
        dirigeant disposition dissiper distribution douter ébaucher échoppe éclairant éclairer
        écouler écrier écrouler élection élever élire embaucher embûche émouvoir enfoncer
        engageant enlever énoncer enrayer enseigner entasser entendre enterrer entonner entraîner
        entrant environ éprouvant érection estimation éteindre étendre étonner étreindre
        évaluation éviction exception existant expiration exploration exploser explosion exposant
        exposer exposition facturer faillir fatigant fermer fier filasse filer finesse fonction
        fondation formaliste formation former fracture fracturer généraliste gréer guinder habiter
        habituer hésitant impassible important infection information infraction initier inspection
        inspiration instaurer institution instruction intention intercession interdiction
        intervention introduction invention irriter jonction lâcheté lasser laver lecture liberté
        lier location maître maîtresse marchant médiation méditation ménager mention mentir
        mesurer ministre monstre montant monture national nature nier numération occasion occupant
        opposition ouvrer panser parcelle parer paresse parier parlant partenaire participant
        particule partir passant pécher peinture peloton pendre pensant penser perfection périr
        permettre persistant pertinent pesant peser pester plaire planer planter pleuvoir pointure
        ponction populaire portant portefeuille porter portrait poser poster pourvoir pousser
        pouvoir prédiction prédire préposition pressant presser pression prévenir prévision
        prévoir prier priser procession proclamation production profession profitant progression
        projection promotion proposition propreté propriété prorogation prospection protection
        prouver provocation puiser punir rapporter rassembler rassurer rational rationnel raviser
        réaction réalisation réaliste réception rechute réciter recoudre recouvrer recouvrir
        récrier reculer rédaction refermer regardant régiment régional régler régner
        régularisation réitérer relation relationnel relier relire remarquer remontant remonter
        remontrer remorquer remplacer remporter rémunération renfermer répandre reparaitre
        reparaître réparation réparer reperdre repérer replacer répondre reporter résignation
        résistant respiration ressemblant ressembler ressortir restant restaurer retraire
        rétribution revendre revenir rêver revoir saigner sanction satisfaire saturer sauver
        scolaire sécher section sectionner sélection sélectionner serrer signature signer simuler
        soignant soigner solaire sourire stagiaire statuaire statue stature statut statutaire
        stimuler taire teindre tendre tenir titulaire toiture tombant tourment tournant tradition
        traduction trahir transaction tributaire tutélaire vacation validation valoir veiller
        vendre venger venir vivant vocation voiture voler votant vouer
        """
}
