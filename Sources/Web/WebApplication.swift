public import Actions
import Foundation
public import HTTPBase
public import Hummingbird
import Logging
import Pages
import Postgres

/// Builds the pages' router from its parts; the server and the tests call the same.
public struct WebApplication: Sendable {
    /// What differs between installations.
    public struct Configuration: Sendable {
        public let isDemo: Bool
        public let contactPhone: String
        public let contactMail: String
        /// At least 32 random bytes for the tokens in forms, the same in every process that serves.
        public let formSecret: [UInt8]

        public init(isDemo: Bool, contactPhone: String, contactMail: String, formSecret: [UInt8]) {
            self.isDemo = isDemo
            self.contactPhone = contactPhone
            self.contactMail = contactMail
            self.formSecret = formSecret
        }
    }

    private let configuration: Configuration
    private let world: World
    private let reference: ReferenceData
    private let matching: MatchSnapshot
    private let renderer: PageRenderer
    private let files: StaticFiles

    /// Reads templates and files once; throws when one is missing or misspelt.
    ///
    /// - Parameter matching: the snapshot that runs as a service; without it each ranking looks at the database first.
    public init(
        configuration: Configuration,
        world: World,
        reference: ReferenceData,
        matching: MatchSnapshot? = nil
    ) throws {
        self.configuration = configuration
        self.world = world
        self.reference = reference
        self.matching = matching ?? MatchSnapshot(world: world, logger: Logger(label: "doorwijzer"))
        renderer = try PageRenderer()
        files = try StaticFiles(
            folder: Bundle.module.bundleURL.appendingPathComponent("Public"),
            rootNames: ["favicon.ico"]
        )
    }

    public func makeRouter() -> Router<RootContext> {
        let web = WebServices(
            world: world,
            reference: reference,
            matching: matching,
            renderer: renderer,
            site: Site(
                isDemo: configuration.isDemo,
                contactPhone: configuration.contactPhone,
                contactMail: configuration.contactMail
            ),
            assets: Assets(
                stylesheet: files.url("doorwijzer.css"),
                script: files.url("doorwijzer.js"),
                favicon: files.url("favicon.svg"),
                mark: files.url("mark.svg")
            )
        )
        let house = HTTPHouse(
            files: files,
            // Real accounts come later: outside the demo nobody can sign in, so nothing signed-in can be reached.
            signInPath: configuration.isDemo ? "/demo/kies" : nil,
            isUnavailable: { $0 is MatchSnapshotUnavailable || ($0 as? DatabaseError)?.isUnavailable ?? false },
            renderError: { web.errorPage($0) }
        )
        let router = house.makeRouter()
        let sessions = DatabaseSessions(world: world)
        let visitors = house.visitors(
            router,
            sessions: sessions,
            keys: CrossSiteKeys(secret: configuration.formSecret, now: world.now),
            largerBodies: ImportController.largerBodies
        )
        let staff = visitors.group(context: SignedInContext.self)
        StartController(web: web).addRoutes(staff: staff, visitors: visitors)
        TrainingPlaceController(web: web).addRoutes(staff: staff, visitors: visitors)
        PracticeController(web: web).addRoutes(staff: staff, visitors: visitors)
        RegionController(web: web).addRoutes(staff: staff, visitors: visitors)
        CandidateController(web: web).addRoutes(staff: staff, visitors: visitors)
        RankingController(web: web).addRoutes(staff: staff, visitors: visitors)
        CaseStepController(web: web).addRoutes(staff: staff, visitors: visitors)
        AssessmentController(web: web).addRoutes(staff: staff, visitors: visitors)
        ProposalController(web: web).addRoutes(staff: staff, visitors: visitors)
        OwnPlaceController(web: web).addRoutes(staff: staff, visitors: visitors)
        ReferralController(web: web).addRoutes(staff: staff, visitors: visitors)
        ConsentController(web: web).addRoutes(staff: staff, visitors: visitors)
        WorkListController(web: web).addRoutes(staff: staff, visitors: visitors)
        OfferPlaceController(web: web).addRoutes(staff: staff, visitors: visitors)
        ImportController(web: web).addRoutes(staff: staff, visitors: visitors)
        if configuration.isDemo {
            DemoController(web: web, sessions: sessions).addRoutes(staff: staff, visitors: visitors)
        }
        house.routes.learn(router)
        return router
    }
}

extension WebServices {
    /// The page of an error, complete and without waiting. When even that fails, plain text says the same.
    func errorPage(_ error: ErrorPageModel) -> String {
        let page = ErrorPage(
            status: error.status,
            title: error.title,
            explanation: error.explanation,
            advice: error.advice,
            details: error.details,
            reference: error.requestID
        )
        let layout = Layout(site: site, assets: assets, currentPath: "/", csrfToken: "")
        return (try? renderer.render(page, layout: layout))
            ?? "<!doctype html><html lang=\"nl\"><title>Fout</title><p>Er ging iets mis. Laad de pagina opnieuw.</p></html>"
    }
}
