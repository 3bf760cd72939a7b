import Domain
import PageKit
import Postgres
import Site
import Store

/// Who solved elsewhere what a question asks: whose answer helped, then what was copied and works there, then who say that they
/// know something.
struct QuestionSolvers: Sendable {
    let web: WebServices

    func section(_ question: QuestionStore.Row, on connection: Connection) async throws -> NetworkSection {
        let solvers = try await QuestionStore.solvers(
            of: question.bottlenecks,
            except: question.id,
            limit: 5,
            on: connection
        )
        var entries = solvers.map { solver in
            NetworkEntry(
                link: PageLink(solver.title, "/vragen/\(solver.slug)"),
                meta: "Antwoord van \(solver.name ?? "een lid") hielp"
            )
        }
        if !question.bottlenecks.isEmpty {
            let practices = try await GoodPracticeStore.about(question.bottlenecks, limit: 5, on: connection)
            let working = try await GoodPracticeStore.working(practices.map(\.id), on: connection)
            entries += practices.filter { working.contains($0.id) }.map { entry($0, "overgenomen, en werkt daar ook") }
            let members = try await RegionNetworkStore.members(
                .bottlenecks(question.bottlenecks),
                limit: 5,
                on: connection
            )
            entries += members.filter { $0.helpedWith == nil && $0.copiedPractice == nil }.map { member in
                NetworkEntry(
                    title: member.name,
                    meta: "\(member.organisationName), zegt hier iets van te weten",
                    tags: Tag.fictional(member.isFictional)
                )
            }
            entries += practices.filter { !working.contains($0.id) }
                .map { entry($0, "nog niet bekend of het elders ook werkt") }
        }
        return NetworkSection(
            id: "oplossers",
            title: "Wie loste dit op?",
            entries: entries,
            empty: EmptyState(
                title: "Nog niemand",
                text: "Voor dit knelpunt staat er nog geen oplossing.",
                action: PageLink("Wie weet er iets van?", "/leernetwerk/leden")
            )
        )
    }

    private func entry(_ practice: GoodPracticeStore.Row, _ standing: String) -> NetworkEntry {
        let contact = practice.contactName.map { ", contactpersoon \($0)" } ?? ""
        return NetworkEntry(
            link: PageLink(practice.name, "/goede-praktijken/\(practice.slug)"),
            meta: "Goede praktijk van \(practice.organisationName)\(contact): \(standing)",
            tags: Tag.fictional(practice.isFictional)
        )
    }
}
