import PageKit
import Site

extension TextPage {
    /// `/toegankelijkheid`
    static var accessibility: TextPage {
        TextPage(
            title: "Toegankelijkheid",
            lead: "Iedereen moet met Doorwijzer kunnen werken.",
            sections: [
                Section(
                    "doel",
                    "Ons doel",
                    [
                        "Elke pagina voldoet aan WCAG 2.2, niveau A en AA. We testen dat bij elke wijziging, op een smal en een "
                            + "breed scherm."
                    ]
                ),
                Section(
                    "hoe",
                    "Zo werkt het",
                    items: [
                        "Je kunt alles met het toetsenbord doen.",
                        "Alles werkt ook zonder JavaScript.",
                        "Kleur is nooit het enige verschil: er staat altijd een woord of een vorm bij.",
                        "Bij elk plaatje met cijfers staat een tabel.",
                        "Je kunt de tekst vergroten tot 400 procent.",
                    ]
                ),
                Section(
                    "nog-niet",
                    "Wat nog niet goed is",
                    [
                        "We hebben de pagina's nog niet laten keuren door een onafhankelijk bureau. Er is nog geen test gedaan met "
                            + "mensen die een schermlezer gebruiken."
                    ]
                ),
                Section(
                    "melden",
                    "Lukt er iets niet?",
                    [
                        "Bel of mail ons. De gegevens staan onderaan deze pagina. Vertel welke pagina het is en wat je wilde doen. "
                            + "Je hoort binnen vijf werkdagen wat we doen."
                    ]
                ),
            ]
        )
    }

    /// `/woordenlijst`
    static var glossary: TextPage {
        TextPage(
            title: "Woordenlijst",
            lead: "Wat de woorden betekenen die je hier tegenkomt.",
            sections: [
                Section(
                    "leren",
                    "Leren",
                    terms: [
                        Fact("BOL", "Beroepsopleidende leerweg. Je gaat naar school en loopt stage."),
                        Fact(
                            "BBL",
                            "Beroepsbegeleidende leerweg. Je werkt in een praktijk en gaat een dag naar school."
                        ),
                        Fact("Derde leerweg", "Een opleiding zonder vaste uren, vaak bij een particuliere school."),
                        Fact("Zij-instromer", "Iemand met ander werk die overstapt naar de zorg."),
                        Fact("Herintreder", "Iemand die eerder in de zorg werkte en terugkomt."),
                        Fact("Crebo", "Het landelijke nummer van een mbo-opleiding."),
                    ]
                ),
                Section(
                    "plekken",
                    "Plekken",
                    terms: [
                        Fact("Stageplaats (BPV)", "Een plek om in de praktijk te leren tijdens een BOL-opleiding."),
                        Fact("Leerbaan", "Een baan waarin je leert, met een contract. Hoort bij BBL."),
                        Fact("Snuffelstage", "Een tot vijf dagen meekijken."),
                        Fact("Proefplaatsing", "Een korte tijd werken om te kijken of het past."),
                        Fact(
                            "Leerwerkplek",
                            "Een plek waar je werkt en leert. Dat kan een stageplaats of een leerbaan zijn."
                        ),
                        Fact("Praktijkopleider", "Wie jou begeleidt in de praktijk. Ook: praktijkbegeleider."),
                        Fact("SBB", "De organisatie die praktijken erkent als leerbedrijf."),
                        Fact("Erkend leerbedrijf", "Een praktijk die van SBB mag opleiden."),
                    ]
                ),
                Section(
                    "zoeken",
                    "Een plek zoeken",
                    terms: [
                        Fact("Traject", "Alles rond het zoeken van een plek voor één kandidaat."),
                        Fact("Beoordeling", "Wat je al kunt, in het hele land met dezelfde vragen gemeten."),
                        Fact("Match", "Hoe goed een kandidaat en een plek bij elkaar passen, van 0 tot 100."),
                        Fact("Voorstel", "Een kandidaat voorstellen aan een praktijk. De stoel blijft zolang vrij."),
                        Fact("Klikgesprek", "Kennismaken: past het tussen kandidaat en praktijk?"),
                        Fact(
                            "Doorverwijzen",
                            "Een andere regio vragen om je over te nemen, met een echte open plek erbij."
                        ),
                        Fact("We blijven zoeken", "Er past nu niets. Elke nieuwe plek leggen we naast jouw wensen."),
                        Fact("Waarnemer", "De collega die het overneemt als een coördinator weg is."),
                    ]
                ),
                Section(
                    "wie",
                    "Organisaties",
                    terms: [
                        Fact("RHO", "Regionale huisartsenorganisatie."),
                        Fact("AZW-regio", "Een van de 28 regio's van de arbeidsmarkt in zorg en welzijn."),
                        Fact("Kenmerk", "Het nummer van een traject of een plek: acht letters en cijfers."),
                    ]
                ),
            ]
        )
    }
}
