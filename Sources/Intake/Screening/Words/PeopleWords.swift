// MARK: - People

extension ScreeningWords {
    /// Words of somebody who wants something: no automatic answer then.
    static let requests = WordingSet(
        """
        nous souhait | je souhait | on souhait | on voudr | on aimer | on cherche | on veut |
        on a besoin | on se demand | souhaiterai | nous voudr | je voudr | nous voulons |
        je veux_ | nous aimer | j'aimer | pourriez-vous | pourriez vous | pouvez-vous |
        pouvez vous | peux-tu | pourrais-tu | nous cherch | je cherche | nous recherch |
        je recherche | nous avons besoin | j'ai besoin | est-il possible |
        serait-il possible | nous sollicit | je sollicite | je me permets | nous interess |
        m'interess | merci de me_ | merci de nous_ | merci de m' | auriez-vous | avez-vous |
        comment faire | je vous contacte | nous vous contactons | qui peut nous |
        notre projet | nous envisageons | je vous ecris | nous vous ecrivons | avons-nous |
        puis-je | peut-on | pouvons-nous | que faut-il | faut-il | est-ce que vous |
        proposez-vous | dans l'attente de votre reponse | je vous serais | nous vous serions |
        je vous saurais gre | nous serions | je vous propose | j'ai lu | nous avons lu |
        ou peut-on | ou en est | je vous demande | nous vous demandons | je reponds |
        je confirme | faisant suite a | fais suite a | faire suite a | suite a votre message |
        suite a votre mail | suite a notre | i would like | we would like | could you |
        can you | we are looking | je compte | voici_ | nous aider | m'aider | de l'aide |
        un accompagnement | un outil | une solution | une application | un logiciel |
        une appli_ | votre appui | avoir votre avis | votre catalogue | votre offre |
        vos offres | votre programme | notre besoin | veut savoir | voudrait savoir |
        souhaite savoir | aimerait savoir | nous souhaiterions | je vous transmets |
        je vous joins | ci-joint | m'a dit de vous | m'a conseille | me dit de vous
        """
    )
    /// The first person's requests: what a notification does not say.
    static let ownRequests = WordingSet(
        """
        nous souhait | je souhait | on souhait | on voudr | on aimer | on cherche | on veut |
        on a besoin | on se demand | nous voudr | je voudr | nous voulons | nous aimer |
        j'aimer | nous cherchons | je cherche | nous recherchons | je recherche |
        nous avons besoin | j'ai besoin | nous sollicitons | je sollicite |
        je me permets de vous | nous sommes interess | je suis interess | merci de me_ |
        merci de nous_ | pourriez-vous | pouvez-vous | notre commune | notre collectivite |
        notre mairie | je suis maire | je suis adjoint | je suis secretaire | je suis agent |
        je vous contacte | nous vous contactons | je vous ecris | je suis directeur |
        je suis directrice | je suis elu | nous envisageons | je vous serais |
        m'a dit de vous | m'a conseille de vous
        """
    )

    /// Words of somebody who talks about the matter or answers a question: agreement, what
    /// happened, what it is like at home. Automatic answers know of no matter.
    static let conversation = WordingSet(
        """
        oui, | oui. | oui c'est | oui bien | oui je | oui nous | oui pour | mais oui |
        ok pour | ok, | ok merci | ok. | d'accord | c'est note | c'est bien note | bien note |
        me convient | nous convient | convient bien | me va_ | nous va_ | irait |
        pas de souci | retard, j' | desole du retard | desole pour le retard |
        desolee du retard | desolee pour le retard | reponse tardive | pris du retard |
        semaines de retard | mois de retard | merci pour les | merci pour l' |
        merci pour vos | merci pour votre aide | merci pour votre reponse |
        merci de votre reponse | merci pour votre retour | merci de votre retour |
        merci beaucoup | merci encore | merci a toute l | bravo_ | rappelez-le | rappelez-la |
        rappelez-moi | rappelez moi | rappelez-nous lundi | appelez-moi apres |
        appelez moi apres | appelez-moi avant | appelez avant | appelez plutot |
        appelez moi lundi | appelez moi mardi | appelez moi mercredi | appelez moi jeudi |
        appelez moi vendredi | appelez-moi lundi | appelez-moi mardi | appelez-moi mercredi |
        appelez-moi jeudi | appelez-moi vendredi | le dossier_ | du dossier_ | ce dossier_ |
        notre dossier_ | le projet_ | ce projet_ | du projet_ | l'experimentation |
        le pilote_ | l'offre 1 | l'offre 2 | l'offre 3 | l'option 1 | l'option 2 |
        notre choix | le choix est | nous confirmons l' | je confirme | pour repondre a_ |
        reponse a votre question | reponse a vos questions | votre question 1 |
        votre question 2 | votre question 3 | je prends la suite | c'est moi qui |
        c'est nous qui | je suis votre contact | je reste_ | on continue | nous continuons |
        je continue | on reste | on avance | on abandonne | comme convenu | comme prevu |
        j'en profite | nous en profitons | les habitants | nos habitants | des habitants |
        d'habitants | les gens_ | nos administres | les administres | des usagers |
        d'usagers | nos usagers | se plaign | furieu | en colere | le probleme |
        notre probleme | vrai probleme | probleme d'accueil | vrai souci | le souci |
        les parents appell | deux agents | trois agents | un seul agent | seul agent |
        les agents | agents dont | une seule personne | donc_ | c'est pour ca |
        c'est pour cela | c'est pourquoi | d'ou notre | d'ou le | d'ou la | du coup |
        par contre | en revanche | c'est ce que | voila pour | voila ou | voila le |
        c'est tout le | c'est le coeur | c'est le moment | autrement dit | a la main_ |
        sur papier | en papier | tableur | notre logiciel | le logiciel | nos logiciels |
        notre outil | l'outil_ | le conseil a_ | conseil municipal a_ |
        le conseil municipal s | a vote_ | apres le conseil | pour la visite |
        pour une visite | pour l'entretien | pour la reunion | pour l'atelier |
        fixer la date | fixer une date | l'atelier de_ | ce jour-la | ce jour la_ | j'etais |
        nous etions | c'etait | j'avais | nous avions | avait_ | avaient | etaient |
        j'ai transmis | j'ai vu | j'ai relu | nous avons parle | nous avons decide |
        nous avons choisi | nous avons deja | nous avons perdu | nous perdons |
        nous avons du_ | on a_ | on ne_ | on n' | on vous_ | on se_ | notre commune compte |
        la commune compte | notre village | nos villages | notre canton | notre maire_ |
        notre ancien | notre seul | notre dgs_ | nos ecoles | chez nous | depuis un an |
        depuis un mois | depuis deux | depuis trois | depuis des_ | depuis hier |
        depuis longtemps | yes_ | thanks a lot | thank you, yes | works for | works._ |
        got it | i am your contact | i'm your contact | phone me_ | as agreed |
        sorry for the delay | sounds good | people drive | our residents | je joins_ |
        ecrivez-moi ici
        """
    )

