import Domain
import Foundation
import Mail
import Postgres
import Store

/// Letters to a member of the learning network, read as that member.
struct ComposeNetworkMail: Sendable {
    let world: World

    /// Nil for whoever left, and when there is nothing to say any more.
    func callAsFunction(_ kind: MailKind, _ message: OutboxStore.Claimed) async throws -> ComposeMail.Composed? {
        guard let id = message.staffMemberID else { return nil }
        return try await world.database.transaction(as: .person(id)) { connection in
            guard let person = try await StaffStore.find(id, on: connection), !person.isDisabled,
                let to = EmailAddress(person.mail),
                let member = try await MemberStore.own(id, on: connection), member.leftAt == nil,
                let content = try await self.content(kind, message.facts, member, on: connection)
            else { return nil }
            let letter = NetworkLetter(
                kind,
                name: person.name,
                about: content.about,
                lines: content.lines,
                what: content.what,
                link: world.publicOrigin + content.path,
                membershipURL: world.publicOrigin + NetworkLetter.membershipPath
            )
            return ComposeMail.Composed(letter: letter, to: to)
        }
    }

    private struct Content {
        let about: String
        var lines: [String] = []
        var what = ""
        let path: String
    }

    private func content(
        _ kind: MailKind,
        _ facts: [String: String],
        _ member: MemberStore.Row,
        on connection: Connection
    ) async throws -> Content? {
        switch kind {
        case .meetingJoined, .meetingSeat, .meetingReminder, .meetingChanged:
            guard let id = facts["meeting"].flatMap({ Meeting.ID($0) }),
                let meeting = try await MeetingStore.find(id, on: connection)
            else { return nil }
            let state = try await MeetingSignupStore.state(of: member.id, for: id, on: connection)
            return self.meeting(kind, meeting, state)
        case .questionsAsked:
            var found: [QuestionStore.Row] = []
            for text in (facts["questions"] ?? "").split(separator: " ") {
                guard let id = NetworkQuestion.ID(String(text)),
                    let question = try await QuestionStore.find(id, on: connection), question.closedAt == nil
                else { continue }
                found.append(question)
            }
            guard member.wantsMail, !found.isEmpty else { return nil }
            return Content(
                about: found.count == 1 ? "een vraag" : "\(found.count) vragen",
                lines: found.map { "- \($0.title)\n  \(world.publicOrigin)/vragen/\($0.slug)" },
                path: "/leernetwerk"
            )
        case .questionAnswered:
            guard let id = facts["question"].flatMap({ NetworkQuestion.ID($0) }),
                let question = try await QuestionStore.find(id, on: connection)
            else { return nil }
            let answer = try await QuestionStore.answers(to: id, on: connection)
                .first { "\($0.id)" == facts["answer"] }
            guard let answer else { return nil }
            return Content(
                about: question.title,
                lines: [answer.body],
                what: answer.memberName ?? "Een lid van het leernetwerk",
                path: "/vragen/\(question.slug)"
            )
        case .practiceDecided, .practiceConfirmation:
            guard let id = facts["practice"].flatMap({ GoodPractice.ID($0) }),
                let practice = try await GoodPracticeStore.find(id, on: connection)
            else { return nil }
            return self.practice(kind, practice)
        case .copyOutcome:
            guard let id = facts["copy"].flatMap({ UUID(uuidString: $0) }),
                let copy = try await CopyStore.find(id, on: connection), copy.isOpen, copy.subjectPath != nil
            else { return nil }
            return Content(
                about: copy.subjectName,
                what: copy.copiedOn.dutchLong,
                path: "/overgenomen/\(id.uuidString.lowercased())"
            )
        case .textHeldBack:
            guard let kind = facts["kind"].flatMap(TakeDownStore.Kind.init(rawValue:)),
                let id = facts["text"].flatMap({ UUID(uuidString: $0) }),
                let row = try await TakeDownStore.find(kind, id, on: connection), let reason = row.heldReason
            else { return nil }
            return Content(about: Self.about(kind), lines: [reason], path: row.path)
        default: return nil
        }
    }

    /// Without the words: they were taken away for a reason.
    private static func about(_ kind: TakeDownStore.Kind) -> String {
        switch kind {
        case .question: "je vraag"
        case .answer: "je antwoord"
        case .copy: "wat je overnam"
        case .goodPractice: "je goede praktijk"
        }
    }

    /// Nil when the mail no longer fits: the meeting was cancelled or has begun, or the member does not come any more.
    private func meeting(_ kind: MailKind, _ meeting: MeetingStore.Row, _ state: SignupState?) -> Content? {
        let isCancelled = meeting.state == .cancelled
        guard let state, state != .cancelled, kind == .meetingChanged || !isCancelled else { return nil }
        if kind == .meetingSeat || kind == .meetingReminder, let start = meeting.startsAt, start <= world.now() {
            return nil
        }
        let time = world.time
        var lines = meeting.heldOn.map { ["Dag: \($0.dutchShortWithYear)"] } ?? []
        if let start = meeting.startsAt, let end = meeting.endsAt {
            lines.append("Tijd: \(time.clock(start)) tot \(time.clock(end))")
        }
        if !meeting.place.isEmpty { lines.append("Plaats: \(meeting.place)") }
        // Only for whoever has a seat.
        if let url = meeting.onlineURL, state == .coming { lines.append("Online: \(url)") }
        let what =
            switch (kind, state) {
            case (.meetingChanged, _): isCancelled ? "gaat niet door" : "is gewijzigd"
            case (_, .waiting): "Het is vol. Je staat op de wachtlijst. Komt er een plaats vrij, dan krijg je een mail."
            default: "Je komt. Kun je toch niet? Meld je dan af, dan kan een ander komen."
            }
        return Content(about: meeting.title, lines: lines, what: what, path: "/bijeenkomsten/\(meeting.slug)")
    }

    private func practice(_ kind: MailKind, _ practice: GoodPracticeStore.Row) -> Content? {
        let path = "/goede-praktijken/\(practice.slug)"
        if kind == .practiceConfirmation {
            guard practice.state == .published else { return nil }
            return Content(about: practice.name, what: practice.confirmedOn?.dutchLong ?? "", path: path)
        }
        switch practice.state {
        case .published where practice.unreadSince != nil:
            guard let remark = practice.remark else { return nil }
            return Content(
                about: practice.name,
                lines: [remark],
                what: "Een ander lid las de wijziging en heeft een opmerking. De tekst blijft openbaar. "
                    + "Er staat bij dat de wijziging nog niet is nagelezen. Pas hem aan als de opmerking klopt.",
                path: path
            )
        case .published:
            return Content(
                about: practice.name,
                what: "Een tweede lezer vond hem goed. Hij staat nu voor iedereen in de lijst.",
                path: path
            )
        case .returned:
            return Content(
                about: practice.name,
                lines: practice.remark.map { [$0] } ?? [],
                what: "Een tweede lezer heeft een opmerking. Pas de tekst aan en stuur hem opnieuw in.",
                path: path
            )
        case .draft, .submitted, .retired: return nil
        }
    }
}
