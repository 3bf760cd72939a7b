import Actions
import Domain
import Foundation
import HTTPBase
import PageKit
import Site
import Store

/// What a step of the application form said.
struct ApplicationStepInput: Sendable {
    /// The row in which each goal or partner was typed.
    var rows: [Int] = []
    /// Puts it into the content.
    let change: @Sendable (inout ApplicationContent) -> Void
}

extension ApplicationStepForm {
    /// What the step says, to put into the content; only a draft need not be complete.
    func read(_ form: inout Form) -> ApplicationStepInput {
        switch step {
        case 1: readStory(&form)
        case 2: readPlaces(&form)
        case 3: readGoals(&form)
        case 4: readPartners(&form)
        default: readMoney(&form)
        }
    }

    private func readStory(_ form: inout Form) -> ApplicationStepInput {
        let name = form.text("naam", label: "Naam van het project", maxLength: 120)
        func text(_ name: String, _ label: String, _ most: Int) -> String {
            let text = form.optionalText(name, label: label, maxLength: most)
            if text == nil { requireSubmitted(name, label, &form) }
            return text ?? ""
        }
        let problem = text("probleem", "Het probleem", 4_000)
        let approach = text("aanpak", "De aanpak", 4_000)
        let plan = text("plan", "Het plan", 8_000)
        let summary = text("samenvatting", "De tekst voor de projectpagina", 600)
        let count = ApplicationContent.sentenceCount(summary)
        if count > ApplicationContent.mostSentences {
            form.reject("samenvatting", "Schrijf hoogstens drie zinnen voor de projectpagina. Nu zijn het er \(count).")
        }
        return ApplicationStepInput { content in
            content.name = name
            content.problem = problem
            content.approach = approach
            content.plan = plan
            content.summary = summary
        }
    }

    /// What was submitted stays complete while the fund asks about it.
    private func requireSubmitted(_ name: String, _ label: String, _ form: inout Form) {
        guard !isDraft else { return }
        form.reject(name, "\(label) mag niet leeg zijn: de aanvraag is al ingediend. Vul dit in.")
    }

    private func readPlaces(_ form: inout Form) -> ApplicationStepInput {
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
        return ApplicationStepInput { content in
            content.regions = Set(regions).sorted { $0.rawValue < $1.rawValue }
            content.bottlenecks = Set(bottlenecks).sorted()
            content.routes = routes
            content.municipalities = Set(towns).sorted { $0.rawValue < $1.rawValue }
        }
    }

    private func readGoals(_ form: inout Form) -> ApplicationStepInput {
        var goals: [ApplicationContent.Goal] = []
        var rows: [Int] = []
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
                rows.append(number)
            }
        }
        return ApplicationStepInput(rows: rows) { [goals] content in content.goals = goals }
    }

    private func readPartners(_ form: inout Form) -> ApplicationStepInput {
        var partners: [ApplicationContent.Partner] = []
        var rows: [Int] = []
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
                rows.append(number)
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
        return ApplicationStepInput(rows: rows) { [partners] content in content.partners = partners }
    }

    private func readMoney(_ form: inout Form) -> ApplicationStepInput {
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
        if costs.isEmpty { requireSubmitted("kosten-1", "De begroting", &form) }
        if requested == nil { requireSubmitted("gevraagd", "Wat je vraagt", &form) }
        if start == nil { requireSubmitted("begin", "Begin van het project", &form) }
        if end == nil { requireSubmitted("eind", "Eind van het project", &form) }
        return ApplicationStepInput { [costs] content in
            content.costs = costs
            content.requested = requested
            content.startsOn = start
            content.endsOn = end
        }
    }
}
