import Actions
import Domain
import HTTPBase
import Hummingbird
import Matching
import PageKit
import Postgres
import Site
import Store

/// `/kandidaten/{kenmerk}/plekken`: ranked places for a candidate, and why one of them fits or does not.
struct RankingController: Sendable {
    let web: WebServices

    func addRoutes(staff: RouterGroup<SignedInContext>, visitors: RouterGroup<VisitorContext>) {
        staff.get("/kandidaten/{ref}/plekken", use: index)
        staff.get("/kandidaten/{ref}/plekken/{plek}", use: show)
    }

    @Sendable private func index(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        let reference = try web.reference(context)
        let list = try RankingList(Query(request), web: web)
        let ranking = try await RankPlacesForCase(world: web.world, matching: web.matching)(
            reference,
            filter: list.filter,
            by: actor
        )
        let named =
            (list.isFile ? ranking.all : Array(list.page(of: ranking).rows)).map(\.place.id)
            + ranking.impossible.map(\.place.id) + ranking.dormant.map(\.place.id)
        return try await web.world.database.transaction(as: actor.acting) { connection in
            let found = try await web.ownCandidate(reference, actor, list.isFile ? .export : .ranking, on: connection)
            let view = RankingView(
                web: web,
                list: list,
                ranking: ranking,
                candidateName: found.name,
                names: try await MatchStore.names(of: named, on: connection)
            )
            if list.isFile { return .csv(filename: "plekken-\(reference).csv", bytes: view.file()) }
            let dots = try await OverviewStore.dots(on: connection)
            let page = view.page(
                tabs: web.candidateTabs(found.file, current: "/plekken"),
                dots: CountryMap.Dots(dots.map { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) })
            )
            return try web.page(
                page,
                context,
                notice: web.notice(of: request),
                alternates: [
                    AlternateLink(
                        title: "Plekken als CSV",
                        url: "/kandidaten/\(reference)/plekken\(list.query.replacing("vorm", with: "csv"))",
                        mediaType: "text/csv"
                    )
                ]
            )
        }
    }

    @Sendable private func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let actor = try web.actor(context)
        guard let place = context.parameters.get("plek").flatMap({ Reference(typed: $0) }) else { throw NotFound() }
        let pair = try await ExplainPair(world: web.world)(try web.reference(context), place, by: actor)
        return try await web.world.database.transaction(as: actor.acting) { connection in
            let found = try await web.ownCandidate(pair.file.reference, actor, .ranking, on: connection)
            let name = try await MatchStore.names(of: [pair.place.id], on: connection)[pair.place.id]
            let page = PairView(
                web: web,
                pair: pair,
                candidateName: found.name,
                placeName: name,
                assumed: try await CaseFileStore.assumedFields(of: pair.file.id, on: connection)
            ).page
            return try web.page(page, context, notice: web.notice(of: request))
        }
    }
}

/// Turns an explained pair into what its page shows.
struct PairView {
    let web: WebServices
    let pair: ExplainPair.Pair
    let candidateName: String
    let placeName: MatchStore.PlaceName?
    /// Fields that were filled in when the candidate came in with a file.
    let assumed: [String]

    private var words: PairWords { PairWords(web: web, file: pair.file, today: pair.today) }

    var page: RankingShowPage {
        let distance = pair.candidate.location.distanceInHectometres(to: pair.place.location)
        return RankingShowPage(
            candidateName: candidateName,
            reference: pair.file.reference.text,
            placeName: placeName.map { "\($0.practiceName), \($0.town)" } ?? pair.place.reference.text,
            lead: pair.match.fit.map { "Voor \(candidateName) past deze plek voor \($0.shown) van de 100." }
                ?? "Voor \(candidateName) kan deze plek nu niet.",
            action: pair.isOpen && pair.match.fit != nil ? words.action(pair.place) : nil,
            levels: words.levels(pair.candidate),
            state: pair.isOpen
                ? nil
                : Notice(.warning, text: "Deze plek is nu niet open. Bel de praktijk als je er meer over wilt weten."),
            assumed: assumedNotice,
            fitting: pair.match.fit.map(fitting),
            failing: failing,
            candidate: words.candidateFacts(pair.candidate),
            place: words.placeFacts(pair.place, distanceInHectometres: distance),
            placeLink: PageLink("Bekijk deze plek", "/plekken/\(pair.place.reference)"),
            back: PageLink("Alle plekken voor \(candidateName)", "/kandidaten/\(pair.file.reference)/plekken")
        )
    }