    /// The mail or the mailbox, of which automatic answers speak.
    static let mailReferences = WordingSet(
        """
        votre message | votre courriel | votre mail | votre e-mail | votre email |
        votre courrier | votre demande | votre envoi | votre sollicitation | vos messages |
        vos courriels | vos mails | vos e-mails | vos demandes | vos courriers | votre appel |
        mes messages | mes mails | mes courriels | mes e-mails | ma messagerie |
        mon courrier | nos messages | nos courriels | nos mails | les messages |
        les courriels | les mails | mails lus | aux courriels | aux messages |
        courrier electronique | ce message | cette adresse | cette boite | cette messagerie |
        nos boites | je repondrai | je vous repondrai | nous vous repondrons |
        vous repondra_ | sera lu_ | seront lus | reponse ce soir | reponse demain |
        donner suite | m'ecrivez | your message | your mail | your email | your e-mail |
        your request | your enquiry | your inquiry | my email | my e-mail | my mail |
        my inbox | this mailbox | checking email | access to email | ihre nachricht |
        ihre e-mail | uw bericht | uw e-mail | su mensaje | su correo | sua mensagem |
        il suo messaggio | la sua e-mail
        """
    )

    static let greetings = WordingSet(
        "bonjour | bonsoir | madame, monsieur | monsieur, madame | hello | hi_ | dear_"
    )

    /// Until when, in one line.
    static let untils = WordingSet(
        """
        jusqu'a | jusqu'au | jusqu'en | jusque | du 0 | du 1 | du 2 | du 3 | du lundi |
        du mardi | du mercredi | du jeudi | du vendredi | du samedi | de retour | retour le |
        reprise le | rentree le | until | till | back on | bis_ | hasta | fino al |
        tot en met | cet apres-midi | ce matin | ce jour_ | aujourd'hui | demain_ |
        cette semaine | toute la semaine
        """
    )
    /// Days of a year, without which no notice says that an office is closed.
    static let months = WordingSet(
        """
        janvier | fevrier | mars_ | avril | mai_ | juin | juillet | aout | septembre |
        octobre | novembre | decembre | january | february | april | june | july | august |
        september | october | november | december
        """
    )

    /// Questions by which machines offer help.
    static let offeredQuestions = WordingSet(
        """
        besoin d | une question | des questions | une urgence | urgence_ | urgent_ |
        vous souhaitez | vous avez | vous cherchez | vous voulez | vous n'avez | envie d |
        comment nous joindre | comment nous contacter | c'est urgent | pas urgent |
        need help | any questions | have a question | do you need | questions |
        pourquoi ce message | pourquoi recevez | pourquoi est-ce que je recois | satisfait |
        etes-vous satisf
        """
    )

    static let telephonePrograms = WordingSet("iphone mail | ipad mail | k-9 | android | bluemail")
    static let telephoneMarks = WordingSet(
        """
        envoye de mon | envoye depuis mon | envoye a partir de mon |
        envoye depuis mon telephone | envoye a partir de outlook | envoye a partir d' |
        envoye depuis l' | envoye depuis outlook | outlook pour ios | outlook pour android |
        sent from my | sent from outlook | outlook for ios | outlook for android |
        telecharger outlook | obtenir outlook | get outlook for |
        envoye depuis l'application | envoye de l'application | von meinem
        """
    )
    /// The labels of a web form.
    static let formLabels = WordingSet(
        """
        nom : | nom: | prenom : | prenom: | courriel : | courriel: | email : | email: |
        e-mail : | e-mail: | mail : | mail: | telephone : | telephone: | tel : | fonction : |
        organisme : | collectivite : | structure : | sujet : | objet : | adresse : |
        code postal :
        """
    )
    /// Where the words of the one who filled it in begin.
    static let formMessage = WordingSet(
        """
        message : | message: | votre message : | votre demande : | demande : | commentaire : |
        commentaires : | corps du message : | texte : | message du visiteur :
        """
    )

    static let firstPersons = WordingSet(
        "je_ | j'ai | ma_ | mon_ | mes_ | moi_ | nous_ | notre_ | nos_ | merci de | pouvez-vous"
    )
}
