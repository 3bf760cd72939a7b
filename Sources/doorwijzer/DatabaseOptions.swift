import ArgumentParser

/// Where the data is, for every command that needs it.
struct DatabaseOptions: ParsableArguments {
    @OptionGroup var source: ConfigurationOptions
    @Option(
        help: ArgumentHelp(
            "The folder of the private database; used when DATABASE_URL is not set.",
            valueName: "folder"
        )
    )
    var data = ".doorwijzer"
}

/// The port the pages are served on.
struct PortOptions: ParsableArguments {
    @Option(help: "The port on 127.0.0.1 to serve on; 0 takes a free one.")
    var port = 8080

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port must be a number from 0 to 65535")
        }
    }
}
