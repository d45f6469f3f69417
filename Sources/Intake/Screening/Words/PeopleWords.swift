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
        serait-il possible | nous sollicit | je sollicite | je me permets de vous |
        nous interess | m'interess | merci de me_ | merci de nous_ | merci de m' |
        auriez-vous | avez-vous | comment faire | je vous contacte | nous vous contactons |
        qui peut nous | notre projet | nous envisageons | je vous ecris | nous vous ecrivons |
        avons-nous | puis-je | peut-on | pouvons-nous | que faut-il | faut-il |
        est-ce que vous | proposez-vous | dans l'attente de votre reponse | je vous serais |
        nous vous serions | je vous saurais gre | nous serions | je vous propose | j'ai lu |
        nous avons lu | ou peut-on | ou en est | je vous demande | nous vous demandons |
        je reponds | je confirme | faisant suite a | fais suite a | faire suite a |
        suite a votre message | suite a votre mail | suite a notre | i would like |
        we would like | could you | can you | we are looking | je compte | voici_ |
        nous aider | m'aider | de l'aide | un accompagnement | un outil | une solution |
        une application | un logiciel | une appli_ | votre appui | avoir votre avis |
        votre catalogue | votre offre | vos offres | votre programme | notre besoin |
        veut savoir | voudrait savoir | souhaite savoir | aimerait savoir |
        nous souhaiterions | je vous transmets | je vous joins | ci-joint | m'a dit de vous |
        m'a conseille | me dit de vous
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

    /// Until when, in one line.
    static let untils = WordingSet(
        """
        jusqu'a | jusqu'au | jusqu'en | jusque | du_ | de retour | retour le | reprise le |
        until | till | back on | bis_ | hasta | fino al | tot en met
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
