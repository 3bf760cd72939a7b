import Actions
import Domain
import Foundation
import Logging
import Mail
import ServiceLifecycle

/// What runs beside the pages, or alone with `doorwijzer work`: due dates that lapse, mail that goes out, and what is kept
/// no longer. Any number of processes may do it at once.
struct BackgroundWork {
    let installation: Installation
    let contactPhone: String
    let contactMail: String
    /// Where mail goes when the settings do not say: in the demo a folder; nil leaves it in the outbox.
    var mailFolder: URL?
    var isDemo = false

    func services() throws -> [any Service] {
        var services: [any Service] = [
            DueKeeper(lapse: LapseDue(world: installation.world), logger: installation.logger),
            RetentionKeeper(keep: KeepRetention(world: installation.world), logger: installation.logger),
            NetworkReminder(remind: RemindNetwork(world: installation.world), logger: installation.logger),
        ]
        if let delivery = try delivery() {
            services.append(OutboxWorker(deliver: try deliver(delivery), logger: installation.logger))
        } else {
            Terminal.note("DOORWIJZER_MAIL is not set: mail waits in the outbox.")
        }
        return services
    }

    private func deliver(_ delivery: any MailDelivery) throws -> DeliverOutbox {
        let world = installation.world
        let frame = MailFrame(
            origin: world.publicOrigin,
            contactPhone: contactPhone,
            contactMail: contactMail,
            isDemo: isDemo
        )
        let address = installation.configuration.mailFrom ?? EmailAddress("doorwijzer@localhost.localdomain")
        guard let address else { throw Failure(.configuration, "DOORWIJZER_MAIL_FROM is not set") }
        return DeliverOutbox(
            world: world,
            writer: try MailWriter(frame: frame),
            delivery: delivery,
            sender: MailSender(name: "Doorwijzer", address: address),
            logger: installation.logger
        )
    }

    private func delivery() throws -> (any MailDelivery)? {
        let configuration = installation.configuration
        switch configuration.mail {
        case nil: return mailFolder.map { FolderDelivery(folder: $0) }
        case .folder(let path): return FolderDelivery(folder: URL(fileURLWithPath: path, isDirectory: true))
        case .sendmail(let path): return SendmailDelivery(path: path)
        case .smtp(let user, let host, let port):
            let relay = SMTPDelivery.Relay(
                host: host,
                port: port,
                encryption: port == 465 ? .fromTheStart : nil,
                login: user.map { .init(name: $0, password: configuration.mailPassword?.exposed ?? "") },
                helloName: URL(string: installation.world.publicOrigin)?.host() ?? "localhost"
            )
            guard let relay else {
                throw Failure(.configuration, "DOORWIJZER_MAIL would send mail unencrypted to another machine")
            }
            return SMTPDelivery(relay: relay)
        }
    }
}

/// Lets lapse each minute what nobody answered in time.
struct DueKeeper: Service {
    let lapse: LapseDue
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await lapse()
                } catch {
                    logger.warning("what is due could not lapse", metadata: ["error": "\(error)"])
                }
                do { try await Task.sleep(for: .seconds(60)) } catch { return }
            }
        }
    }
}

/// Writes each hour the mails of the learning network that come by time.
struct NetworkReminder: Service {
    let remind: RemindNetwork
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await remind()
                } catch {
                    logger.warning("members could not be reminded", metadata: ["error": "\(error)"])
                }
                do { try await Task.sleep(for: .seconds(3_600)) } catch { return }
            }
        }
    }
}
