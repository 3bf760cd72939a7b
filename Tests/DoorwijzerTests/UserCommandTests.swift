import ArgumentParser
import Testing

@testable import doorwijzer

@Suite struct UserCommandTests {
    @Test func `a new administrator is of the fund unless something else is said`() throws {
        let command = try UserCommand.Add.parse(["--mail", "sam@fonds.example", "--name", "Sam Verzonnen"])
        #expect(command.role == "fund_administrator" && command.organisation == nil)
    }

    @Test(arguments: [
        ["--mail", "sam@fonds.example"], ["--mail", "geen adres", "--name", "Sam"],
        ["--mail", "sam@fonds.example", "--name", " "],
        ["--mail", "sam@fonds.example", "--name", "Sam", "--role", "coordinator"],
        ["--mail", "sam@fonds.example", "--name", "Sam", "--role", "koning"],
        ["--mail", "sam@fonds.example", "--name", "Sam", "--role", "organisation_administrator"],
    ])
    func `what cannot be an account is wrong usage`(arguments: [String]) {
        let error = #expect(throws: (any Error).self) { try UserCommand.Add.parse(arguments) }
        #expect(error.map { UserCommand.Add.exitCode(for: $0) } == .validationFailure)
    }

    @Test func `an account is closed by its address`() throws {
        #expect(try UserCommand.Disable.parse(["--mail", "sam@fonds.example"]).mail == "sam@fonds.example")
        #expect(throws: (any Error).self) { try UserCommand.Disable.parse(["--mail", "sam"]) }
    }
}
