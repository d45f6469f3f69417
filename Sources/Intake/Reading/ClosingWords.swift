/// Greetings and closing formulas in the languages of the mail, folded.
extension SignatureWords {
    static let greetings = WordingSet(
        """
        bonjour | bonsoir | madame | monsieur | mesdames | messieurs | cher_ | chere_ |
        chers_ | cheres_ | salut | hello | coucou | bjr | bsr | slt_ | dear | hi_ | hey_ | rebonjour |
        re-bonjour | good morning | good afternoon | guten tag | guten morgen | sehr geehrt |
        hallo | liebe_ | lieber_ | buenos dias | buenas | hola | estimad | buongiorno | gentile |
        egregio | ciao_ | salve_ | beste_ | geachte | bom dia | boa tarde | prezad | ola_ |
        exmo | exma | caro_ | cara_ | hej_ | hei_ | heisann | god dag | goddag | kaere_ | kjaere_ | bon dia |
        czesc_ | dzien dobry | dobry den | dobry vecer | ahoj_ | vazen | mily_ | mila_ | buna_ | buna ziua | stimat |
        merhaba | selam_ | sayin_ | kedves | szia_ | sziasztok | tisztelt | drag | postovani | pozdravljen |
        zdravo | xin chao | kinh gui | hyva_ | hyvaa paivaa | szanown | witam | kaixo | tere_ | labas_
        """
    )
    /// Formulas that only a signature follows.
    static let formulas = WordingSet(
        """
        cordialement | cordialmement | cordialemment | cordiallement | coordialement |
        codialement | cordialemnt | cordialment | cordialt | bien cordialement | bien cordial |
        tres cordialement | cordiales salutations | cdt_ | cdlt_ | cldt_ | crdlt_ | crdt_ | cordialmt |
        bien a vous | bien a toi | bien sincerement | sincerement | salutations |
        sinceres salutations | meilleures salutations | respectueusement |
        bien respectueusement | tres respectueusement | respectueuses salutations | avec mes |
        avec nos | avec toute | avec tous | avec l'expression | avec l'assurance | recevez | veuillez agreer |
        veuillez recevoir | veuillez croire | veuillez accepter | veuillez trouver ici l'exp |
        je vous prie d | nous vous prions d | je vous prie, | nous vous prions, | bonne journee |
        belle journee | bonne soiree | belle soiree | bonne apres-midi | bon apres-midi |
        bel apres-midi | belle apres-midi | bonne reception |
        bon week-end | bon weekend | bon we_ | beau week-end | excellent week-end | bonne fin de |
        bonne semaine | belle semaine | belle fin de | tres bonne | tres belle |
        excellente journee | excellente soiree | excellente semaine | amicalement |
        bien amicalement | tres amicalement | amities | chaleureusement | bien chaleureusement |
        a bientot | a tres bientot | a tres vite | a vite | a demain | a lundi | a mardi |
        a mercredi | a jeudi | a vendredi | a plus | a+ | a ++ | @+ | @ + | bises | bise_ | bisous | biz_ | bizz |
        grosses bises | gros bisous | je t'embrasse | je vous embrasse | affectueusement |
        au plaisir | respectueux | mes respects | nos respects | respects_ | mes salutations |
        nos salutations | mes sinceres | mes meilleures | mes hommages | bien cdt | bien cdlt |
        cordialement votre | tres sincerement | bav_ | bien votre | bonne continuation |
        devouement | votre devoue | votre bien | votre tres | solidairement | fraternellement | citoyennement |
        republicainement | sportivement | musicalement | confraternellement | bien fraternellement | salutations republicaines |
        en vous souhaitant | je vous souhaite | je te souhaite | nous vous souhaitons | agreez |
        croyez | daignez | tcho_ | tchuss | tchouss | joyeux noel | joyeuses fetes | bonnes fetes | bonne annee |
        meilleurs voeux | bonnes vacances | bon courage | bonne lecture | tchao | ciao |
        meilleurs sentiments | sentiments distingues | bien sincerement | cordiaux |
        best regards | best wishes | kind regards | kindest regards | warm regards |
        warmest regards | regards | with regards | with kind regards | with best | best_ |
        all the best | all my best | sincerely | yours | respectfully | cordially | cheers |
        warmly | warm wishes | speak soon | talk soon | lots of love | much love | love_ | hugs |
        kenavo | a galon | adishatz | xoxo | take care | see you | thanks and regards | rgds | br_ | kr_ |
        many thanks and | faithfully |
        mit freundlichen | mit freundlichem | mit besten | mit bestem | mit herzlichen |
        mit lieben | freundliche gr | viele gr | liebe gr | beste gr | herzliche gr | schone gr |
        schonen gr | sonnige gr | mfg_ | lg_ | vg_ | hochachtungsvoll | gruss | grusse |
        herzlich_ | herzlichst | bis bald |
        un saludo | un cordial saludo | saludos | cordialmente | atentamente | muy atentamente |
        reciba un | reciban un | le saluda | les saluda | cordiales saludos | un abrazo | abrazos | besos |
        hasta pronto | afectuosamente | saludos cordiales | un afectuoso |
        cordiali saluti | distinti saluti | un saluto | un cordiale saluto | un caro saluto |
        saluti | a presto | buona giornata | buona serata | cari saluti | in fede |
        un abbraccio | tanti saluti | porgo | con i migliori | cordialita |
        met vriendelijke | met hartelijke | vriendelijke gr | hartelijke gr | groet | groeten |
        groetjes | mvg_ | hoogachtend | tot ziens | tot gauw | fijne dag | veel groeten | met groet |
        com os melhores | melhores cumprimentos | os melhores cumprimentos | cumprimentos |
        atenciosamente | att_ | abraco | abracos | um abraco | saudacoes | respeitosamente |
        ate breve | com estima | beijinhos |
        pozdrawiam | z powa | serdecznie | med vanlig | vanliga halsningar | halsningar | mvh_ |
        med venlig | venlig hilsen | vennlig hilsen | med hilsen | hilsen | s pozdravem |
        s pozdravom | hezky den | ystavallisin | terveisin | terveisin, | cu stima | cu respect |
        lep pozdrav | lijep pozdrav | srdacan pozdrav | udv | im auftrag_ | in vertretung_ |
        kh_ | kram_ | kramar_ | knus_ | mange hilsner | mange hilsener | hilsner | hilsener | vh_ | dbh_ |
        de bedste hilsner | bedste hilsner | de venligste | venlige hilsner | kaerlig hilsen |
        beste hilsen | beste hilsener | vennlige hilsener | varme hilsener | basta halsningar |
        varma halsningar | hjartliga halsningar | halsning | allt gott | trevlig helg | ha det bra |
        ha det godt | ha det fint | ha en fin | ha en god | ha en bra | god helg | god weekend |
        parhain terveisin | ystavallisesti | terkuin | hyvaa paivanjatkoa | lugupidamisega | parimat |
        tervitades | tervitustega | ar cienu | pagarbiai | su pagarba | kaer kvedja | bestu kvedjur | kvedja |
        z pozdrowieniami | pozdrowienia | lacze pozdrowienia | lacze wyrazy | z wyrazami | z szacunkiem |
        pozdr_ | do zobaczenia | do uslyszenia | milego dnia | milego weekendu | usciski |
        s uctou | se srdecnym | se zdvorilym | srdecne zdravi | srdecny pozdrav | s pratelskym | zdravim |
        s priatelskym | mejte se | mej se | preji hezky | hezky vikend | pekny den | krasny den | krasny vikend |
        udvozlettel | szivelyes udv | tisztelettel | szep napot | szep hetveget | puszi |
        cu drag | cu deosebita | cu consideratie | cu prietenie | o zi buna | o zi frumoasa | numai bine |
        toate cele bune | pe curand | va salut |
        saygilarimla | saygilarimizla | saygilar | sevgilerimle | sevgiler | selamlar | iyi calismalar |
        iyi gunler dilerim | kolay gelsin | hosca kal | tran trong | than men | than ai | kinh thu | kinh thu, |
        s postovanjem | srdacno | srdacan | pozdrav | lp, | lep dan | s spostovanjem | vse dobro |
        salutacions | cordialment | atentament | una abracada | fins aviat | petons | ben cordialment |
        agur bero | agurrak | ondo izan | besarkada | saudos_ | unha aperta | hormat saya | hormat kami |
        salam hangat | me respekt | gjithe te mirat | le meas | le gach dea | yn gywir | cofion | hwyl_ |
        un bacio | baci_ | bacioni | bss_ | besitos | un beso | beijos | bjs_ | kus_ | kusjes | kuss_ | bussi_ |
        puss_ | klem_ | klemmer | abrc | un forte abbraccio | con affetto | con carino | con afecto |
        met dank | beste wensen | warme groet | zonnige groet | liefs_ | lieve groet | gr_ | gr., | mazzel
        """
    )
    /// Those that begin other sentences too, so only alone on their line.
    static let wholeFormulas: Set<String> = [
        "ta", "ta muchly", "abs", "bj", "bjos", "x", "xx", "xxx", "kisses", "mes amities",
        "slts", "slt", "cord", "cdmt", "bcdt", "crdlmt", "vriendelijk", "kiss",
    ]
    /// What may close a mail without a formula.
    static let closings = WordingSet(
        """
        merci | mille mercis | un grand merci | grand merci | d'avance merci | avec mes remerciements |
        avec tous mes remerciements | en vous remerciant | vous remerciant | je vous remercie |
        je te remercie | nous vous remercions | remerciements | dans l'attente | en attente d |
        en l'attente | restant a | je reste a | nous restons a | en esperant | a vous lire |
        au plaisir | en restant | dans cette attente | avec plaisir | a votre disposition |
        thanks | thank you | many thanks | thx_ | ty_ | looking forward | cheers |
        danke | vielen dank | besten dank | herzlichen dank | im voraus |
        gracias | muchas gracias | quedo a | quedamos a | grazie | la ringrazio | ringrazi |
        in attesa | resto a | bedankt | alvast | dank | obrigad | muito obrigad | agradec |
        mrc_ | mci_ | mercii | dziekuje | dzieki | z gory dziekuje | dekuji | dekuju | diky_ | predem dekuji |
        dakujem | koszonom | koszi | koszonettel | multumesc | va multumesc | mersi_ | tesekkurler | tesekkur | simdiden |
        tack_ | tack, | tackar | tusen tack | stort tack | takk_ | tusen takk | tak_ | tak, | mange tak | kiitos | kiitan |
        hvala | cam on | xin cam on | aciu_ | paldies | aitah | moltes gracies | gracies | eskerrik | terima kasih |
        unapred hvala | vnaprej hvala | faleminderit | diolch | go raibh
        """
    )
    static let politeNouns = WordingSet(
        """
        salutations | consideration | sentiments | respect | hommage | devouement | assurance |
        remerciements | journee | soiree | week-end | weekend | semaine | lire | rencontrer |
        cordial | apres-midi | fetes | annee | voeux | sincere
        """
    )
    /// What a formula ends in, when its beginning stands on the line above or in the sentence.
    static let politeTails = WordingSet(
        """
        salutations distinguees | salutations les meilleures | sinceres salutations |
        meilleures salutations | respectueuses salutations | salutations respectueuses |
        cordiales salutations | salutations cordiales | consideration distinguee |
        haute consideration | parfaite consideration | consideration la plus |
        sentiments distingues | sentiments les meilleurs | meilleurs sentiments |
        sentiments respectueux | sentiments devoues | sentiments cordiaux | profond respect |
        respectueux hommages | entier devouement | salutations republicaines |
        l'assurance de m | l'expression de m | l'expression de n | l'assurance de n
        """
    )
    /// Thanks at the end of a line.
    static let thanks = [
        " merci", " merci d'avance", " merci beaucoup", " merci bien", " merci pour tout",
        " thanks",
        " thank you", " thanks in advance", " danke", " gracias", " grazie", " bedankt",
        " obrigada",
        " obrigado", " d'avance", "!merci", "?merci", " merci a vous", " svp",
    ]
    static let endings = [
        "cordialement", "bien a vous", "cdt", "cdlt", "sincerement", "salutations", "bonne journee",
        "belle journee", "bonne soiree", "bonne fin de journee", "bon week-end", "bien a toi",
        "tres bonne journee", "respectueusement", "amicalement",
    ]
}
