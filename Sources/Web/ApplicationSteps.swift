import Actions
import Domain
import Foundation
import HTTPBase
import Pages
import Store

/// The five steps of the application form: what each shows, and how it is read.
struct ApplicationStepForm: Sendable {
    static let titles = ["Het project", "Waar en waarvoor", "Doelen in getallen", "Partners", "Geld en periode"]

    let web: WebServices
    let step: Int
    /// The organisation that applies; it is no partner of itself.
    let applicant: String

    /// All steps and the check page, to go anywhere.
    static func tabs(_ row: ApplicationStore.Row, current: Int) -> Tabs {
        Tabs(
            label: "Stappen van de aanvraag",
            titles.enumerated().map { index, title in
                Tab("\(index + 1). \(title)", url: "\(row.path)/stap/\(index + 1)", isCurrent: current == index + 1)
            } + [Tab("Controle", url: "\(row.path)/controle", isCurrent: current == 6)]
        )
    }

    // MARK: What is stored, as a form sends it

    func values(_ content: ApplicationContent) -> [String: [String]] {
        switch step {
        case 1:
            return [
                "naam": [content.name], "probleem": [content.problem], "aanpak": [content.approach],
                "plan": [content.plan], "samenvatting": [content.summary],
            ]
        case 2:
            let towns = Dictionary(grouping: content.municipalities) { code in
                web.reference.municipality(code)?.regionCode.rawValue ?? ""
            }
            return [
                "regio": content.regions.map(\.rawValue), "knelpunt": content.bottlenecks.map(\.rawValue),
                "route": content.routes.routes.map(\.rawValue),
            ].merging(towns.map { ("gemeente-\($0.key)", $0.value.map(\.rawValue)) }) { first, _ in first }
        case 3:
            return numbered(content.goals) { goal in
                ["doel": goal.sentence, "eenheid": goal.unit, "getal": goal.target.text]
            }
        case 4:
            return numbered(content.partners) { partner in
                ["partner": partner.name, "soort": partner.kind.rawValue, "bijdrage": partner.contribution]
            }
        default:
            var values = numbered(content.costs) { line in
                ["kosten": line.description, "bedrag": line.amount.plainText]
            }
            values["gevraagd"] = content.requested.map { [$0.plainText] }
            values["begin"] = content.startsOn.map { [$0.dutchNumeric] }
            values["eind"] = content.endsOn.map { [$0.dutchNumeric] }
            return values
        }
    }

