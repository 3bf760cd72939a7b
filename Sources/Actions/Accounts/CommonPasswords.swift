/// Words that are tried first when someone guesses a password here.
///
/// Origin: written for this program by hand from patterns that are widely known (words for "password", keys beside each
/// other, terms of endearment, pets, first names, places, clubs, seasons, brands, words of this field); no list of leaked
/// passwords was copied. In small letters and without decoration: ``PasswordRule`` takes that off what was typed.
enum CommonPasswords {
    static let words: Set<String> = Set(
        (groups + signs).flatMap { $0.split(whereSeparator: { " \n".contains($0) }).map(String.init) }
    )

    /// Without a letter there is nothing to take decoration from; rows and repeats are found without a list.
    private static let signs = ["!@#$%^&*()_+ !@#$%^&*()!@# )(*&^%$#@!)( -=[];',./ ~!@#$%^&*()_+ +_)(*&^%$#@!"]

    private static let groups = [
        // What people type when asked for a password.
        """
        wachtwoord wachtwoorden mijnwachtwoord geheimwachtwoord wachtwoordwachtwoord hetwachtwoord jouwwachtwoord
        nieuwwachtwoord tijdelijkwachtwoord standaardwachtwoord wachtwoordvergeten geenwachtwoord password passwords
        mypassword thepassword newpassword temppassword defaultpassword yourpassword passwordpassword passwort
        motdepasse contrasena passphrase passcode pass passw passwd pwd paswoord geheim supergeheim geheimpje
        topgeheim secret topsecret mysecret toegang toegangscode inloggen inlog login loginlogin letmein letmeinplease
        letmeinnow openopen sesamopenu sesam opensesame changeme changemeplease changeit verander veranderme
        verandermij wijzigmij welcome welcomehome welcomeback welcometo welkom welkomwelkom welkomthuis welkomterug
        welkombij vanhartewelkom hallo hallohallo hallodaar hello hellohello helloworld hellothere hoi hoihoi
        hoihoihoi doei goedemorgen goedemiddag goedenavond goedendag admin administrator adminadmin beheerder beheer
        root rootroot superuser sysadmin systeem system gebruiker user username gast guest test testtest testen tester
        testing testaccount demo demodemo default standaard tijdelijk temporary temp proef proefaccount probeer
        voorbeeld example sample account mijnaccount onbekend unknown niets niks nothing leeg zomaar iets whatever
        weetikniet weetikveel geenidee vergeten vergeetmijniet forgotten forgetmenot random blabla blablabla lala
        lalala lalalala haha hahaha hahahaha hihi hihihi jaja jajaja neenee joepie hoera hoppa yolo lol lollol omg wtf
        qwe asd zxc
        """,
        // Keys that lie beside each other.
        """
        qwerty qwertyqwerty qwertz azerty azertyazerty qwertyu qwertyui qwertyuio qwertyuiop qwertyuiopasdf asdf
        asdfasdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdfghjklzxcvbnm zxcv zxcvb zxcvbn zxcvbnm qwertyasdf
        qwertyasdfgh qwertyzxcv qwerasdf qwerasdfzxcv qazwsx qazwsxedc qazwsxedcrfv wsxedc edcrfv rfvtgb tgbyhn yhnujm
        qweasd qweasdzxc qweqwe qweqweqwe asdasd asdasdasd zxczxc poiuyt poiuytrewq lkjhgf lkjhgfdsa mnbvcx mnbvcxz
        ytrewq trewq rewq fdsa gfdsa vcxz qaz wsx edc rfv abc abcabc abcabcabc abcd abcde abcdef abcdefg abcdefgh
        abcdefghi abcdefghij abcdefghijk aabbcc aabbccdd xyz xyzxyz aaaa bbbb qqqq zzzz xxxx
        """,
        // What people love.
        """
        iloveyou iloveyouso ilovehim iloveher iloveme iloveit love lovelove loveyou loveme lovely lover mylove
        truelove lief liefde liefste liefje liefjes lieverd lieveschat schat schatje schatjes schatjelief mijnschat
        mijnschatje mijnliefde mijnliefje ikhouvanjou ikhouvan ikhouvanmij ikhouvanons ikhouvanje ikhouveelvanjou
        houvanjou houvanje houdvanjou kusje kusjes kus dikkekus knuffel knuffels knuffeltje darling honey honeybee
        sweetheart sweetie baby babyboy babygirl angel angels engel engeltje engeltjes prinses prinsesje princess
        prins koningin koning king queen kings sunshine sunflower zonnetje zonneschijn zonnebloem zonlicht ster
        sterren sterretje sterretjes maan maanlicht hemel regenboog rainbow vlinder vlinders vlindertje butterfly
        bloem bloemen bloemetje bloemetjes roos roosje rozen tulp tulpen tulpje flower flowers rose roses lily daisy
        geluk gelukkig geluksvogel happy happyday happiness smile smiley lach lachen lachebek dromen droom droompje
        dream dreams dreamer forever foreveryoung altijd vooraltijd samen samensterk familie gezin family mijnfamilie
        mijngezin thuis huis thuisbest moeder vader mama papa mamapapa papamama oma opa omaopa mams paps mam pap broer
        zus zusje broertje zusjes kinderen kids mijnkinderen dochter zoon tweeling meisje jongen meiden jongens vriend
        vriendin vrienden vriendinnen bestevrienden friends friendship bestfriend hartje hart hartjes heart hearts
        lekker lekkerding knapperd moppie mop poepie popje pop poppetje dropje muisje beertje beer konijntje konijn
        """,
        // Animals, mostly our own.
        """
        hond hondje honden hondjes mijnhond kat poes poesje poezen katten katje katjes kitten kitty hellokitty kater
        paard paarden paardje paardjes pony ponys manege hamster cavia goudvis vis visje vissen vogel vogels vogeltje
        papegaai parkiet kip kippen kippetje haan eend eendje eenden gans zwaan uil uiltje uilen muis muizen rat
        varken varkentje koe koeien koetje schaap schaapje geit geitje ezel olifant olifantje giraf leeuw leeuwen
        tijger tijgertje tiger tigger panda pandabeer pandabeertje ijsbeer aap aapje apen monkey monkeys dolfijn
        dolfijntje dolphin dolphins haai walvis zeehond pinguin pinguins kikker kikkertje schildpad slang draak draken
        dragon dragons eenhoorn unicorn egel egeltje vos wolf wolven eekhoorn adelaar valk buddy max bobby bella luna
        lola lady sara senna diesel boris joep guus takkie pluto snoopy garfield simba nala felix tommie moos pip saar
        loekie woezel poekie minoes pluisje snuf snuffie snuffel vlekje streepje dikkie dikkiedik tom tomenjerry
        donald donaldduck mickey mickeymouse minnie nijntje nijntjepluis
        """,
        // Names that many carry.
        """
        jan johan johannes hans peter piet pieter kees cornelis henk hendrik willem wim bert gerard gerrit jaap jacob
        theo frans paul mark marc marco marcel martin maarten michel michael michiel rob robert robin ruud rick
        richard ronald ron rene roy sander stefan steven sven thomas tim timo tobias vincent wouter walter bas bart
        bram daan david dennis dirk eric erik erwin frank fred freek geert gijs hugo jasper jeroen jesse jelle joris
        joost jos joey johnny kevin koen lars leon lex lucas luuk luke mats mees mike milan nick niels noah noud olaf
        oscar patrick pascal pim quinten ralf ramon raymond remco ruben sam sem sjoerd stijn teun thijs tijn ties twan
        wesley yannick levi liam finn adam mohamed mohammed ahmed ali hassan ibrahim mustafa youssef omar bilal hamza
        amin karim rachid fatima aisha samira nadia yasmine layla zahra khadija emine elif zeynep ayse fatma maria
        marie anna anne anneke annemarie annemiek anja anita angela angelique astrid bianca brenda britt carla
        caroline charlotte chantal claudia corrie daphne danielle debby denise diana dewi eline elise elisa els elsa
        ellen emma esmee esther eva evelien femke fenna fleur floor frederique froukje gerda greet hanna hanneke
        heleen helma ilse ineke inge ingrid irene iris isa isabel jacqueline jantje janneke jasmijn jessica jet joke
        jolanda josien judith julia juliette karin kim kirsten laura lara lianne lies liesbeth lieke linda lisa
        lisanne lise lotte loes lonneke louise lucia lynn maaike maartje madelief mandy manon margriet marga margot
        marieke marijke marit marjan marjolein marleen marlies marloes martine mathilde maud melanie melissa merel
        mila milou mirjam miranda mirthe monique myrthe nadine naomi natasja nathalie nicole nienke nina noa noor nora
        olga olivia pam patricia paula petra pien pleun priscilla rachel ria renate rianne rita romy rosa ruth sabine
        sabrina sandra sanne sarah saskia silvia simone sophie sofie stephanie susan susanne suzanne sylvia tamara
        tanja tara tess tessa thea tineke trudy truus valerie vera veerle wendy wilma willemijn yvette yvonne yara zoe
        jennifer ashley amanda andrew andrea anthony charlie daniel george hannah harley hunter jackson james jason
        john jonathan jordan joseph joshua justin maggie matthew nicholas samantha taylor victoria william
        """,
        // Names that many families carry.
        """
        jansen janssen devries vandenberg bakker vandijk visser smit meijer meyer mulder debruin bos peters hendriks
        dekker vanleeuwen brouwer dewit dijkstra smits degraaf vandermeer kok jacobs vermeulen schouten vandenheuvel
        hoekstra koster huisman kuiper kuipers peeters postma verhoeven willems hermans scholten martens
        """,
        // Where we live.
        """
        nederland holland thenetherlands netherlands oranje oranjeboven hollandoranje hup huphollandhup europa belgie
        duitsland frankrijk spanje italie engeland amerika turkije marokko suriname indonesie curacao aruba
        griekenland portugal amsterdam amsterdamcity mokum rotterdam rotterdamcity denhaag sgravenhage haaglanden
        utrecht eindhoven groningen tilburg almere breda nijmegen arnhem apeldoorn haarlem haarlemmermeer amersfoort
        zaanstad zaandam zwolle zoetermeer leiden dordrecht maastricht ede westland emmen venlo delft deventer helmond
        leeuwarden alkmaar heerlen oss hilversum enschede hengelo almelo oldenzaal sittard geleen roosendaal purmerend
        schiedam vlaardingen spijkenisse gouda hoorn veenendaal lelystad assen hoogeveen meppel drachten sneek
        heerenveen middelburg vlissingen goes terneuzen zierikzee roermond weert kerkrade doetinchem zutphen
        winterswijk tiel culemborg woerden nieuwegein zeist bilthoven soest baarn huizen bussum naarden weesp diemen
        amstelveen hoofddorp aalsmeer katwijk noordwijk wassenaar rijswijk voorburg capelle barendrecht ridderkerk
        gorinchem waalwijk bergenopzoom denbosch shertogenbosch veghel uden boxtel cuijk wageningen barneveld ermelo
        harderwijk kampen hardenberg ommen raalte texel terschelling ameland vlieland schiermonnikoog drenthe
        friesland fryslan flevoland gelderland overijssel limburg brabant noordbrabant zeeland noordholland
        zuidholland twente achterhoek veluwe betuwe salland kennemerland westfriesland gooi zaanstreek waterland
        rijnmond rijnstreek flevopolder utrechtseheuvelrug randstad waddenzee noordzee ijsselmeer maas rijn schiphol
        vondelpark dam scheveningen zandvoort london londen paris parijs berlin berlijn rome newyork barcelona madrid
        istanbul antwerpen brussel vienna wenen dublin venice
        """,
        // Clubs and sport.
        """
        ajax ajaxamsterdam ajaxajax feyenoord feijenoord feyenoordrotterdam psv psveindhoven psvpsv fctwente fcutrecht
        fcgroningen azalkmaar vitesse heerenveensc sparta spartarotterdam necnijmegen nac nacbreda willemtwee pec
        peczwolle godahead goaheadeagles heracles heraclesalmelo cambuur rodajc mvv vvv adodenhaag ado excelsior
        volendam telstar degraafschap voetbal voetballer voetballen football soccer hockey hockeyen korfbal tennis
        volleybal zwemmen zwemmer fietsen fiets wielrennen schaatsen schaatser hardlopen turnen dansen danser ballet
        judo karate boksen paardrijden sporten sport sportief fitness yoga golf basketball baseball barcelonafc
        realmadrid manchester manchesterunited liverpool arsenal chelsea juventus bayern messi ronaldo cruijff
        johancruijff cruyff vanbasten gullit robben sneijder vanpersie verstappen maxverstappen formuleeen formula
        ferrari mercedes porsche bmw audi volkswagen toyota opel volvo harleydavidson yamaha kawasaki honda tesla
        lamborghini mustang corvette
        """,
        // Days, months and seasons.
        """
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag weekend vandaag morgen gisteren januari februari
        maart april mei juni juli augustus september oktober november december lente voorjaar zomer herfst najaar
        winter zomervakantie wintersport vakantie vakanties kerst kerstmis kerstboom kerstman kerstfeest sinterklaas
        sint pepernoot pepernoten pasen paashaas pinksteren koningsdag carnaval alaaf oudennieuw nieuwjaar
        gelukkignieuwjaar verjaardag verjaardagsfeest jarig feest feestje feestjes monday tuesday wednesday thursday
        friday saturday sunday january february march june july august october spring summer autumn summertime
        wintertime christmas easter halloween birthday holiday holidays
        """,
        // Food, drink and things.
        """
        chocolade chocola chocolate koffie koffietijd coffee thee bier biertje biertjes wijn wijntje wodka whisky cola
        cocacola pepsi heineken grolsch amstel hertogjan bavaria kaas kaasje stroopwafel stroopwafels drop hagelslag
        pindakaas frikandel frikandellen kroket kroketten patat friet frietjes bitterballen pannenkoek pannenkoeken
        appeltaart appel appels banaan bananen aardbei aardbeien kers kersen peer druif citroen sinaasappel appelmoes
        boterham pizza pasta spaghetti lasagne snoep snoepje snoepjes cake taart koek koekje koekjes ijsje ijsjes
        cookie cookies cupcake cherry orange banana apple pepper ginger computer computers laptop internet telefoon
        mobiel samsung iphone android windows windowsxp microsoft google facebook instagram whatsapp youtube twitter
        linkedin netflix spotify tiktok snapchat linux macbook playstation xbox nintendo pokemon pikachu minecraft
        fortnite roblox mario supermario zelda starwars startrek skywalker batman superman spiderman ironman avengers
        matrix harrypotter gandalf hobbit thelord frodo legolas terminator rambo jamesbond trustno trustnoone master
        mastermaster shadow freedom blink metallica nirvana slipknot beatles abba eminem drake rihanna beyonce madonna
        michaeljackson musica muziek music guitar gitaar piano drums rockandroll rocknroll punk metal techno hardcore
        festival party dance disco fortuna geld money rijk miljonair lotto jackpot winnaar winner kampioen champion
        kampioenen nummereen numberone thebest beste toppie topper toppers super superstar supertof geweldig perfect
        prachtig mooi mooie tof cool stoer leuk vrolijk blij auto autos motor scooter brommer caravan camper boot
        zeilen zeilboot vrachtwagen tractor trein vliegtuig vrede vrijheid peace hope hoop geloof faith jesus jezus
        christus god godislove jesuschrist allah islam bijbel amen blessed hallelujah hottie sexy sexygirl sexyboy
        lekkerwijf killer ninja pirate piraat wizard tovenaar heks magic magie thunder lightning storm donder bliksem
        phoenix falcon eagle ranger rangers soldier warrior gangster maffia mafia hacker
        """,
        // Work in care and at school.
        """
        doorwijzer zorg zorgen dezorg gezondheid gezond huisarts huisartsen huisartsenpraktijk huisartsenpost
        huisartsenzorg praktijk depraktijk praktijkassistent doktersassistent doktersassistente assistent assistente
        dokter dokters doktor arts artsen medisch apotheek ziekenhuis verpleegkundige verpleger zuster patient
        patienten spreekuur triage balie telefoonbalie recept recepten medicijn medicijnen stethoscoop injectie
        pleister bloeddruk wachtkamer thuiszorg wijkzorg zorggroep ketenzorg eerstelijn stage stageplaats stageplek
        stageplekken stagiair stagiaire leerwerkplek leerbaan opleiding opleider opleidingen praktijkopleider
        werkbegeleider begeleider begeleiding student studenten leerling leerlingen cursus diploma examen school
        schooltijd docent leraar lerares juf meester mentor coordinator coordinatie kandidaat kandidaten aanmelden
        aanmelding regio regios werk werken werkplek werkgever werknemer collega collegas kantoor oponskantoor baas
        manager directeur directie secretaresse team teamwork onsteam samenwerken organisatie fonds stichting
        vereniging gemeente provincie overheid administratie roosters vergadering printer nederlands engels wiskunde
        biologie rekenen geschiedenis afdeling receptie onthaal personeel company office business secretary nurse
        doctor hospital medical health healthcare
        """,
        // Two words that are always together.
        """
        goedwachtwoord sterkwachtwoord veiligwachtwoord moeilijkwachtwoord makkelijkwachtwoord welkomnederland
        welkomamsterdam welkomrotterdam welkomutrecht ikbendebeste ikbenikbenik ikbenhet ikbenik ikbencool ikwilslapen
        ikwilkoffie ikwilnaarhuis ikhaatwachtwoorden ihatepasswords ikhebgeenzin ikweethetniet ikweethetnietmeer
        doeslief doenormaal doemaar doemaarwat daarislekker komopkomop allesgoed allesiswel allesistoegestaan
        altijdfeest altijdvrolijk lekkerslapen lekkerweer mooiweer slaaplekker welterusten fijneavond fijnedag
        goedeavond eetsmakelijk hartelijkgefeliciteerd gefeliciteerd langzalhijleven langzalzeleven indegloria
        hieperdepiep hieperdepiephoera eenentwintig eentweedrie eentweedrievier onetwothree onetwothreefour hocuspocus
        hocuspocuspas simsalabim abracadabra appeltjeeitje appeltjevoordedorst blijfvanmijnwachtwoord kijkuit totziens
        totmorgen totstraks dagdag dagdagdag dankjewel dankuwel bedankt alsjeblieft alstublieft
        correcthorsebatterystaple correcthorse batterystaple thequickbrownfox quickbrownfox loremipsum loremipsumdolor
        helloitsme itsasecret idontknow idontcare justdoit neverforget nevergiveup letsgo gogogo hellokittyforever
        mynameis ismijnnaam mijnnaamis janenalleman onzedag zegmaarniets zonneschijnvandaag zonzeestrand zonzee strand
        zee strandenzee bergenenzee zomerzonzee hakunamatata akunamatata
        """,
    ]
}
