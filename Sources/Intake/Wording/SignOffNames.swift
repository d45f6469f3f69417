/// Names that people sign with and that say so alone, folded: given names of many countries, short
/// ones, and what a family calls its members.
enum SignOffNames {
    static func contains(_ word: ArraySlice<UInt8>) -> Bool {
        guard (2...14).contains(word.count) else { return false }
        let text = String(decoding: word, as: UTF8.self)
        return GivenNames.contains(text) || names.contains(text)
    }

    private static let names = Set(
        """
        mamie mamy papi papy papa maman mamou papou tata tatie tonton nanou nounou mum mom mummy dad daddy \
        granny grandma grandpa nana oma opa mutti vati omi opi nonna nonno abuela abuelo mama tia tio mormor \
        farmor morfar farfar babcia dziadek babicka deda \
        jess seb ben steph vero flo manu nico mimi gege phil domi momo lulu titi nath cath caro jb jp jc \
        alex isa sab val greg tof stef fredo dede jojo jacquot zaz mag magda bea ced mat matt vince vinz \
        andrew anthony barry betty bill billy brenda brian bridget callum cameron carol colin craig dave \
        debbie derek diana donald donna doris dorothy doug duncan edward eileen elaine ellen emily ernest ewan \
        fergus fiona gareth gavin geoff geoffrey george gillian gordon graham hannah harold harriet harry \
        heather helen henry howard hugh iain ian imogen isla jack jackie james jamie jane janet jason jean \
        jennifer jeremy jill jim jimmy joanne joe john johnny jon josh joyce judith judy katherine kathleen \
        kathy katie keith kenneth kirsty larry laurence leslie lewis linda lisa lorna louise lucy lynn \
        maggie malcolm margaret marjorie martha maureen megan mick mike moira molly neil nick nigel norman \
        oliver oscar pam pamela peggy penny pete peter phoebe polly priya ralph ray rebecca rhys rob roger \
        ronald ross rupert russell ruth ryan sally sean sheila shirley sian simon stan stephen stewart stuart \
        sue susan tess tim timothy toby todd tracy trevor vicky vivian walter wendy zoe ike \
        achim andreas anke anja annegret annika bernd bettina birgit britta christoph claudia dagmar detlef \
        dieter dirk dorothea eckhard elke erich erwin eva frauke friedrich fritz gabi georg gerd gerda \
        gerhard gertrud gisela gregor gudrun gunter gunther hanna hannelore hans harald hartmut heide heidi \
        heike heiko heiner heinrich heinz helga helmut herbert hermann hildegard holger horst ilse inge \
        ingo jan jens joachim jochen johannes jorg jurgen jutta karin karsten katja katrin kerstin klaus \
        konrad kurt lars lothar ludwig lutz manfred margit margret markus matthias meike monika nils norbert \
        otto petra rainer ralf regina reinhard renate rolf rudi rudiger sabine silke siegfried sigrid silvia \
        stefan stefanie susanne sven thorsten torsten traudel udo ulf uli ulla ulrich ulrike ursula ute uwe \
        volker waltraud werner wilfried wilhelm wolfgang \
        alejandro alvaro ana andres angeles antonio beatriz begona belen carlos carmen concha conchita \
        cristina diego dolores eduardo elena emilio enrique esperanza esteban fernando francisco gonzalo \
        guillermo ignacio inmaculada javier jesus joaquin jorge juan juana julio lola lourdes lucia luis \
        luisa maite marisa marta mateo miguel montse nuria pablo paco paloma pedro pilar rafa ramon raquel \
        ricardo roberto rocio rodrigo rosario sergio teresa tomas xavi yolanda \
        alberto alessandra alessandro alessia andrea antonella arianna bruno carlo chiara claudio daniela \
        dario davide domenico elisa enrica enrico fabio fabrizio federica federico filippo francesca francesco \
        franco gabriele giacomo giada gianni giancarlo gianluca giorgia giorgio giovanna giovanni giulia \
        giulio giuseppe graziella ilaria lorenzo luca luigi marcello marco matteo mattia maura mauro michela \
        ornella paola paolo piero pietro raffaele renato riccardo rosanna salvatore serena silvano simona \
        stefania stefano tiziana tommaso umberto valentina valeria vincenzo vittorio \
        afonso antonia catarina duarte filipa filipe goncalo joana joao leonor madalena margarida miguel nuno \
        paulo rui sofia tiago vasco \
        anneke annelies arie bart bas bram cees corrie daan dirk els femke floor frits geert gerrit gijs hanneke \
        hans heleen henk ineke jaap jeroen joost joris koen lieke lies maaike maarten marieke marijke marloes \
        mieke nienke piet pieter roel ruud saskia sjoerd sanne teun tineke wim wouter \
        anders annika arne astri bengt birgitta bjarne bjorn bo bodil britt carsten dorte ebba einar erik eskil \
        finn freja frida gitte goran gunnar gunilla hakan hanne hedda helle henrik ingeborg ingrid jakob \
        janne jens jesper johan jorgen kaare kari kasper kirsten kjell kjersti knut lars lasse leif lena lene \
        lise liv mads magnus maja malene marit mats mette mikkel mogens morten niels nina ola olav ole ove pal \
        peder pelle per pernille ragnhild rasmus rikke signe sigurd siri soren solveig stig svein sverre \
        tone torben tove trine ulla vibeke \
        aino antti eero esa hannu heikki heli jaana jari jukka juha kaisa kari kirsi lauri leena marja markku \
        matti mika mikko minna paivi pekka petri pirjo riitta risto sari seppo tarja timo tuula ville \
        agnieszka aleksandra andrzej anna barbara bartek bartosz beata bogdan danuta dariusz dorota elzbieta \
        ewa grzegorz halina hanna irena iwona jacek jadwiga jakub janusz jaroslaw jerzy joanna jozef kamil \
        kasia katarzyna krystyna krzysztof krzysiek leszek lukasz maciej magdalena malgorzata marcin marek \
        mariusz marta mateusz michal miroslaw monika natalia pawel piotr rafal ryszard slawomir stanislaw \
        tadeusz tomasz tomek urszula wanda wieslaw wojciech wojtek zbigniew zofia zosia \
        alena bohumil bozena dana dusan eliska frantisek hana helena honza ivana ivo jana jarmila jaroslav \
        jirina jiri jitka karel katerina lenka libor ludmila lukas marketa martina milan milos miroslava \
        ondrej pavel pavla petr radek radka roman stanislav svatava tomas vaclav vera vladimir zdenek zdenka \
        zuzana andras attila balazs bela eszter ferenc gabor gyorgy gyula ildiko imre istvan jozsef judit katalin \
        laszlo magdolna miklos sandor tamas tibor zoltan zsofia zsolt zsuzsa \
        adriana alexandru bogdan catalin ciprian constantin cristian dan doina elena florin gabriela gheorghe \
        ileana ioana ion ionut iulia liviu lucian marius mihaela mihai mircea nicoleta oana radu razvan simona \
        stefan teodora vasile viorica vlad ana bojan boris branka darko dejan dragan goran igor ivan ivana \
        jelena jovana ljiljana marko milica mirjana nenad petar sanja snezana vesna zoran \
        ahmet ayse berk burak cem deniz elif emre fatma hakan hasan huseyin ismail kemal leyla mehmet murat \
        mustafa onur selin serkan yusuf zeynep
        """.split(separator: " ").map(String.init)
    )
}
