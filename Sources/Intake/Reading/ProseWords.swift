/// What only a sentence to somebody holds, folded: a signature says nobody's "I" and asks nothing.
enum ProseWords {
    /// The writer as a subject of the sentence.
    static let firstPersonSubject = WordingSet(
        """
        je_ | j' | j ai_ | jai_ | nous avons | nous sommes | nous souhait | nous voul | nous ne_
        """
    )
    static let firstPerson = WordingSet(
        """
        je_ | j' | jai_ | j ai_ | jsuis | jvoudrais | moi_ | moi-meme | mon_ | ma_ | mes_ |
        nous avons | nous sommes | nous souhait | nous aimer | nous voul | nous voudr |
        nous vous | vous nous | nous cherch | nous recherch | nous ne_ | nous n' | nous allons |
        nous devons | nous pouvons | nous pourrons | nous serons | nous serions | nous attendons |
        nous restons | nous avions | nous aurons | nous etions | nous reviendrons | nous y_ |
        nous en_ | nous faisons | nous ferons | nous viendrons | nous passerons | nous le_ |
        nous les_ | on a_ | on est_ | on va_ | on peut | on doit | on aura | on vous | on se_ | on ne_ |
        on n' | on passe | on sera | on voudr | on attend | on veut | on fait | on y_ | on vient |
        on arrive | on en_ | on te_ | on voit | on reste | on pourr | on prend les | pouvez-vous | pourriez-vous | pourrez-vous | avez-vous | etes-vous |
        savez-vous | serez-vous | aurez-vous | est-ce qu | est-ce que | y a-t-il | peut-on |
        pouvons-nous | merci de_ | merci d' | merci pour | merci beaucoup | merci encore |
        n'oubliez pas | faut_ | n'hesitez pas | priere de | veuillez | s'il vous plait |
        s'il te plait | svp_ | stp_ | tu_ | peux-tu | ton_ | tes_ | vous avez | vous etes |
        vous devez | vous trouverez | vous serez | vous aurez | votre mail | votre message |
        votre demande | votre reponse | votre retour | dites-moi | dis-moi | tenez-moi |
        rappelez-moi | rappelez moi | appelez-moi | appelle-moi | rappelle-moi | repondez-moi |
        i am_ | i'm_ | i will | i'll | i have | i've | i can_ | i can't | i would | i'd_ | i think |
        i hope | i need | i was_ | i do_ | i don't | i just | i also | i forgot | my_ | we are_ |
        we have | we will | we would | we need | could you | can you | would you | let me know |
        do you | are you | please | don't forget | thanks for | thank you for |
        ich_ | mir_ | mich_ | wir haben | wir sind | wir werden | bitte | konnen sie | konnten sie |
        haben sie | kannst du | yo_ | por favor | puede usted | podria | me puede | he olvidado |
        estoy_ | tengo_ | necesito | io_ | ho_ | sono_ | vorrei | per favore | puo_ | potrebbe |
        abbiamo | ik_ | kunt u | kun je | mijn_ | wij zijn | we zijn | alstublieft | graag_ |
        eu_ | estou | tenho | preciso | pode_ | poderia | esqueci
        """
    )
    /// What is the writer's own.
    static let writersOwn = WordingSet(
        """
        je_ | j' | jai_ | mon_ | ma_ | mes_ | moi_ | my_ | i have | i am_ | i will | i'm_ | ich_ |
        mein_ | meine_ | mi_ | io_ | mio_ | mia_ | ik_ | mijn_ | eu_ | meu_ | minha_ | oublie
        """
    )
    /// What hands a mail on: the writer's own words, however short.
    static let handOvers = WordingSet(
        """
        fyi_ | pour info_ | pour infos_ | pour information | pour votre info | pour ton info | pr info_ |
        pour suite a | pour attribution | pour suite_ | pour avis_ | a toutes fins utiles | vu avec |
        for info_ | for information | for your info | zur kenntnis | zur info | zur information | z.k. |
        zk_ | zgk_ | z.k | para tu informacion | para su informacion | para informacion | per conoscenza |
        per tua info | per vostra info | ter info | ter informatie | ter kennisgeving | para conhecimento |
        para informacao | til orientering | til info | till info | for kannedom | tiedoksi | do wiadomosci |
        pro informaci | spre informare | bilginize | see below | voir ci-dessous | siehe unten
        """
    )
    /// Notes on when nobody need answer: part of a signature, no notice.
    static let offHours = WordingSet(
        """
        deconnexion | en dehors de vos h | en dehors des h | en dehors de mes h | heures de travail |
        horaires de travail | outside of your | outside working | working hours | arbeitszeit
        """
    )
    /// How one begins again below a signature.
    static let lateOpenings = WordingSet(
        """
        au fait | par ailleurs | d'ailleurs | sinon_ | autre chose | une derniere chose |
        derniere chose | petite precision | precision : | edit : | edit: | oups | desole |
        ah_ | et aussi | et puis | rappel : | j'oubliais | j'ai oublie | autre point |
        autre question | question subsidiaire | en pj_ | en piece jointe | pj : | pj: |
        ci-joint | en complement | au passage | a noter : | petit rappel | by the way | btw_ |
        also_ | one more thing | ubrigens | por cierto | a proposito | trouwens
        """
    )
    static let postscripts = WordingSet(
        """
        ps_ | p.s | p.-s | p. s | post-scriptum | post scriptum | pps_ | p-s_ | nb : | nb: | nb - |
        n.b | nota : | nota bene | nota_ | j'oubliais | j'ai oublie | pd: | pd : | p.d.
        """
    )
    /// A finite verb, or what stands next to one: the line is a clause.
    static let verbs = WordingSet(
        """
        est_ | sont_ | etait | etaient | sera_ | seront | serait | soit_ | ont_ | avait | avaient |
        aura_ | auront | peut_ | peuvent | pourra | pourrait | doit_ | doivent | devra | devrait |
        veut_ | veulent | va_ | vont_ | fait_ | font_ | faut_ | il_ | ils_ | c'est | c'etait |
        cela_ | n'a_ | n'est | n'ont | n'y_ | ne_ | y a_ | a ete | a deja | a bien | a pas |
        se trouve | se situe | attend_ | attendent | demande que | souhaite_ | permet_ | vient_ |
        viennent | semble | marche plus | fonctionne | manque_ | reste_ | dit_ | prend_ |
        voir avec | a signe | is_ | are_ | was_ | will_ | has_ | have_ | ist_ | sind_ | wird_ |
        esta_ | estan_ | sono_ | zijn_ | wordt_
        """
    )
    /// What stands above an address that is part of the content.
    static let contentAnnouncements = WordingSet(
        """
        suivant_ | suivante_ | suivants_ | suivantes_ | ci-dessous | voici | sont concerne |
        sont inscrit | participent au | personnes a contacter | a publier | a diffuser | de publier |
        de diffuser | rappeler cette | rappeler m._ | rappeler mme | rappeler madame |
        rappeler monsieur | prevenir cette | contacter cette | rendez-vous est fixe | est desormais
        """
    )
    static let announcements = WordingSet(
        """
        coordonnees | adresse | numero | contact | telephone | joindre | appeler | rappeler |
        inviter | liste | participants | suivant | ci-dessous | ci-apres | voici
        """
    )
    /// Questions that signatures ask of everybody: "Un projet ? Parlons-en !"
    static let openQuestions = WordingSet(
        """
        besoin d | une question | des questions | un projet | une idee | envie d | vous souhaitez |
        vous cherchez | vous voulez | vous aimez | connaissez-vous | le saviez-vous | et si_ |
        need help | any questions | questions ?
        """
    )
    /// Notes on when one works, written in the first person.
    static let workingHours = WordingSet(
        """
        je ne travaille pas | je travaille | je suis absent | je suis present |
        my working | our working | i work_ | i do not work | i don't work | mes jours de | mes horaires |
        jours de presence | ich arbeite
        """
    )
}