    private var assumedNotice: Notice? {
        let fields = ImportKind.candidates.fields(web.reference)
        let labels = assumed.compactMap { name in fields.first { $0.name == name }?.label.lowercased() }
        guard !labels.isEmpty else { return nil }
        return Notice(
            .info,
            title: "Deels aangenomen",
            text: "Bij de invoer stond dit niet in het bestand en vulden we in wat gewoon is: "
                + "\(labels.joined(separator: ", ")). Vraag na of het klopt.",
            link: PageLink("Wijzig de gegevens", "/kandidaten/\(pair.file.reference)/wijzigen")
        )
    }

    private func fitting(_ fit: Fit) -> RankingShowPage.Fitting {
        let period =
            "Van \(fit.startOn.dutchShort(seenOn: pair.today)) tot en met "
            + "\((fit.untilOn - 1).dutchShort(seenOn: pair.today)), "
            + "op \(fit.seatWeekdays.dutchName). \(words.seats(pair.place, during: fit))."
        return RankingShowPage.Fitting(
            bar: PairWords.bar(fit, model: pair.model, id: "past", isLabelled: true),
            period: period,
            criteria: Criterion.allCases.map { criterion in
                RankingShowPage.Criterion(
                    name: criterion.dutchName,
                    points: String(fit.points[criterion]),
                    weight: String(pair.model.weights[criterion]),
                    contribution: Count.text(fit.contributions[criterion]),
                    share: String(fit.parts[criterion]),
                    candidateSentence: sentence(fit, criterion, .candidate),
                    placeSentence: sentence(fit, criterion, .place)
                )
            },
            calculation:
                "Bijdrage is gewicht keer punten. Samen zijn ze \(Count.text(fit.contributions.sum)); gedeeld door 100 en "
                + "afgerond is dat \(fit.total) van de 1.000, getoond als \(fit.shown) van de 100. Versie \(pair.model.version) van de rekenregels. "
                + "De volgorde is een advies: jij beslist met de kandidaat."
        )
    }

    private func sentence(_ fit: Fit, _ criterion: Criterion, _ side: Side) -> String {
        fit.dutchSentence(for: criterion, side: side, candidate: pair.candidate, place: pair.place)
    }

    private var failing: RankingShowPage.Failing? {
        let limits = pair.match.failedLimits
        guard !limits.isEmpty else { return nil }
        let bySide = Dictionary(grouping: pair.changes, by: \.change.side)
        return RankingShowPage.Failing(
            reasons: limits.map {
                .init(
                    name: $0.limit.dutchName,
                    candidateSentence: $0.dutchSentence(for: .candidate),
                    placeSentence: $0.dutchSentence(for: .place)
                )
            },
            candidateChanges: (bySide[.candidate] ?? []).map(change),
            placeChanges: (bySide[.place] ?? []).map(change)
        )
    }

    /// A change with the field in which it is made, where the own team may make it.
    private func change(_ possible: PossibleChange) -> RankingShowPage.Change {
        let url: String? =
            switch possible.change.side {
            case .candidate: "/kandidaten/\(pair.file.reference)/wijzigen#\(possible.change.fieldName)"
            case .place where possible.change == .recognition || possible.change == .extraSeat: nil
            case .place:
                pair.place.regionCode == pair.file.regionCode
                    ? "/plekken/\(pair.place.reference)/wijzigen#\(possible.change.fieldName)" : nil
            }
        return RankingShowPage.Change(possible.dutchSentence, url: url)
    }
}

extension Change {
    /// The field of the edit page, of the candidate or of the place, that holds it.
    fileprivate var fieldName: String {
        switch self {
        case .travelLimit: "reisafstand"
        case .candidateWeekday: "dagen"
        case .candidateStart: "start"
        case .weeksNeeded: "weken_minst"
        case .weeksAvailable: "weken"
        case .candidateHours: "uren_minst"
        case .placeWeekday: "dagen"
        case .placeStart: "vroegst"
        case .weeksOffered: "weken"
        case .weeksLeast: "weken_minst"
        case .placeHours: "uren"
        case .extraSupervisor: "begeleiders"
        case .employer: "werkgever"
        case .acceptSchool: "scholen"
        case .liftReservation: "gereserveerd"
        case .acceptStudyYear: "leerjaren"
        case .acceptRoute: "routes"
        case .extraSeat, .recognition: "inhoud"
        }
    }
}
