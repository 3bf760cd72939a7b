import PageKit
import Site

extension TextPage {
    /// `/privacy`
    ///
    /// - Parameter periods: how long what is kept, from the rules that hold today.
    static func privacy(periods: [Fact]) -> TextPage {
        TextPage(
            title: "Privacy",
            lead: "Wat we van je weten, waarom dat mag, wie het ziet en hoe lang we het bewaren.",
            sections: [what, who, why, responsible, consent, score, howLong(periods), rights, cookies, complaint]
        )
    }

    private static let what = Section(
        "wat",
        "Wat we bewaren",
        [
            "We bewaren alleen wat nodig is om een plek te vinden. Je bent 16 jaar of ouder. We vragen niet naar je gezondheid, "
                + "je geloof of je afkomst. Je burgerservicenummer nemen we niet aan."
        ],
        items: [
            "Je naam, geboortedatum, e-mailadres, telefoonnummer en woonplaats.",
            "Je opleiding, wanneer je kunt beginnen en hoe je reist.",
            "Wat jij en een beoordelaar vinden dat je al kunt.",
            "Aan welke praktijken je bent voorgesteld, en wat daaruit kwam.",
            "Een code waarmee we zien of je twee keer bent ingeschreven. Niemand kan er je naam uit aflezen.",
        ]
    )

    private static let who = Section(
        "wie",
        "Wie het ziet",
        [
            "Alleen het team dat jou begeleidt, ziet wie je bent. Elke keer dat iemand je gegevens opent, schrijven we op wie dat "
                + "was en waarom. Je vindt die lijst op je eigen pagina."
        ],
        items: [
            "Een praktijk ziet eerst een kaart zonder naam. Je naam komt er pas bij voor het klikgesprek, als jij dat goed vindt.",
            "Een andere regio ziet een kaart zonder naam, en alleen als jij dat goed vindt.",
            "Neemt die regio je over, dan ziet het team daar wie je bent.",
            "Je school en het fonds zien aantallen, nooit personen.",
        ]
    )

    private static let why = Section(
        "waarom",
        "Waarom we dit mogen",
        ["De wet (AVG, artikel 6) vraagt voor elk doel een eigen reden. Dit zijn de onze."],
        terms: [
            Fact(
                "Een plek zoeken en je plaatsen",
                "Je vraagt ons om een plek. Dat kan alleen met je gegevens (artikel 6, lid 1, onder b)."
            ),
            Fact(
                "Je doorverwijzen naar een andere regio",
                "Alleen met jouw toestemming, per regio (onder a). Nee zeggen mag en verandert niets in je eigen regio."
            ),
            Fact(
                "Je gegevens een jaar bewaren nadat je stopte",
                "Alleen met jouw toestemming (onder a). Nee zeggen mag: dan wissen we ze eerder."
            ),
            Fact(
                "Opschrijven wie je gegevens bekeek, en wie zich aanmeldt",
                "Wij moeten je gegevens beveiligen en dat kunnen laten zien (onder c, met artikel 5 en 32)."
            ),
            Fact(
                "Zien of je twee keer bent ingeschreven",
                "Jij en de teams hebben er belang bij dat er één traject is (onder f). We vragen het aan jou; teams horen het pas "
                    + "als jij kiest."
            ),
            Fact(
                "Tellen hoe het zoeken gaat",
                "Aantallen zonder namen, om wachttijden korter te maken en de regeling te verantwoorden (onder f)."
            ),
            Fact(
                "Contactpersonen van praktijken",
                "Om een plek te kunnen afspreken (onder f)."
            ),
        ]
    )

    private static let responsible = Section(
        "verantwoordelijk",
        "Wie verantwoordelijk is",
        [
            "De organisatie van het team dat jou begeleidt, is verantwoordelijk voor je gegevens. Dat is de regionale "
                + "huisartsenorganisatie, de zorggroep, de school of de gemeente waar je je aanmeldde."
        ],
        items: [
            "Verwijst je team je door, dan zijn beide organisaties samen verantwoordelijk voor dat ene stuk. Zij hebben "
                + "vastgelegd wie wat doet (artikel 26). Je mag je altijd tot allebei wenden.",
            "Neemt het andere team je over, dan is die organisatie vanaf dat moment verantwoordelijk.",
            "De praktijk en de school zijn zelf verantwoordelijk voor wat zij van je bewaren.",
            "Wie de computers beheert en de mail bezorgt, doet dat in opdracht (verwerker) en doet er niets anders mee.",
        ]
    )

    private static let consent = Section(
        "toestemming",
        "Jouw toestemming",
        [
            "Je beslist per regio of we je mogen doorverwijzen. Er staat nooit vooraf een vinkje. We bewaren welke tekst je las, "
                + "wanneer en hoe je ja zei. Intrekken doe je met één klik op je eigen pagina, of bel je coördinator. Wat nog "
                + "openstond, stopt dan meteen."
        ]
    )

    private static let score = Section(
        "score",
        "De score beslist niet",
        [
            "Bij elke plek rekenen we uit hoe goed die past. Hoe dat gaat, staat bij elke plek. De score zet plekken op volgorde. "
                + "Een mens beslist."
        ]
    )

    private static func howLong(_ periods: [Fact]) -> Section {
        Section(
            "hoe-lang",
            "Hoe lang we het bewaren",
            [
                "Daarna wissen we alles, ook in berichten en in de geschiedenis. Wat blijft zijn aantallen zonder naam, zonder nummer "
                    + "en zonder tekst."
            ],
            terms: periods
        )
    }

    private static let rights = Section(
        "rechten",
        "Wat jij kunt doen",
        ["Meld je aan met een link die we je mailen. Op je eigen pagina doe je dit zelf, zonder het te hoeven vragen:"],
        items: [
            "Zien wat we van je weten, en wie ernaar keek.",
            "Verbeteren wat niet klopt.",
            "Alles downloaden: om te lezen, en als bestand voor een ander systeem.",
            "Je toestemming intrekken.",
            "Stoppen met zoeken.",
            "Alles laten wissen. Dat kan altijd en gebeurt meteen.",
            "Bezwaar maken, of liever bellen? Neem contact op met je team, of gebruik het nummer onderaan deze pagina.",
        ]
    )

    private static let cookies = Section(
        "cookies",
        "Cookies",
        [
            "We gebruiken alleen cookies die nodig zijn om je aan te melden. Eén cookie houdt bij dat jij het bent. Er staat een "
                + "willekeurige code in en niets over jou. Meld je je af, of doe je 30 minuten niets, dan werkt de code niet "
                + "meer.",
            "Meld je je aan met het account van je organisatie, dan is er hoogstens tien minuten een tweede cookie. Die zorgt dat "
                + "je terugkomt in de browser waarin je begon.",
            "We volgen je niet. Er is geen reclame en er zijn geen cookies van anderen. Daarom vragen we je ook niets over "
                + "cookies.",
        ]
    )

    private static let complaint = Section(
        "klacht",
        "Niet tevreden?",
        [
            "Bel of mail eerst ons: het nummer staat onderaan deze pagina. Elke organisatie heeft iemand die over privacy gaat. Kom "
                + "je er niet uit, dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens, "
                + "autoriteitpersoonsgegevens.nl."
        ]
    )
}
