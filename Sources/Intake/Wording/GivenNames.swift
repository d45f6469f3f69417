/// Given names common in France and overseas, folded: they tell which word of a name comes first, and
/// that a lone word is a signature.
enum GivenNames {
    static func contains(_ word: String) -> Bool { names.contains(word) }

    private static let names = Set(
        """
        abdel abdallah abdou adam adele adeline adrien adrienne agathe agnes ahmed aicha aime aimee alain \
        alban albert alex alexandra alexandre alexia alexis alfred ali alice alicia aline alix alois amandine \
        amelie amine amina amira anais andre andree ange angele angelina angelique anis anissa anita ann anna \
        annabelle anne annette annick annie anselme anthony antoine antoinette antonin apolline ariane arlette \
        armand armelle arnaud arthur assia astrid aude audrey auguste augustin aurelie aurelien aurore axel \
        axelle aymeric ayoub baptiste barbara barnabe bastien beatrice benedicte benjamin benoit bernadette \
        bernard berthe bertrand bilal blaise blanche boris brahim brice brigitte bruno camille capucine carine \
        carla carole caroline catherine cathy cecile cedric celeste celia celine chantal charlene charles \
        charlotte chloe christel christelle christian christiane christine christophe claire clara clarisse \
        claude claudette claudie claudine clea clemence clement clementine cleo clotilde colette colin coline \
        constance coralie corentin corinne cyndie cynthia cyprien cyril cyrille damien daniel daniele danielle \
        danny daphne david deborah delphine denis denise desire diane didier dimitri djamel dominique donatien \
        dorothee driss edith edgar edmond edouard elena eleonore eliane elie eliette eline elisa elisabeth \
        elise elodie eloise elsa emeline emile emilie emilien emma emmanuel emmanuelle enzo eric erika erwan \
        esteban estelle esther etienne eugene eugenie eva evelyne fabien fabienne fabrice fanny farid fatima \
        fatiha fatou felix ferdinand fernand fernande fiona flavie flavien flora florence florent florian \
        floriane francine francis franck francois francoise frank fred frederic frederique gabriel gabrielle \
        gaelle gael gaetan gaspard gaston gautier genevieve geoffroy georges georgette gerald geraldine gerard \
        germain germaine ghislain ghislaine gilbert gilberte gilles gillian gisele godefroy gregoire gregory \
        guenole guillaume gustave guy gwen gwenael gwenaelle gwendoline gwenola hakim hamid hassan hector \
        helena helene heloise henri henriette herve hicham hippolyte honore hortense houria hubert hugo \
        hugues ibrahim ida ilona ines ingrid irene iris isabelle isaline ismael jacky jacqueline jacques jade \
        jamel janine jasmine jean jeanine jeanne jeannine jenny jeremie jeremy jerome jessica joachim joan \
        joanna jocelyn jocelyne joel joelle johan johanna johnny jonathan jordan jose josee joseph josephine \
        josette josiane josue joy jules julia julian juliane julie julien julienne juliette justin justine \
        kamel karel karen karim karima karine karl katia kelly kenza kevin khadija khaled killian laetitia \
        lahcen laila lamia lana lara laura laure laureline laurence laurene laurent laurie laurine lea leila \
        lena leo leon leonard leonie leonore leopold leslie lila lilian liliane lina linda line lionel lisa \
        lise loic lola lorraine lou louis louisa louise louna luc luca lucas lucette lucie lucien lucienne \
        lucile ludivine ludo ludovic lydia lydie lyna mael maelle magali magalie maite malik manon manuel \
        manuela marc marceau marcel marceline marcelle margaux margot marguerite maria mariam marianne marie \
        marielle marilyne marin marine marion marius marjolaine marjorie marlene martial martin martine mary \
        maryline maryse maryvonne mateo mathias mathieu mathilde matteo matthias matthieu maud maude maurice \
        max maxence maxime mederic mehdi melanie melina melissa mercedes michael michel michele micheline \
        michelle mickael miguel mireille miriam mohamed mohammed monique morgan morgane mounir mourad moussa \
        muriel mustapha myriam nabil nadege nadia nadine nadir nael nais nancy naomi nassim natacha nathalie \
        nathan nathanael nawal nelly nicolas nicole nina nino noa noe noel noelle noemie nolwenn nora norbert \
        nordine norma nour oceane octave odette odile olga olivia olivier omar ophelie oriane oscar oswald \
        pascal pascale pascaline patrice patricia patrick paul paula paule paulette pauline perrine philippe \
        pierre pierrette pierrick prescillia prosper quentin rachel rachid rachida rafael raoul raphael \
        raphaelle raymond raymonde rebecca regine regis reine remi remy renaud rene renee reynald richard rita \
        robert roberte robin rodolphe rodrigue roger roland rolande romain romane romeo romuald ronan rosa \
        rosalie rose roselise roseline roxane ruben sabine sabrina sacha said salim salima salome sam samia \
        samir samira samuel samy sandra sandrine sandy sara sarah sebastien selim selma serge severine sidonie \
        simon simone sliman sofia sofiane soilihi soizic solange solene soline sonia sophie soraya stella \
        steeve stephan stephane stephanie stephen steve steven suzanne suzie suzy sven sylvain sylvaine sylvette \
        sylviane sylvie tanguy tania tatiana teddy teo thais theo theodore theophile therese thibaud thibault \
        thibaut thierry thomas tiphaine titouan tom tony toussaint tristan ugo ulysse ursule valentin valentine \
        valerie valery vanessa vanina veronique vianney victoire victor victoria vincent violaine violette \
        virgile virginie viviane vivien wafa walid wilfrid wilfried william willy xavier yael yahia yan yana \
        yanis yann yannick yannis yasmina yasmine yassine yoann yohan yolande youcef youssef yvan yves yvette \
        yvon yvonne zahra zakaria zelie zoe zora
        """.split(separator: " ").map(String.init)
    )
}