    private func numbered<Item>(_ items: [Item], _ fields: (Item) -> [String: String]) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for (index, item) in items.enumerated() {
            for (name, value) in fields(item) { values["\(name)-\(index + 1)"] = [value] }
        }
        return values
    }

    // MARK: The fields

    func groups(_ entries: FormEntries) -> [FormGroup] {
        switch step {
        case 1: story(entries)
        case 2: places(entries)
        case 3:
            rows("Doel", "doel", most: ApplicationContent.mostGoals, least: 3, entries) { number in
                [
                    text("doel-\(number)", "Wat wil je bereiken?", entries, width: .full),
                    text("getal-\(number)", "Hoeveel?", entries, width: .short),
                    text("eenheid-\(number)", "Waarvan?", entries),
                ]
            }
        case 4:
            rows("Partner", "partner", most: ApplicationContent.mostPartners, least: 4, entries) { number in
                [
                    text("partner-\(number)", "Naam van de organisatie", entries),
                    .select(
                        SelectField(
                            name: "soort-\(number)",
                            label: "Soort",
                            options: PartnerKind.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                            selected: entries.value("soort-\(number)"),
                            error: entries.error("soort-\(number)"),
                            isRequired: false
                        )
                    ),
                    text("bijdrage-\(number)", "Wat draagt deze partner bij?", entries, width: .full),
                ]
            }
        default: money(entries)
        }
    }

    private func story(_ entries: FormEntries) -> [FormGroup] {
        func area(_ name: String, _ label: String, _ description: String, _ rows: Int) -> FormGroup.Part {
            .area(
                TextArea(
                    name: name,
                    label: label,
                    value: entries.value(name),
                    description: description,
                    error: entries.error(name),
                    rows: rows
                )
            )
        }
        return [
            FormGroup([
                text("naam", "Naam van het project", entries, width: .full),
                area("probleem", "Het probleem", "Wat loopt vast in jullie regio? Noem getallen als je die hebt.", 5),
                area("aanpak", "De aanpak", "Wat gaan jullie samen anders doen?", 5),
                area("plan", "Het plan", "Wie doet wat, en wanneer?", 6),
                area(
                    "samenvatting",
                    "Drie zinnen voor de projectpagina",
                    "Wat is het probleem, wat doen jullie, wat moet het opleveren? Dit staat bovenaan de openbare pagina. Het probleem en de aanpak komen er ook op. Meer vragen we niet.",
                    3
                ),
            ])
        ]
    }

    private func places(_ entries: FormEntries) -> [FormGroup] {
        func choices(
            _ name: String,
            _ legend: String,
            _ options: [Option],
            _ description: String? = nil,
            isRequired: Bool = true
        ) -> FormGroup {
            FormGroup([
                .choices(
                    Choices(
                        name: name,
                        legend: legend,
                        kind: .checkbox,
                        options: options,
                        selected: entries.all(name),
                        description: description,
                        error: entries.error(name),
                        isRequired: isRequired,
                        isInline: true
                    )
                )
            ])
        }
        let chosen = entries.all("regio")
        return [
            choices(
                "knelpunt",
                "Welk knelpunt pak je aan?",
                web.reference.bottlenecks.map {
                    Option(value: $0.code.rawValue, label: $0.name, description: $0.description)
                }
            ),
            choices(
                "route",
                "Voor welke opleidingsroute is het?",
                LearningRoute.allCases.map { Option(value: $0.rawValue, label: $0.dutchName) },
                "Kies je niets, dan geldt het project voor alle routes.",
                isRequired: false
            ),
            choices(
                "regio",
                "In welke regio is het werk?",
                web.reference.regions.map { Option(value: $0.code.rawValue, label: $0.name) },
                "Het gaat om waar het werk is, niet waar je kantoor staat."
            ),
        ]
            + web.reference.regions.filter { chosen.contains($0.code.rawValue) }.map { region in
                choices(
                    "gemeente-\(region.code)",
                    "Gemeenten in \(region.name)",
                    web.reference.municipalities.filter { $0.regionCode == region.code }.map {
                        Option(value: $0.code.rawValue, label: $0.name)
                    },
                    "Weet je het nog niet, of is het de hele regio? Laat dan leeg.",
                    isRequired: false
                )
            }
    }

    private func money(_ entries: FormEntries) -> [FormGroup] {
        [
            FormGroup(
                "De periode",
                isRow: true,
                [
                    text("begin", "Begin van het project", entries, width: .short, kind: .date),
                    text("eind", "Eind van het project", entries, width: .short, kind: .date),
                ]
            )
        ]
            + rows("Kosten", "kosten", most: ApplicationContent.mostCosts, least: 4, entries) { number in
                [
                    text("kosten-\(number)", "Waarvoor?", entries),
                    text("bedrag-\(number)", "Bedrag in euro's", entries, width: .short),
                ]
            } + [
                FormGroup([
                    text(
                        "gevraagd",
                        "Hoeveel subsidie vraag je?",
                        entries,
                        width: .short,
                        description: "In euro's, bijvoorbeeld 25.000"
                    )
                ])
            ]
    }

    private func text(
        _ name: String,
        _ label: String,
        _ entries: FormEntries,
        width: TextField.Width? = nil,
        kind: TextField.Kind = .text,
        description: String? = nil
    ) -> FormGroup.Part {
        .text(
            TextField(
                name: name,
                label: label,
                value: entries.value(name),
                description: description,
                error: entries.error(name),
                kind: kind,
                // Everything may be filled in later.
                isRequired: !name.contains("-"),
                width: width
            )
        )
    }

    /// The rows that are filled in and two more, at least some.
    private func rows(
        _ legend: String,
        _ name: String,
        most: Int,
        least: Int,
        _ entries: FormEntries,
        _ parts: (Int) -> [FormGroup.Part]
    ) -> [FormGroup] {
        let filled = (1...most).last { !entries.value("\(name)-\($0)").isEmpty } ?? 0
        return (1...min(most, max(least, filled + 2))).map { FormGroup("\(legend) \($0)", isRow: true, parts($0)) }
    }

    // MARK: Reading

    /// What the step says, to put into the content; a draft need not be complete.
    func read(_ form: inout Form) -> @Sendable (inout ApplicationContent) -> Void {
        switch step {
        case 1: readStory(&form)
        case 2: readPlaces(&form)
        case 3: readGoals(&form)
        case 4: readPartners(&form)
        default: readMoney(&form)
        }
    }

    private func readStory(_ form: inout Form) -> @Sendable (inout ApplicationContent) -> Void {
        let name = form.text("naam", label: "Naam van het project", maxLength: 120)
        let problem = form.optionalText("probleem", label: "Het probleem", maxLength: 4_000) ?? ""
        let approach = form.optionalText("aanpak", label: "De aanpak", maxLength: 4_000) ?? ""
        let plan = form.optionalText("plan", label: "Het plan", maxLength: 8_000) ?? ""
        let summary = form.optionalText("samenvatting", label: "De tekst voor de projectpagina", maxLength: 600) ?? ""
        let count = ApplicationContent.sentenceCount(summary)
        if count > ApplicationContent.mostSentences {
            form.reject("samenvatting", "Schrijf hoogstens drie zinnen voor de projectpagina. Nu zijn het er \(count).")
        }
        return { content in
            content.name = name
            content.problem = problem
            content.approach = approach
            content.plan = plan
            content.summary = summary
        }
    }

    private func readPlaces(_ form: inout Form) -> @Sendable (inout ApplicationContent) -> Void {
        let reference = web.reference
        let regions = form.data.all("regio").compactMap { reference.region(RegionCode($0))?.code }
        if regions.count < form.data.all("regio").count { form.reject("regio", "Kies regio's uit de lijst.") }
        let bottlenecks = form.data.all("knelpunt").compactMap { reference.bottleneck(BottleneckCode($0))?.code }
        if bottlenecks.count < form.data.all("knelpunt").count {
            form.reject("knelpunt", "Kies knelpunten uit de lijst.")
        }
        let routes = RouteSet(form.choices("route", LearningRoute.self, label: "De opleidingsroute"))
        // Of regions that are chosen no more, nothing stays.
        let towns = regions.flatMap { region in
            form.data.all("gemeente-\(region)").compactMap { reference.municipality(MunicipalityCode($0)) }
                .filter { $0.regionCode == region }.map(\.code)
        }
        return { content in
            content.regions = Set(regions).sorted { $0.rawValue < $1.rawValue }
            content.bottlenecks = Set(bottlenecks).sorted()
            content.routes = routes
            content.municipalities = Set(towns).sorted { $0.rawValue < $1.rawValue }
        }
    }

    private func readGoals(_ form: inout Form) -> @Sendable (inout ApplicationContent) -> Void {
        var goals: [ApplicationContent.Goal] = []
        for number in 1...ApplicationContent.mostGoals {
            let (sentenceName, unitName, targetName) = ("doel-\(number)", "eenheid-\(number)", "getal-\(number)")
            let sentence = form.optionalText(sentenceName, label: "Doel \(number)", maxLength: 200)
            let unit = form.optionalText(unitName, label: "De eenheid van doel \(number)", maxLength: 60)
            let target = form.parsed(
                targetName,
                label: "Het getal van doel \(number)",
                required: false,
                message: "Het getal van doel \(number) klopt niet. Schrijf het zoals 25 of 12,5."
            ) { GoalNumber($0) }
            guard sentence != nil || unit != nil || target != nil else { continue }
            if sentence == nil { form.reject(sentenceName, "Schrijf bij doel \(number) wat je wilt bereiken.") }
            if target == nil || target?.tenths == 0 {
                form.reject(targetName, "Vul bij doel \(number) een getal in dat meer is dan nul.")
            }
            if unit == nil { form.reject(unitName, "Schrijf bij doel \(number) waarvan het er zoveel zijn.") }
            if let sentence, let unit, let target {
                goals.append(.init(sentence: sentence, unit: unit, target: target))
            }
        }
        return { [goals] content in content.goals = goals }
    }

    private func readPartners(_ form: inout Form) -> @Sendable (inout ApplicationContent) -> Void {
        var partners: [ApplicationContent.Partner] = []
        for number in 1...ApplicationContent.mostPartners {
            let name = form.optionalText("partner-\(number)", label: "De naam van partner \(number)", maxLength: 120)
            let kind = form.optionalChoice("soort-\(number)", PartnerKind.self, label: "Soort")
            let share = form.optionalText(
                "bijdrage-\(number)",
                label: "De bijdrage van partner \(number)",
                maxLength: 300
            )
            guard name != nil || kind != nil || share != nil else { continue }
            if name == nil { form.reject("partner-\(number)", "Schrijf de naam van partner \(number) op.") }
            if kind == nil { form.reject("soort-\(number)", "Kies wat voor organisatie partner \(number) is.") }
            let key = name.map { OrganisationName.key($0) }
            if let key, key == OrganisationName.key(applicant) {
                form.reject(
                    "partner-\(number)",
                    "\(applicant) vraagt zelf aan en is dus geen partner. Noem een andere organisatie."
                )
            } else if let key, partners.contains(where: { OrganisationName.key($0.name) == key }) {
                form.reject("partner-\(number)", "Deze partner staat er al.")
            }
            if let name, let kind {
                partners.append(
                    .init(
                        id: web.world.newUUID(),
                        name: name,
                        kind: kind,
                        contribution: share ?? "",
                        joinedOn: web.world.today
                    )
                )
            }
        }
        return { [partners] content in content.partners = partners }
    }

    private func readMoney(_ form: inout Form) -> @Sendable (inout ApplicationContent) -> Void {
        var costs: [ApplicationContent.CostLine] = []
        for number in 1...ApplicationContent.mostCosts {
            let (lineName, amountName) = ("kosten-\(number)", "bedrag-\(number)")
            let line = form.optionalText(lineName, label: "Kosten \(number)", maxLength: 200)
            let amount = form.moneyOrZero(amountName, label: "Het bedrag van kosten \(number)", required: false)
            guard line != nil || amount != nil else { continue }
            if line == nil { form.reject(lineName, "Schrijf bij kosten \(number) waarvoor het geld is.") }
            if amount == nil || amount == .zero { form.reject(amountName, "Vul bij kosten \(number) een bedrag in.") }
            if let line, let amount { costs.append(.init(description: line, amount: amount)) }
        }
        let requested = form.moneyOrZero("gevraagd", label: "Wat je vraagt", required: false)
        if requested == .zero { form.reject("gevraagd", "Vraag een bedrag dat meer is dan nul.") }
        let start = form.optionalDate("begin", label: "Begin van het project")
        let end = form.optionalDate("eind", label: "Eind van het project")
        if let start, let end, end < start { form.reject("eind", "Het eind ligt voor het begin.") }
        return { [costs] content in
            content.costs = costs
            content.requested = requested
            content.startsOn = start
            content.endsOn = end
        }
    }
}
